"""Measure words and units: what may follow a number, and what kind of quantity it makes."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from govreports.errors import DataError
from govreports.tables import packaged, read_rows

KINDS = (
    "count",
    "percentage",  # a rate or a share, in %, ‰ or ‱
    "change",  # a rate of change, in %: 同比增长7.3%
    "points",  # percentage points
    "money",
    "area",
    "length",
    "volume",
    "weight",
    "energy",
    "level",  # of sound or heat: 分贝, 摄氏度
    "data",
    "duration",
    "frequency",  # a count per period: 每周3人次
    "ratio",  # 倍, 番, 成, and fractions: 三分之二
    "score",
)


# Words of their own, whatever stands before them: 3所以上 and 5家具有 hold no 所以 and no 家具.
_APART = ("以上", "以下", "以内", "以外", "具有", "具备", "属于", "有余")


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
    source = packaged("units.csv")
    table: dict[str, Unit] = {}
    for line, row in read_rows(source, Unit._fields):
        if row["kind"] not in KINDS or not row["unit"] or row["unit"] in table:
            raise DataError(f"{source}, line {line}: {row['unit']!r} is no new unit")
        after_ge, counted = bool(row["after_ge"]), bool(row["han"])
        table[row["unit"]] = Unit(row["unit"], row["kind"], after_ge, counted, row["not_before"])
    return table


@cache
def _by_first() -> dict[str, tuple[Unit, ...]]:
    """The units by their first character, the longest first."""
    grouped: dict[str, list[Unit]] = {}
    for unit in sorted(units().values(), key=lambda u: -len(u.unit)):
        grouped.setdefault(unit.unit[0], []).append(unit)
    return {first: tuple(group) for first, group in grouped.items()}


def unit_at(folded: str, place: int, *, after_ge: bool = False) -> Unit | None:
    """The longest unit that stands at ``place``, or None.

    >>> unit_at("400余人次", 4).unit, unit_at("12家庭", 2)
    ('人次', None)
    """
    for unit in _by_first().get(folded[place : place + 1], ()):
        if folded.startswith(unit.unit, place) and (unit.after_ge or not after_ge):
            end = place + len(unit.unit)
            following = folded[end : end + 1]
            if not (following and following in unit.not_before) or folded.startswith(_APART, end):
                return unit
    return None
