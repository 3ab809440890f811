"""Web pages as people save them give the article's lines, its title first."""

import pytest

from govreports.errors import ReportError
from govreports.readers.source import is_page, source_of
from govreports.report.parse import parse
from tests.readers.documents import BODY, LAYOUTS, NAVIGATION, TITLE, page, paragraphs


@pytest.mark.parametrize("layout", LAYOUTS)
def test_title_and_every_line_of_the_body_are_read_in_order(layout):
    read = source_of(LAYOUTS[layout].encode())
    lines = read.text.splitlines()
    assert (read.kind, read.encoding) == ("html", "utf-8")
    assert [line for line in lines if line in {TITLE, *BODY}] == [TITLE, *BODY]
    assert "不应出现" not in read.text


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_parses_as_the_report_it_is(layout):
    report = parse(source_of(LAYOUTS[layout].encode()).text)
    assert report.stated("title") == TITLE
    assert report.stated("issued") == "2024-01-18"
    assert [s.title for s in report.sections if s.level == 1 and s.heading] == [
        "主要工作",
        "存在问题",
    ]
    assert len(report.sentences) == 6


@pytest.mark.parametrize("said", ["gb2312", "GBK", "gb18030"])
def test_pages_of_the_national_encodings_are_read_with_all_their_characters(said):
    text = page(f'<div id="zoom">{paragraphs()}<p>㐀〇·——“镕”</p></div>', charset=said)
    read = source_of(text.encode("gb18030"))
    assert "㐀〇·——“镕”" in read.text


def test_a_page_that_misstates_its_encoding_is_read_as_what_it_is():
    read = source_of(page(f'<div id="zoom">{paragraphs()}</div>', charset="gb2312").encode("utf-8"))
    assert BODY[0] in read.text


def test_cells_are_joined_by_tabs_and_rows_by_line_breaks():
    rows = [("规章", "0", "3"), ("收费", "", "5")]
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    read = source_of(page(f'<div id="zoom">{paragraphs()}{table}</div>').encode())
    assert "规章\t0\t3" in read.text.splitlines()
    assert "收费\t\t5" in read.text.splitlines()


@pytest.mark.parametrize(
    "hidden", ['style="display: none"', "hidden", 'style="VISIBILITY:hidden"']
)  # fmt: skip
def test_what_the_page_hides_is_not_read(hidden):
    text = page(f'<div id="zoom"><p {hidden}>隐藏文字</p>{paragraphs()}</div>')
    assert "隐藏文字" not in source_of(text.encode()).text


def test_running_text_outside_the_article_is_noted_not_lost_in_silence():
    aside = "".join(f"<p>{line * 2}</p>" for line in BODY[:2])
    read = source_of(page(f'<div id="zoom">{paragraphs()}</div><div>{aside}</div>').encode())
    assert any("body uncertain" in note for note in read.notes)
    assert not source_of(LAYOUTS["zoom"].encode()).notes


def test_text_that_only_mentions_a_tag_is_text():
    assert not is_page("建设<html>页面3个。".encode())
    assert is_page(b"\xef\xbb\xbf  <!doctype HTML><html>")
    assert is_page("<html>".encode("utf-16"))


def test_a_page_without_an_article_holds_no_report():
    read = source_of(page("").encode())
    assert NAVIGATION
    with pytest.raises(ReportError, match=r"navigation|no report"):
        parse(read.text)


def test_deep_nesting_costs_no_text():
    deep = "<div>" * 200 + paragraphs() + "</div>" * 200
    assert set(BODY) <= set(source_of(page(deep).encode()).text.splitlines())
