"""Correspondence analysis: reports and terms on one map."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from govreports.errors import ArgumentError
from govreports.stats.counts import Counts

Array = npt.NDArray[np.float64]


class Correspondence(NamedTuple):
    """Principal coordinates and how much of the table they carry."""

    rows: Array  # rows × dimensions, principal coordinates
    columns: Array  # columns × dimensions, principal coordinates
    inertia: Array  # principal inertia (squared singular value) of each dimension
    share: Array  # its share of the total inertia
    row_contributions: Array  # rows × dimensions: share of the dimension's inertia, sums to 1
    column_contributions: Array
    row_quality: Array  # rows × dimensions: squared cosine, sums to 1 over all dimensions
    column_quality: Array

    @property
    def total_inertia(self) -> float:
        """χ² of the table divided by its grand total."""
        return float(self.inertia.sum())


def correspondence(counts: npt.ArrayLike) -> Correspondence:
    """Correspondence analysis of a table of counts (reports × terms), all dimensions.

    The singular value decomposition of the standardised residuals
    (p_ij − r_i c_j)/√(r_i c_j) (Greenacre, Correspondence analysis in practice). Rows and
    columns are both in principal coordinates: distances among rows are χ² distances, and so
    are those among columns; a distance between a row and a column means nothing. Each
    dimension points so that its largest row coordinate is positive. Raises ``ArgumentError`` for
    an empty or negative table, or a row or column that sums to zero.

    Greenacre's staff by smoking (none, light, medium, heavy):

    >>> smoking = [[4, 2, 3, 2], [4, 3, 7, 4], [25, 10, 12, 4], [18, 24, 33, 13], [10, 6, 7, 2]]
    >>> result = correspondence(smoking)
    >>> result.inertia.round(6).tolist(), round(result.total_inertia, 5)
    ([0.074759, 0.010017, 0.000414], 0.08519)
    """
    table = np.asarray(counts, dtype=float)
    if table.ndim != 2 or min(table.shape) < 2:
        raise ArgumentError("correspondence analysis needs at least two rows and two columns")
    if not np.isfinite(table).all() or (table < 0).any():
        raise ArgumentError("correspondence analysis needs counts: finite and not negative")
    if not (table.sum(axis=0) > 0).all() or not (table.sum(axis=1) > 0).all():
        raise ArgumentError("a row or column without any count has no profile: leave it out")
    share = table / table.sum()
    r, c = share.sum(axis=1), share.sum(axis=0)
    residuals = (share - np.outer(r, c)) / np.sqrt(np.outer(r, c))
    u, singular, vt = np.linalg.svd(residuals, full_matrices=False)
    # Centring takes one dimension away; what is left of it is rounding.
    kept = singular > 1e-10
    u, singular, v = u[:, kept], singular[kept], vt[kept].T
    turn = np.sign(u[np.abs(u).argmax(axis=0), np.arange(u.shape[1])])
    u, v = u * turn, v * turn
    rows, columns = u * singular / np.sqrt(r)[:, None], v * singular / np.sqrt(c)[:, None]
    inertia = singular**2
    return Correspondence(
        rows,
        columns,
        inertia,
        inertia / inertia.sum() if inertia.size else inertia,
        u**2,
        v**2,
        _quality(rows),
        _quality(columns),
    )


class Plane(NamedTuple):
    """A map of reports and terms in two dimensions."""

    reports: list[str]  # one entry a row of the analysis
    terms: list[str]  # one entry a column
    analysis: Correspondence


def plane(counts: Counts, *, min_count: int = 10) -> Plane | None:
    """The map of a count table by report, or None where there are too few to span one.

    Only terms of ``min_count`` occurrences in all are placed. Reports that have none of these
    have no profile and are left out. Two dimensions need three reports and three terms.
    """
    table = counts.dense()
    common = np.flatnonzero(table.sum(axis=0) >= min_count)
    placed = np.flatnonzero(table[:, common].sum(axis=1) > 0)
    if min(len(placed), len(common)) < 3:
        return None
    analysis = correspondence(table[np.ix_(placed, common)])
    if analysis.rows.shape[1] < 2:
        return None
    names = counts.parts["report"].tolist()
    return Plane([names[i] for i in placed], counts.terms[common].tolist(), analysis)


def _quality(coordinates: Array) -> Array:
    squares = coordinates**2
    with np.errstate(invalid="ignore"):
        return squares / squares.sum(axis=1, keepdims=True)
