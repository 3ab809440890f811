"""Intervals from resampled values."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SEED = 20260101
"""The seed of every resampling, unless another is asked for: same seed, same result."""


def percentile(draws: npt.ArrayLike, level: float = 0.95) -> tuple[float, float]:
    """Percentile interval of resampled values; nan where more than 1 − level of them are nan.

    >>> percentile(range(101), 0.5)
    (25.0, 75.0)
    """
    values = np.asarray(draws, dtype=float)
    defined = values[~np.isnan(values)]
    if len(defined) < level * len(values) or not len(defined):
        return float("nan"), float("nan")
    low, high = np.quantile(defined, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
