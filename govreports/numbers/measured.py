"""What each number of a sentence measures or counts: whose, when, in what unit, how it is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from govreports.numbers.bounds import bounds
from govreports.numbers.changes import Direction, before_change, direction, ends
from govreports.numbers.modality import Status, aims, status
from govreports.numbers.occurrences import Printed
from govreports.numbers.periods import Period, periods
from govreports.numbers.subjects import counted, listed, rates, subjects, summed
from govreports.numerals import Number, scaled
from govreports.report.joining import Unwrapped
from govreports.report.model import SectionRole, Sentence

_BOUNDARY = re.compile(r"[,;:。!?\n]")
_PERIODIC = re.compile(r"每(?:[年月周季日天]|半年|季度|个(?:月|季度|工作日)|人每年).{0,12}$")
_COMPARED = re.compile(r"(?:比|较|高于|低于|高出|优于)(?!例|重|对|为|选|武)|[是为](?:上年|去年)")
_REACH = 150  # no clause is read further, in code points, on either side of a number
_OWNED = re.compile(r"[^\W\d_]{1,8}的")
_LIST = frozenset("、和及与,")
_ONLY = frozenset(
    ("只有", "仅有", "仅为", "仅", "只达到", "仅达到", "为", "达", "达到", "约", "近")
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
    kind: str  # see `govreports.numbers.measure_words.KINDS`
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


class Context(NamedTuple):
    """What a sentence says of all its numbers: each item holds from its place on."""

    role: SectionRole
    places: list[int]  # of the periods
    periods: list[Period]
    openings: list[int]  # of the subjects
    subjects: list[str]
    cuts: list[int]  # where its clauses begin, and its end
    intended: list[int]  # where it voices an intention


def context_of(
    whole: Unwrapped,
    role: SectionRole,
    year: int | None,
    present: int | None,
    period: Period,
    subject: str,
) -> Context:
    """What a sentence says of its numbers; ``period`` and ``subject`` go on from the one before.

    ``year`` is the year reported on, ``present`` the one that 今年 means in an outlook.
    """
    folded, start, end = whole.folded, whole.start, whole.end
    if role == "outlook" and year is not None and not period.span:
        period = period._replace(year=year + 1)
    times = [period, *periods(folded, start, end, year, present if role == "outlook" else None)]
    named = subjects(folded, start, end)
    actors = [(start, subject), *((at, whole.text[at : at + len(name)]) for at, name in named)]
    return Context(
        role,
        [time.place for time in times],
        times,
        [opening for opening, _ in actors],
        [actor for _, actor in actors],
        [start, *[m.end() for m in _BOUNDARY.finditer(folded, start, end)], end + 1],
        aims(folded, start, end, year),
    )


def read_quantities(
    text: str,
    sentence: Sentence,
    whole: Unwrapped,
    numerals: list[Printed],
    printed: list[Printed],
    context: Context,
) -> list[Quantity]:
    """The quantities of a sentence: of ``printed``, those of its numerals that may be one."""
    found: list[Quantity] = []
    folded = whole.folded
    # What is measured is not looked for before the last number or the marker of a list item.
    floors = [whole.start, *(p.after for p in numerals if p.reason in ("", "list marker"))]
    waiting: tuple[str, ...] = ()  # measures that 分别 leaves for the numbers to come
    for k, p in enumerate(printed):
        cuts = context.cuts
        at = bisect_right(cuts, p.start)
        clause = (
            max(cuts[at - 1], p.start - _REACH),
            min(cuts[bisect_right(cuts, p.after - 1, at)] - 1, p.after + _REACH),
        )
        behind = printed[k + 1].front if k + 1 < len(printed) else clause[1]
        head_start = max(clause[0], floors[bisect_right(floors, p.start) - 1])
        head_start = _with_count(folded, printed, k, head_start)
        front = p.front
        head, tail = folded[head_start:front], folded[p.after : min(behind, clause[1])]
        window = (head_start, p.after + len(tail))
        trend, change = direction(folded, head_start, front)
        if not change:
            trend, change = ends(folded, printed, k)
        if not change and found and head in _LIST and found[-1].change in ("by", "to"):
            trend, change = found[-1].direction, found[-1].change
        kind = _kind(folded, clause[0], p, change)
        names: tuple[str, ...] = ()
        if kind == "percentage":
            names = whole.written(rates(head), *window)
        if "分别" in head:
            names = names or whole.written(listed(head), *window)
            names, waiting = _respectively(names, found, _run(folded, printed, k))
        elif waiting and not names:
            names, waiting = waiting[:1], waiting[1:]
        if kind == "percentage" and not names and head in _ONLY and at > 1:
            # 持证率不高,只有63.6%: the clause before names the rate.
            before = max(cuts[at - 2], floors[bisect_right(floors, p.start) - 1])
            names = whole.written(rates(folded[before : clause[0]]), before, clause[0])
        time = context.periods[bisect_right(context.places, p.start) - 1]
        subject = context.subjects[bisect_right(context.openings, p.start) - 1]
        measure = "、".join(names) or _measure(whole, window, head, tail, kind, change, p, found)
        approx, bound = bounds(folded, front, p.after, p.more)
        start, end = whole.printed(p.start, p.end)
        opening, closing = whole.printed(*clause)
        found.append(
            Quantity(
                f"{sentence.id}.q{k + 1}", start, end, text[start:end],
                text[opening:closing].strip(), p.value, p.high, p.unit,
                scaled(p.value, p.scale), None if p.high is None else scaled(p.high, p.scale),
                p.base, kind, trend, change,
                status(
                    folded, clause, front, p.after, p.kind, context.role, context.intended
                ),
                approx or p.about, bound,
                measure.removeprefix(subject).lstrip("、") or measure, names, subject,
                time.year, time.span, p.numeral, sentence.id, sentence.section,
            )
        )  # fmt: skip
    return found


def _kind(folded: str, clause: int, p: Printed, change: str) -> str:
    if p.kind == "percentage" and change == "by":
        return "change"
    if p.kind == "count" and folded.find("每", clause, p.start) >= 0:
        return "frequency" if _PERIODIC.search(folded, clause, p.start) else "count"
    return p.kind


def _run(folded: str, printed: list[Printed], k: int) -> int:
    """How many numbers stand in one list from the ``k``-th on: 90%、93.5%和98%."""
    last = k
    while (
        last + 1 < len(printed) and folded[printed[last].after : printed[last + 1].start] in _LIST
    ):
        last += 1
    return last - k + 1


def _respectively(
    names: tuple[str, ...], found: list[Quantity], run: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The measure of this number and of those to come, where 分别 deals them out."""
    if len(names) < 2:
        # 立案、结案120件、118件,同比分别增长12%和10%: what was measured last is dealt out again.
        names = tuple(q.measure for q in found[-run:]) if 1 < run <= len(found) else names
    return (names[:1], names[1:]) if len(names) == run or run == 1 else (names, ())


