"""How numbers are printed: every numeral of a stretch of text, with its unit, or why it is none.

The grammar is local: a numeral, 万 or 亿, 余 or 多, and the measure word after it. What the number
is claimed of is the business of `govreports.numbers.quantities`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govreports.numbers.exclusions import CALENDAR, before, calendar, counts_bare, unitless
from govreports.numbers.measure_words import unit_at
from govreports.numerals import SCALES, Number, plain, read_digits, read_han

REASONS = {
    "date": "a date, a year, a day named by its date (3.21), a stretch that dates (近3年来)",
    "clock": "a time of day or a proportion a:b",
    "formula": "digits joined by + or ×: 1+4, 7×24",
    "ordinal": "an ordinal or a rank: 第3批, 第185条, 前10名",
    "identifier": "part of an identifier: S201, 5G, a telephone number",
    "document number": "the number of a document: 〔2015〕185号, 96号文",
    "hotline": "a hotline: 12345",
    "list marker": "the number of a list item: (1), 2.",
    "title": "inside the title of a document",
    "name": "inside a name or slogan in quotation marks",
    "set name": "a named set, campaign or grade: 三项制度, 三年行动, 3级",
    "anniversary": "an anniversary",
    "vague": "an indefinite number: 几十家, 百家争鸣",
    "per": "what a rate or a turn is reckoned by: 每两周, 每百户",
    "article": "一 before a measure word, an article more often than a count: 一批项目",
    "no unit": "no unit follows: a code such as 3550, a version, a score nobody names",
}

_M = r"(?:1[0-2]|0?[1-9])"
_D = r"(?:3[01]|[12]\d|0?[1-9])"
_Y = r"(?:19|20)\d\d"
_TO = r"\s?[-—–~至到]+\s?"
_MONTH = rf"{_M}\s?月(?:份|分|底|初|末|中旬|上旬|下旬)?(?:\s?{_D}\s?[日号])?"
# It opens with one plain digit, so that the search can skip to it. The national standard for
# numerals (GB/T 15835) parts thousands by a blank; four-figure percentages are not printed.
_NUMERAL = re.compile(
    r"""
    (?P<number>\d(?:\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![\d,])
      |(?<=[1-9])\d{0,2}(?:\ \d{3})+(?:\.\d+)?(?![\d,]|\ ?\d|\s?[%‰])
      |\d*(?:\.\d+)?))
    \s?(?:(?P<percent>[%‰])
      | (?P<scale>万亿|百万|千万|亿|万|千(?![瓦克米伏])|百(?=[余多0-9个家名人件项场户万]))?
        (?P<more>[余多])?
        (?P<scale2>万亿|亿|万|(?<=[余多])千(?![瓦克米伏]))?\s?
        (?P<ge>个(?P<more2>[多余](?![元种样级]))?)?\s?
    )
    """,
    re.VERBOSE,
)
# 13万2千, 1亿3000万: more than one scale, which `read_han` puts together.
_COMPOUND = re.compile(
    r"[1-9]\d*(?:(?:万亿|[亿万千百])零?[1-9]\d*(?!\d|[.,]\d))+(?:万亿|[亿万千百十])?"
)
_BEHIND = re.compile(
    r"(?P<more>[余多])?(?P<scale>万亿|[亿万])?\s?(?P<ge>个(?P<more2>[多余](?![元种样级]))?)?\s?"
)
_DATED = re.compile(r"(?:19|20)\d\d\s?年")
_NO_NUMBER = re.compile(
    rf"""
    (?P<date>
        {_Y}(?:\s?年度?)?{_TO}{_Y}(?:\s?年度?|(?![\d,.]|\s?\w))
      | {_Y}\s?[-./]\s?{_M}\s?[-./]\s?{_D}(?!\d)
      | (?:{_Y}\s?年度?\s?)?{_MONTH}(?:{_TO}(?:{_Y}\s?年)?{_MONTH})?
      | (?:{_Y}\s?年\s?)?{_M}{_TO}{_MONTH}
      | {_Y}\s?年度?
      | {_M}[·•・‧]{_D}(?!\d)
    )
  | (?P<fraction>[1-9]/(?:[2-9]|10)(?![\d/.年月])|[1-9]\d?分之[1-9](?!\d))
  | (?P<clock>\d{{1,2}}:\d\d(?::\d\d)?(?!\d)
      | \d{{1,3}}(?:\.\d+)?(?:[:∶]\d{{1,3}}(?:\.\d+)?)+(?!\d))
  | (?P<formula>\d+(?:\s?[+×✕]\s?[0-9A-Za-z]+)+)
  | (?P<marker>\d{{1,2}}\.(?={_Y}\s?年))
    """,
    re.VERBOSE,
)
_MAYBE_OTHER = frozenset("年月日号-—–~至到:∶+×✕·•・‧./ 分")
_LONGEST = 18  # more digits are an identifier
_SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}
_TENTH = re.compile(r"(半)|([一二三四五六七八九1-9])(?![一二三四五六七八九十百千万亿\d.])")


class Printed(NamedTuple):
    """A numeral as printed. ``start..end`` is the bare number, ``after`` the end of its unit."""

    start: int
    end: int
    after: int
    value: Number
    high: Number | None = None  # the upper end of a range, in ``unit``
    scale: int = 1  # 万 and 亿 multiplied out: 10000 for 5万余条
    unit: str = ""  # with 万 and 亿, without 余 and 多, without a leading 个: 万条
    base: str = ""  # the unit without its scale: 条
    kind: str = ""  # a kind of `units`, empty where there is no unit
    more: bool = False  # 余 or 多: somewhat above
    numeral: str = "digits"  # or "han"
    reason: str = ""  # a key of `REASONS`; empty for what may be a quantity
    about: bool = False  # 七八家: between two neighbouring digits
    lead: int = 0  # characters of 百分之, which open the wording of a number

    @property
    def front(self) -> int:
        """Where the wording of the number begins."""
        return self.start - self.lead


def rejected(start: int, end: int, reason: str, numeral: str = "digits") -> Printed:
    """A numeral that counts nothing, and why."""
    return Printed(start, end, end, 0, numeral=numeral, reason=reason)


def digits(folded: str, start: int, end: int) -> list[Printed]:
    """All numerals in half-width digits in ``folded[start:end]``, in order."""
    found: list[Printed] = []
    place = start
    while match := _NUMERAL.search(folded, place, end):
        place = match.start()
        # Only these characters can make a numeral the beginning of something else.
        rest = folded[match.end(1) : match.end(1) + 1]
        other = None
        if rest in _MAYBE_OTHER or "." in match[1]:
            other = _NO_NUMBER.match(folded, place, end)
        if other is None:
            item = _number(folded, match, start)
            if " " in match[1] and not item.unit:
                # Without a measure word they may as well be two numbers.
                first = _NUMERAL.search(folded, place, place + match[1].index(" "))
                item = _number(folded, first, start) if first else item
        elif other.lastgroup == "fraction":
            item = _fraction(other)
        else:
            reason = other.lastgroup or ""
            item = rejected(place, other.end(), "list marker" if reason == "marker" else reason)
        found.append(item)
        place = item.after
    return found


def _fraction(match: re.Match[str]) -> Printed:
    whole, part = map(int, re.split("/|分之", match[0]))
    if "/" in match[0]:
        whole, part = part, whole
    return Printed(match.start(), match.end(), match.end(), part / whole, kind="ratio")


def _number(folded: str, match: re.Match[str], floor: int) -> Printed:
    number, percent, scale, more, scale2, ge, more2 = match.groups()
    start, end = match.span(1)
    if end - start > _LONGEST:
        return rejected(start, end, "identifier")
    reason = before(folded, start, end, floor)
    value = read_digits(number)
    if percent:
        return Printed(
            start, end, match.end("percent"), value, None, 1, percent, percent, "percentage",
            reason=reason,
        )  # fmt: skip
    if start > 2 and folded[start - 1] == "之" and (sign := _SHARES.get(folded[start - 3 : start])):
        return Printed(
            start, end, end, value, None, 1, sign, sign, "percentage", reason=reason, lead=3
        )  # fmt: skip
    if scale and folded[match.end("scale") : match.end("scale") + 1].isdecimal():
        whole = _compound(folded, start, reason)
        if whole is not None:
            return whole
    words = (scale or "") + (scale2 or "")
    after, base, kind = _unit(folded, match, ge, words)
    if reason == "list marker":
        return Printed(start, end, end + 1, value, kind="count", reason=reason)
    if not (base or words):
        reason = reason or unitless(folded, number, end)
        if reason in ("no unit", "date") and counts_bare(folded, number, start, end):
            reason = ""
        return Printed(start, end, end, value, kind="count", reason=reason)
    if folded[after : after + 1] == "/" and (each := unit_at(folded, after + 1)):
        base, after = f"{base}/{each.unit}", after + 1 + len(each.unit)
    if folded[after : after + 1] == "(" and folded[after + 2 : after + 3] == ")":
        after += 3
    if not reason and base in CALENDAR:
        reason = calendar(folded, base, value, start, after, bool(ge))
    factor = SCALES[scale] if scale else 1
    if scale2:
        factor *= SCALES[scale2]
    item = Printed(
        start, end, after, value, None, factor, words + base, base, kind or "count",
        bool(more or more2), "digits", reason,
    )  # fmt: skip
    return tenths(folded, item) if base == "成" else item


def _compound(folded: str, start: int, reason: str) -> Printed | None:
    """A number of more than one scale (13万2千人次), multiplied out; None where there is none."""
    match = _COMPOUND.match(folded, start)
    if match is None or _DATED.match(folded, match.end() - 4):
        return None
    behind = _BEHIND.match(folded, match.end())
    assert behind is not None  # every part of it may be missing
    after, base, kind = _unit(folded, behind, behind["ge"], match[0])
    try:
        value = read_han(match[0] + (behind["scale"] or ""))
    except ValueError:
        return None
    more = bool(behind["more"] or behind["more2"])
    return Printed(
        start, match.end(), after, value, None, 1, base, base, kind or "count", more, "digits",
        reason,
    )  # fmt: skip


def tenths(folded: str, item: Printed) -> Printed:
    """A number of 成, tenths, in per cent; 九成五 and 一成半 are told in per cent altogether."""
    rest = _TENTH.match(folded, item.after)
    if rest is None or item.high is not None:
        return item._replace(base="%", scale=10 * item.scale)
    value = plain(item.value * 10 + (5 if rest[1] else read_han(rest[2])))
    return item._replace(
        end=rest.end(), after=rest.end(), value=value, unit="%", base="%", kind="percentage"
    )


def _unit(folded: str, match: re.Match[str], ge: str | None, words: str) -> tuple[int, str, str]:
    """Where the unit after a numeral ends, the unit without its scale, and its kind."""
    place = match.end()
    if ge:
        unit = unit_at(folded, place, after_ge=True)
        if unit is None:
            return match.start("ge") + 1, "个", "count"
    else:
        unit = unit_at(folded, place)
        if unit is None:
            return (len(folded[:place].rstrip()) if words else place), "", ""
    return place + len(unit.unit), unit.unit, unit.kind
