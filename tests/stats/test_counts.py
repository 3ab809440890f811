"""Counting terms in parts."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.stats.counts import count, leave_out
from tests.stats.token_frames import frame

REPORTS = {"甲": ["依法 行政 依法", "公开 行政", "依法"], "乙": ["公开 公开"]}


def test_sections_of_the_same_name_in_two_reports_are_two_parts():
    counts = count(frame(REPORTS), ("report", "section"))
    assert counts.parts.to_records(index=False).tolist() == [
        ("甲", "s0"),
        ("甲", "s1"),
        ("乙", "s0"),
    ]
    assert counts.sizes.tolist() == [5, 1, 2]
    assert counts.of(["依法"]).dense().ravel().tolist() == [2, 1, 0]


def test_a_term_that_never_occurs_counts_zero_everywhere():
    assert count(frame(REPORTS)).of(["督察", "公开"]).dense().tolist() == [[0, 1], [0, 2]]


def test_stop_words_lose_their_column_but_stay_in_the_size_of_the_part():
    counts = count(frame(REPORTS), without=["依法"])
    assert "依法" not in counts.terms
    assert counts.sizes.tolist() == [6, 2]


def test_a_layer_of_terms_is_counted_against_the_base_tokens():
    tokens = frame(REPORTS)
    terms = tokens[tokens["token"] == "行政"]
    counts = count(terms, base=tokens)
    assert counts.parts["report"].tolist() == ["甲", "乙"]
    assert counts.sizes.tolist() == [6, 2]
    assert counts.dense().tolist() == [[2], [0]]
    with pytest.raises(ArgumentError, match="no part"):
        count(tokens, base=tokens[tokens["report"] == "甲"])


def test_a_frame_as_its_own_base_changes_nothing():
    tokens = frame(REPORTS)
    one, two = (count(tokens, ("report", "section"), base=b) for b in (None, tokens))
    assert (one.dense() == two.dense()).all()
    assert one.parts.equals(two.parts)


def test_an_empty_frame_has_no_parts_and_no_terms():
    counts = count(frame({}))
    assert counts.table.shape == (0, 0)


@pytest.mark.parametrize("by", [(), ("paragraph",), ("report", "chapter")])
def test_parts_that_cannot_be_told_apart_are_refused(by):
    with pytest.raises(ArgumentError, match=r"report|chapter"):
        count(frame(REPORTS), by)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)), max_size=6))
def test_leaving_out_agrees_with_asking_each_token(spans):
    tokens = frame(REPORTS)
    marked = pd.DataFrame(
        [("甲", start, start + length) for start, length in spans],
        columns=["report", "start", "end"],
    )
    expected = [
        not any(t.report == "甲" and s < t.end and t.start < s + n for s, n in spans)
        for t in tokens.itertuples()
    ]
    kept = leave_out(tokens, marked)
    assert kept.index.tolist() == np.flatnonzero(expected).tolist()
