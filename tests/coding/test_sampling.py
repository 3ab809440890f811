"""A sample can be drawn again, and its weights count every sentence once."""

import pandas as pd
import pytest

from govreports.coding.sampling import draw_sample
from govreports.errors import ArgumentError


@pytest.fixture
def frame() -> pd.DataFrame:
    themes = ["T1"] * 60 + ["T2"] * 12 + ["T9"] * 2
    rows = [(report, f"p{n}.s1", n, n + 1, t) for report in "ab" for n, t in enumerate(themes)]
    return pd.DataFrame(rows, columns=["report", "sentence", "start", "end", "primary"])


def test_same_seed_same_sample(frame):
    assert draw_sample(frame, 40, seed=1) == draw_sample(frame, 40, seed=1)
    assert draw_sample(frame, 40, seed=1) != draw_sample(frame, 40, seed=2)


def test_weights_add_up_to_the_sentences_of_each_stratum(frame):
    drawn = pd.DataFrame(draw_sample(frame, 40, seed=1)).merge(
        frame[["report", "sentence", "primary"]], on=["report", "sentence"]
    )
    totals = drawn.groupby(["report", "primary"])["weight"].sum()
    sizes = frame.groupby(["report", "primary"]).size()
    assert (totals - sizes).abs().max() < 1e-9


def test_rare_strata_are_drawn_whole_or_to_the_least(frame):
    drawn = {(d.report, d.sentence) for d in draw_sample(frame, 20, seed=1, least=3)}
    rare = frame[frame["primary"] == "T9"]
    assert set(zip(rare["report"], rare["sentence"], strict=True)) <= drawn


def test_no_unit_is_drawn_twice(frame):
    drawn = [(d.report, d.sentence) for d in draw_sample(frame, 60, seed=3)]
    assert len(drawn) == len(set(drawn))


@pytest.mark.parametrize("size", [0, 1000])
def test_impossible_sizes_are_refused(frame, size):
    with pytest.raises(ArgumentError, match="cannot be drawn"):
        draw_sample(frame, size, seed=1)
