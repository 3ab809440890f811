"""What the quantities of reports show together: claims of 100 %, rates without counts, comparison.

All take and return plain tables; ``table`` makes the first from the quantities of one report.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

import pandas as pd

from govreports.claims.quantities import Quantity
from govreports.errors import DataError

FAMILIES = ("process", "outcome", "unclear")


class Comparable(NamedTuple):
    """A measure that several reports may give, and what to mind when comparing it."""

    id: str
    chinese: str
    english: str
    kind: str
    measure: re.Pattern[str]
    note: str


def table(report: str, quantities: Sequence[Quantity]) -> pd.DataFrame:
    """One row a quantity: the fields of `Quantity`, preceded by the report's identifier.

    ``sentence`` leads to the sentence it stands in, ``start`` and ``end`` to the number itself.
    """
    frame = pd.DataFrame(quantities, columns=list(Quantity._fields))
    frame.insert(0, "report", report)
    frame["year"] = frame["year"].astype("Int64")
    return frame


def family(rate: str) -> str:
    """Whether a rate tells of process (cases accepted) or of outcome (people satisfied).

    By the packaged vocabulary of rates; ``unclear`` for what it does not know. That a rate is one
    of outcome says what it is about, not that the outcome was measured well.

    >>> family("按时受理率"), family("群众满意率"), family("网格率")
    ('process', 'outcome', 'unclear')
    """
    return next((kind for ending, kind in _rates().items() if rate.endswith(ending)), "unclear")


def hundreds(quantities: pd.DataFrame) -> pd.DataFrame:
    """Claims of 100 %: one row for each rate so claimed, one number often serving several.

    Returns ``report, id, sentence, rate, family, status, subject, year, quote``.
    """
    claimed = quantities[(quantities["unit"] == "%") & (quantities["value"] == 100)]
    rows = [
        {**q, "rate": rate, "family": family(rate)}
        for q in claimed.to_dict("records")
        for rate in (q["measures"] or (q["measure"],))
    ]
    columns = ["report", "id", "sentence", "rate", "family", "status", "subject", "year", "quote"]
    return pd.DataFrame(rows, columns=columns)


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


def compared(quantities: pd.DataFrame) -> pd.DataFrame:
    """The measures that more than one report gives, side by side, each with its caveat.

    Returns ``measure_id, chinese, english, report, year, period, value, unit, subject, measure,
    id, sentence, note``; only reported values, and only measures found in two or more reports.
    """
    reported = quantities[quantities["status"] == "reported"]
    rows = [
        {"measure_id": c.id, "chinese": c.chinese, "english": c.english, "note": c.note, **q}
        for c in comparables()
        for q in reported[reported["kind"] == c.kind].to_dict("records")
        if c.measure.search(q["measure"])
    ]
    columns = (
        "measure_id chinese english report year period value unit subject measure id sentence note"
    )
    frame = pd.DataFrame(rows, columns=columns.split())
    several = frame.groupby("measure_id")["report"].transform("nunique") > 1
    return frame[several].reset_index(drop=True)


@cache
def comparables() -> tuple[Comparable, ...]:
    """The packaged list ``data/comparable.csv``; raise `DataError` where it is malformed."""
    found: list[Comparable] = []
    for number, row in _read("comparable.csv"):
        try:
            pattern = re.compile(row["measure"])
        except re.error as error:
            raise DataError(f"comparable.csv, line {number}: {error}") from None
        found.append(
            Comparable(row["id"], row["chinese"], row["english"], row["kind"], pattern, row["note"])
        )
    return tuple(found)


@cache
def _rates() -> dict[str, str]:
    vocabulary: dict[str, str] = {}
    for number, row in _read("rates.csv"):
        if row["family"] not in FAMILIES:
            raise DataError(f"rates.csv, line {number}: no family {row['family']!r}")
        vocabulary[row["ending"]] = row["family"]
    return vocabulary


def _read(name: str) -> list[tuple[int, Mapping[str, str]]]:
    text = resources.files("govreports.data").joinpath(name).read_text(encoding="utf-8")
    return list(enumerate(csv.DictReader(text.splitlines()), start=2))
