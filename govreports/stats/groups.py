"""Under which names many reports are shown: each by itself while a reader can tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Literal

import pandas as pd

AT_MOST = 12
"""So many columns, rows or colours a figure can hold and still be read."""

_UNITS = ("section", "paragraph", "sentence")


def groups(
    register: pd.DataFrame, at_most: int = AT_MOST, *, by: Literal["report", "label"] = "report"
) -> dict[str, str]:
    """The name under which each report is shown, at most ``at_most`` of them if that can be.

    ``register`` is a frame ``reports``. Few reports stand by themselves and in their order, under
    their identifiers or, with ``by="label"``, their labels if no two are alike. More are put
    together by genre and year; where that is still too many, by genre and spans of years, as
    short as will do. Genres are never put together, so that there is at least one group a genre,
    and one for its reports without a year.
    """
    if len(register) <= at_most:
        alone = by if register[by].is_unique else "report"
        return dict(zip(register["report"], register[alone], strict=True))
    ordered = register.sort_values(["genre", "reporting_year"], kind="stable")
    years = ordered["reporting_year"]
    first, last = (0, 0) if years.isna().all() else (int(years.min()), int(years.max()))
    for width in count(1):
        named = [
            f"{genre} {_span(year, first, last, width)}"
            for genre, year in zip(ordered["genre"], years, strict=True)
        ]
        if len(set(named)) <= at_most or width > last - first:
            break
    return dict(zip(ordered["report"], named, strict=True))


def _span(year: int, first: int, last: int, width: int) -> str:
    if pd.isna(year):
        return "without year"
    start = first + (year - first) // width * width
    end = min(start + width - 1, last)
    return str(start) if start == end else f"{start}–{end}"


def grouped(frame: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """A frame whose ``report`` is that name, reports of one name one under the other.

    Reports that ``names`` lacks are left out. The identifiers of sections, paragraphs and
    sentences tell those of different reports apart, so that what is resampled stays a paragraph
    of one report.
    """
    own = frame["report"]
    units = {unit: own + " " + frame[unit] for unit in _UNITS if unit in frame}
    shown = frame.assign(report=own.map(names), **units)
    places = {name: place for place, name in enumerate(dict.fromkeys(names.values()))}
    return shown.dropna(subset="report").sort_values(
        "report", key=lambda column: column.map(places), kind="stable", ignore_index=True
    )


def longest(register: pd.DataFrame, at_most: int = AT_MOST) -> list[str]:
    """The identifiers of the longest reports, in the order of the register."""
    chosen = register["characters"].nlargest(at_most).index
    return register.loc[register.index.isin(chosen), "report"].to_list()
