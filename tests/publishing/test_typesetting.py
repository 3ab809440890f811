"""What the PDF makes of tables and sentence numbers, tried on documents of their own."""

import re
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest
import typst
from pylopdf_fonts_zh_cn import sans_path

import publishing.pdf
from publishing.pdf.digits import digits
from publishing.pdf.typeset import _TOLD
from tests.machine import PDFTOTEXT, missing

PDF = Path(publishing.pdf.__file__).parent
FIELDS = [
    "title",
    "subtitle",
    "title_zh",
    "author",
    "version",
    "released",
    "commit",
    "tree",
    "revision",
    "caveat",
    "checksum",
    "licence",
    "licence_code",
    "edition",
]
TOLD = ", ".join(f'"{text}": "x"' for text in _TOLD)
HEAD = f"""#import "book.typ": *
#show: book.with(({", ".join(f'{field}: "x"' for field in FIELDS)}, keywords: (), told: ({TOLD})))
"""


@pytest.fixture
def pages(tmp_path):
    """Set a document in Typst; gives the text of its pages."""
    if PDFTOTEXT is None:
        missing("pdftotext")
    shutil.copy2(PDF / "book.typ", tmp_path)
    (tmp_path / "digits.json").write_text(digits(), encoding="utf-8")
    (tmp_path / "metadata.json").write_text("{}", encoding="utf-8")

    def compiled(body):
        source, target = tmp_path / "made.typ", tmp_path / "made.pdf"
        source.write_text(f"{HEAD}\n{body}", encoding="utf-8")
        fonts = [str(Path(sans_path()).parent)]
        typst.compile(str(source), output=str(target), font_paths=fonts, ignore_system_fonts=True)
        done = subprocess.run([PDFTOTEXT, str(target), "-"], capture_output=True, check=True)
        return done.stdout.decode("utf-8").split("\f")

    return compiled


def table(name, rows):
    """A table of one column whose cells are found again by name and number."""
    cells = " ".join(f"[{name}r{number}x]," for number in range(rows))
    return (
        f"#set-table(columns: (auto,), alignment: (left,), caption: [A caption {name}c], "
        f"head: ([Head],), rows: ({cells}))\n"
    )


def shares(found, rows):
    """How many rows of each table stand on each page that has some."""
    by_table = {}
    for text in found:
        for name in sorted(set(re.findall(r"(t\d+)r\d+x", text))):
            by_table.setdefault(name, []).append(len(re.findall(rf"{name}r\d+x", text)))
    assert all(sum(numbers) == rows for numbers in by_table.values())
    return by_table


def after_heights(rows):
    return "#pagebreak()\n".join(
        f"#v({height}mm)\n{table(f't{height}', rows)}" for height in range(0, 246, 6)
    )


def test_a_low_table_is_not_divided(pages):
    made = shares(pages(after_heights(7)), 7)
    assert len(made) > 30
    assert {len(numbers) for numbers in made.values()} == {1}


def test_a_high_table_leaves_no_single_row_behind(pages):
    made = shares(pages(after_heights(30)), 30)
    assert any(len(numbers) > 1 for numbers in made.values())
    assert min(min(numbers) for numbers in made.values()) >= 2


def test_caption_and_first_rows_stand_on_one_page(pages):
    for text in pages(after_heights(30)):
        for name in re.findall(r"A caption (t\d+)c", text):
            assert f"{name}r1x" in text


def test_a_sentence_is_copied_without_its_number(pages):
    sentences = "".join(f'#sentence-number("7")[甲];{"乙" * length}。' for length in range(1, 40))
    text = "".join(pages(f"#zh[{sentences}]"))
    told = "".join(f"甲{'乙' * length}。" for length in range(1, 40))
    assert told in re.sub(r"\s", "", text)
    assert "7" not in text


def test_chinese_and_figures_are_copied_without_a_blank_between(pages):
    assert "截至2019年共103件ABC类" in "".join(pages("#zh[截至2019年共103件ABC类]"))


def test_a_table_that_goes_on_says_which_it_is(pages):
    found = pages(f"#v(100mm)\n{table('t1', 60).replace('head:', 'name: [Table 1], head:')}")
    on = [text for text in found if "t1r" in text]
    assert len(on) > 1
    assert ["Table 1 (continued)" in text for text in on] == [False] + [True] * (len(on) - 1)


def test_columns_get_room_by_what_their_cells_need():
    cells = ["业务工作能力有待进一步提升" * 2, "long words " * 20, "long words " * 20, "12"]
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    made = pypandoc.convert_text(
        f"<table><tbody>{f'<tr>{row}</tr>' * 4}</tbody></table>",
        to="typst",
        format="html",
        extra_args=[f"--lua-filter={PDF / 'filter.lua'}"],
    )
    chinese, one, other, number = re.search(r"columns: \((.*?),\)", made)[1].split(", ")
    assert number == "auto"
    assert one == other
    assert 15 < float(chinese.removesuffix("fr")) < float(one.removesuffix("fr"))
