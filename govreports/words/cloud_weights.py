"""What sizes the words of a cloud that compares reports, and whose colours they take."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.colours import CATEGORIES, MUTED
from govreports.errors import ArgumentError


def owner_colours(
    names: Iterable[str], owners: Iterable[str], *, others: str
) -> dict[str, tuple[str, str]]:
    """Under which label, and in which colour, a cloud shows the words of each report.

    ``names`` are the reports in order, ``owners`` the report of each word drawn. As many reports
    as there are colours that can be told apart have their own, and one more has grey; of more
    than these the reports that own most words keep a colour, and all the rest are ``others``.

    >>> owner_colours(["a", "b"], ["b"], others="other reports")
    {'a': ('a', '#0072b2'), 'b': ('b', '#d55e00')}
    """
    listed = list(names)
    if len(listed) <= len(CATEGORIES) + 1:
        return {n: (n, c) for n, c in zip(listed, [*CATEGORIES, MUTED], strict=False)}
    owned = pd.Series(list(owners), dtype=object).value_counts().reindex(listed, fill_value=0)
    most = set(owned.sort_values(ascending=False, kind="stable").index[: len(CATEGORIES)])
    colours = iter(CATEGORIES)
    return {n: (n, next(colours)) if n in most else (others, MUTED) for n in listed}


def comparison_weights(rates: pd.DataFrame) -> tuple[dict[str, float], dict[str, str]]:
    """Sizes and owners of a comparison cloud (Fellows' wordcloud for R).

    ``rates`` has a row a term and a column a report. A term's size is the most by which a
    report's rate exceeds the mean over reports, maxⱼ(p_ij − mean_j p_ij), and belongs to that
    report; terms equally common in all have none.

    >>> sizes, owners = comparison_weights(
    ...     pd.DataFrame({"a": [4.0, 2.0], "b": [1.0, 2.0]}, index=["制度", "工作"]))
    >>> sizes, owners
    ({'制度': 1.5}, {'制度': 'a'})
    """
    values = _complete(rates)
    excess = values - values.mean(axis=1, keepdims=True)
    owner, size = excess.argmax(axis=1), excess.max(axis=1)
    # Rounding in the mean of equal rates is no excess.
    kept = np.flatnonzero(size > 1e-9 * np.abs(values).max(axis=1))
    terms, reports = [str(t) for t in rates.index], [str(r) for r in rates.columns]
    return (
        {terms[i]: float(size[i]) for i in kept},
        {terms[i]: reports[owner[i]] for i in kept},
    )


def commonality_weights(rates: pd.DataFrame) -> dict[str, float]:
    """Sizes of a commonality cloud: a term's lowest rate in any report, if it is in all.

    >>> rates = pd.DataFrame({"a": [4.0, 2.0], "b": [1.0, 0.0]}, index=["制度", "工作"])
    >>> commonality_weights(rates)
    {'制度': 1.0}
    """
    lowest = _complete(rates).min(axis=1)
    return {str(t): float(v) for t, v in zip(rates.index, lowest, strict=True) if v > 0}


def _complete(rates: pd.DataFrame) -> npt.NDArray[np.float64]:
    values = rates.to_numpy(dtype=float)
    if values.size == 0 or np.isnan(values).any():
        raise ArgumentError("rates of terms in reports are needed, none of them missing")
    return values
