"""Report text on its way into a page is characters, never markup."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from publishing.pages.html import templates
from publishing.pages.marks import Mark, pieces
from publishing.pages.text import markdown, raw_html, shown
from tests.publishing.made import html_of

PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Z"]))


def filled(source, **values):
    """The block that a template of this source gives, parsed."""
    return html_of(raw_html(templates().from_string(source).render(values)))


@given(PLAIN)
def test_a_text_that_fills_a_template_reads_as_itself(text):
    made = filled('<p title="{{ text }}">{{ text }}</p>', text=text)
    assert made.p is not None
    assert made.p.get_text() == made.p["title"] == shown(text)
    assert [tag.name for tag in made.body.find_all(True)] == ["p"]


@given(PLAIN)
def test_markdown_makes_nothing_of_it(text):
    rendered = MarkdownIt().renderInline(markdown(f"x{text}x"))
    assert html.unescape(rendered) == f"x{shown(text)}x"


def test_text_cannot_close_the_block_that_carries_it():
    block = raw_html(templates().from_string("<p>{{ text }}</p>").render(text=f"\n{'`' * 40}\n"))
    assert [line for line in block.splitlines() if set(line) == {"`"}] == ["`" * 12]
    assert len(block.splitlines()) == 3


def test_what_a_template_is_not_given_is_an_error():
    with pytest.raises(UndefinedError):
        templates().from_string("<p>{{ missing }}</p>").render()


def test_lines_of_a_template_part_words_and_nothing_else():
    source = """<p>
      one
      two <b>{{ x }}</b> three
      {{ x }}
    </p>
    <p></p>"""
    made = templates().from_string(source).render(x="x")
    assert made == "<p>one two <b>x</b> three x</p><p></p>"


def test_marks_that_reorder_text_are_shown_by_number():
    assert shown("甲\u202e乙\u200f丙\x00") == "甲〔U+202E〕乙〔U+200F〕丙〔U+0000〕"


def test_a_line_break_closes_up_between_chinese_and_becomes_a_space_between_words():
    assert shown("行政\n　　执法") == "行政执法"
    assert shown("rule\nof law") == "rule of law"


def test_cells_of_tables_are_escaped_but_for_finished_html():
    parts = templates().get_template("parts.html").module
    place = parts.place("r", "p1.s2", "R & D")
    assert place == '<a href="reports/r.html#p1-s2">R &amp; D, ¶ 1.2</a>'
    made = html_of(raw_html(parts.table(("A", "B"), [("<b>", parts.chinese("<i>")), (1, place)])))
    cells = [cell.get_text() for cell in made.select("tbody :is(th, td)")]
    assert cells == ["<b>", "<i>", "1", "R & D, ¶ 1.2"]
    assert len(made.select("b, i")) == 0
    assert len(made.select('span[lang="zh-Hans"], a')) == 2


def test_a_number_stands_at_the_right_but_for_the_first_cell():
    made = templates().get_template("parts.html").module.table(("A", "B"), [(1, 2), ("1", "2")])
    assert [cell.get_text() for cell in html_of(raw_html(made)).select(".number")] == ["2"]


SPANS = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(SPANS.map(lambda s: Mark(*s, "q")) | SPANS.map(lambda s: Mark(*s, "r"))), SPANS)
def test_pieces_cover_a_span_once_and_know_what_covers_them(marks, span):
    made = list(pieces([span], marks))
    assert [at for piece in made for at in range(*piece[:2])] == list(range(*span))
    assert all(a.kind != b.kind for a, b in pairwise(made))
    for piece in made:
        for at in range(*piece[:2]):
            covering = {mark.kind for mark in marks if mark.start <= at < mark.end}
            assert set(piece.kind.split()) == covering


def test_words_of_neighbouring_cells_stay_apart_when_tags_are_dropped():
    rows = [("inspection", "T5"), ("counsel", "T3")]
    made = templates().get_template("parts.html").module.table(("Word", "Sense"), rows)
    block = raw_html(
        f"{made}<ul><li>one</li><li>two</li></ul><dl><dt>Title</dt><dd>Report</dd></dl>"
    )
    words = re.sub(r"<[^>]+>", "", block).split()
    expected = [
        "Word",
        "Sense",
        "inspection",
        "T5",
        "counsel",
        "T3",
        "one",
        "two",
        "Title",
        "Report",
    ]
    assert [word for word in words if word.isalnum()][-len(expected) :] == expected
