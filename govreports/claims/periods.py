"""Which year or period a number belongs to, from the time words of its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_TIME = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?年"
    r"|(?P<this>今年|本年度?|全年|当年|年内|截至目前|截止目前)"
    r"|(?P<last>去年|上年度?|上一年度?)(?P<since>以来)?"
    r"|(?P<next>明年|下一?年度?)"
    r"|(?P<months>(?<![\d.])(?:1[0-2]|[1-9])\s?月?份?\s?[-—–~至到]\s?(?:1[0-2]|[1-9])\s?月)"
    r"|(?P<half>[上下]半年)"
    r"|(?P<recent>近[几年]年?来?|近[两三四五]年来?)"
)
_TITLE = re.compile(r"《[^《》]*》?")
_MONTHS = re.compile(r"(\d+)\D+(\d+)")


class Period(NamedTuple):
    """From ``place`` on, numbers belong to ``year`` and, if stated, to a part of it."""

    place: int
    year: int | None
    span: str  # "2019-01/2019-11", "2018/2019", "2022-H1"; empty for the whole year


def periods(view: str, start: int, end: int, reporting: int | None) -> list[Period]:
    """The periods that ``view[start:end]`` names, in order; titles of documents name none.

    >>> periods("去年立案3起,今年1-11月立案5起", 0, 18, 2019)[-1]
    Period(place=9, year=2019, span='2019-01/2019-11')
    """
    found: list[Period] = []
    titles = (
        [m.span() for m in _TITLE.finditer(view, start, end)] if "《" in view[start:end] else []
    )
    year = reporting
    for match in _TIME.finditer(view, start, end):
        place = match.start()
        if any(a < place < b for a, b in titles):
            continue
        kind = match.lastgroup
        span = ""
        if kind == "year":
            year = int(match["year"])
        elif reporting is None:
            year = None
        elif match["last"]:
            year, span = (reporting, f"{reporting - 1}/{reporting}") if match["since"] else (
                reporting - 1, "",
            )  # fmt: skip
        elif kind == "next":
            year = reporting + 1
        elif kind == "this":
            year = reporting
        elif kind == "recent":
            year, span = reporting, f"/{reporting}"
        if year is not None and kind in ("months", "half"):
            span = _part_of(year, match)
        found.append(Period(place, year, span))
    return found


def _part_of(year: int, match: re.Match[str]) -> str:
    if match["half"]:
        return f"{year}-H{1 if match['half'][0] == '上' else 2}"
    first, last = _MONTHS.findall(match["months"])[0]
    return f"{year}-{int(first):02}/{year}-{int(last):02}"
