"""Report text on its way into a page is characters, never markup."""

import html
import re
from itertools import pairwise

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publishing.pages.html import chinese, place, table
from publishing.pages.marks import Mark, pieces
from publishing.pages.text import escaped, markdown, raw_html, shown

PLAIN = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Z"]))


@given(PLAIN)
def test_escaped_text_reads_as_itself(text):
    assert BeautifulSoup(f"<p>{escaped(text)}</p>", "lxml").get_text() == shown(text)


@given(PLAIN)
def test_escaped_text_can_stand_in_an_attribute(text):
    tag = BeautifulSoup(f'<p title="{escaped(text)}"></p>', "lxml").p
    assert tag is not None
    assert tag["title"] == shown(text)


@given(PLAIN)
def test_markdown_makes_nothing_of_it(text):
    rendered = MarkdownIt().renderInline(markdown(f"x{text}x"))
    assert html.unescape(rendered) == f"x{shown(text)}x"


def test_text_cannot_close_the_block_that_carries_it():
    block = raw_html(f"<p>{escaped('`' * 40)}</p>")
    assert [line for line in block.splitlines() if set(line) == {"`"}] == ["`" * 12]


def test_marks_that_reorder_text_are_shown_by_number():
    assert shown("甲\u202e乙\u200f丙\x00") == "甲〔U+202E〕乙〔U+200F〕丙〔U+0000〕"


def test_a_line_break_closes_up_between_chinese_and_becomes_a_space_between_words():
    assert shown("行政\n　　执法") == "行政执法"
    assert shown("rule\nof law") == "rule of law"


def test_cells_of_tables_are_escaped_but_for_finished_html():
    made = table(("A", "B"), [("<b>", chinese("<i>")), ("x", place("r", "R & D", "p1.s2"))])
    assert "<b>" not in made
    assert "<i>" not in made
    assert '<a href="reports/r.html#p1-s2">R &amp; D, ¶ 1.2</a>' in made


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
    made = table(("Word", "Sense"), [("inspection", "T5"), ("counsel", "T3")])
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
