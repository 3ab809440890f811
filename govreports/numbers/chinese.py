"""Chinese numerals that count: 四场, 三个领域, 十余条, 七八家, 百分之九十五.

Read more warily than digits, for most Chinese numerals in these reports name things (三项制度,
二级, 百县千案): a single 一 is an article more often than a count and is read only before 倍, 成
and 番. A single digit that no measure word follows (三农, 统一, 一网通办) is part of a word; every
other numeral is either read or set aside with its reason.
"""

from __future__ import annotations

import re
from functools import cache

from govreports.numbers.exclusions import CALENDAR, calendar, grade
from govreports.numbers.measure_words import Unit, unit_at, units
from govreports.numbers.occurrences import Printed, rejected, tenths
from govreports.numerals import SCALES, Number, plain, read_han, read_pair, scaled

_GE = Unit("个", "count", False, True, "")
_N = "〇○零一二两三四五六七八九十百千万亿廿卅"
_D = "〇○零一二三四五六七八九"
_INSIDE = frozenset(_N + "几数0123456789")
_POSITIONAL = re.compile(f"[{_D}]{{2,}}")
_FIGURES = re.compile("[百千万亿]+")
_FIRST_FIGURES = frozenset("百千万")
_NEARLY = frozenset("上过近超逾达破约足满")  # 近百家, 上千人: then 百 and 千 are numbers
_OVER = frozenset("上过")
_ORDINAL = frozenset("第初届")
_SCALE = re.compile("(.*[^万亿])(万亿|[万亿])")
# Sets, campaigns and slogans that are named by a number; it counts nothing at the time.
_SET_NAME = re.compile(
    r"(?:基本|重点|专项|重大)?(?:制度|规定|机制|原则|改革|行动|规划|计划|攻坚|纪律|清单|意识|自信|维护"
    r"|确立|全面|必须|一律|坚持|从严|不得|不准|严禁|百年|离不开|不动摇|务必|第一(?!批|次|时间)"
    r"|(?<=位)(?:一体|数)|(?<=类)水)"
)
# 十二届十一次全会, 七次、八次全会
_MEETING = re.compile(f"(?:[、和及][{_N}]{{1,3}}次)*(?:全会|全体|常务会|代表大会|会议)")
# 三期 counts what is held or issued; else it is the third phase of a building project.
_HELD = re.compile(
    "(?:举办|开展|组织|举行|办|累计|共|印发|编发|编印|刊发|发布|播出|播放|推出)[^,。;:、]{0,6}$"
)
_HELD_AFTER = re.compile("[^,。;:、]{0,8}(?:培训|班|讲座|论坛|简报|专栏|节目|刊)")
_PARTS = re.compile("([二三四五六七八九十]{1,3})分之([一二两三四五六七八九]{1,2})")
_MANY = f"[零一二两三四五六七八九十百]{{1,6}}(?:点[{_D}]{{1,4}})?"
_SHARE = re.compile(f"([百千万])分之({_MANY})(?:[至到~—-](?:\\1分之)?({_MANY}))?")
_OF = {"百": "%", "千": "‰", "万": "‱"}
_HALF = re.compile(
    "(一半)(?![儿天])|(?<=[过超])(半)数?(?!年|个|天|小时)|(半)数"
    "|(?<![上下前后大每一两二三四五六七八九十个年月天时0-9])(半)个?(月|年|天|小时|学期)(?![度报刊谈])"
)

_LONGEST = 23  # characters of a numeral below 万亿
_CHEQUE = "壹贰叁肆伍陆柒捌玖拾佰仟"  # read where two stand together: 队伍 and 陆续 are words
_OPENING = f"一二两三四五六七八九十百千万廿卅数几{_CHEQUE}"
_ALONE = f"(?<=数)(?=[十百千万亿]|(?![{_N}]))"  # 总数五年翻番 holds no 数五
# 一 opens a numeral of more characters, and counts before 倍 and 成 and in 翻一番.
_ONE = f"(?<=一)(?=[{_N}倍番]|[点至到][{_N}]|成(?![不立为员果效长熟功]))"
_RUN = (
    f"(?:(?<![一数{_CHEQUE}])|{_ONE}|{_ALONE}|(?<=[{_CHEQUE}])[{_CHEQUE}零万亿]{{1,15}})"
    f"[{_N}几]{{0,{_LONGEST}}}(?:点[{_D}]{{1,4}}[万亿]{{0,2}})?"
)
_IN_A_WORD = frozenset("统合唯同划专单之如有这那")  # 统一成, 合一, 这一


