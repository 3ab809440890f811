"""Chinese numerals that count: 四场, 三个领域, 十余条, 百分之九十五.

Read more warily than digits, for most Chinese numerals in these reports name things (三项制度,
二级, 百县千案): a single 一 is an article more often than a count and is never read.
"""

from __future__ import annotations

import re
from functools import cache

from govreports.claims.numerals import read_han
from govreports.claims.printed import Printed, dates_back, rejected
from govreports.claims.units import Unit, unit_at, units

_GE = Unit("个", "count", False, True, "")
_INSIDE = frozenset("〇零一二三四五六七八九十百千万亿两几数每半0123456789")
_FIGURES = frozenset("百千万")
# Sets, campaigns and slogans that are named by a number; it counts nothing at the time.
_SET_NAME = re.compile(
    r"(?:基本|重点|专项|重大)?(?:制度|规定|机制|原则|改革|行动|规划|计划|攻坚|纪律|清单|意识|自信|维护"
    r"|确立|全面|必须|一律|坚持|从严|不得|不准|严禁|百年|离不开|不动摇|务必|第一(?!批|次|时间))"
)
_MEETING = re.compile(r"全会|全体|常务会|代表大会|会议")  # 十二届十一次全会
_FRACTION = re.compile("([二三四五六七八九十]{1,3})分之([一二两三四五六七八九]{1,2})")
_SHARE = re.compile("百分之([零一二两三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]{1,4})?)")


_LONGEST = 12  # characters of a numeral that anybody writes
_OPENING = "两二三四五六七八九十百千万数几"


@cache
def _rest() -> str:
    first = "".join(sorted({u.unit[0] for u in units().values() if u.han}))
    return rf"[零一二三四五六七八九十百千万亿两几]{{0,{_LONGEST}}}[余多]?(?:个半?|(?=[{first}]))"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{_OPENING}]{_rest()}")


@cache
def any_numeral() -> re.Pattern[str]:
    """Finds fast, in any stretch of text, where a numeral in digits or characters may begin."""
    return re.compile(f"[0-9{_OPENING}](?:(?<=[0-9])[0-9]*|分之|{_rest()})")


def han(view: str, start: int, end: int) -> list[Printed]:
    """All Chinese numerals with a unit in ``view[start:end]``; those that name carry a reason."""
    found = [
        item
        for match in _pattern().finditer(view, start, end)
        if (item := _counting(view, match, start)) is not None
    ]
    if view.find("分之", start, end) >= 0:
        found += _fractions(view, start, end)
    return found


def _fractions(view: str, start: int, end: int) -> list[Printed]:
    found: list[Printed] = []
    for match in _SHARE.finditer(view, start, end):
        first, last = match.span(1)
        value = read_han(match[1])
        found.append(
            Printed(first, last, last, value, None, 1, "%", "%", "percentage", numeral="han")
        )
    for match in _FRACTION.finditer(view, start, end):
        first, last = match.span()
        value = read_han(match[2]) / read_han(match[1])
        found.append(Printed(first, last, last, value, kind="ratio", numeral="han"))
    return found


def _counting(view: str, match: re.Match[str], floor: int) -> Printed | None:
    printed, start = match[0], match.start()
    before = view[floor:start][-2:].rstrip()[-1:]
    if before and before in _INSIDE:
        return None
    ge = "个" in printed
    bare = printed.removesuffix("半").removesuffix("个").rstrip("余多")
    more = "余" in printed or "多" in printed
    unit = unit_at(view, match.end(), after_ge=ge) or (_GE if ge else None)
    if unit is None or not unit.han or "半" in printed or len(bare) > _LONGEST:
        return None
    end = start + len(bare)
    if before and before in "第初届":
        return rejected(start, end, "ordinal", "han")
    if "几" in bare or "数" in bare:
        return rejected(start, end, "vague", "han")
    # 二 names (二次, 二级) where 两 counts; 百, 千 and 万 alone are figures of speech.
    if bare == "二" or (bare in _FIGURES and not more):
        return None
    after = match.end() + (0 if unit is _GE else len(unit.unit))
    if unit.unit == "次" and _MEETING.match(view, after):
        return rejected(start, end, "ordinal", "han")
    if unit.kind == "duration" and dates_back(view, start, after):
        return rejected(start, end, "date", "han")
    if _SET_NAME.match(view, after):
        return rejected(start, end, "set name", "han")
    try:
        value = read_han(bare)
    except ValueError:
        return None
    return Printed(start, end, after, value, None, 1, unit.unit, unit.unit, unit.kind, more, "han")
