"""The frequency table."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.stats.dispersion import deviation_of_proportions
from govreports.words.frequency import SPREAD_COLUMNS, by_report, term_table, with_spread
from tests.stats.token_frames import frame

REPORTS = {"甲": ["依法 行政 依法", "公开 行政", "依法"], "乙": ["公开 公开"]}
words = st.lists(st.sampled_from(["依法", "行政", "公开"]), min_size=1, max_size=8).map(" ".join)
corpora = st.dictionaries(
    st.sampled_from("甲乙丙"), st.lists(words, min_size=1, max_size=4), min_size=1
)


def ranked(tokens):
    """The terms of a token frame, most frequent first, with how they spread."""
    return with_spread(term_table(tokens, tokens.head(0)), tokens)


def test_the_table_counts_rates_reports_and_sections():
    table = ranked(frame(REPORTS)).set_index("term")
    assert table.index.tolist() == ["依法", "公开", "行政"]
    assert table["count"].tolist() == [3, 3, 2]
    assert table.loc["依法", "per_10k"] == 3 / 8 * 10_000
    assert table.loc["公开", ["reports", "range", "sections"]].tolist() == [2, 1.0, 2]
    assert table.loc["依法", ["reports", "range", "sections"]].tolist() == [1, 0.5, 2]
    assert table.loc["公开", "dispersion"] == deviation_of_proportions([1, 2], [6, 2])
    by_section = deviation_of_proportions([1, 0, 2], [5, 1, 2])
    assert table.loc["公开", "dispersion_section"] == pytest.approx(by_section)


def test_a_term_that_all_reports_have_by_their_lengths_is_even_whatever_the_normalisation():
    tokens = frame({"甲": ["依法 行政", "依法 行政"], "乙": ["依法 行政"]})
    assert ranked(tokens)[["dispersion", "dispersion_norm"]].abs().max().max() < 1e-12


def test_only_the_terms_given_are_described_and_in_their_order():
    tokens = frame(REPORTS)
    table = term_table(tokens, tokens.head(0))
    chosen = table[table["term"] != "依法"].iloc[::-1]
    assert with_spread(chosen, tokens)["term"].tolist() == ["行政", "公开"]
    assert with_spread(chosen, tokens)["per_10k"].tolist() == [2 / 8 * 10_000, 3 / 8 * 10_000]


def test_terms_of_a_layer_spread_over_the_sections_of_the_base():
    tokens = frame(REPORTS)
    terms = tokens[tokens["report"] == "乙"].assign(layer="term")
    table = term_table(tokens, terms)
    phrases = with_spread(table[table["layer"] == "term"], terms, base=tokens)
    assert phrases["term"].tolist() == ["公开"]
    assert phrases["range"].tolist() == [0.5]
    assert phrases["dispersion_norm"].tolist() == [1.0]


def test_no_tokens_give_a_table_without_rows():
    table = ranked(frame({}))
    assert table.empty
    assert tuple(table.columns) == SPREAD_COLUMNS


@given(corpora)
def test_every_token_is_counted_once(reports):
    tokens = frame(reports)
    table = ranked(tokens)
    assert table["count"].sum() == len(tokens)
    assert np.isclose(table["per_10k"].sum(), 10_000)
    assert table["dispersion_section"].between(-1e-12, 1).all()


@given(corpora)
def test_reading_every_report_twice_changes_no_rate_and_no_dispersion(reports):
    tokens = frame(reports)
    doubled = frame({name: [f"{p} {p}" for p in parts] for name, parts in reports.items()})
    once, twice = ranked(tokens), ranked(doubled)
    assert (twice["count"] == 2 * once["count"]).all()
    for column in ("per_10k", "dispersion", "dispersion_section"):
        np.testing.assert_allclose(once[column], twice[column], atol=1e-12)


def test_rates_by_report_have_each_report_s_own_denominator():
    rates = by_report(frame(REPORTS))
    assert rates.loc["公开"].tolist() == [10_000 / 6, 10_000.0]
