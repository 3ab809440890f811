"""Intervals by resampling paragraphs within reports.

They say how stable a figure is under other paragraphs of the same reports; they do not say
what other reports would show. Say so wherever they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError
from govreports.stats.counts import Counts
from govreports.stats.intervals import SEED, Array, percentiles

Statistic = Callable[[Array, Array], npt.ArrayLike]

# Replicates are drawn in batches that keep the resampled table to about this many numbers.
_BATCH_CELLS = 4_000_000


class Interval(NamedTuple):
    """A statistic with its percentile interval; arrays have the statistic's own shape."""

    estimate: Array  # on the reports as they are
    low: Array
    high: Array
    undefined: Array  # share of the replicates in which the statistic was nan
    level: float
    replicates: int


def paragraph_bootstrap(
    counts: Counts,
    statistic: Statistic,
    *,
    seed: int = SEED,
    replicates: int = 2000,
    level: float = 0.95,
) -> Interval:
    """Percentile interval of any statistic of the reports' counts.

    ``counts`` is counted by ``("report", "paragraph")`` (or any finer parts of reports). In
    each replicate every report is put together anew from as many of its own paragraphs, drawn
    with replacement. ``statistic(table, sizes)`` takes counts of shape (…, reports, terms) and
    tokens of shape (…, reports), reports in order of appearance, and returns an array whose
    leading axes are the same ``…``. Replicates in which it is nan are left out of the
    percentiles and their share is told in ``undefined``; where more than 1 − level of them are
    nan, so is the interval. ``seed`` goes to numpy's default generator: same seed, same result.
    Raises ``ArgumentError`` without paragraphs, or for a level outside (0, 1).
    """
    if not len(counts.parts):
        raise ArgumentError("no paragraphs to resample")
    if not 0 < level < 1 or replicates < 1:
        raise ArgumentError("the level lies between 0 and 1, and replicates are at least one")
    groups = _paragraphs_of_reports(counts)
    table, sizes = counts.dense().astype(float), counts.sizes.astype(float)
    observed = np.asarray(
        statistic(
            np.stack([table[rows].sum(axis=0) for rows in groups]),
            np.array([sizes[rows].sum() for rows in groups]),
        ),
        dtype=float,
    )
    draws = np.concatenate(
        [
            np.asarray(statistic(*batch), dtype=float)
            for batch in _resampled(table, sizes, groups, replicates, np.random.default_rng(seed))
        ]
    )
    undefined = np.isnan(draws).mean(axis=0)
    low, high = percentiles(draws, level)
    return Interval(observed, low, high, undefined, level, replicates)


def _paragraphs_of_reports(counts: Counts) -> list[npt.NDArray[np.intp]]:
    codes, names = pd.factorize(counts.parts["report"])
    return [np.flatnonzero(codes == code) for code in range(len(names))]


def _resampled(
    table: Array,
    sizes: Array,
    groups: list[npt.NDArray[np.intp]],
    replicates: int,
    generator: np.random.Generator,
) -> Iterator[tuple[Array, Array]]:
    batch = max(1, _BATCH_CELLS // max(1, len(groups) * table.shape[1]))
    for start in range(0, replicates, batch):
        size = min(batch, replicates - start)
        drawn = np.empty((size, len(groups), table.shape[1]))
        tokens = np.empty((size, len(groups)))
        for report, rows in enumerate(groups):
            # How often each paragraph is drawn is multinomial; counts then follow by product.
            weights = generator.multinomial(len(rows), np.full(len(rows), 1 / len(rows)), size)
            drawn[:, report] = weights @ table[rows]
            tokens[:, report] = weights @ sizes[rows]
        yield drawn, tokens


def rates(table: Array, sizes: Array) -> Array:
    """Statistic: each report's rates per 10,000 tokens, (…, reports, terms)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return table * 10_000 / sizes[..., None]


def log_ratios(target: npt.ArrayLike, *, zero: float = 0.5) -> Statistic:
    """Statistic: Log Ratio of the reports marked in the mask ``target`` against the others.

    ``zero`` stands in for a count of zero, as in ``keyness.log_ratio``.
    """
    ours = np.asarray(target, dtype=bool)

    def statistic(table: Array, sizes: Array) -> Array:
        a, c = table[..., ours, :].sum(axis=-2), table[..., ~ours, :].sum(axis=-2)
        n, m = sizes[..., ours].sum(axis=-1), sizes[..., ~ours].sum(axis=-1)
        a, c = np.where(a == 0, zero, a), np.where(c == 0, zero, c)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.log2((a / n[..., None]) / (c / m[..., None]))

    return statistic
