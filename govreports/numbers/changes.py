"""Changes: 同比增长7.3%, 缩短至3天, and the two ends of 由原来的23个调整为21个."""

from __future__ import annotations

import re
from typing import Literal

from govreports.numbers.occurrences import Printed

Direction = Literal["increase", "decrease", "none"]

_UP = "增长|上升|增加|提高|提升|提速|上涨|攀升|扩大|翻|同比增|同比升|增幅|涨幅|增速"
_DOWN = (
    "下降|减少|降低|压缩|缩短|缩减|下调|回落|降幅|减幅|节约|节省|精简|压减|提前|减免"
    "|同比降|同比减|减负|下浮"
)
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:幅度|比例|率|时间|了)?"
    r"(?P<to>到|至|为)?(?:约|近|超过?|逾|达到?|不少于|不低于|以上|将近|最[高多])?\s?$"
)
_LAST = frozenset(
    "长升加高速涨大翻幅降少低短缩减落调约省简前免负浮度例率间了到至为近过超逾达于上多 "
)
# 减少证明材料500项: the verb opens the clause, what changes stands between.
_OBJECT = re.compile(
    r"[,;:、\s]?(?:已|共|累计|总共|平均)*(?:(?P<up>增加)|(?P<down>减少|压减|精简|压缩|缩短|核减))了?"
    r"(?![至到为])[^\W\d_]{1,8}?(?P<to>至|到)?(?:约|近|超过?|达)?\s?$"
)
_OBJECT_FIRST = frozenset("增减压精缩核共累已平总")
_FROM = re.compile(
    r"(?:从|由)(?:(?:19|20)\d\d年度?的?|平均"
    r"|(?:原来|原先|最初|改革前|过去|去年|上年|法定|规定|承诺|原)的?(?:平均)?)?(?:时限)?$"
)
_TO = re.compile(r"(?:为|到|至)(?:(?:19|20)\d\d年度?的?|(?:承诺|现在|目前|如今|法定|今年)的?)?$")
_FROM_LAST = frozenset("从由的原来先初前去年度定诺均限")
_TO_LAST = frozenset("为到至的诺在前今定年度")


def direction(folded: str, head: int, start: int) -> tuple[Direction, str]:
    """Whether ``folded[head:start]`` ends in a verb of change, and whether it leads *by* or *to*.

    >>> direction("案件同比增长7.3%", 0, 6), direction("缩短至3天", 0, 3)
    (('increase', 'by'), ('decrease', 'to'))
    >>> direction("减少证明材料500项", 0, 6)
    ('decrease', 'by')
    """
    found = None
    if start > head and folded[start - 1] in _LAST:
        found = _CHANGE.search(folded, max(head, start - 12), start)
    if found is None and folded[head] in _OBJECT_FIRST:
        found = _OBJECT.match(folded, head, start)
    if found is None:
        return "none", ""
    return ("increase" if found["up"] else "decrease"), ("to" if found["to"] else "by")


def ends(folded: str, printed: list[Printed], k: int) -> tuple[Direction, str]:
    """Whether the ``k``-th number is one end of a change from one value to another."""
    here = printed[k]
    last = folded[here.front - 1 : here.front]
    if k + 1 < len(printed) and last in _FROM_LAST and _opens(folded, here):
        other = printed[k + 1]
        if other.base == here.base and _TO.search(folded, here.after, other.front):
            return _trend(here, other), "from"
    if k and last in _TO_LAST and _TO.search(folded, printed[k - 1].after, here.front):
        other = printed[k - 1]
        if other.base == here.base and _opens(folded, other):
            return _trend(other, here), "to"
    return "none", ""


def before_change(head: str) -> str:
    """The wording before the first value of a change, without what opens the change.

    >>> before_change("审批时限由法定")
    '审批时限'
    """
    opening = _FROM.search(head)
    return head[: opening.start()] if opening else head


def _opens(folded: str, printed: Printed) -> bool:
    return _FROM.search(folded, max(0, printed.front - 11), printed.front) is not None


def _trend(before: Printed, after: Printed) -> Direction:
    old, new = before.value * before.scale, after.value * after.scale
    return "increase" if new > old else "decrease" if new < old else "none"
