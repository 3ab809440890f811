"""Why a printed number is no quantity: what stands around it makes it a date, a code, a rank.

The reasons themselves are listed in `govreports.numbers.occurrences.REASONS`.
"""

from __future__ import annotations

import re

from govreports.numerals import Number

_HOTLINE = re.compile(
    r"[\"'”’)]?\s?(?:[、和/及与]\s?\"?1\d{2,4}\"?)*"
    r"(?:政务|政府|市长|市民|公共|法律|便民|阳光|投诉|举报|消费者?|监督|维权|服务|热线|平台|在线|专线|电话"
    r"|系统|中心|工单|报警|接警|急救|办理|转办)"
)
# The end of a clause, after which no unit can come.
_STOPS = frozenset(",;。)、(\n") | {""}
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(
    r"(?:案件|人数|[件户次总]数|总量|申请|信息|得分|评分|分值|指数|总分)(?:共计?|总计|合计|为|达到?|约|近)?$"
    r"|(?:达到?|共计|总计|合计)$|(?:率|指数|比|量)[^,。;:]{0,5}(?:为|到|至)$"
)
CALENDAR = frozenset(("日", "年", "月", "天", "周", "季度"))
_STRETCH = re.compile(r"(?:过去|最近|未来|今后|(?<![时费耗])近)的?$")
_SINCE = re.compile(r"来(?!自|访|信|电)|(?:间|来|里)?,?(?:共(?!享|建|同)|累计|总计|合计)")
_STRETCH_ENDS = frozenset("来内以,间") | {""}
_MARKER = re.compile(r"\d{1,2}(?:、|\.(?!\d))")
_BOUNDS = ("以上", "以下", "以内", "左右")
_GRADES = frozenset("级强版后届大")


def before(folded: str, start: int, end: int, floor: int) -> str:
    """Why what stands before a numeral makes it no quantity."""
    if start == floor:
        return "list marker" if folded[end : end + 1] in (".", "、", ")") else ""
    before = folded[start - 1]
    if before == " " and start - 1 > floor:
        before = folded[start - 2]
    if before > "\x7f" and before not in "第前〔":
        return ""
    if before == "第":
        return "ordinal"
    if before in ":;" and _MARKER.match(folded, start):
        return "list marker"
    following = folded[end : end + 1]
    if before == "前":
        return "ordinal" if following in ("名", "位", "强", "列") else ""
    if before in "([〔" and following in (")", "]", "〕"):
        return "list marker" if end - start <= 2 else "document number"
    previous = folded[start - 2] if start - 2 >= floor else " "
    if before in "-/_." and previous.isascii() and previous.isalnum():
        # 35-60岁 is a range, and becomes one where both ends are known.
        return "" if before == "-" and previous.isdigit() else "identifier"
    if before.isalpha():
        # GDP120亿元 is a claim; S201, A5 and PM2.5 are names.
        letters = previous.isascii() and previous.isalpha()
        return "" if letters and folded[start - 2 : start].upper() != "PM" else "identifier"
    return ""


def calendar(folded: str, base: str, value: Number, start: int, after: int, ge: bool) -> str:
    """Why a number of days, months or years is a date, where it is one; ``ge``: 个 precedes."""
    following = folded[after : after + 1]
    if base == "日":
        return "" if following in ("内", "以", "之") or value > 31 else "date"
    if base in ("月", "季度") and not ge:
        return "date"
    return "date" if following == "代" or dates_back(folded, start, after) else ""


def dates_back(folded: str, start: int, after: int) -> bool:
    """Whether a stretch of time only dates what is told: 近3年来, 过去5年, 五年来, 五年共."""
    if folded[after - 1] == "年" and _SINCE.match(folded, after):
        return True
    before = _STRETCH.search(folded, max(0, start - 4), start)
    if before is None:
        return False
    years = folded[after - 1] == "年"
    return years or before[0] != "近" or folded[after : after + 1] in _STRETCH_ENDS


def counts_bare(folded: str, number: str, start: int, end: int) -> bool:
    """Whether a number without a unit counts all the same: 审结复议案件4696, 满意度指数达95.2."""
    if _YEAR.fullmatch(number):
        return False
    if folded[end : end + 1] not in _STOPS and not folded.startswith(_BOUNDS, end):
        return False
    if folded.startswith("占", end + 1):
        return True
    return _COUNTED.search(folded, max(0, start - 9), start) is not None


def grade(following: str) -> bool:
    """Whether what follows makes a number the name of a grade or a term: 3级, 十四届."""
    return following in _GRADES


def unitless(folded: str, number: str, end: int) -> str:
    """Why a numeral without a unit is no quantity."""
    following = folded[end : end + 1]
    if following == "号":
        return "document number"
    if following == "周" and folded.startswith("周年", end):
        return "anniversary"
    if grade(following):
        return "set name"
    if following.isascii() and following.isalpha():
        return "identifier"
    if len(number) in (3, 5) and number[0] in "19" and _HOTLINE.match(folded, end):
        return "hotline"
    whole, _, part = number.partition(".")
    if part and len(whole) <= 2 and len(part) <= 2 and 0 < int(whole) <= 12 and int(part) <= 31:
        return "date"
    return "no unit"
