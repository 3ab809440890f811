"""Which terms set one set of reports apart from another, and by how much."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats
from scipy.special import xlogy

from govreports.errors import ArgumentError
from govreports.schema import all_of
from govreports.stats.counts import count
from govreports.stats.dispersion import dp_of_terms

KEYNESS_COLUMNS = (
    "term", "count", "ref_count", "per_10k", "ref_per_10k", "log_ratio", "lr_low", "lr_high",
    "g2", "p", "p_holm", "p_bh", "simple_maths", "reports", "ref_reports", "dispersion_section",
)  # fmt: skip

Form = Literal["four-cell", "two-cell"]
Array = npt.NDArray[np.float64]


def log_likelihood(
    o11: npt.ArrayLike, o12: npt.ArrayLike, o21: npt.ArrayLike, o22: npt.ArrayLike
) -> Array:
    """Dunning's G² = 2 Σ O ln(O/E) over the four cells of a 2 × 2 table; 0 ln 0 is 0.

    A table with an empty row or column tests nothing and gives nan.

    Dunning (1993), Accurate methods for the statistics of surprise and coincidence:

    >>> log_likelihood([110, 10], [2442, 0], [111, 3], [29114, 31764]).round(2).tolist()
    [270.72, 167.23]
    """
    cells = [np.asarray(cell, dtype=float) for cell in (o11, o12, o21, o22)]
    a, b, c, d = np.broadcast_arrays(*cells)
    total = a + b + c + d
    rows, columns = (a + b, c + d), (a + c, b + d)
    terms = sum(xlogy(cell, cell) for cell in (a, b, c, d))
    margins = sum(xlogy(margin, margin) for margin in (*rows, *columns))
    degenerate = np.prod([*rows, *columns], axis=0) == 0
    value = 2 * (terms - margins + xlogy(total, total))
    # Rounding can leave independence a hair below nought.
    return np.where(degenerate, np.nan, np.maximum(value, 0))


def g2(
    count: npt.ArrayLike,
    size: npt.ArrayLike,
    ref_count: npt.ArrayLike,
    ref_size: npt.ArrayLike,
    *,
    form: Form = "four-cell",
) -> Array:
    """G² of a term's count in ``size`` tokens against ``ref_count`` in ``ref_size``.

    ``four-cell`` is Dunning's; ``two-cell`` is Rayson & Garside's (2000), which leaves the
    tokens that are not the term out of the sum and is a little smaller.

    >>> round(float(g2(20, 10_000, 5, 10_000)), 4)
    9.6485
    >>> round(float(g2(20, 10_000, 5, 10_000, form="two-cell")), 4)
    9.6372
    """
    a, n, c, m = (np.asarray(x, dtype=float) for x in (count, size, ref_count, ref_size))
    if form == "four-cell":
        return log_likelihood(a, n - a, c, m - c)
    if form != "two-cell":
        raise ArgumentError(f"unknown form of G²: {form!r}")
    with np.errstate(invalid="ignore", divide="ignore"):
        expected, ref_expected = n * (a + c) / (n + m), m * (a + c) / (n + m)
        value = 2 * (xlogy(a, a / expected) + xlogy(c, c / ref_expected))
    return np.where((a + c > 0) & (n > 0) & (m > 0), value, np.nan)


def chi_squared(
    o11: npt.ArrayLike,
    o12: npt.ArrayLike,
    o21: npt.ArrayLike,
    o22: npt.ArrayLike,
    *,
    yates: bool = False,
) -> Array:
    """Pearson's χ² of a 2 × 2 table, on request with Yates' correction; nan as for G².

    >>> [round(float(chi_squared(7, 3, 2, 7, yates=yates)), 5) for yates in (False, True)]
    [4.33716, 2.63244]
    """
    a, b, c, d = (np.asarray(cell, dtype=float) for cell in (o11, o12, o21, o22))
    total = a + b + c + d
    margins = (a + b) * (c + d) * (a + c) * (b + d)
    gap = np.abs(a * d - b * c)
    if yates:
        gap = np.maximum(gap - total / 2, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(margins > 0, total * gap**2 / margins, np.nan)


def log_ratio(
    count: npt.ArrayLike,
    size: npt.ArrayLike,
    ref_count: npt.ArrayLike,
    ref_size: npt.ArrayLike,
    *,
    zero: float = 0.0,
    level: float = 0.95,
) -> tuple[Array, Array, Array]:
    """Log Ratio (Hardie 2014): log₂ of the ratio of relative frequencies, with its interval.

    Each unit is a doubling. The interval is the delta-method one of a risk ratio, with
    variance 1/a − 1/n + 1/c − 1/m of the natural logarithm; it takes tokens for independent,
    which words in running text are not, so it is too narrow: see ``bootstrap``. A count of
    zero has no finite ratio (±inf, interval nan) unless ``zero`` stands in for it (Hardie: 0.5).

    >>> value, low, high = log_ratio(20, 10_000, 5, 10_000)
    >>> [round(float(x), 2) for x in (value, low, high)]
    [2.0, 0.59, 3.41]
    """
    a, n, c, m = (np.asarray(x, dtype=float) for x in (count, size, ref_count, ref_size))
    a, c = np.where(a == 0, zero, a), np.where(c == 0, zero, c)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.log2((a / n) / (c / m))
        error = np.sqrt(1 / a - 1 / n + 1 / c - 1 / m) / np.log(2)
        margin = stats.norm.ppf((1 + level) / 2) * np.where(np.isfinite(value), error, np.nan)
    return value, value - margin, value + margin


def simple_maths(
    count: npt.ArrayLike,
    size: npt.ArrayLike,
    ref_count: npt.ArrayLike,
    ref_size: npt.ArrayLike,
    *,
    k: float = 1.0,
) -> Array:
    """Kilgarriff's simple maths, (fpm + k) / (reference fpm + k), fpm per million tokens.

    A larger ``k`` favours commoner terms.

    >>> round(float(simple_maths(35, 112_289_776, 263, 1_559_716_979)), 4)
    1.1224
    """
    a, n, c, m = (np.asarray(x, dtype=float) for x in (count, size, ref_count, ref_size))
    with np.errstate(invalid="ignore", divide="ignore"):
        return (a * 1e6 / n + k) / (c * 1e6 / m + k)


def holm(p: npt.ArrayLike) -> Array:
    """Holm's step-down adjusted p values: family-wise error. nan stays nan and is not counted.

    >>> holm([0.01, 0.04, 0.03, 0.005]).round(3).tolist()
    [0.03, 0.06, 0.06, 0.02]
    """
    values = np.asarray(p, dtype=float)
    adjusted = np.full_like(values, np.nan)
    tested = np.flatnonzero(~np.isnan(values))
    order = tested[np.argsort(values[tested], kind="stable")]
    steps = values[order] * np.arange(len(order), 0, -1)
    adjusted[order] = np.minimum(np.maximum.accumulate(steps), 1) if len(order) else steps
    return adjusted


def benjamini_hochberg(p: npt.ArrayLike) -> Array:
    """Benjamini and Hochberg's adjusted p values: false-discovery rate. nan stays nan."""
    values = np.asarray(p, dtype=float)
    adjusted = np.full_like(values, np.nan)
    tested = ~np.isnan(values)
    if tested.any():
        adjusted[tested] = stats.false_discovery_control(values[tested], method="bh")
    return adjusted


