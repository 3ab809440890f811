"""Keyness: published values, scipy as an independent reckoning, and borders."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from govreports.errors import ArgumentError
from govreports.stats import keyness as k
from tests.stats.token_frames import frame

cell = st.integers(1, 10_000)


@given(cell, cell, cell, cell)
def test_g2_is_scipys_likelihood_ratio_of_the_same_table(a, b, c, d):
    expected = stats.chi2_contingency(
        [[a, b], [c, d]], correction=False, lambda_="log-likelihood"
    ).statistic
    assert k.log_likelihood(a, b, c, d) == pytest.approx(expected, rel=1e-6, abs=1e-6)


@given(cell, cell, cell, cell, st.booleans())
def test_chi_squared_is_scipys(a, b, c, d, yates):
    expected = stats.chi2_contingency([[a, b], [c, d]], correction=yates).statistic
    assert k.chi_squared(a, b, c, d, yates=yates) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_collocates_of_manning_and_schuetze():
    n, f, x, y = 14_307_668, 8, 15_828, 4_675
    value = k.chi_squared(f, x - f, y - f, n - x - y + f)
    assert value == pytest.approx(1.5489, abs=5e-5)


def test_a_table_with_an_empty_margin_tests_nothing():
    assert np.isnan(k.log_likelihood(0, 5, 0, 7))
    assert np.isnan(k.chi_squared(0, 5, 0, 7))
    assert np.isnan(k.g2(0, 10, 0, 10, form="two-cell"))
    assert np.isnan(k.g2(3, 10, 0, 0, form="two-cell"))


def test_a_word_of_one_side_only_has_an_infinite_log_ratio_unless_something_stands_in():
    value, low, high = k.log_ratio(4, 100, 0, 100)
    assert value == np.inf
    assert np.isnan([low, high]).all()
    assert k.log_ratio(4, 100, 0, 100, zero=0.5)[0] == pytest.approx(3)
    assert np.isnan(k.log_ratio(0, 100, 0, 100)[0])


def test_the_log_ratio_interval_is_that_of_scipys_risk_ratio():
    result = stats.contingency.relative_risk(20, 10_000, 5, 8_000)
    interval = result.confidence_interval(0.95)
    value, low, high = k.log_ratio(20, 10_000, 5, 8_000)
    assert [value, low, high] == pytest.approx(
        np.log2([result.relative_risk, interval.low, interval.high])
    )


def test_corrections_leave_undefined_p_values_out_of_the_count():
    p = [0.01, np.nan, 0.04]
    assert k.holm(p)[[0, 2]].tolist() == [0.02, 0.04]
    np.testing.assert_allclose(k.benjamini_hochberg(p)[[0, 2]], [0.02, 0.04])
    assert np.isnan(k.holm(p)[1])
    assert np.isnan(k.benjamini_hochberg(p)[1])
    assert k.holm([]).size == k.benjamini_hochberg([]).size == 0


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_holm_is_at_least_as_strict_as_benjamini_hochberg(p):
    holm, bh = k.holm(p), k.benjamini_hochberg(p)
    assert (holm >= bh - 1e-12).all()
    assert (bh >= np.asarray(p) - 1e-12).all()


def test_an_unknown_form_is_refused():
    with pytest.raises(ArgumentError, match="form"):
        k.g2(1, 2, 3, 4, form="rayson")  # type: ignore[arg-type]


REPORTS = {
    "甲": ["公开 " * 6 + "行政", "公开 法治"],
    "乙": ["行政 " * 5 + "法治", "法治 " * 4],
    "丙": ["行政 公开"],
}


def test_the_table_ranks_what_the_target_says_more_often():
    table = k.keyness(frame(REPORTS), ["甲"], min_count=2).set_index("term")
    assert table.index[0] == "公开"
    row = table.loc["公开"]
    assert row[["count", "ref_count", "reports", "ref_reports"]].tolist() == [7, 1, 1, 1]
    assert row["g2"] == pytest.approx(float(k.g2(7, 9, 1, 12)))
    assert row["p_holm"] == pytest.approx(row["p"] * 3)
    assert table.loc["行政", "log_ratio"] < 0


def test_rare_terms_are_not_tested():
    assert "公开" not in k.keyness(frame(REPORTS), ["甲"], ["乙"], min_count=8)["term"].tolist()


def test_a_layer_of_terms_keeps_the_token_counts_of_its_base():
    tokens = frame(REPORTS)
    alone = tokens[tokens["token"] == "公开"]
    layer = k.keyness(alone, ["甲"], base=tokens, min_count=1).set_index("term")
    whole = k.keyness(tokens, ["甲"], min_count=1).set_index("term")
    columns = ["count", "per_10k", "log_ratio", "g2", "dispersion_section"]
    assert layer.loc["公开", columns].tolist() == whole.loc["公开", columns].tolist()


def test_swapping_the_sides_turns_the_log_ratio_round():
    tokens = frame(REPORTS)
    one = k.keyness(tokens, ["甲"], ["乙"], min_count=1).set_index("term")["log_ratio"]
    two = k.keyness(tokens, ["乙"], ["甲"], min_count=1).set_index("term")["log_ratio"]
    np.testing.assert_allclose(one, -two[one.index])


@pytest.mark.parametrize("target", [["丁"], "甲乙"])
def test_a_report_that_is_not_there_is_named(target):
    with pytest.raises(ArgumentError, match=r"no report '(丁|甲乙)': there are 甲, 乙, 丙"):
        k.keyness(frame(REPORTS), target)


@pytest.mark.parametrize("sides", [(["甲", "乙", "丙"], None), (["甲"], ["甲"])])
def test_a_comparison_needs_two_sides(sides):
    with pytest.raises(ArgumentError, match="either side"):
        k.keyness(frame(REPORTS), *sides)