def _with_count(folded: str, printed: list[Printed], k: int, head: int) -> int:
    """Where a rate's wording begins: a count of what it is a rate of belongs to it.

    三个领域的目标均100%实现 tells of three fields, not of 领域的目标.
    """
    before = printed[k - 1] if k else None
    if before is None or before.after != head or printed[k].kind != "percentage":
        return head
    return before.start if _OWNED.match(folded, head, printed[k].start) else head


def _measure(
    whole: Unwrapped, window: tuple[int, int], head: str, tail: str, kind: str, change: str,
    p: Printed, found: list[Quantity],
) -> str:  # fmt: skip
    """What is measured; 151户253人 and 同比增长7.3% measure what the number before them does.

    So does what is only compared: 出庭率90%,高于全市平均水平9个百分点.
    """
    if change == "from":
        head, tail = before_change(head), ""
    ends = change == "to" and found and found[-1].change == "from"
    (measure,) = whole.written(("" if ends else counted(head, tail, kind),), *window)
    if not measure and (total := summed(head, p.base, [(q.measure, q.unit_base) for q in found])):
        return total
    if found and kind != "percentage" and _COMPARED.match(measure):
        return found[-1].measure
    if not found or (measure and not measure.startswith("占")):
        return measure
    # 处理1245件,占20.1%; after another share the whole is the same: 其中立案5件,占1%
    last = found[-1].measure
    return (last.partition("占")[0] if found[-1].kind == "percentage" else last) + measure
