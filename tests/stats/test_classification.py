"""Accuracy by code and shares corrected for misclassification."""

import numpy as np
import pytest
from sklearn.metrics import precision_recall_fscore_support

from govreports.errors import ArgumentError
from govreports.stats.agreement import confusion
from govreports.stats.classification import TOO_FEW, accuracy, corrected_shares, gain, unseen_error

GENERATOR = np.random.default_rng(3)
TRUTH = GENERATOR.choice(list("xyz"), 400, p=[0.5, 0.3, 0.2])
# The coding takes one z in two, and one y in ten, for x.
CODED = np.where(
    (TRUTH == "z") & (GENERATOR.random(400) < 0.5) | (TRUTH == "y") & (GENERATOR.random(400) < 0.1),
    "x",
    TRUTH,
)


def sets(codes):
    return [{code} for code in codes]


def test_precision_recall_and_f1_are_scikit_learns():
    table = accuracy(sets(TRUTH), sets(CODED), "xyz", replicates=50).set_index("code")
    expected = precision_recall_fscore_support(TRUTH, CODED, labels=list("xyz"))
    for name, values in zip(("precision", "recall", "f1"), expected, strict=False):
        np.testing.assert_allclose(table[name], values)
    assert table["cases"].tolist() == expected[3].tolist()


def test_intervals_hold_the_value():
    table = accuracy(sets(TRUTH), sets(CODED), "xyz")
    for name in ("precision", "recall", "f1", "kappa", "ac1"):
        assert (table[f"{name}_low"] <= table[name]).all()
        assert (table[name] <= table[f"{name}_high"]).all()


def test_weights_undo_a_stratified_sample():
    # All of the coded x, one in four of the rest: weighted figures are those of the whole.
    kept = (CODED == "x") | (np.arange(400) % 4 == 0)
    weights = np.where(CODED == "x", 1, 4)[kept]
    whole = accuracy(sets(TRUTH), sets(CODED), "xyz", replicates=10).set_index("code")
    plain, weighted = (
        accuracy(sets(TRUTH[kept]), sets(CODED[kept]), "xyz", weights=w, replicates=10).set_index(
            "code"
        )
        for w in (None, weights)
    )
    truth = whole.loc["z", "recall"]
    assert abs(weighted.loc["z", "recall"] - truth) < abs(plain.loc["z", "recall"] - truth)
    assert weighted.loc["x", "precision"] == pytest.approx(whole.loc["x", "precision"])


def test_several_codes_a_unit_are_judged_each_for_itself():
    reference = [{"x", "y"}] * 10 + [{"x"}] * 10
    coded = [{"x"}] * 20
    table = accuracy(reference, coded, "xy", replicates=20).set_index("code")
    assert table.loc["x", ["precision", "recall"]].tolist() == [1, 1]
    assert table.loc["y", "recall"] == 0
    assert np.isnan(table.loc["y", "precision"])


def test_under_ten_cases_there_is_too_little_to_say():
    reference = [{"x"}] * 9 + [{"y"}] * 30
    table = accuracy(reference, reference, "xy", replicates=20).set_index("code")
    assert table.loc["x", "note"] == TOO_FEW
    assert np.isnan(table.loc["x", "f1"])
    assert table.loc["y", "note"] == ""
    assert table.loc["y", "f1"] == 1


def test_sides_must_match_and_not_be_empty():
    with pytest.raises(ArgumentError, match="2 units"):
        accuracy([{"x"}] * 2, [{"x"}], "x")
    with pytest.raises(ArgumentError, match="units"):
        accuracy([], [], "x")


@pytest.mark.parametrize("correction", ["difference", "matrix"])
def test_correction_brings_shares_back_to_the_truth(correction):
    sampled = np.arange(0, 400, 2)
    table = corrected_shares(
        CODED, TRUTH[sampled], CODED[sampled], "xyz", correction=correction, replicates=400
    ).set_index("code")
    truth = {code: (code == TRUTH).mean() for code in "xyz"}
    for code in "xz":
        assert abs(table.loc[code, "corrected"] - truth[code]) < abs(
            table.loc[code, "raw"] - truth[code]
        )
    for code in "xyz":
        assert table.loc[code, "low"] <= truth[code] <= table.loc[code, "high"]
    assert table["corrected"].sum() == pytest.approx(1, abs=1e-6)


