"""PDF documents give their lines, without page numbers and what stands on every page."""

import pytest
import typst
from pylopdf_fonts_zh_cn import serif_path

from govreports.errors import ReportError
from govreports.readers.source import source_of
from govreports.report.parse import parse
from tests.readers.documents import BODY, TITLE


def pdf(content: str, *, header: str = "", numbering: str = "none", spacing: str = "none") -> bytes:
    """A PDF of small pages set by Typst."""
    source = (
        f'#set page(width: 12cm, height: 9cm, header: [{header}], numbering: {numbering})\n'
        f'#set text(font: "Noto Serif SC", lang: "zh", cjk-latin-spacing: {spacing})\n{content}'
    )  # fmt: skip
    return typst.compile(
        source.encode(), font_paths=[str(serif_path().parent)], ignore_system_fonts=True
    )


LONG = "\n\n".join([TITLE, *BODY[:2], *(BODY[2:4] * 8), *BODY[4:]])


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_character_of_the_body_is_read_in_order():
    read = source_of(pdf(LONG))
    assert read.kind == "pdf"
    assert squeezed(read.text) == squeezed(LONG)


def test_page_numbers_and_running_heads_are_left_out():
    read = source_of(pdf(LONG, header="云台县人民政府文件", numbering='"— 1 —"'))
    assert squeezed(read.text) == squeezed(LONG)


def test_blanks_that_the_program_set_between_han_and_digits_are_taken_out_and_told():
    read = source_of(pdf(LONG, spacing="auto"))
    assert "2023年" in read.text
    assert all("blanks between" in note for note in read.notes)


def test_it_parses_as_the_report_it_is():
    report = parse(source_of(pdf("\n\n".join([TITLE, *BODY]))).text)
    assert report.stated("title") == TITLE
    assert report.stated("reporting_year") == "2023"
    assert len(report.sentences) == 6


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nbroken", "damaged PDF"),
        (pdf("#rect(width: 3cm, height: 3cm)"), "holds no text"),
    ],
)
def test_what_gives_no_text_is_refused_in_one_line(data, message):
    with pytest.raises(ReportError, match=message) as caught:
        source_of(data)
    assert "\n" not in str(caught.value)


def test_an_encrypted_file_is_named_so(tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    path = tmp_path / "x.pdf"
    path.write_bytes(pdf("文" * 30))
    with pikepdf.open(path) as opened:
        opened.save(tmp_path / "y.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(ReportError, match="encrypted PDF"):
        source_of((tmp_path / "y.pdf").read_bytes())
