"""Intervals from resampled values."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

SEED = 20260101
"""The seed of every resampling, unless another is asked for: same seed, same result."""


def percentiles(draws: npt.ArrayLike, level: float = 0.95) -> tuple[Array, Array]:
    """Percentile intervals of resampled statistics: replicates along the first axis.

    Undefined replicates (nan) are left out; where more than 1 − level of a statistic's are, so
    that its tails may be what is undefined, its interval is nan.

    >>> low, high = percentiles([[0, 1], [1, 1], [2, np.nan]], 0.5)
    >>> low.tolist(), high.tolist()
    ([0.5, 1.0], [1.5, 1.0])
    """
    values = np.asarray(draws, dtype=float)
    tails = [(1 - level) / 2, (1 + level) / 2]
    if not np.isnan(values).any():  # the common case, and many times faster
        low, high = np.quantile(values, tails, axis=0)
        return low, high
    defined = (~np.isnan(values)).sum(axis=0)
    usable = (defined > 0) & (defined >= level * len(values))
    low, high = np.nanquantile(np.where(usable, values, 0.0), tails, axis=0)
    return np.where(usable, low, np.nan), np.where(usable, high, np.nan)


def percentile(draws: npt.ArrayLike, level: float = 0.95) -> tuple[float, float]:
    """``percentiles`` of one statistic.

    >>> percentile(range(101), 0.5)
    (25.0, 75.0)
    """
    values = np.asarray(draws, dtype=float)
    if not len(values):
        return float("nan"), float("nan")
    low, high = percentiles(values[:, None], level)
    return float(low[0]), float(high[0])
