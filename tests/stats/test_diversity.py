"""Lexical diversity and Zipf's line."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.stats.diversity import diversity, diversity_intervals, mattr, mtld, ttr, zipf_fit
from tests.stats.token_frames import frame

tokens = st.lists(st.sampled_from("甲乙丙丁"), min_size=1, max_size=30)


@given(tokens, st.integers(1, 12))
def test_mattr_is_the_mean_of_the_windows_ratios(words, window):
    windows = [words[i : i + window] for i in range(len(words) - window + 1)]
    if not windows:
        assert math.isnan(mattr(words, window=window))
    else:
        expected = np.mean([len(set(part)) / window for part in windows])
        assert mattr(words, window=window) == pytest.approx(expected)


@given(tokens)
def test_a_window_as_long_as_the_text_gives_the_plain_ratio(words):
    assert mattr(words, window=len(words)) == pytest.approx(ttr(words))


@given(tokens)
def test_mtld_is_the_same_read_from_either_end(words):
    assert mtld(words) == pytest.approx(mtld(words[::-1]), nan_ok=True)


def test_the_ratio_falls_with_length_where_mattr_does_not():
    text = list("甲乙丙丁") * 30
    assert ttr(text[:40]) > ttr(text)
    assert mattr(text[:40], window=10) == mattr(text, window=10)


def test_a_text_that_never_repeats_has_no_mtld():
    assert math.isnan(mtld(list("甲乙丙丁")))


def test_no_tokens_have_no_diversity():
    assert math.isnan(ttr([]))
    assert math.isnan(mtld([]))
    assert math.isnan(mattr([]))


def test_senseless_parameters_are_refused():
    with pytest.raises(ArgumentError, match="window"):
        mattr(["甲"], window=0)
    with pytest.raises(ArgumentError, match="factor"):
        mtld(["甲"], factor=1)
    with pytest.raises(ArgumentError, match="rank"):
        zipf_fit([3, 2, 1], first=0)


def test_the_fitted_range_decides_the_slope_and_is_told():
    bent = [1000, 500, 333, *[1] * 50]
    head, whole = zipf_fit(bent, last=3), zipf_fit(bent)
    assert (head.first, head.last, whole.last) == (1, 3, 53)
    assert head.slope == pytest.approx(-1, abs=0.01)
    assert whole.slope != pytest.approx(-1, abs=0.1)


@pytest.mark.parametrize("counts", [[], [5], [0, 0]])
def test_a_line_needs_two_ranks(counts):
    assert math.isnan(zipf_fit(counts).slope)


def test_reports_are_measured_each_for_itself():
    table = diversity(frame({"甲": ["公开 公开 行政", "法治"], "乙": ["公开"]}), window=2)
    assert table["report"].tolist() == ["甲", "乙"]
    assert table["types"].tolist() == [3, 1]
    assert table["mattr"].tolist()[0] == pytest.approx((0.5 + 1 + 1) / 3)
    assert math.isnan(table["mattr"].tolist()[1])


def drawn(paragraphs, **options):
    table = diversity_intervals(frame({"甲": paragraphs}), seed=1, window=4, **options)
    return table.iloc[0]


ALPHABET = "子丑寅卯辰巳午未申酉戌亥"


def paragraphs_that_differ(number=24):
    generator = np.random.default_rng(0)
    return [" ".join(generator.choice(list(ALPHABET), 20)) for _ in range(number)]


def test_paragraphs_all_alike_leave_mattr_nothing_to_vary():
    row = drawn(["甲 乙 丙 甲"] * 8)
    assert row["mattr_low"] == row["mattr_high"] == mattr(list("甲乙丙甲") * 4, window=4)


def test_the_interval_of_mattr_is_as_wide_as_a_bootstrap_of_paragraphs_apart():
    parts = paragraphs_that_differ(40)
    row = drawn(parts, replicates=2000)
    # Windows inside paragraphs alone: their mean is one of independent values.
    means = np.array([mattr(part.split(), window=4) for part in parts])
    generator = np.random.default_rng(2)
    boot = generator.choice(means, (2000, len(means))).mean(axis=1)
    low, high = np.quantile(boot, [0.025, 0.975])
    assert row["mattr_high"] - row["mattr_low"] == pytest.approx(high - low, rel=0.3)


def test_the_value_lies_in_its_interval():
    parts = paragraphs_that_differ()
    row, whole = drawn(parts), " ".join(parts).split()
    assert row["mattr_low"] < mattr(whole, window=4) < row["mattr_high"]
    assert row["mtld_low"] < mtld(whole) < row["mtld_high"]


def test_a_reports_interval_does_not_depend_on_the_others():
    parts = paragraphs_that_differ()
    both = frame({"乙": parts[:9], "甲": parts})
    assert diversity_intervals(both, seed=1, window=4).iloc[1].equals(drawn(parts).rename(1))


def test_too_few_paragraphs_or_undefined_values_have_no_interval():
    assert drawn(["甲 乙 丙 甲 乙"] * 3)[1:].isna().all()
    assert drawn(["甲", "乙", "丙", "丁"])[1:].isna().all()
    with pytest.raises(ArgumentError, match="level"):
        drawn(["甲"], level=1)
