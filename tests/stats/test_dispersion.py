"""Dispersion: published values, and agreement of the two ways to compute DP."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.sparse import csr_array

from govreports.errors import ArgumentError
from govreports.stats.counts import Counts
from govreports.stats.dispersion import (
    deviation_of_proportions,
    dp_of_terms,
    juilland_d,
    positions,
)
from tests.stats.token_frames import frame

NORMALISATIONS = ["none", "gries2008", "lijffijt2012", "egbert2020"]


def test_a_word_in_one_of_ten_equal_parts_is_as_uneven_as_can_be():
    sizes = [1000] * 10
    assert deviation_of_proportions([10] + [0] * 9, sizes) == pytest.approx(0.9)
    for name in NORMALISATIONS[1:]:
        assert deviation_of_proportions([10] + [0] * 9, sizes, normalised=name) == pytest.approx(1)


def test_normalisers_differ_when_the_smallest_part_lacks_the_word():
    counts, sizes = [0, 4, 4], [10, 30, 60]
    raw = deviation_of_proportions(counts, sizes)
    assert raw == pytest.approx((0.1 + 0.2 + 0.1) / 2)
    assert deviation_of_proportions(counts, sizes, normalised="gries2008") == pytest.approx(
        raw / (2 / 3)
    )
    assert deviation_of_proportions(counts, sizes, normalised="lijffijt2012") == pytest.approx(
        raw / 0.9
    )
    assert deviation_of_proportions(counts, sizes, normalised="egbert2020") == pytest.approx(
        raw / 0.7
    )


@pytest.mark.parametrize("name", NORMALISATIONS)
def test_a_word_that_never_occurs_has_no_dispersion(name):
    assert np.isnan(deviation_of_proportions([0, 0], [5, 5], normalised=name))


@pytest.mark.parametrize("name", NORMALISATIONS[1:])
def test_one_part_alone_has_no_normalised_dispersion(name):
    assert np.isnan(deviation_of_proportions([3], [5], normalised=name))


@given(
    arrays(np.int64, st.tuples(st.integers(1, 5), st.integers(1, 4)), elements=st.integers(0, 9)),
    st.sampled_from(NORMALISATIONS),
)
def test_the_sparse_way_gives_what_the_definition_gives(table, name):
    sizes = table.sum(axis=1) + 1
    counts = Counts(
        csr_array(table),
        sizes,
        pd.DataFrame(index=range(len(sizes))),
        pd.Index(range(table.shape[1])),
    )
    expected = deviation_of_proportions(table, sizes, normalised=name)
    np.testing.assert_allclose(dp_of_terms(counts, normalised=name), expected, atol=1e-12)


def test_juilland_compares_rates_when_parts_are_unequal():
    assert juilland_d([1, 2, 3], [10, 20, 30]) == pytest.approx(1)
    assert juilland_d([1, 2, 3]) < 1


def test_juilland_is_undefined_for_one_part_and_for_an_absent_word():
    assert np.isnan(juilland_d([4]))
    assert np.isnan(juilland_d([0, 0]))


def test_sizes_that_do_not_fit_the_counts_are_refused():
    with pytest.raises(ArgumentError, match="parts"):
        deviation_of_proportions([1, 2], [1, 2, 3])
    with pytest.raises(ArgumentError, match="negative"):
        deviation_of_proportions([1, -2], [1, 2])
    with pytest.raises(ArgumentError, match="normalisation"):
        deviation_of_proportions([1, 2], [1, 2], normalised="gries")  # type: ignore[arg-type]


def test_positions_run_from_the_first_token_to_the_last():
    found = positions(frame({"甲": ["依法 行政", "公开 依法"], "乙": ["依法"]}), "依法")
    assert found["report"].tolist() == ["甲", "甲", "乙"]
    assert found["token"].tolist() == [0, 3, 0]
    assert found["place"].tolist()[:2] == [0, 1]
    assert np.isnan(found["place"][2])
    assert found[["start", "end"]].to_numpy().tolist() == [[0, 2], [6, 8], [0, 2]]
