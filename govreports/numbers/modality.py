"""How a number stands: reported, aimed at or prescribed.

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
from bisect import bisect_left
from typing import Literal

from govreports.numbers.bounds import at_least
from govreports.report.model import SectionRole

Status = Literal["reported", "target", "standard"]

_REACH = 200  # how far, in code points, an intention bears on a number
_DONE = re.compile(
    r"已|了(?<!为了)|截至|截止|目前|去年|上年|累计|总计|合计|共(?<!公共)(?!同|享|建)|还有|距|仅用|同比"
    r"|历时|今年以来|实际"
)
# In an outlook 共 sums up what is planned; only what speaks of the past is past.
_PAST = re.compile(r"已|了(?<!为了)|截至|截止|目前|去年|上年|累计完成|还有|距")
_AIM = re.compile(
    r"力争|争取(?!到|了|上级|中央|省|资金|支持)|目标(?:是|为|值|要求|:)|预计|拟(?<![模虚比]拟)(?!制|定|订|合)"
    r"|下一步|明年|今后|未来|计划(?:(?<=^计划)|(?<=[,;:\s初原年我区市县局委]计划))(?:制定|检查|培训|举办|完成|新增|新建|建|开展|组织|实施|投资|在)"
    r"|将(?:于|达|在|建|力争|实现|完成|新建|新增|组织|开展|继续|进一步|不少于|不低于)"
    r"|安排不|到20\d\d年"
)
_ENSURE = re.compile(r"确保[^,。;:]*$")
# 明确3部法规的立法任务 intends three statutes; 明确35项任务 counts tasks.
_TASK = re.compile(r"(?:明确|安排|下达|部署|确定|列入).{0,14}$")
_TASK_AFTER = re.compile(r"[^,。;:]{1,24}的.{0,4}任务")
_LIMIT = re.compile(
    r"(?:不(?:得|应|准|能)?(?:超过|低于|少于|高于|多于|大于|小于|短于|长于)|最[多长高低少]|至[多少])$"
)
_LIMIT_LAST = frozenset("过于长高低少多")
_SET_TERM = re.compile(
    r"(?:法定|承诺|规定)(?:的|办理|办结|审批|时限|期限|为|时间){0,3}$"
    r"|(?:时限|期限|有效期)(?:统一|原则上)?为$"
)
_RULE = re.compile(
    r"要求|规定|标准(?!化)|时限|承诺|法定|原则上|必须|应当|限额|设定|按照?$"
    r"|每[户人年月周季个百万亩日名次村].{0,8}$"
)
_INSIDE = re.compile(r"(?:以|之)?内(?!容|部|设)")
_ARRANGEMENT = re.compile(
    r"[^,。;:、]{0,10}?(?:制度|值班|值守|机制(?!改革)|不间断|全天候|轮值|在线服务|工作制)"
    r"|[^,。;:]{0,14}圈"
)
_SHARE_RULE = re.compile(r"(?:以上|以下)?的(?:比例|标准|要求|幅度|限额|时限)")
_AS = re.compile(r"(?:左右|以上)?为(?:一|1)?(?:个|单位|标准|基准|限|网格|档)")
_THRESHOLD = re.compile(r"(?:制|持|定|缩|留)在$")
_DUTY = re.compile(r"以[上下]的?[^,。;:]{0,16}?(?:须(?!知)|应当|必须|不得|一律)")
_MEASURED = re.compile(
    r"平均|实际|用时|仅用|历时|近|最[快短]|提前|缩短|压缩|减少|过去|了(?<!为了)$"
)


def aims(folded: str, start: int, end: int, year: int | None) -> list[int]:
    """Where ``folded[start:end]`` voices an intention; a year to come is one, past years are not.

    >>> aims("到2025年,力争达到95%", 0, 13, 2020), aims("到2019年底达95%", 0, 11, 2020)
    ([0, 7], [])
    """
    return [
        m.start()
        for m in _AIM.finditer(folded, start, end)
        if m[0][0] != "到" or (year is not None and int(m[0][1:5]) > year)
    ]


def status(
    folded: str,
    clause: tuple[int, int],
    start: int,
    after: int,
    kind: str,
    role: SectionRole,
    intended: list[int],
) -> Status:
    """Whether the number at ``start`` in its ``clause`` is reported, a target or a standard.

    ``intended`` are the `aims` of the sentence: each reaches on to where something is said to
    have been done.
    """
    begin, end = clause
    if role == "outlook":
        past = _PAST.search(folded, begin, start) or _PAST.search(folded, after, end)
        return "reported" if past else "target"
    aimed = bisect_left(intended, start)
    if aimed and not _DONE.search(folded, max(intended[aimed - 1], start - _REACH), start):
        return "target"
    done = _DONE.search(folded, begin, start) is not None
    if not done:
        if folded.find("确保", begin, start) >= 0 and _ENSURE.search(folded, begin, start):
            return "target"
        planned = folded.find("任务", after, end) >= 0 and _TASK_AFTER.match(folded, after, end)
        if planned and _TASK.search(folded, begin, start):
            return "target"
        limit = folded[start - 1] in _LIMIT_LAST and _LIMIT.search(folded, begin, start)
        if (limit or at_least(folded, start)) and not _MEASURED.search(folded, begin, start):
            return "standard"
    return "standard" if _standing(folded, begin, start, after, end, kind) else "reported"


def _standing(folded: str, begin: int, start: int, after: int, end: int, kind: str) -> bool:
    """Whether the wording makes the number a norm rather than a measurement."""
    if kind == "duration":
        if _SET_TERM.search(folded, begin, start) and folded.find("平均", begin, start) < 0:
            return True
        if _ARRANGEMENT.match(folded, after, end):
            return True
        if _INSIDE.match(folded, after, end) and not _MEASURED.search(folded, begin, start):
            return True
    last, following = folded[start - 1 : start] if start > begin else "", folded[after : after + 1]
    if last == "以" and _AS.match(folded, after, end):
        return True
    if following == "以":
        if last == "在" and not _THRESHOLD.search(folded, begin, start):
            return True
        if _DUTY.match(folded, after, end):
            return True
    if following in ("以", "的") and _SHARE_RULE.match(folded, after, end):
        return _RULE.search(folded, begin, start) is not None
    return False
