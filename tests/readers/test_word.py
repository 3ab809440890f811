"""Word documents give their text with the numbers that Word shows."""

import io
import zipfile

import pytest

from govreports.errors import ReportError
from govreports.readers.source import source_of
from tests.readers.documents import BODY, docx, paragraph


def level(at: int, form: str, wording: str) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{wording}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "•")
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def lines(body: str, **parts: str) -> list[str]:
    return source_of(docx(body, **parts)).text.splitlines()


def test_paragraphs_are_lines():
    read = source_of(docx("".join(paragraph(line) for line in BODY)))
    assert (read.kind, read.text.splitlines()) == ("docx", BODY)


def test_automatic_numbers_stand_where_word_shows_them():
    body = "".join(
        paragraph(text, numbered=(1, at))
        for text, at in [
            *(("主要工作", 0), ("规范执法。", 1), ("评查案卷。", 2), ("培训人员。", 2)),
            *(("化解纠纷。", 1), ("存在问题", 0), ("力量不足。", 1)),
        ]
    )
    assert lines(body, numbering=NUMBERING) == [
        "一、主要工作", "（一）规范执法。", "1.评查案卷。", "2.培训人员。", "（二）化解纠纷。",
        "二、存在问题", "（一）力量不足。",
    ]  # fmt: skip


def test_a_list_can_say_where_it_starts_and_bullets_have_no_number():
    body = paragraph("重点", numbered=(3, 0)) + paragraph("其他", numbered=(2, 0))
    assert lines(body, numbering=NUMBERING) == ["五、重点", "其他"]


def test_a_style_can_carry_the_number():
    styles = (
        '<w:style w:styleId="1级"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    body = paragraph("工作", style="1级") + paragraph("正文。") + paragraph("问题", style="1级")
    assert lines(body, numbering=NUMBERING, styles=styles) == ["一、工作", "正文。", "二、问题"]


def test_insertions_are_in_and_deletions_out():
    body = (
        "<w:p><w:r><w:t>开展</w:t></w:r><w:ins><w:r><w:t>执法</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>普法</w:delText></w:r></w:del><w:r><w:t>培训。</w:t></w:r></w:p>"
    )
    assert lines(body) == ["开展执法培训。"]


def test_content_controls_breaks_hyphens_and_tables_are_read():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('控件内的段落。')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下2019</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('规章')}</w:tc><w:tc>{paragraph('0')}</w:tc></w:tr></w:tbl>"
    )
    assert lines(body) == ["控件内的段落。", "上", "下2019-2020", "规章\t0"]


def test_a_text_box_is_read_once():
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>框内文字。</w:t></mc:Choice>"
        "<mc:Fallback><w:t>框内文字。</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert lines(body) == ["框内文字。"]


def test_footnotes_come_at_the_end():
    notes = f'<w:footnote w:id="2">{paragraph("注释文字。")}</w:footnote>'
    assert lines(paragraph("正文。"), footnotes=notes) == ["正文。", "注释文字。"]


def other_archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (other_archive(), "no Word document"),
        (docx(paragraph("文"))[:-40], "damaged archive"),
        (docx("<w:p>"), "damaged Word document"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "old Office file"),
    ],
)
def test_what_is_no_usable_document_is_refused_in_one_line(data, message):
    with pytest.raises(ReportError, match=message) as caught:
        source_of(data)
    assert "\n" not in str(caught.value)


def test_a_document_that_states_more_than_is_allowed_is_not_unpacked(monkeypatch):
    monkeypatch.setattr("govreports.readers.word.MOST_BYTES", 100)
    with pytest.raises(ReportError, match="unpacks to more than"):
        source_of(docx(paragraph("长" * 200)))
