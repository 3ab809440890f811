"""Terms weighted by how few reports share them.

With five reports an unsmoothed idf takes at most five values and is 0 for every term in all of
them: tf-idf here finds what is peculiar to a report and is blind to differences of degree.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import numpy.typing as npt

from govreports.errors import ArgumentError

Tf = Literal["count", "relative", "log"]
Idf = Literal["plain", "smooth", "sklearn"]


def idf(counts: npt.ArrayLike, *, variant: Idf = "plain") -> npt.NDArray[np.float64]:
    """Inverse document frequency of each column of ``counts`` (reports × terms), natural log.

    - ``plain``: ln(n/df);
    - ``smooth``: ln((1 + n)/(1 + df)), never infinite;
    - ``sklearn``: ln((1 + n)/(1 + df)) + 1, scikit-learn's default, never 0.

    ``plain`` is nan for a term in no report.

    >>> idf([[3, 1, 0], [2, 0, 0]]).round(4).tolist()
    [0.0, 0.6931, nan]
    """
    table = np.asarray(counts, dtype=float)
    held, n = (table > 0).sum(axis=0), table.shape[0]
    if variant == "plain":
        return np.where(held > 0, np.log(n / np.maximum(held, 1)), np.nan)
    if variant == "smooth":
        return np.log((1 + n) / (1 + held))
    if variant == "sklearn":
        return np.log((1 + n) / (1 + held)) + 1
    raise ArgumentError(f"unknown variant of idf: {variant!r}")


def tf_idf(
    counts: npt.ArrayLike,
    *,
    tf: Tf = "relative",
    idf_variant: Idf = "plain",
    unit_length: bool = False,
    sizes: npt.ArrayLike | None = None,
) -> npt.NDArray[np.float64]:
    """tf-idf of ``counts`` (reports × terms), same shape.

    ``tf`` is the ``count``, the share of the report's tokens (``relative``; ``sizes`` gives the
    tokens, by default the row sums) or 1 + ln count (``log``, 0 where the count is 0). With
    ``unit_length`` rows are divided by their Euclidean length; a row of zeros then is nan, as
    is the relative frequency in a report without tokens.

    >>> tf_idf([[3, 1], [2, 0]], tf="count").round(4).tolist()
    [[0.0, 0.6931], [0.0, 0.0]]
    """
    table = np.asarray(counts, dtype=float)
    total = table.sum(axis=1) if sizes is None else np.asarray(sizes, dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        if tf == "count":
            weight = table
        elif tf == "relative":
            weight = table / total[:, None]
        elif tf == "log":
            weight = np.where(table > 0, 1 + np.log(table), 0.0)
        else:
            raise ArgumentError(f"unknown variant of tf: {tf!r}")
        weighted = weight * idf(table, variant=idf_variant)
        if unit_length:
            weighted = weighted / np.linalg.norm(weighted, axis=1, keepdims=True)
    return weighted