@cache
def _after() -> str:
    """What follows a numeral's own characters: its upper end, and what shows that it counts."""
    first = "".join(sorted({u.unit[0] for u in units().values() if u.han}))
    return (
        f"(?:[至到~—–-]{{1,2}}(?P<high>[{_N}]{{1,{_LONGEST}}}))?"
        "(?P<more>[余多])?(?P<scale>万亿|[万亿])?"
        # Without a measure word, a numeral of more than one character is one.
        f"(?:(?P<ge>个(?P<half>半)?)|(?=[{first}])|(?<=[{_N}{_CHEQUE}][{_N}{_CHEQUE}]))"
    )


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"(?P<number>[{_OPENING}]{_RUN}){_after()}")


@cache
def any_numeral() -> re.Pattern[str]:
    """Finds fast, in any stretch of text, where a numeral in digits or characters may begin."""
    half = "(?<=半)(?:(?=[数个月年天小学])|(?<=[一过超]半))"
    written = f"(?<![0-9半]){_RUN}{_after()}"
    return re.compile(f"[0-9半{_OPENING}](?:(?<=[0-9])[0-9]*|{half}|分之|{written})")


def han(folded: str, start: int, end: int, *, articles: bool = False) -> list[Printed]:
    """All Chinese numerals in ``folded[start:end]``; those that name or date carry a reason.

    ``articles`` says that 一 before a measure word is to be among them.
    """
    found = [
        item
        for match in _pattern().finditer(folded, start, end)
        if (item := _counting(folded, match, start)) is not None
    ]
    if folded.find("分之", start, end) >= 0:
        found += _fractions(folded, start, end)
    if folded.find("半", start, end) >= 0:
        found += _halves(folded, start, end)
    if articles:
        found += _articles(folded, start, end)
    return _apart(found)


def _apart(found: list[Printed]) -> list[Printed]:
    """The numerals in order; of two that overlap the one that begins first."""
    if len(found) < 2:
        return found
    kept: list[Printed] = []
    for item in sorted(found, key=lambda item: (item.start, -item.after)):
        if not kept or item.start >= max(kept[-1].after, kept[-1].end):
            kept.append(item)
    return kept


def _fractions(folded: str, start: int, end: int) -> list[Printed]:
    found: list[Printed] = []
    for match in _SHARE.finditer(folded, start, end):
        first, last = match.start(2), match.end()
        low, high = read_han(match[2]), read_han(match[3]) if match[3] else None
        sign = _OF[match[1]]
        found.append(
            Printed(
                first, last, last, low, high, 1, sign, sign, "percentage", False, "han", lead=3
            )
        )  # fmt: skip
    for match in _PARTS.finditer(folded, start, end):
        first, last = match.span()
        value = read_han(match[2]) / read_han(match[1])
        found.append(Printed(first, last, last, value, kind="ratio", numeral="han"))
    return found


def _halves(folded: str, start: int, end: int) -> list[Printed]:
    """一半, 过半数 and stretches of half a unit of time: 半个小时."""
    found: list[Printed] = []
    for match in _HALF.finditer(folded, start, end):
        unit = match[5] or ""
        first, last = match.span(4) if unit else match.span(match.lastindex or 0)
        reason = "date" if unit and calendar(folded, unit, 0.5, first, match.end(), True) else ""
        found.append(
            Printed(
                first, last, match.end(), 0.5, None, 1, unit, unit,
                "duration" if unit else "ratio", False, "han", reason,
            )
        )  # fmt: skip
    return found


@cache
def article() -> re.Pattern[str]:
    """Finds 一 where a measure word may follow."""
    first = "".join(sorted({u.unit[0] for u in units().values() if u.han}))
    return re.compile(f"(?<![{_N}几数第])一(?=[个{first}])")


def _articles(folded: str, start: int, end: int) -> list[Printed]:
    return [
        rejected(match.start(), match.end(), "article", "han")
        for match in article().finditer(folded, start, end)
        if folded[match.end()] == "个" or unit_at(folded, match.end())
    ]


