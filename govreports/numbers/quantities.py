"""Every quantitative statement of a report: what is counted or measured, whose, when, how meant.

One record is made for each printed number, with these conventions:

- a number that serves several rates (备案报备率、及时率、规范率均达100%) is one record that names
  them all; a range (2到3个月, 9个月到1年) is one record with two values in one unit; the numbers
  after 分别 (分别达90%、93.5%和98%) are each given the rate they belong to;
- 万 and 亿 belong to the unit as printed, 余 and 多 to neither: 5万余条 is 5 万条, 50000 条; so
  they do in Chinese numerals (五百六十万元 is 560 万元), but a number of several scales is
  multiplied out (13万2千人次 is 132000 人次);
- 成 is a tenth: 九成 is 9 成, 90 %, and 九成五 is 95 % altogether; 番 is a doubling;
- neighbouring digits (七八家) are an approximate range, fractions (三分之二, 一半) a ratio without
  a unit, 百分之, 千分之 and 万分之 the units %, ‰ and ‱;
- 个 is the unit where a noun follows (4个化工园区) and is left out before a unit (3个工作日);
- a distance told in time (15分钟服务圈) is a quantity, a number inside a title, a slogan or another
  name in quotation marks is not, nor are dates, ordinals, ranks, codes, hotlines, document
  numbers, list markers, anniversaries and stretches of time that only date (近3年来);
- Chinese numerals are read where they count (三个领域), and marked; 一 alone is read before 倍,
  成 and 番 only, and set aside as an article before other measure words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from govreports.numbers.bounds import bounds
from govreports.numbers.changes import Direction, before_change, direction, ends
from govreports.numbers.chinese import any_numeral, article
from govreports.numbers.modality import Status, aims, status
from govreports.numbers.occurrences import Printed
from govreports.numbers.periods import Period, periods
from govreports.numbers.ranges import find
from govreports.numbers.subjects import counted, listed, rates, subjects, summed
from govreports.numerals import Number, scaled
from govreports.report.joining import Unwrapped, unwrapped
from govreports.report.model import Report, SectionRole, Sentence

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


class Rejected(NamedTuple):
    """A numeral that is no quantity, and why: a key of ``occurrences.REASONS``."""

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
    intended: list[int]  # where it voices an intention


class Numbers(NamedTuple):
    """All numerals of a report, in order of place: those that tell a quantity, and the others."""

    quantities: tuple[Quantity, ...]
    others: tuple[Rejected, ...]


def quantities(report: Report) -> tuple[Quantity, ...]:
    """All quantities of a report's sentences, in order of place.

    Chrome, metadata, headings on their own line and annexes are not read. Numbers in Chinese
    numerals are among them and marked ``numeral == "han"``.
    """
    return _numbers(report, articles=False).quantities


def not_quantities(report: Report) -> tuple[Rejected, ...]:
    """All numerals of a report's sentences that are no quantities, each with its reason."""
    return numbers(report).others


def numbers(report: Report) -> Numbers:
    """Both, in one pass."""
    return _numbers(report, articles=True)


def _numbers(report: Report, *, articles: bool) -> Numbers:
    stated = report.stated("reporting_year")
    year = int(stated) if stated.isdigit() else None
    present = _present(report, year)
    roles = {section.id: section.role for section in report.sections}
    found: list[Quantity] = []
    others: list[Rejected] = []
    unknown = Period(0, year, "")
    period, subject = unknown, ""
    for sentence, whole, numerals in _numerals(report, articles=articles):
        printed = [p for p in numerals if not p.reason]
        chained = whole.folded[whole.end - 1 : whole.end] == ";"
        if printed or chained:
            context = _context(whole, roles[sentence.section], year, present, period, subject)
            if printed:
                found += _read(report.text, sentence, whole, numerals, printed, context)
            period, subject = context.periods[-1], context.subjects[-1]
        # What a semicolon separates is one sentence to its reader: period and subject go on.
        if not chained:
            period, subject = unknown, ""
        if len(printed) < len(numerals):
            others += _others(report.text, sentence, whole, numerals)
    return Numbers(tuple(found), tuple(others))


