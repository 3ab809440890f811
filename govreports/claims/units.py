"""Measure words and units: what may follow a number, and what kind of quantity it makes."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import NamedTuple

from govreports.errors import DataError

KINDS = (
    "count",
    "percentage",  # a rate or a share, in % or ‰
    "change",  # a rate of change, in %: 同比增长7.3%
    "points",  # percentage points
    "money",
    "area",
    "length",
    "volume",
    "weight",
    "energy",
    "data",
    "duration",
    "frequency",  # a count per period: 每周3人次
    "ratio",  # 倍, 成
    "score",
)


class Unit(NamedTuple):
    """A measure word or unit as printed."""

    unit: str
    kind: str
    after_ge: bool  # may follow 个 (3个工作日): then 个 is no part of the unit
    han: bool  # a Chinese numeral before it is read as counting
    not_before: str  # characters that would make it the beginning of another word (件 → 案件)


@cache
def units() -> dict[str, Unit]:
    """The packaged table ``data/units.csv``, by unit; raise `DataError` where it is malformed."""
    source = resources.files("govreports.data").joinpath("units.csv")
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    table: dict[str, Unit] = {}
    for number, row in enumerate(rows, start=2):
        if row["kind"] not in KINDS or not row["unit"] or row["unit"] in table:
            raise DataError(f"units.csv, line {number}: {row['unit']!r} is no new unit")
        after_ge, counted = bool(row["after_ge"]), bool(row["han"])
        table[row["unit"]] = Unit(row["unit"], row["kind"], after_ge, counted, row["not_before"])
    return table


@cache
def longest() -> int:
    """The length of the longest unit in the table."""
    return max(map(len, units()))


def unit_at(view: str, place: int, *, after_ge: bool = False) -> Unit | None:
    """The longest unit that stands at ``place``, or None.

    >>> unit_at("400余人次", 4).unit, unit_at("12家庭", 2)
    ('人次', None)
    """
    table = units()
    for length in range(longest(), 0, -1):
        found = table.get(view[place : place + length])
        if found is None or (after_ge and not found.after_ge):
            continue
        following = view[place + length : place + length + 1]
        if not (following and following in found.not_before):
            return found
    return None
