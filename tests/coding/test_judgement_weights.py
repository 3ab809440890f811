"""Weights of units: inverse sampling probabilities, in the estimate and in its interval."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pytest

from govreports.stats.agreement import agreement, scaled
from govreports.stats.classification import corrected_shares

CODES = ("A", "B")


@pytest.mark.parametrize("correction", ["difference", "matrix"])
def test_the_interval_of_corrected_shares_lies_around_the_weighted_estimate(
    correction: Literal["difference", "matrix"],
) -> None:
    # Of the units that are A, those coded B stand for three each: three quarters of all A are
    # misread. Resampled without the weights it would be a half, and the intervals would lie
    # around other shares than the estimates do.
    table = corrected_shares(
        ["B"] * 850 + ["A"] * 150,
        ["A"] * 40 + ["A"] * 40 + ["B"] * 40,
        ["B"] * 40 + ["A"] * 40 + ["B"] * 40,
        CODES,
        correction=correction,
        weights=[3] * 40 + [1] * 80,
        replicates=500,
        seed=1,
    )
    expected = {"difference": 0.15 + 120 / 200, "matrix": 0.15 / 0.25}
    assert table["corrected"].tolist() == pytest.approx(
        [expected[correction], 1 - expected[correction]]
    )
    assert (table["low"] <= table["corrected"]).all()
    assert (table["corrected"] <= table["high"]).all()
    assert (table["low"] < table["high"]).all()


def test_weights_are_shares_of_the_sample_and_no_counts() -> None:
    # An inverse probability of 100 is one unit that stands for a hundred, not a hundred units:
    # Krippendorff's α corrects for the size of the sample, which the weights leave as it is.
    first, second = "AABBABABBA", "AABBABBABB"
    plain = agreement(first, second, CODES, replicates=50)
    for weight in (0.01, 1, 100):
        weighted = agreement(first, second, CODES, weights=[weight] * 10, replicates=50)
        for name, estimate in plain.items():
            assert weighted[name] == pytest.approx(estimate), (name, weight)


def test_scaled_weights_keep_their_ratios_and_add_up_to_the_units() -> None:
    found = scaled([3, 9, 12], 3)
    assert found.sum() == pytest.approx(3)
    assert np.allclose(found / found[0], [1, 3, 4])
