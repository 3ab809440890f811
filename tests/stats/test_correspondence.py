"""Correspondence analysis against an independent implementation and its own identities."""

import numpy as np
import pandas as pd
import prince
import pytest
from scipy.stats import chi2_contingency

from govreports.errors import ArgumentError
from govreports.stats.correspondence import correspondence, plane
from govreports.stats.counts import count
from tests.stats.token_frames import frame

TABLE = np.random.default_rng(7).poisson(6, size=(5, 12)) + 1


def test_coordinates_and_inertia_are_princes():
    ours = correspondence(TABLE)
    theirs = prince.CA(n_components=4, engine="scipy").fit(pd.DataFrame(TABLE))
    np.testing.assert_allclose(ours.inertia, theirs.eigenvalues_)
    for mine, other in (
        (ours.rows, theirs.row_coordinates(pd.DataFrame(TABLE)).to_numpy()),
        (ours.columns, theirs.column_coordinates(pd.DataFrame(TABLE)).to_numpy()),
    ):
        np.testing.assert_allclose(np.abs(mine), np.abs(other), atol=1e-8)


def test_total_inertia_is_chi_squared_over_the_grand_total():
    statistic = chi2_contingency(TABLE, correction=False).statistic
    assert correspondence(TABLE).total_inertia == pytest.approx(statistic / TABLE.sum())


def test_distances_among_rows_are_chi_squared_distances():
    rows = correspondence(TABLE).rows
    profiles, masses = TABLE / TABLE.sum(axis=1, keepdims=True), TABLE.sum(axis=0) / TABLE.sum()
    expected = np.sqrt((((profiles[0] - profiles[3]) ** 2) / masses).sum())
    assert np.linalg.norm(rows[0] - rows[3]) == pytest.approx(expected)


def test_contributions_and_qualities_are_shares():
    result = correspondence(TABLE)
    for contributions in (result.row_contributions, result.column_contributions):
        np.testing.assert_allclose(contributions.sum(axis=0), 1)
    for quality in (result.row_quality, result.column_quality):
        np.testing.assert_allclose(quality.sum(axis=1), 1)


def test_swapping_two_reports_swaps_their_coordinates_only():
    swapped = correspondence(TABLE[[1, 0, 2, 3, 4]])
    np.testing.assert_allclose(swapped.rows[[1, 0, 2, 3, 4]], correspondence(TABLE).rows, atol=1e-9)


def test_proportional_rows_have_no_dimension():
    result = correspondence([[1, 2], [2, 4]])
    assert result.total_inertia == 0
    assert result.rows.shape == (2, 0)


@pytest.mark.parametrize(
    "table",
    [[[1, 2]], [[1, 0], [2, 0]], [[0, 0], [1, 2]], [[1, -1], [2, 2]], [[1, np.nan], [2, 2]]],
)
def test_tables_without_profiles_are_refused(table):
    with pytest.raises(ArgumentError, match=r"correspondence|profile"):
        correspondence(table)


def test_the_map_places_frequent_terms_and_the_reports_that_have_any():
    words = {"甲": "公开 公开 法治", "乙": "法治 法治 信访", "丙": "信访 信访 公开", "丁": "培训"}
    found = plane(count(frame({name: [text] for name, text in words.items()})), min_count=3)
    assert found.reports == ["甲", "乙", "丙"]
    assert found.terms == sorted(["公开", "法治", "信访"])
    assert found.analysis.rows.shape == (3, 2)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"甲": "公开 法治 信访"},
        {"甲": "公开 法治 信访", "乙": "公开 公开 信访"},
        {"甲": "公开 法治", "乙": "公开", "丙": "法治"},
        {"甲": "公开 法治 信访", "乙": "公开 法治 信访", "丙": "公开 法治 信访"},
    ],
    ids=["nothing", "one report", "two reports", "two words", "all alike"],
)
def test_what_spans_no_plane_gives_no_map(words):
    assert plane(count(frame({n: [text] for n, text in words.items()})), min_count=1) is None
