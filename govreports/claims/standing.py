"""How a number stands: reported, aimed at or prescribed; exact or bounded; up or down.

All from the wording next to the number and from the part of the report it stands in.

- *standard*: a norm that holds for every case: limits (不超过3个工作日, 50个工作日内办结), required
  minima (每百户居民不低于30平方米), thresholds (标的额在20万元以下), standing arrangements
  (24小时值班制度, 以200户为一网格). A limit that the report says is kept remains a standard: the
  number is the limit, not a measurement.
- *target*: a value that is intended: in the outlook, or after 力争, 计划, 安排不少于 elsewhere.
- *reported*: everything else.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from govreports.text.model import SectionRole

Status = Literal["reported", "target", "standard"]
Direction = Literal["increase", "decrease", "none"]

_DONE = re.compile(
    r"已|了(?<!为了)|截至|截止|目前|去年|上年|累计|总计|合计|共(?<!公共)(?!同|享|建)|还有|距|仅用|同比|历时|今年以来|实际"
)
_AIM = re.compile(
    r"力争|争取|目标(?:是|为|值|要求|:)|预计|拟(?!制|定|订|合)|下一步|明年|今后|未来|计划(?:完成|新增|建|开展|组织|实施|投资|在)"
    r"|将(?:于|达|在|建|力争|实现|完成|新增|组织|开展|继续|进一步|不少于|不低于)|安排不|确保到|到20\d\d年"
)
# 明确3部法规的立法任务 intends three statutes; 明确35项任务 counts tasks.
_TASK = re.compile(r"(?:明确|安排|下达|部署|确定|列入).{0,14}$")
_TASK_AFTER = re.compile(r"[^,。;:]{1,24}的.{0,4}任务")
_LIMIT = re.compile(
    r"不(?:得|应|准|能)?(?:超过|低于|少于|高于|多于|大于|小于|短于|长于)$|(?:最[多长高低少]|至[多少])$"
)
_LIMIT_LAST = frozenset("过于长高低少多")
_RULE = re.compile(
    r"要求|规定|标准(?!化)|时限|承诺|法定|原则上|必须|应当|每[户人年月周季个百万亩日名次村].{0,8}$|限额|按照?$|以$|在$|设定"
)
_EVERY = re.compile(r"每(?:[年月周季日天人户]|半年|季度|个).{0,10}$")
_INSIDE = re.compile(r"(?:以|之)?内(?!容|部|设)")
_ARRANGEMENT = re.compile(
    r"[^,。;:、]{0,10}?(?:制度|值班|值守|机制(?!改革)|不间断|全天候|轮值|在线服务|工作制)|[^,。;:]{0,14}圈"
)
_SHARE_RULE = re.compile(r"(?:以上|以下)?的(?:比例|标准|要求|幅度|限额|时限)")
_AS = re.compile(r"(?:左右|以上)?为(?:一|1)?(?:个|单位|标准|基准|限|网格|档)")
_MEASURED = re.compile(r"平均|实际|用时|仅用|历时|近|最[快短]|提前|缩短|压缩|减少|过去|(?<!为)了$")
_UP = re.compile(r"增长|上升|增加|提高|提升|提速|上涨|攀升|扩大|同比增|同比升|增幅|涨幅|增速|翻")
_DOWN = re.compile(
    r"下降|减少|降低|压缩|缩短|缩减|下调|回落|降幅|节约|节省|精简|压减|提前|减免|同比降|同比减|减负|下浮"
)
_CHANGE = re.compile(
    rf"(?:(?P<up>{_UP.pattern})|(?P<down>{_DOWN.pattern}))(?:幅度|比例|率|时间|了)?"
    r"(?P<to>到|至|为)?(?:约|近|超过?|逾|达到?|不少于|不低于|以上|将近|最[高多])?\s?$"
)
_CHANGE_LAST = frozenset(
    "长升加高速涨大降幅少低短减节约省简前免负浮翻落调攀率间了到至为约近超过逾达于上多例缩比压精 "
)
_ABOUT = frozenset("约近超逾过到足破于至多少快余")
_BEFORE = re.compile(
    r"(?:(?P<least>不(?:得|应|准)?(?:少|低|小|短)于|至少|最少|最低)"
    r"|(?P<most>不(?:得|应|准)?(?:超过|高于|多于|大于|长于)|至多|最多|最高|最长)"
    r"|(?P<over>超过?|逾|突破|高于|多于|大于)"
    r"|(?P<under>不到|不足|少于|低于|小于|将近|接近|近)"
    r"|(?P<about>大约|(?<![签条合公预履违])约))\s?$"
)
_OPEN = frozenset("余多以开内之左上下 ")
_AFTER = re.compile(
    r"\s?(?:(?P<over>[余多](?=[^元样])|以上|开外)|(?P<most>(?:以|之)?内(?!容|部|设)|以下)|(?P<about>左右|上下))"
)


class Standing(NamedTuple):
    """Whether a number is approximate, how it is bounded, and its status and direction."""

    status: Status
    approx: bool
    bound: str  # "lower" (余, 超, 以上, 不少于), "upper" (近, 不到, 以内, 不超过) or ""
    direction: Direction
    change: str  # "by" (增长7.3%), "to" (缩短至2个月) or ""


def bounds(view: str, start: int, after: int, more: bool) -> tuple[bool, str]:
    """Whether a number is only approximate, and on which side it is open.

    >>> bounds("近200万", 1, 5, False), bounds("不超过3天", 3, 5, False)
    ((True, 'upper'), (False, 'upper'))
    """
    if more:
        return True, "lower"
    if start and view[start - 1] in _ABOUT:
        before = _BEFORE.search(view, max(0, start - 5), start)
        if before is not None:
            side = before.lastgroup
            if side in ("least", "most"):
                return False, "lower" if side == "least" else "upper"
            return True, {"over": "lower", "under": "upper"}.get(side or "", "")
    if view[after : after + 1] not in _OPEN:
        return False, ""
    behind = _AFTER.match(view, after)
    if behind is None:
        return False, ""
    return {"over": (False, "lower"), "most": (False, "upper")}.get(
        behind.lastgroup or "", (True, "")
    )


def direction(view: str, head: int, start: int) -> tuple[Direction, str]:
    """Whether ``view[head:start]`` ends in a verb of change, and whether it leads *by* or *to*.

    >>> direction("案件同比增长7.3%", 0, 6), direction("缩短至3天", 0, 3)
    (('increase', 'by'), ('decrease', 'to'))
    """
    if start == head or view[start - 1] not in _CHANGE_LAST:
        return "none", ""
    found = _CHANGE.search(view, max(head, start - 12), start)
    if found is None:
        return "none", ""
    return ("increase" if found["up"] else "decrease"), ("to" if found["to"] else "by")


def status(
    view: str, clause: tuple[int, int], start: int, after: int, kind: str, role: SectionRole
) -> Status:
    """Whether the number at ``start`` in its ``clause`` is reported, a target or a standard."""
    begin, end = clause
    done = _DONE.search(view, begin, start) is not None
    if role == "outlook":
        return "reported" if done or _DONE.search(view, after, end) else "target"
    if _AIM.search(view, begin, start) and not done:
        return "target"
    planned = view.find("任务", after, end) >= 0 and not done
    if planned and _TASK.search(view, begin, start) and _TASK_AFTER.match(view, after, end):
        return "target"
    if done:
        return "standard" if _standing(view, begin, start, after, end, kind) else "reported"
    limit = view[start - 1] in _LIMIT_LAST and _LIMIT.search(view, begin, start)
    if limit and not _MEASURED.search(view, begin, start):
        return "standard"
    return "standard" if _standing(view, begin, start, after, end, kind) else "reported"


def _standing(view: str, begin: int, start: int, after: int, end: int, kind: str) -> bool:
    """Whether the wording makes the number a norm rather than a measurement."""
    if kind == "duration":
        if _ARRANGEMENT.match(view, after, end):
            return True
        if _INSIDE.match(view, after, end) and not _MEASURED.search(view, begin, start):
            return True
    if start > begin and view[start - 1] == "以" and _AS.match(view, after, end):
        return True
    if start > begin and view[start - 1] == "在" and view[after : after + 1] == "以":
        return True
    ruled = view[after : after + 1] in ("以", "的") and _SHARE_RULE.match(view, after, end)
    return bool(ruled and _RULE.search(view, begin, start))
