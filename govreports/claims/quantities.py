"""Every quantitative statement of a report: what is counted or measured, whose, when, how meant.

One record is made for each printed number: a number that serves several rates
(备案报备率、及时率、规范率均达100%) is one record that names them all, a range (2到3个月) is one
record with two values, and 分别达90%、93.5%和98% are three, each with the rate it belongs to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from govreports.claims.han import any_numeral
from govreports.claims.measured import counted, rates, subjects
from govreports.claims.numerals import Number, plain
from govreports.claims.periods import Period, periods
from govreports.claims.printed import Printed
from govreports.claims.series import find
from govreports.claims.standing import Direction, Status, bounds, direction, status
from govreports.text.model import Report, SectionRole, Sentence
from govreports.text.normalise import view as narrow

_BOUNDARY = re.compile(r"[,;:。!?\n]")
_PERIODIC = re.compile(r"每(?:[年月周季日天]|半年|季度|个(?:月|季度|工作日)|人每年).{0,12}$")
_FROM = re.compile(r"(?:从|由)(?:原来的?|原先的?|过去的?|去年的?|上年的?|原)?$")
_FROM_LAST, _TO_LAST = frozenset("从由的原"), frozenset("为到至")
_TO = re.compile(
    r"(?:调整|增加|减少|提高|提升|扩大|下降|降低|压缩|缩短|变|上升|增长)?(?:为|到|至)$"
)


class Quantity(NamedTuple):
    """One printed number and what it claims; offsets are code points of the report's text."""

    id: str  # sentence and ordinal: p12.s3.q2
    start: int
    end: int
    text: str  # the bare number as printed, ``text[start:end]``
    quote: str  # the clause it stands in, as printed
    value: Number  # as printed with ``unit``: 199.8 (万元), 5 (万条)
    value_high: Number | None  # the upper end of a range, in ``unit``
    unit: str  # as printed, with 万 and 亿, without 余 and 多, without a leading 个
    value_base: Number  # 万 and 亿 multiplied out: 1998000
    value_high_base: Number | None
    unit_base: str  # the unit without 万 and 亿: 元
    kind: str  # see `govreports.claims.units.KINDS`
    direction: Direction
    change: str  # "by" or "to" where ``direction`` says so, "from" and "to" in a from–to change
    status: Status
    approx: bool  # 约, 近, 余, 多
    bound: str  # "lower": at least, or somewhat above; "upper": at most, or somewhat below
    measure: str
    measures: tuple[str, ...]  # each of them, where one number serves several
    subject: str  # empty where the sentence names none: then the report's issuer
    year: int | None
    period: str  # part of the year or span of years, ISO 8601: 2019-01/2019-11
    numeral: str  # "digits" or "han"
    sentence: str
    section: str


class Rejected(NamedTuple):
    """A numeral that is no quantity, and why (a key of `govreports.claims.printed.REASONS`)."""

    start: int
    end: int
    text: str
    reason: str
    numeral: str
    sentence: str


class _Context(NamedTuple):
    """What a sentence says of all its numbers: each item holds from its place on."""

    role: SectionRole
    places: list[int]  # of the periods
    periods: list[Period]
    openings: list[int]  # of the subjects
    subjects: list[str]
    cuts: list[int]  # where its clauses begin, and its end


def quantities(report: Report) -> tuple[Quantity, ...]:
    """All quantities of a report's sentences, in order of place.

    Chrome, metadata, headings on their own line and annexes are not read. Numbers in Chinese
    numerals are among them and marked ``numeral == "han"``.
    """
    text, view = report.text, narrow(report.text)
    stated = report.stated("reporting_year")
    year = int(stated) if stated.isdigit() else None
    roles = {section.id: section.role for section in report.sections}
    found: list[Quantity] = []
    unknown = Period(0, year, "")
    period, subject = unknown, ""
    for sentence, numerals in _numerals(report, view):
        printed = [p for p in numerals if not p.reason]
        chained = view[sentence.end - 1] == ";"
        if printed or chained:
            context = _context(view, sentence, roles[sentence.section], year, period, subject)
            if printed:
                found += _read(text, view, sentence, printed, context)
            period, subject = context.periods[-1], context.subjects[-1]
        # What a semicolon separates is one sentence to its reader: period and subject go on.
        if not chained:
            period, subject = unknown, ""
    return tuple(found)


def not_quantities(report: Report) -> tuple[Rejected, ...]:
    """All numerals of a report's sentences that are no quantities, each with its reason."""
    return tuple(
        Rejected(p.start, p.end, report.text[p.start : p.end], p.reason, p.numeral, sentence.id)
        for sentence, numerals in _numerals(report, narrow(report.text))
        for p in numerals
        if p.reason
    )