def _others(
    text: str, sentence: Sentence, whole: Unwrapped, numerals: list[Printed]
) -> Iterator[Rejected]:
    for p in numerals:
        if p.reason:
            start, end = whole.printed(p.start, p.end)
            yield Rejected(start, end, text[start:end], p.reason, p.numeral, sentence.id)


def _present(report: Report, year: int | None) -> int | None:
    """Which year 今年 means where a report on ``year`` speaks of what comes next."""
    issued = report.stated("issued")[:4]
    if year is None or (issued.isdigit() and int(issued) <= year):
        return year
    return year + 1


def _numerals(
    report: Report, *, articles: bool
) -> Iterator[tuple[Sentence, Unwrapped, list[Printed]]]:
    """Each sentence with its numerals; one pass over the text spares those that can have none."""
    text, folded = report.text, report.folded
    places = [match.start() for match in any_numeral().finditer(folded)]
    written = [place for place in places if not "0" <= folded[place] <= "9"]
    if articles:
        # An article is read like a numeral in characters, and may begin none.
        written = sorted({*written, *(match.start() for match in article().finditer(folded))})
        places = sorted({*places, *written})
    for sentence in report.sentences:
        start, end = sentence.start, sentence.end
        whole = unwrapped(text, folded, sentence)
        numerals: list[Printed] = []
        # A numeral that a line break cuts is found only in one piece.
        characters = bool(whole.origin) or _any(written, start, end)
        if characters or _any(places, start, end):
            numerals = find(
                whole.text, whole.folded, whole.start, whole.end,
                characters=characters, articles=articles,
            )  # fmt: skip
        yield sentence, whole, numerals


def _any(places: list[int], start: int, end: int) -> bool:
    """Whether one of the ordered ``places`` lies in ``[start, end)``."""
    k = bisect_left(places, start)
    return k < len(places) and places[k] < end


def _context(
    whole: Unwrapped,
    role: SectionRole,
    year: int | None,
    present: int | None,
    period: Period,
    subject: str,
) -> _Context:
    folded, start, end = whole.folded, whole.start, whole.end
    if role == "outlook" and year is not None and not period.span:
        period = period._replace(year=year + 1)
    times = [period, *periods(folded, start, end, year, present if role == "outlook" else None)]
    named = subjects(folded, start, end)
    actors = [(start, subject), *((at, whole.text[at : at + len(name)]) for at, name in named)]
    return _Context(
        role,
        [time.place for time in times],
        times,
        [opening for opening, _ in actors],
        [actor for _, actor in actors],
        [start, *[m.end() for m in _BOUNDARY.finditer(folded, start, end)], end + 1],
        aims(folded, start, end, year),
    )


def _read(
    text: str,
    sentence: Sentence,
    whole: Unwrapped,
    numerals: list[Printed],
    printed: list[Printed],
    context: _Context,
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
        head, tail = folded[head_start : p.front], folded[p.after : min(behind, clause[1])]
        window = (head_start, p.after + len(tail))
        trend, change = direction(folded, head_start, p.front)
        if not change:
            trend, change = ends(folded, printed, k)
        if not change and found and head in _LIST and found[-1].change in ("by", "to"):
            trend, change = found[-1].direction, found[-1].change
        kind = _kind(folded, clause[0], p, change)
        names = whole.written(rates(head) if kind == "percentage" else (), *window)
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
        approx, bound = bounds(folded, p.front, p.after, p.more)
        start, end = whole.printed(p.start, p.end)
        opening, closing = whole.printed(*clause)
        found.append(
            Quantity(
                f"{sentence.id}.q{k + 1}", start, end, text[start:end],
                text[opening:closing].strip(), p.value, p.high, p.unit,
                scaled(p.value, p.scale), None if p.high is None else scaled(p.high, p.scale),
                p.base, kind, trend, change,
                status(
                    folded, clause, p.front, p.after, p.kind, context.role, context.intended
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