def _counting(folded: str, match: re.Match[str], floor: int) -> Printed | None:
    number, upper, more, words, ge, half = match.groups()
    start, last = match.span()
    end = match.end("high" if upper else "number")
    before = folded[start - 1] if start > floor else ""
    if before == " ":
        before = folded[start - 2] if start - 1 > floor else ""
    if before and (before in _INSIDE or (before in "余多" and folded[start - 2] in _INSIDE)):
        return None  # 110余万, which `digits` reads
    if (before == "之" and folded[start - 2] == "分") or folded.startswith("分之", end):
        return None  # see `_fractions`
    single = end - start == 1
    unit = unit_at(folded, last, after_ge=bool(ge)) or (_GE if ge else None)
    if single and unit is not None and not unit.han:
        unit = None  # 三面 and 四组 are parts of names; a numeral of more characters counts
    if before in _IN_A_WORD and number in ("一", "一一"):
        return None  # 唯一一家
    after = last + (len(unit.unit) if unit and unit is not _GE else 0)
    reason = _reason(folded, match, before, unit, after)
    if unit is None and single and reason in ("", "set name", "vague"):
        return None  # part of a word
    if reason:
        return rejected(start, end, reason, "han")
    try:
        value, high, scale, about = _value(number, upper, words or "")
    except ValueError:
        return rejected(start, end, "identifier", "han")
    if half:
        value, end = plain(value + 0.5), match.end("half")
    if unit is None:
        return Printed(
            start, end, end, value, high, kind="count", numeral="han", reason="no unit"
        )  # fmt: skip
    name = unit.unit
    if name in CALENDAR and (dated := calendar(folded, name, value, start, after, bool(ge))):
        return rejected(start, end, dated, "han")
    if scale and not words:
        end -= len(scale)
    over = bool(more) or (before in _OVER and _FIGURES.fullmatch(number) is not None)
    item = Printed(
        start, end, after, value, high, SCALES[scale] if scale else 1, scale + name, name,
        unit.kind, over, "han", "", about,
    )  # fmt: skip
    if name == "成":
        return tenths(folded, item)
    if folded[after : after + 1] == "半" and unit.kind in ("duration", "ratio") and not high:
        return item._replace(end=after + 1, after=after + 1, value=plain(value + 0.5))
    return item


def _reason(folded: str, match: re.Match[str], before: str, unit: Unit | None, after: int) -> str:
    """Why a numeral counts nothing; empty where it may."""
    number = match["number"]
    if before and before in _ORDINAL:
        return "ordinal"
    if "几" in number or "数" in number:
        return "vague"
    if before == "每":
        return "per"
    if len(number) > _LONGEST:
        return "identifier"
    if unit is None:
        return "set name" if grade(folded[match.end() : match.end() + 1]) else ""
    name = unit.unit
    if len(number) > 1:
        if _POSITIONAL.fullmatch(number) and read_pair(number) is None:
            return "date" if name == "年" else "identifier"
    # 二 names (二次, 二级) where 两 counts, but 二成.
    elif number == "二" and not match["high"] and unit.kind != "ratio":
        return "date" if name in CALENDAR and not match["ge"] else "set name"
    # 百, 千 and 万 alone are figures of speech.
    figures = number[0] in _FIRST_FIGURES and _FIGURES.fullmatch(number) is not None
    if figures and not match["more"] and not (before and before in _NEARLY):
        return "vague"
    if name == "期" and not (
        _HELD.search(folded, max(0, match.start() - 12), match.start())
        or _HELD_AFTER.match(folded, after)
    ):
        return "set name"
    if name == "届" or (name == "次" and _MEETING.match(folded, after)):
        return "ordinal"
    if name == "番" and before not in ("翻", "了"):
        return "vague"
    return "set name" if _SET_NAME.match(folded, after) else ""


def _value(number: str, upper: str | None, words: str) -> tuple[Number, Number | None, str, bool]:
    """The value, the upper end of a range, the scale that belongs to the unit; whether a pair.

    ``words`` is a scale that stands apart: 五千余万.
    """
    if len(number) == 1 and not upper:
        return read_han(number), None, words, False
    number, scale = _split(number)
    scale += words
    if upper is None:
        pair = read_pair(number)
        return (*pair, scale, True) if pair else (read_han(number), None, scale, False)
    upper, upper_scale = _split(upper)
    upper_scale += words
    low, high = read_han(number), read_han(upper)
    # 三至五万 is told in 万 throughout, 八千至一万 is not.
    if scale == upper_scale or (not scale and low < high):
        return low, high, upper_scale, False
    return scaled(low, SCALES.get(scale, 1)), scaled(high, SCALES.get(upper_scale, 1)), "", False


def _split(number: str) -> tuple[str, str]:
    """A numeral without the 万 or 亿 that closes it, which belongs to the unit as printed.

    >>> _split("五百六十万"), _split("三亿五千万"), _split("十余")
    (('五百六十', '万'), ('三亿五千万', ''), ('十余', ''))
    """
    found = _SCALE.fullmatch(number) if len(number) > 1 else None
    if found is None or "万" in found[1] or "亿" in found[1]:
        return number, ""
    return found[1], found[2]