def _numerals(report: Report, view: str) -> Iterator[tuple[Sentence, list[Printed]]]:
    """Each sentence with its numerals; one pass over the text spares those that can have none."""
    places = [match.start() for match in any_numeral().finditer(view)]
    places.append(len(view))
    k = 0
    for sentence in report.sentences:
        start, end = sentence.start, sentence.end
        while places[k] < start:
            k += 1
        numerals: list[Printed] = []
        if places[k] < end:
            for first, last in sentence.parts or ((start, end),):
                numerals += find(report.text, view, first, last)
        yield sentence, numerals


def _context(
    view: str,
    sentence: Sentence,
    role: SectionRole,
    year: int | None,
    period: Period,
    subject: str,
) -> _Context:
    start, end = sentence.start, sentence.end
    if role == "outlook" and year is not None and not period.span:
        period = period._replace(year=year + 1)
    times = [period, *periods(view, start, end, year)]
    actors = [(start, subject), *subjects(view, start, end)]
    return _Context(
        role,
        [time.place for time in times],
        times,
        [opening for opening, _ in actors],
        [actor for _, actor in actors],
        [start, *[m.end() for m in _BOUNDARY.finditer(view, start, end)], end + 1],
    )


def _read(
    text: str, view: str, sentence: Sentence, printed: list[Printed], context: _Context
) -> list[Quantity]:
    found: list[Quantity] = []
    floor = sentence.start
    waiting: tuple[str, ...] = ()  # rates that 分别 leaves for the numbers to come
    for k, p in enumerate(printed):
        cuts = context.cuts
        at = bisect_right(cuts, p.start)
        clause = cuts[at - 1], cuts[bisect_right(cuts, p.after - 1, at)] - 1
        behind = printed[k + 1].start if k + 1 < len(printed) else clause[1]
        head_start = max(clause[0], floor)
        head, tail = view[head_start : p.start], view[p.after : min(behind, clause[1])]
        trend, change = direction(view, head_start, p.start)
        if not change:
            trend, change = _from_to(view, printed, k)
        kind = _kind(view, clause[0], p, change)
        names = rates(head) if kind == "percentage" else ()
        if "分别" in head and len(names) > 1:
            names, waiting = names[:1], names[1:]
        elif waiting and not names:
            names, waiting = waiting[:1], waiting[1:]
        time = context.periods[bisect_right(context.places, p.start) - 1]
        subject = context.subjects[bisect_right(context.openings, p.start) - 1]
        measure = "、".join(names) or _measure(head, tail, kind, change, found)
        measure = measure.removeprefix(subject).lstrip("、") or measure
        approx, bound = bounds(view, p.start, p.after, p.more)
        found.append(
            Quantity(
                f"{sentence.id}.q{k + 1}", p.start, p.end, text[p.start : p.end],
                text[clause[0] : clause[1]].strip(), p.value, p.high, p.unit,
                _scaled(p.value, p.scale), None if p.high is None else _scaled(p.high, p.scale),
                p.base, kind, trend, change,
                status(view, clause, p.start, p.after, p.kind, context.role), approx, bound,
                measure, names, subject, time.year, time.span, p.numeral, sentence.id,
                sentence.section,
            )
        )  # fmt: skip
        floor = p.after
    return found


def _scaled(value: Number, scale: int) -> Number:
    return value if scale == 1 else plain(value * scale)


def _kind(view: str, clause: int, p: Printed, change: str) -> str:
    if p.kind == "percentage" and change in ("by", "from"):
        return "change" if change == "by" else "percentage"
    if p.kind == "count" and view.find("每", clause, p.start) >= 0:
        return "frequency" if _PERIODIC.search(view, clause, p.start) else "count"
    return p.kind


def _from_to(view: str, printed: list[Printed], k: int) -> tuple[Direction, str]:
    """The two ends of a change: 由原来的23个调整为21个."""
    p = printed[k]
    last = view[p.start - 1 : p.start]
    if k + 1 < len(printed) and last in _FROM_LAST and _FROM.search(view, p.start - 6, p.start):
        other = printed[k + 1]
        if other.base == p.base and _TO.search(view, p.after, other.start):
            return _trend(p, other), "from"
    if k and last in _TO_LAST and _TO.search(view, printed[k - 1].after, p.start):
        other = printed[k - 1]
        if other.base == p.base and _FROM.search(view, max(0, other.start - 6), other.start):
            return _trend(other, p), "to"
    return "none", ""


def _trend(before: Printed, after: Printed) -> Direction:
    old, new = before.value * before.scale, after.value * after.scale
    return "increase" if new > old else "decrease" if new < old else "none"


def _measure(head: str, tail: str, kind: str, change: str, found: list[Quantity]) -> str:
    """What is measured; 151户253人 and 同比增长7.3% measure what the number before them does."""
    if change == "from":
        tail = ""
    measure = "" if change == "to" and found else counted(head, tail, kind)
    if measure or not found:
        return measure
    return found[-1].measure
