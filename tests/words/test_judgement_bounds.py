"""What happens exactly at a bound, and why it falls on the side that it does."""

from __future__ import annotations

import numpy as np
import pytest

from govreports.stats.bootstrap import paragraph_bootstrap
from govreports.stats.counts import count
from govreports.stats.diversity import mtld
from govreports.stats.intervals import percentile
from govreports.stats.keyness import keyness
from govreports.words.clouds import layout
from govreports.words.segmenter import Segmenter
from tests.stats.token_frames import frame


@pytest.mark.parametrize(("level", "told"), [(0.95, False), (0.8, False), (0.7, True)])
def test_an_interval_is_not_told_where_its_tails_may_be_what_is_undefined(
    level: float, told: bool
) -> None:
    # The word stands in one of two paragraphs: about a quarter of the replicates lack it. Where
    # more of them are undefined than the interval leaves out, its bounds could lie anywhere.
    counts = count(frame({"r": ["甲 乙", "乙 乙"]}), ("report", "paragraph")).of(["甲"])
    found = paragraph_bootstrap(
        counts,
        lambda table, sizes: np.where(table[..., 0, :] > 0, table[..., 0, :], np.nan),
        seed=1,
        replicates=1000,
        level=level,
    )
    assert found.undefined == pytest.approx(0.25, abs=0.04)
    assert bool((found.undefined > 1 - level).all()) is not told
    assert bool(np.isfinite([found.low, found.high]).all()) is told
    assert found.estimate.tolist() == [1]


def test_percentiles_are_told_where_just_the_level_of_the_values_is_defined() -> None:
    # "More than 1 − level of them are nan" takes the interval away; exactly so many do not.
    nan = float("nan")
    assert percentile([1, 3, nan, nan], 0.5) == (1.5, 2.5)
    assert np.isnan(percentile([1, nan, nan, nan], 0.5)).all()


def test_a_term_at_the_least_count_is_tested_for_keyness() -> None:
    # ``min_count`` is the least count that is tested, "on both sides together", and not the
    # first that is left out; five is a convention and no law of the statistic.
    tokens = frame({"a": ["甲 甲 甲 乙 乙 丙"], "b": ["甲 甲 乙 乙 丁 丁"]})
    assert set(keyness(tokens, ["a"])["term"]) == {"甲"}
    assert set(keyness(tokens, ["a"], min_count=4)["term"]) == {"甲", "乙"}
    assert set(keyness(tokens, ["a"], min_count=6)["term"]) == set()


def test_a_stretch_of_mtld_ends_below_the_factor_and_not_at_it() -> None:
    # McCarthy & Jarvis (2010) count a factor where the ratio falls below its value; programs
    # that count it already where the ratio reaches the value give less. After "abca" it
    # is exactly .75: the stretch goes on, and all seven tokens are (1/7)/(1/4) of one.
    assert mtld(list("abcadef"), factor=0.75) == pytest.approx(7 / (4 / 7))
    # One more repetition, and the ratio of "abcaa" is below.
    assert mtld(list("abcaa"), factor=0.75) == pytest.approx(5 / 1)


@pytest.mark.parametrize("engine", ["jieba", "rjieba"])
def test_a_suffix_makes_a_word_of_two_characters_and_of_no_longer_one(engine) -> None:
    # 率 is bound to 受理. 自动化 is such a word already, 化 its suffix: the next one stays apart,
    # as the convention has it that suffixes join "the two characters before them".
    tokens = Segmenter(engine).tokens("受理率和自动化率、满意度率。")
    assert [token.text for token in tokens] == [
        *("受理率", "和", "自动化", "率", "、", "满意度", "率", "。")
    ]


def test_the_smallest_size_of_a_cloud_is_still_set() -> None:
    # Words "too small to read" are left out; the smallest legible size is legible. The area of
    # the letters goes with the weight, so that sizes s of the largest S weigh (s/S)².
    (largest,) = layout({"大": 1.0})
    sizes = {
        size: {
            word.text: word.size for word in layout({"大": 1.0, "小": (size / largest.size) ** 2})
        }
        for size in range(1, 31)
    }
    kept = [size for size, words in sizes.items() if "小" in words]
    assert all(sizes[size]["小"] == size for size in kept)
    # 11 of 1200 points of the canvas are about 4.8 points on a figure of 7.2 inches.
    assert kept == list(range(11, 31))