def keyness(
    tokens: pd.DataFrame,
    target: Collection[str],
    reference: Collection[str] | None = None,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
    min_count: int = 5,
    form: Form = "four-cell",
    zero: float = 0.5,
) -> pd.DataFrame:
    """Keyness of every term in the ``target`` reports against the ``reference`` ones (or the rest).

    Columns: ``term``; ``count, ref_count``; ``per_10k, ref_per_10k``; ``log_ratio, lr_low,
    lr_high`` (95 %; ``zero`` stands in for a count of zero); ``g2``; ``p`` (χ² with 1 degree of
    freedom); ``p_holm, p_bh`` (corrected over the terms in the table); ``simple_maths`` (k = 1);
    ``reports, ref_reports`` (document frequency on either side); ``dispersion_section`` (DP of
    the term over the target's sections). ``base`` as in ``counts.count``. Only terms with
    ``min_count`` occurrences on both sides together are tested. Sorted by Log Ratio, the target's
    own terms first, then by term. Raises ``ArgumentError`` when a side names a report that the
    frame does not have, or one report is on both sides.
    """
    counts = count(tokens, ("report",), without=without, base=base)
    names = counts.parts["report"].to_numpy()
    ours = np.isin(names, all_of(target, names, "report"))
    theirs = ~ours if reference is None else np.isin(names, all_of(reference, names, "report"))
    if not ours.any() or not theirs.any() or (ours & theirs).any():
        raise ArgumentError("keyness needs reports on either side, and none on both")
    left, right = counts.table[np.flatnonzero(ours)], counts.table[np.flatnonzero(theirs)]
    a, c = (np.asarray(side.sum(axis=0)).ravel() for side in (left, right))
    tested = np.flatnonzero(a + c >= max(min_count, 1))
    a, c, terms = a[tested], c[tested], counts.terms[tested]
    n, m = counts.sizes[ours].sum(), counts.sizes[theirs].sum()
    whole = tokens if base is None else base
    by_section = count(
        tokens[tokens["report"].isin(list(names[ours]))],
        ("report", "section"),
        base=whole[whole["report"].isin(list(names[ours]))],
    )
    ratio, low, high = log_ratio(a, n, c, m, zero=zero)
    value = g2(a, n, c, m, form=form)
    p = stats.chi2.sf(value, 1)
    table = pd.DataFrame(
        {
            "term": terms.astype(object),
            "count": a,
            "ref_count": c,
            "per_10k": a * (10_000 / n),
            "ref_per_10k": c * (10_000 / m),
            "log_ratio": ratio,
            "lr_low": low,
            "lr_high": high,
            "g2": value,
            "p": p,
            "p_holm": holm(p),
            "p_bh": benjamini_hochberg(p),
            "simple_maths": simple_maths(a, n, c, m),
            "reports": np.asarray((left[:, tested] > 0).sum(axis=0)).ravel(),
            "ref_reports": np.asarray((right[:, tested] > 0).sum(axis=0)).ravel(),
            "dispersion_section": dp_of_terms(by_section.of(list(terms))),
        }
    )
    return table.sort_values(["log_ratio", "term"], ascending=[False, True], ignore_index=True)
