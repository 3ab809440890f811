"""Approximate and bounded numbers: 近200万, 5万余条, 不少于4期, 3个工作日内."""

from __future__ import annotations

import re

_LAST = frozenset("约近超逾过到足破于至多少低高长")
_LEAST = re.compile(r"至少[^,。;:]{0,4}$")
_BEFORE = re.compile(
    r"(?:(?P<least>不(?:得|应|准|能)?(?:少|低|小|短)于|最少|最低)"
    r"|(?P<most>不(?:得|应|准|能)?(?:超过|高于|多于|大于|长于)|至多|最多|最高|最长)"
    r"|(?P<over>超过?|逾|突破|高于|多于|大于)"
    r"|(?P<under>不到|不足|少于|低于|小于|将近|接近|近)"
    r"|(?P<about>大约|(?<![签条合公预履违])约))\s?$"
)
_NEXT = frozenset("余多以开内之左上下 ")
_AFTER = re.compile(
    r"\s?(?:(?P<over>[余多](?=[^元样])|以上|开外)|(?P<most>(?:以|之)?内(?!容|部|设)|以下)"
    r"|(?P<about>左右|上下))"
)
_MEANING = {
    "least": (False, "lower"),
    "most": (False, "upper"),
    "over": (True, "lower"),
    "under": (True, "upper"),
    "about": (True, ""),
}


def bounds(folded: str, start: int, after: int, more: bool) -> tuple[bool, str]:
    """Whether a number is only approximate, and on which side it is open.

    ``start`` is where the number begins, ``after`` where its unit ends; ``more`` says that 余 or 多
    stands between. 以上 and 不少于 bound without making the number approximate.

    >>> bounds("近200万", 1, 5, False), bounds("不超过3天", 3, 5, False)
    ((True, 'upper'), (False, 'upper'))
    """
    if more:
        return True, "lower"
    if start and folded[start - 1] in _LAST:
        before = _BEFORE.search(folded, max(0, start - 5), start)
        if before is not None:
            return _MEANING[before.lastgroup or "about"]
    if at_least(folded, start):
        return _MEANING["least"]
    behind = _AFTER.match(folded, after) if folded[after : after + 1] in _NEXT else None
    if behind is None:
        return False, ""
    approximate, side = _MEANING[behind.lastgroup or "about"]
    return approximate and behind.lastgroup != "over", side


def at_least(folded: str, start: int) -> bool:
    """Whether 至少 stands before the number, a verb between them allowed: 至少配备1名."""
    near = max(0, start - 6)
    return folded.find("至少", near, start) >= 0 and _LEAST.search(folded, near, start) is not None
