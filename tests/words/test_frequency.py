"""The frequency table."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from token_frames import frame

from govreports.words.dispersion import deviation_of_proportions
from govreports.words.frequency import FREQUENCY_COLUMNS, by_report, frequency

REPORTS = {"甲": ["依法 行政 依法", "公开 行政", "依法"], "乙": ["公开 公开"]}
words = st.lists(st.sampled_from(["依法", "行政", "公开"]), min_size=1, max_size=8).map(" ".join)
corpora = st.dictionaries(
    st.sampled_from("甲乙丙"), st.lists(words, min_size=1, max_size=4), min_size=1
)


def test_the_table_counts_rates_reports_and_sections():
    table = frequency(frame(REPORTS)).set_index("term")
    assert table.index.tolist() == ["依法", "公开", "行政"]
    assert table["count"].tolist() == [3, 3, 2]
    assert table.loc["依法", "per_10k"] == 3 / 8 * 10_000
    assert table.loc["公开", ["reports", "range", "sections"]].tolist() == [2, 1.0, 2]
    assert table.loc["依法", ["reports", "range", "sections"]].tolist() == [1, 0.5, 2]
    assert table.loc["公开", "dispersion"] == deviation_of_proportions([1, 2], [6, 2])


def test_stop_words_leave_the_table_but_not_the_denominator():
    kept = frequency(frame(REPORTS), without=["依法"]).set_index("term")
    whole = frequency(frame(REPORTS)).set_index("term")
    assert kept.index.tolist() == ["公开", "行政"]
    assert kept["per_10k"].equals(whole.loc[["公开", "行政"], "per_10k"])


def test_no_tokens_give_a_table_without_rows():
    table = frequency(frame({}))
    assert table.empty
    assert tuple(table.columns) == FREQUENCY_COLUMNS


def test_only_stop_words_give_a_table_without_rows():
    assert frequency(frame({"甲": ["的 了"]}), without=["的", "了"]).empty


@given(corpora)
def test_every_token_is_counted_once(reports):
    tokens = frame(reports)
    table = frequency(tokens)
    assert table["count"].sum() == len(tokens)
    assert np.isclose(table["per_10k"].sum(), 10_000)
    assert table["dispersion"].between(-1e-12, 1).all()


@given(corpora)
def test_reading_every_report_twice_changes_no_rate_and_no_dispersion(reports):
    tokens = frame(reports)
    doubled = frame({name: [f"{p} {p}" for p in parts] for name, parts in reports.items()})
    once, twice = frequency(tokens), frequency(doubled)
    assert (twice["count"] == 2 * once["count"]).all()
    for column in ("per_10k", "dispersion", "dispersion_section"):
        np.testing.assert_allclose(once[column], twice[column], atol=1e-12)


def test_rates_by_report_have_each_report_s_own_denominator():
    rates = by_report(frame(REPORTS))
    assert rates.loc["公开"].tolist() == [10_000 / 6, 10_000.0]
