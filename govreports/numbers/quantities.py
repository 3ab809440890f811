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

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from govreports.numbers.chinese import any_numeral, article
from govreports.numbers.measured import Quantity, context_of, read_quantities
from govreports.numbers.occurrences import Printed
from govreports.numbers.periods import Period
from govreports.numbers.ranges import find
from govreports.report.joining import Unwrapped, unwrapped
from govreports.report.model import Report, Sentence

__all__ = ["Numbers", "Quantity", "Rejected", "not_quantities", "numbers", "quantities"]


class Rejected(NamedTuple):
    """A numeral that is no quantity, and why: a key of ``occurrences.REASONS``."""

    start: int
    end: int
    text: str
    reason: str
    numeral: str
    sentence: str


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
            context = context_of(whole, roles[sentence.section], year, present, period, subject)
            if printed:
                found += read_quantities(report.text, sentence, whole, numerals, printed, context)
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