@pytest.mark.parametrize("correction", ["difference", "matrix"])
def test_a_coding_without_errors_needs_no_correction(correction):
    table = corrected_shares(TRUTH, TRUTH, TRUTH, "xyz", correction=correction, replicates=20)
    np.testing.assert_allclose(table["corrected"], table["raw"], atol=1e-6)


def test_a_code_without_errors_has_an_interval_of_no_width_and_says_so():
    table = corrected_shares("xxyyzz", "xxyz", "xxzz", "xyz", replicates=200).set_index("code")
    assert table["errors"].to_dict() == {"x": 0, "y": 1, "z": 1}
    assert table.loc["x", "low"] == table.loc["x", "high"] == table.loc["x", "raw"]
    assert table.loc["y", "low"] < table.loc["y", "high"]


def test_what_was_not_seen_may_yet_be():
    # With errors at this rate, so many units are all right in one sample of twenty.
    for units in (5, 47, 300):
        assert (1 - unseen_error(units)) ** units == pytest.approx(0.05)
    with pytest.raises(ArgumentError, match="nothing was seen"):
        unseen_error(0)


def test_a_gain_is_judged_on_the_same_units():
    gained = gain(TRUTH, CODED, ["x"] * 400, clusters=np.arange(400) // 4)
    expected = (TRUTH == CODED).mean() - (TRUTH == "x").mean()
    assert gained.value == pytest.approx(expected)
    assert gained.low < expected < gained.high
    same = gain(TRUTH, CODED, CODED)
    assert (same.value, same.low, same.high) == (0, 0, 0)


def test_a_gain_is_weighted_and_needs_sides_of_one_length():
    assert gain("xy", "xx", "yy", weights=[3, 1], replicates=10).value == pytest.approx(0.5)
    with pytest.raises(ArgumentError, match="2, 2 and 1"):
        gain("xy", "xx", "y")


def test_when_every_unit_is_checked_the_difference_gives_the_truth():
    table = corrected_shares(CODED, TRUTH, CODED, "xyz", replicates=20)
    np.testing.assert_allclose(table["corrected"], [(code == TRUTH).mean() for code in "xyz"])


def test_a_code_that_the_sample_lacks_cannot_be_corrected_by_matrix():
    table = corrected_shares("xxyz", "xxyy", "xxyy", "xyz", correction="matrix", replicates=20)
    assert np.isnan(table.set_index("code").loc["z", "corrected"])


def test_shares_need_units_known_codes_and_a_known_correction():
    with pytest.raises(ArgumentError, match="sample"):
        corrected_shares("xy", "", "", "xy")
    with pytest.raises(ArgumentError, match="'w'"):
        corrected_shares("xw", "x", "x", "xy")
    with pytest.raises(ArgumentError, match="correction"):
        corrected_shares("xy", "x", "x", "xy", correction="guess")  # type: ignore[arg-type]


@pytest.mark.parametrize("weights", [[1, 0], [-1, 2], [-1, 1], [-1, -1], [1], [1, np.inf]])
@pytest.mark.parametrize(
    "figures",
    [
        lambda weights: accuracy(sets("xy"), sets("xy"), "xy", weights=weights, few=0),
        lambda weights: gain("xy", "xx", "yy", weights=weights),
        lambda weights: corrected_shares("xxy", "xy", "xx", "xy", weights=weights),
        lambda weights: confusion("xy", "xy", "xy", weights),
    ],
)
def test_weights_must_be_positive_one_a_unit(figures, weights):
    with pytest.raises(ArgumentError, match="positive weight"):
        figures(weights)


def test_a_code_that_is_none_of_the_codes_is_not_passed_over():
    with pytest.raises(ArgumentError, match="'z' is none of the codes"):
        accuracy([{"x"}, {"x", "z"}], [{"x"}, {"x"}], "xy")


def test_a_unit_may_have_no_code_at_all():
    table = accuracy([set()] * 20, [{"x"}] * 20, "x", replicates=5, few=0)
    assert table[["cases", "coded"]].to_numpy().tolist() == [[0, 20]]
