"""Key word in context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.words.concordance import Line, as_table, concordance, sort_lines
from tests.stats.token_frames import frame, texts

REPORTS = {"甲": ["依法 行政 依法 公开", "行政 公开"], "乙": ["全面 依法 行政"]}


def lines(query, reports=REPORTS, **options):
    return list(concordance(frame(reports), texts(reports), query, **options))


def test_a_token_is_found_with_its_place_and_context():
    first, *_ = lines(["行政"], width=3)
    assert first == Line("甲", "s0", "p0", "p0.s1", 2, 4, "依法", "行政", "依法公")


def test_context_stops_at_the_paragraph():
    assert [line.left for line in lines(["行政"])] == ["依法", "", "全面依法"]


def test_a_sequence_of_tokens_is_matched_as_tokens():
    assert [line.start for line in lines(["依法", "行政"])] == [0, 2]
    assert lines(["依法行政"]) == []


def test_a_phrase_is_found_whatever_the_segmentation():
    assert [line.node for line in lines("法行")] == ["法行", "法行"]


def test_a_phrase_may_overlap_itself():
    assert len(lines("中中", {"甲": ["中中中"]})) == 2


def test_a_view_of_equal_length_finds_other_widths():
    reports = {"甲": ["依法, 行政"]}
    found = lines("依法，行政", reports, fold=lambda text: text.translate(str.maketrans(",", "，")))
    assert [line.node for line in found] == ["依法,行政"]


def test_a_view_that_shifts_offsets_is_refused():
    with pytest.raises(ArgumentError, match="offsets"):
        lines("依法", fold=lambda text: text * 2)


@pytest.mark.parametrize(("query", "width"), [("", 5), ([], 5), ("依法", -1)])
def test_a_query_is_needed(query, width):
    with pytest.raises(ArgumentError, match="query"):
        lines(query, width=width)


def test_a_term_that_never_occurs_has_no_lines():
    assert lines(["督察"]) == lines("督察") == []
    assert as_table([]).columns.tolist() == list(Line._fields)


def test_lines_are_sorted_by_what_adjoins_the_node():
    found = lines(["依法"])
    assert [line.right for line in sort_lines(found, "right")] == ["公开", "行政", "行政依法公开"]
    assert [line.left for line in sort_lines(found, "left")] == ["", "依法行政", "全面"]
    with pytest.raises(ArgumentError, match="middle"):
        sort_lines(found, "middle")  # type: ignore[arg-type]


@given(
    st.lists(st.text("依法行政", min_size=1, max_size=6), min_size=1, max_size=4),
    st.text("依法行", min_size=1, max_size=2),
)
def test_every_line_is_verbatim(parts, phrase):
    reports = {"甲": parts}
    text = texts(reports)["甲"]
    for line in lines(phrase, reports, width=3):
        assert text[line.start : line.end] == line.node == phrase
        assert text[: line.start].endswith(line.left)
        assert text[line.end :].startswith(line.right)
