"""Coefficients of agreement: identities, borders, and the resampling behind the intervals."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sklearn.metrics import cohen_kappa_score

from govreports.errors import ArgumentError
from govreports.stats import agreement as a
from govreports.stats.intervals import percentile

codings = st.lists(
    st.tuples(st.sampled_from("xyz"), st.sampled_from("xyz")), min_size=1, max_size=30
)
tables = arrays(np.int64, (3, 3), elements=st.integers(0, 20))


@given(codings)
def test_kappa_is_scikit_learns(pairs):
    first, second = zip(*pairs, strict=True)
    found = a.cohen_kappa(a.confusion(first, second, "xyz"))
    if len(set(first) | set(second)) == 1:
        assert np.isnan(found)
    else:
        assert found == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)


@given(codings)
def test_alpha_of_a_table_is_alpha_of_the_codings(pairs):
    first, second = zip(*pairs, strict=True)
    table = a.confusion(first, second, "xyz")
    expected = a.krippendorff_alpha([first, second])
    assert a.alpha_of_table(table) == pytest.approx(expected, nan_ok=True, abs=1e-9)


@pytest.mark.parametrize("coefficient", [a.cohen_kappa, a.gwet_ac1, a.pabak, a.alpha_of_table])
@given(table=tables)
def test_no_coefficient_passes_one_and_complete_agreement_reaches_it(coefficient, table):
    assert np.isnan(coefficient(table)) or coefficient(table) <= 1 + 1e-9
    agreed = np.diag([3, 4, 5])
    assert coefficient(agreed) == pytest.approx(1)


@pytest.mark.parametrize("coefficient", [a.cohen_kappa, a.gwet_ac1, a.pabak, a.alpha_of_table])
@given(table=tables)
def test_it_does_not_matter_which_coder_is_first(coefficient, table):
    assert coefficient(table) == pytest.approx(coefficient(table.T), nan_ok=True, abs=1e-9)


@pytest.mark.parametrize(
    "coefficient",
    [a.observed_agreement, a.cohen_kappa, a.gwet_ac1, a.pabak, a.alpha_of_table],
)
def test_no_units_have_no_agreement(coefficient):
    assert np.isnan(coefficient(np.zeros((3, 3))))


def test_tables_may_be_stacked():
    stack = np.arange(18).reshape(2, 3, 3)
    for coefficient in (a.observed_agreement, a.cohen_kappa, a.gwet_ac1, a.alpha_of_table):
        assert coefficient(stack).tolist() == [float(coefficient(table)) for table in stack]


def test_a_rare_code_ruins_kappa_but_not_the_robust_coefficients():
    table = [[118, 5], [2, 0]]
    assert a.cohen_kappa(table) < 0
    assert a.gwet_ac1(table) > 0.9
    assert a.pabak(table) > 0.85


def test_alpha_leaves_out_units_with_one_value():
    whole = a.krippendorff_alpha([[1, 2, 1, None], [1, 2, 2, 2]])
    assert whole == a.krippendorff_alpha([[1, 2, 1], [1, 2, 2]])


@pytest.mark.parametrize("values", [[], [[], []], [[1, None], [None, 1]], [[1, 1], [1, 1]]])
def test_alpha_is_undefined_where_nothing_could_disagree(values):
    assert np.isnan(a.krippendorff_alpha(values))


def test_alpha_refuses_ragged_codings():
    with pytest.raises(ArgumentError, match="each unit"):
        a.krippendorff_alpha([[1, 2], [1]])
    with pytest.raises(ArgumentError, match="level"):
        a.krippendorff_alpha([[1, 2], [1, 3]], level="metric")  # type: ignore[arg-type]


def test_unknown_codes_and_unequal_lengths_are_refused():
    with pytest.raises(ArgumentError, match="'w'"):
        a.confusion("xyw", "xyz", "xyz")
    with pytest.raises(ArgumentError, match="2 units"):
        a.confusion("xy", "xyz", "xyz")


def test_clusters_are_drawn_whole():
    draws = a.resampling(5, ["p1", "p1", "p2", "p2", "p2"], 50, seed=1)
    assert (draws[:, 0] == draws[:, 1]).all()
    assert (draws[:, 2] == draws[:, 4]).all()
    assert (draws[:, 0] + draws[:, 2] == 2).all()


def test_the_interval_is_wider_when_sentences_of_a_paragraph_go_together():
    first = list("xxxxyyyyxxxxyyyy" * 4)
    second = list("xxxxxxxxxxxxyyyy" * 4)
    alone = a.agreement(first, second, "xy", seed=1)["kappa"]
    paragraphs = [i // 4 for i in range(64)]
    together = a.agreement(first, second, "xy", clusters=paragraphs, seed=1)["kappa"]
    assert alone.value == together.value
    assert together.high - together.low > alone.high - alone.low


def test_weights_count_a_unit_as_the_many_it_stands_for():
    first, second = "xxyy", "xyyy"
    weighted = a.agreement(first, second, "xy", weights=[1, 3, 1, 1])
    repeated = a.agreement("xxxxyy", "xyyyyy", "xy")
    assert weighted["kappa"].value == pytest.approx(repeated["kappa"].value)


def test_the_seed_decides_the_interval():
    first, second = "xxyyxyxyxy" * 3, "xxyyxyyxyx" * 3
    one, same, other = (a.agreement(first, second, "xy", seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one != other


def test_an_interval_mostly_of_undefined_values_is_undefined():
    assert np.isnan(percentile([1.0, np.nan, np.nan])).all()
    assert np.isnan(percentile([])).all()
    assert percentile([2.0] * 99 + [np.nan]) == (2.0, 2.0)


@pytest.mark.parametrize("weights", [[1, 0], [1, -1], [1], [1, np.inf]])
def test_weights_must_be_positive_one_a_unit(weights):
    with pytest.raises(ArgumentError, match="weight"):
        a.agreement("xy", "xy", "xy", weights=weights)


def test_without_units_there_is_nothing_to_compare():
    with pytest.raises(ArgumentError, match="units"):
        a.agreement([], [], "xy")
