"""Which year or period a number belongs to, from the time words of its sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

from govreports.numerals import read_han

# Alternatives begin with a plain character, so that the search can skip to it.
_TIME = re.compile(
    r"19\d\d\s?年|20\d\d\s?年|二[〇○零][〇○零一二三四五六七八九]{2}\s?年|今年|本年|全年|当年|年内|截至目前|截止目前|去年(?:以来)?|上年(?:度)?|上一年度?"
    r"|明年|下一?年|上半年|下半年|近年来?|近[几两三四五]年来?"
    + "".join(
        rf"|{n}\s?(?:月份?)?\s?[-—–~至到]\s?(?:1[0-2]|[1-9])\s?月"
        for n in ("10", "11", "12", *"123456789")
    )
)
_TITLE = re.compile(r"《[^《》]*》?")
_NUMBERS = re.compile(r"\d+")
# 比2017年增加 tells of this year, 较2017年的23%提高 gives that year's figure.
_COMPARED = re.compile(r"度?(?:同期|相比|底|末)*(?!\d|的)")

_TIMES = re.compile(r"度?(?:同期)?的(?:[\d.]+|[一二两三四五六七八九十]+)倍")
_FIRST = re.compile(r"度?(?:的|底|末|同期|约|近)*(?:\d[\d,.]*|[一二两三四五六七八九十百千万亿零]+)")


class Period(NamedTuple):
    """From ``place`` on, numbers belong to ``year`` and, if stated, to a part of it."""

    place: int
    year: int | None
    span: str  # "2019-01/2019-11", "2018/2019", "2022-H1", "../2020"; empty for the whole year


def periods(
    folded: str, start: int, end: int, reporting: int | None, ahead: int | None = None
) -> list[Period]:
    """The periods that ``folded[start:end]`` names, in order; titles of documents name none.

    ``reporting`` is the report's year, to which 今年 and 去年 are relative; where it is unknown,
    so are they. Where a report tells what comes next, ``ahead`` is the year that 今年 means, and
    全年 and 年内 name no year of their own.

    >>> periods("去年立案3起,今年1-11月立案5起", 0, 18, 2019)[-1]
    Period(place=9, year=2019, span='2019-01/2019-11')
    """
    found: list[Period] = []
    titles: list[tuple[int, int]] | None = None
    year = reporting if reporting is None or ahead is None else reporting + 1
    for match in _TIME.finditer(folded, start, end):
        place, words = match.start(), match[0]
        if words[0] == "二":
            words = f"{read_han(words.removesuffix('年').rstrip())}年"
        if titles is None:
            titles = [m.span() for m in _TITLE.finditer(folded, start, end)]
        if any(a < place < b for a, b in titles):
            continue
        before = folded[place - 1] if place else ""
        dated = words[0].isdigit() and words[-1] == "年"
        # 由去年的15.3%提高至18.7%: only the first number belongs to the year named.
        first = None
        if before and before in "由从较比" and (dated or words[0] in "去上"):
            first = _FIRST.match(folded, match.end(), end)
        # 较上年提高3.2个百分点 tells of this year.
        if first is None and words[0] in "去上" and before and before in "较比与同跟":
            continue
        # 是上年的4.6倍 measures this year by the last.
        if words[0] in "去上" and _TIMES.match(folded, match.end(), end):
            continue
        if dated and before in ("较", "比") and _COMPARED.match(folded, match.end(), end):
            continue
        if ahead is not None and not folded.startswith("以来", match.end()):
            if words in ("全年", "年内"):
                continue
            if words in ("今年", "本年", "当年"):
                found.append(Period(place, ahead, ""))
                continue
        # 2018年以前制定的125件 were dealt with later.
        if words[0].isdigit() and folded.startswith(("以前", "之前"), match.end()):
            continue
        if words[0].isdigit() and words[-1] == "月":
            if place and folded[place - 1] in "0123456789.":
                continue
            first, last = _NUMBERS.findall(words)
            found.append(Period(place, year, _months(year, first, last)))
            continue
        last = found[-1] if found else Period(place, reporting, "")
        year, span = _year(words, reporting, year)
        found.append(Period(place, year, span))
        if first:
            year = last.year
            found.append(last._replace(place=first.end()))
    return found


def _year(words: str, reporting: int | None, year: int | None) -> tuple[int | None, str]:
    if words[0].isdigit():
        return int(words[:4]), ""
    if reporting is None:
        return None, ""
    if words.endswith("半年"):
        half = 1 if words[0] == "上" else 2
        return year, f"{year}-H{half}"
    if words.endswith("以来"):
        return reporting, f"{reporting - 1}/{reporting}"
    if words[0] in "去上":
        return reporting - 1, ""
    if words[0] in "明下":
        return reporting + 1, ""
    return reporting, f"../{reporting}" if words[0] == "近" else ""


def _months(year: int | None, first: str, last: str) -> str:
    return f"{year}-{int(first):02}/{year}-{int(last):02}" if year else ""
