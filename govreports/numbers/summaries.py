"""What the quantities of reports show together: rates without counts, measures side by side.

All take and return plain tables; ``quantity_frame`` makes the first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import pandas as pd

from govreports.errors import DataError
from govreports.numbers.quantities import Quantity
from govreports.report.folding import fold
from govreports.schema import frame_of
from govreports.tables import Source, read_rows

APART = "；"
"""Between the measures that one number serves, in the frame: no clause, so no measure, holds it."""

_MEASURES = Quantity._fields.index("measures")
_VALUES = [at for at, name in enumerate(Quantity._fields) if name.startswith("value")]


class Comparable(NamedTuple):
    """A measure that several reports may give, and what to mind when comparing it."""

    id: str
    chinese: str
    english: str
    kind: str
    measure: re.Pattern[str]
    clause: re.Pattern[str]  # what the clause must say besides; matches anything where empty
    note: str


def quantity_frame(quantities: Mapping[str, Sequence[Quantity]]) -> pd.DataFrame:
    """The quantities of reports, one row each (frame ``quantities``).

    ``sentence`` leads to the sentence it stands in, ``start`` and ``end`` to the number itself.
    Values are floats here: of more than fifteen digits the last are rounded.
    """
    names = [name for name, found in quantities.items() for _ in found]
    columns = list(zip(*chain.from_iterable(quantities.values()), strict=True))
    if columns:
        columns[_MEASURES] = tuple(map(APART.join, columns[_MEASURES]))
        for at in _VALUES:
            columns[at] = tuple([None if v is None else float(v) for v in columns[at]])
    return frame_of("quantities", [names, *columns] if columns else ())


def rate_or_count(quantities: pd.DataFrame) -> pd.DataFrame:
    """How each sentence puts its numbers: counts alone, rates alone, or rates beside counts.

    Reported numbers only; changes and shares count as rates. Returns ``report, sentence, counts,
    rates, given``, ``given`` one of ``count alone``, ``rate alone``, ``rate and count``.
    """
    reported = quantities[quantities["status"] == "reported"]
    kinds = reported.assign(
        count_=reported["kind"].isin(["count", "money", "area", "frequency"]),
        rate_=reported["kind"].isin(["percentage", "change", "points"]),
    )
    grouped = kinds.groupby(["report", "sentence"], sort=False)[["count_", "rate_"]].sum()
    grouped = grouped[(grouped > 0).any(axis=1)]
    result = grouped.rename(columns={"count_": "counts", "rate_": "rates"}).reset_index()
    result["given"] = [
        "rate and count" if counts and rates else "rate alone" if rates else "count alone"
        for counts, rates in zip(result["counts"], result["rates"], strict=True)
    ]
    return result


def compared(quantities: pd.DataFrame, measures: Sequence[Comparable]) -> pd.DataFrame:
    """The listed measures that more than one report gives, side by side, each with its caveat.

    Returns ``measure_id, chinese, english, report, year, period, value, unit, subject, measure,
    id, sentence, quote, note``; only reported values, and only measures found in two or more
    reports.
    """
    reported = quantities[quantities["status"] == "reported"]
    rows = [
        {"measure_id": c.id, "chinese": c.chinese, "english": c.english, "note": c.note, **q}
        for c in measures
        for q in reported[reported["kind"] == c.kind].to_dict("records")
        if c.measure.search(fold(q["measure"])) and c.clause.search(fold(q["quote"]))
    ]
    columns = (
        "measure_id chinese english report year period value unit subject measure id sentence quote"
        " note"
    )
    frame = pd.DataFrame(rows, columns=columns.split())
    several = frame.groupby("measure_id")["report"].transform("nunique") > 1
    return frame[several].reset_index(drop=True)


def comparables(source: Source) -> tuple[Comparable, ...]:
    """A list of measures with the columns of `Comparable`; `DataError` where it is malformed."""
    found: list[Comparable] = []
    for line, row in read_rows(source, Comparable._fields):
        try:
            measure, clause = re.compile(row["measure"]), re.compile(row["clause"])
        except re.error as error:
            raise DataError(f"{source}, line {line}: {error}") from None
        found.append(
            Comparable(
                row["id"], row["chinese"], row["english"], row["kind"], measure, clause, row["note"]
            )
        )
    return tuple(found)
