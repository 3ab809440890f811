"""How tables word numbers that come with an interval, and rows that belong together."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd


def with_interval(
    values: Iterable[float], low: Iterable[float], high: Iterable[float], form: str
) -> list[str]:
    """Each value with its interval: "1.20 (−0.50 to 2.10)"; alone where it has none.

    Empty where there is no value.
    """
    worded = []
    for value, *ends in zip(values, low, high, strict=True):
        interval = " to ".join(format(end, form) for end in ends)
        shown = "" if any(map(pd.isna, ends)) else f" ({interval})"
        whole = "" if pd.isna(value) else f"{value:{form}}{shown}"
        worded.append(whole.replace("-", "−"))
    return worded


def p_value(p: float) -> str:
    """A p value to three places, or that it is smaller."""
    return f"{p:.3f}" if p >= 0.001 else "<\N{NO-BREAK SPACE}0.001"


def once(labels: pd.Series) -> pd.Series:
    """Labels of rows that stand together, each on its first row only."""
    return labels.mask(labels.duplicated(), "")
