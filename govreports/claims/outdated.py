"""Words that were true of another year than the one a report is on.

A rule can see three things: a programme said to open or close in a year that is not its first or
last; a plan with its years in its title, or a programme of known years, spoken of as running
when it is over; and a deed dated in an earlier year. Only the first two are stale by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import pandas as pd

from govreports.errors import DataError
from govreports.repeats.shared import sentence_stretch
from govreports.report.model import Report
from govreports.tables import packaged, read_rows

StaleKind = Literal["phase", "ended", "earlier year"]

_OPENS = r"开局之?年|启动之?年|起步之?年|开局起步"
_CLOSES = r"收官之?年|收官战|收官之战|决胜之?年|最后一年"
_PHASE = re.compile(rf"(?P<first>{_OPENS})|(?P<last>{_CLOSES})")
_PLAN_YEARS = re.compile(r"(?P<first>20\d\d)年?\s*[-—–－~～至到]+\s*(?P<last>20\d\d)年?")
_TITLE = re.compile(r"《[^《》]*》(?:[(（][^()（）]*[)）])?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年(?:度)?")
_LOOKS_BACK = re.compile(
    r"总结|验收|评估|收官|完成|期间|以来|回顾|终期|考核|常态化|成果|圆满|截至|至20|[-—–~～至到]\s*$"
)
_CLAUSE = re.compile(r"[^,，;；。:：]+")


class Programme(NamedTuple):
    """A programme of the state with the years that it ran."""

    name: str
    pattern: re.Pattern[str]
    first: int
    last: int


class Stale(NamedTuple):
    """A wording of another year, with its place and the years that show it."""

    report: str
    start: int
    end: int
    text: str
    kind: StaleKind
    year: int  # the year that the wording fits
    reporting_year: int
    sentence: str  # identifier of the sentence it stands in
    note: str


def programmes() -> tuple[Programme, ...]:
    """The packaged programmes; ``DataError`` where one cannot be read."""
    source = packaged("programmes.csv")
    listed = []
    for line, row in read_rows(source, Programme._fields):
        try:
            pattern = re.compile(row["pattern"])
            listed.append(Programme(row["name"], pattern, int(row["first"]), int(row["last"])))
        except (ValueError, re.error) as error:
            raise DataError(f"{source}, line {line}: {error}") from error
    return tuple(listed)


def stale_wordings(
    name: str, report: Report, known: Sequence[Programme] | None = None
) -> list[Stale]:
    """The wordings of other years in a report, in order.

    Empty where the reporting year is not stated. A clause that looks back (总结, 以来, 完成) is
    not called stale.
    """
    stated = report.stated("reporting_year")
    if not stated.isdecimal():
        return []
    known = programmes() if known is None else known
    found = []
    for sentence in report.sentences:
        stretch = sentence_stretch(name, report, sentence)
        for clause in _CLAUSE.finditer(stretch.text):
            for start, end, kind, year, note in _in_clause(clause.group(), int(stated), known):
                span = stretch.span(clause.start() + start, clause.start() + end)
                words = clause.group()[start:end]
                found.append(Stale(name, *span, words, kind, year, int(stated), sentence.id, note))
    return sorted(found, key=lambda stale: (stale.start, stale.end))


def stale_table(
    reports: Mapping[str, Report], known: Sequence[Programme] | None = None
) -> pd.DataFrame:
    """The wordings of other years in all reports, with the columns of ``Stale``."""
    rows = [s for name, report in reports.items() for s in stale_wordings(name, report, known)]
    return pd.DataFrame(rows, columns=list(Stale._fields))


def _in_clause(
    clause: str, reporting_year: int, known: Sequence[Programme]
) -> Iterator[tuple[int, int, StaleKind, int, str]]:
    phase = _PHASE.search(clause)
    for programme in known:
        mention = programme.pattern.search(clause)
        if not mention:
            continue
        years = f"{programme.name}, {programme.first}–{programme.last}"
        if phase:
            fits = programme.first if phase["first"] else programme.last
            # A report looks ahead in its last part: the opening of next year is no slip.
            if fits not in (reporting_year, reporting_year + 1):
                start, end = _around(mention.span(), phase.span())
                yield start, end, "phase", fits, years
        elif programme.last < reporting_year and not _LOOKS_BACK.search(clause):
            yield *mention.span(), "ended", programme.last, years
    titles = [found.span() for found in _TITLE.finditer(clause)]
    for plan in _PLAN_YEARS.finditer(clause):
        inside = next((t for t in titles if t[0] <= plan.start() and plan.end() <= t[1]), None)
        last = int(plan["last"])
        if inside and last < reporting_year and not _LOOKS_BACK.search(clause[: inside[0]]):
            yield *inside, "ended", last, f"plan of {plan['first']}–{last}"
    for mention in _YEAR.finditer(clause):
        year = int(mention.group(1))
        named = any(start <= mention.start() < end for start, end in titles)
        if year < reporting_year and not named and not _LOOKS_BACK.search(clause):
            yield *mention.span(), "earlier year", year, f"told in a report on {reporting_year}"


def _around(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
