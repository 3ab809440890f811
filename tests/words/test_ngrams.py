"""Recurring runs of tokens."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.words.ngrams import NGRAM_COLUMNS, in_runs, maximal, ngrams
from tests.stats.token_frames import frame

paragraphs = st.lists(
    st.lists(st.sampled_from(["依法", "行政", "的"]), min_size=1, max_size=8).map(" ".join),
    min_size=1,
    max_size=5,
)


@given(paragraphs, st.integers(1, 4))
def test_runs_are_counted_as_by_hand(parts, size):
    expected = Counter(
        tuple(words[i : i + size])
        for words in (part.split() for part in parts)
        for i in range(len(words) - size + 1)
    )
    table = ngrams(frame({"甲": parts}), sizes=[size], min_count=1)
    assert dict(zip(table["ngram"], table["count"], strict=True)) == expected


def test_the_table_tells_length_rate_and_reports():
    table = ngrams(frame({"甲": ["依法 行政", "依法 行政"], "乙": ["依法 行政"]}), sizes=[2])
    assert table.to_dict("records") == [
        {
            "ngram": ("依法", "行政"),
            "text": "依法行政",
            "n": 2,
            "count": 3,
            "per_10k": 5000.0,
            "reports": 2,
        }
    ]


def test_runs_of_one_report_can_be_left_aside():
    tokens = frame({"甲": ["依法 行政", "依法 行政", "公开 监督"], "乙": ["公开 监督"]})
    assert ngrams(tokens, sizes=[2], min_reports=2)["text"].tolist() == ["公开监督"]


def test_parts_that_never_stand_alone_are_dropped():
    tokens = frame({"甲": ["推进 依法 行政 工作", "推进 依法 行政 工作", "依法 行政"]})
    assert maximal(ngrams(tokens))["text"].tolist() == ["依法行政", "推进依法行政工作"]


def test_a_run_mostly_inside_a_longer_one_can_be_left_out():
    tokens = frame({"甲": ["推进 依法 行政"] * 3 + ["依法 行政"]})
    table = ngrams(tokens, sizes=[2, 3], min_count=3)
    assert maximal(table)["text"].tolist() == ["依法行政", "推进依法行政"]
    assert maximal(table, share=0.75)["text"].tolist() == ["推进依法行政"]


@pytest.mark.parametrize("share", [0, 1.5])
def test_a_share_lies_between_none_and_all(share):
    with pytest.raises(ArgumentError, match="share"):
        maximal(ngrams(frame({"甲": ["依法"]})), share=share)


def test_nothing_to_count_gives_an_empty_table():
    for reports in ({}, {"甲": ["依法"]}):
        table = ngrams(frame(reports))
        assert table.empty
        assert tuple(table.columns) == NGRAM_COLUMNS


def test_a_run_has_at_least_one_token():
    with pytest.raises(ArgumentError, match="n-gram"):
        ngrams(frame({"甲": ["依法"]}), sizes=[0])


def test_tokens_inside_runs_are_marked_where_they_overlap_too():
    tokens = frame({"甲": ["推进 依法 行政 依法 行政 工作", "行政"], "乙": ["依法", "行政"]})
    marked = in_runs(tokens, [("依法", "行政", "依法"), ("依法", "行政")])
    assert marked.tolist() == [False, True, True, True, True, False, False, False, False]


@given(paragraphs)
def test_every_token_of_a_frame_lies_in_one_of_its_runs(parts):
    tokens = frame({"甲": parts})
    assert in_runs(tokens, ngrams(tokens, sizes=[1], min_count=1)["ngram"]).all()
    assert not in_runs(tokens, []).any()


def test_without_any_run_there_is_none_of_its_own():
    table = ngrams(frame({"甲": ["依法 行政"]}), sizes=[4], min_count=3)
    assert maximal(table, share=0.75).equals(table)
