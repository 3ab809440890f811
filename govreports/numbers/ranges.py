"""Numerals that belong together: ranges (2到3个月), from–to changes, lists with one unit."""

from __future__ import annotations

import re

from govreports.numbers.chinese import han
from govreports.numbers.occurrences import Printed, digits
from govreports.numerals import plain, scaled

_RANGE = frozenset(("-", "—", "–", "~", "至", "到", "——", "--"))
_LIST = frozenset("、和及与或")
_FROM = re.compile(r"(?:从|由)(?:原来的?|原先的?|过去的?|去年的?|上年的?|原)?$")
_CHANGE_VERB = re.compile(
    r"\s?(?:以上)?(?:压缩|缩短|减少|下降|降低|降|增加|提高|提升|增长|扩大|调整|变)"
)
_ENCLOSED = re.compile(
    r"《[^《》]*》?|“[^“”]{1,60}”|‘[^‘’]{1,30}’|「[^「」]{1,60}」|\"[^\"]{1,14}\""
)
_MARK = re.compile('[《“‘「"]')
_LONGEST_NAME = 14
# In quotation marks a percentage is no name, and a circle of 15 minutes is a standard.
_NO_NAME = re.compile(r"%|(?:分钟|小时)[^“”,。]{0,14}圈")
# How many of the second unit make one of the first.
_PARTS = {
    ("年", "月"): 12,
    ("月", "天"): 30,
    ("周", "天"): 7,
    ("天", "小时"): 24,
    ("小时", "分钟"): 60,
}


def find(
    text: str, folded: str, start: int, end: int, *, characters: bool = True, articles: bool = False
) -> list[Printed]:
    """All numerals of ``text[start:end]`` in order; ``folded`` is its one-to-one narrow folded.

    ``characters`` says whether there may be Chinese numerals, ``articles`` that 一 before a measure
    word is to be among them, with its reason.
    """
    found = digits(folded, start, end)
    if characters and (counted := han(folded, start, end, articles=articles)):
        found = sorted(found + counted)
    if not found:
        return found
    found = _enclosed(text, found, start, end)
    return found if len(found) == 1 else _shared(folded, _ranges(folded, found))


def _enclosed(text: str, found: list[Printed], start: int, end: int) -> list[Printed]:
    """Numerals in titles and in short names in quotation marks count nothing."""
    if _MARK.search(text, start, end) is None:
        return found
    spans = [m.span() for m in _ENCLOSED.finditer(text, start, end)]
    kept: list[Printed] = []
    for item in found:
        for opening, closing in spans:
            if opening < item.start < closing and not item.reason:
                if text[opening] == "《":
                    item = item._replace(reason="title")
                elif closing - opening <= _LONGEST_NAME + 2 and not _NO_NAME.search(
                    text, item.end, closing
                ):
                    item = item._replace(reason="name")
        kept.append(item)
    return kept


def _ranges(folded: str, found: list[Printed]) -> list[Printed]:
    joined: list[Printed] = []
    for item in found:
        before = joined[-1] if joined else None
        if before is not None and folded[before.after : item.start].strip() in _RANGE:
            whole = _range(folded, before, item)
            if whole is not None:
                joined[-1] = whole
                continue
            if before.reason == "ordinal":
                item = item._replace(reason="ordinal")
        joined.append(item)
    return joined


def _range(folded: str, low: Printed, high: Printed) -> Printed | None:
    if high.reason or low.reason not in ("", "no unit") or low.high is not None:
        return None
    if _FROM.search(folded, max(0, low.start - 5), low.start) and not _CHANGE_VERB.match(
        folded, high.after
    ):
        return None
    upper = high.value
    if not low.unit and high.scale > 1 and low.value > upper:  # 5000至1万元
        return high._replace(
            start=low.start, value=low.value, high=scaled(upper, high.scale), scale=1,
            unit=high.base,
        )  # fmt: skip
    if not low.unit:
        return high._replace(start=low.start, value=low.value, high=upper)
    if low.unit != high.unit:
        parts = _PARTS.get((high.base, low.base))
        if parts is None:
            return None
        return low._replace(end=high.end, after=high.after, high=plain(upper * parts))
    return high._replace(start=low.start, value=low.value, high=upper, more=low.more or high.more)


def _shared(folded: str, found: list[Printed]) -> list[Printed]:
    """Give numbers in a list the unit of its last one (3、5和50个工作日), or its reason."""
    following: Printed | None = None
    settled: list[Printed] = []
    for item in reversed(found):
        if (
            following is not None
            and not following.reason
            and item.reason == "no unit"
            and folded[item.after : following.start] in _LIST
        ):
            scale = following.scale
            item = item._replace(
                scale=scale, unit=following.unit, base=following.base, kind=following.kind,
                reason="",
            )  # fmt: skip
        settled.append(item)
        following = item
    settled.reverse()
    for k in range(1, len(settled)):
        ordinal = settled[k - 1].reason == "ordinal"
        if ordinal and folded[settled[k - 1].after : settled[k].start] in _LIST:
            settled[k] = settled[k]._replace(reason="ordinal")
    return settled
