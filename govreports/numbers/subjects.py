"""What a number measures and whose it is, read from the words around it.

There is no parser of Chinese syntax here: a measure is the wording that stands where Chinese puts
it (before the number in 受理矛盾纠纷351起, after it in 142个重大项目), trimmed of adverbs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

_LEAD = re.compile(
    r"(?:[\s,、和与():]|及(?![时格])|(?:(?:19|20)\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年(?:度|以来|就)?|1?\d[-—至到]1?\d月份?|1?\d月(?:[1-3]?\d日)?(?:份|底|当天)?前?[至到—-]?|其中|目前|全年|年内|本年度?|同期|[上下]半年|今年|去年|上年度?|近年来?|以来"
    r"|截[至止](?:目前)?|先后|已经|已|共计|合计|总计|累计|共有|分别|并|还有|均|都|另有|同时|此外"
    r"|[较比与](?:去年|上年|上一年|前一)度?(?:同期)?(?:相比)?|按(?!期|时|月|年|季|规)照?"
    r"|连续|每[年月周季日天]|每季度|全面|积极|持续"
    r"|[一二三四五六七八九十]是|[①-⑳]|力争|争取(?!到)|拟(?=新)|将"
    r"|以上|以下|以内|左右|的|要求|确保|实现|做到|保持|落实|推行|实行)+"
)
_ADVERB = re.compile(r"(?<![公中])共(?:计|有)?(?![同享建产识振])|(?:总计|合计|累计)")
_TRAIL_WORDS = (
    "共 共计 共有 合计 总计 累计 分别 达 达到 近 超 超过 逾 都 已 已经 了 是 突破 仅 只 保持"
    " 保持在 连续 不少于 不低于 不超过 不到 不足 至少 最快 最高 最低 最多 最少 最短 同比 环比 到"
    " 翻 翻了 由 从 在 将近 接近 原来 原来的 原先 原先的 平均 增长 上升 下降 减少 增加 提高 降低"
    " 提升 缩短 压缩 缩短至 压缩至 调整为 提前 提高至 提升至 增加至 减少至 降低至 拓展至"
    " 扩大至 精简至 压减至 缩减至 拓展到 扩大到 精简到 压减到 缩减到 增至 降至 减至 压减 实现"
)
_TOTALS = frozenset(("共", "共计", "合计", "总计", "总共"))
# Matched against the reversed wording: so the search is anchored and what precedes can be asked.
_TRAIL = re.compile(
    "(?:"
    + "|".join(re.escape(w[::-1]) for w in sorted(_TRAIL_WORDS.split(), key=len, reverse=True))
    + r"|[\s(、和及对]|还(?![偿归返退])"
    r"|与(?!参)|的(?=位)|为(?![行认作])|约(?![签条合公预履违])大?|计(?![审统设会])"
    r"|有(?![所持私国])|均(?![人户年月日]))+"
)
_NOUN_END = re.compile(
    r",|;|。|:|!|\?| |\((?![^()]{1,5}\))|全部|均|已|进行|开展|快速|正式|顺利|采用|承接|纳入"
    r"|被(?!执行)|参加|参与"
    r"|负责|上线|获得|入选|排名|出台|成为|统一|实现|调处|基本完成|仅有|实有|未(?!成年|来|决)|不了解|接受|作出|予以|都|实行|落实|以上|以下|以内|左右|实施|签订|全面|同比|行政移送|由|在|共(?<!公共)|为(?<![行作]为)|反馈"
)
# 每百户不低于30平方米的要求 measures no 要求: such a noun only says how the number is meant.
_MEANT = frozenset(("要求", "标准", "规定", "目标", "原则"))
_NO_NOUN = frozenset(",;。:!?、和及与)")
_BOUND_FIRST = frozenset("以之内左多的 (")
_BOUND = re.compile(r"(?:\([次人户]\))?\s?(?:以上|以下|以内|之内|内|左右|多)?的?\s?")
_RATES = (
    "率",
    "满意度",
    "知晓度",
    "认同度",
    "支持度",
    "占比",
    "比重",
    "比例",
    "案比",
    "覆盖面",
    "指数",
)
_SPLIT = re.compile("[、和及与]")
_RATE_END = frozenset("率度比重例面数")
# A subject opens its clause; what 对, 由, 向 or 的 governs is none, and a verb is none either.
_SUBJECT = re.compile(
    r"[,;:\s\"年来](?:目前|全年|年度|其中)?(?:"
    r"((?!其中|目前|全年)[^,。;:、()①-⑳\s\"“”的了对由向在为把将与和共从被等有以是0-9]{3,14}(?<=[关门局队院委道心会府级织]))(?!信息|网站|门户|采购|规章)"
    r"|((?<!\")[全我本][市区省县镇]|园区))"
)
_SCOPE = re.compile(r"[全我本][市区省县镇]|园区")
_SUBJECT_ENDS = (
    "机关", "部门", "局", "大队", "支队", "法院", "检察院", "委员会", "管委会", "管委", "党工委",
    "街道", "中心", "调解组织", "调处组织", "人民政府", "市政府", "区政府", "县政府", "省政府",
    "本级", "协会", "工会",
)  # fmt: skip
_VERB = re.compile(
    r"^(?:经|距|以|审查|组织|联合|中心)|通过|开展|推进|落实|建[成立设]|完成|召开|严格|参加|参与|配合|加强"
    r"|健全|邀请|依托|按照|根据|围绕|建立|强化|完善|不断|制定|办理|指导|印发|成立|设立|聘请|出台|实现|推动"
    r"|督促|公开|充分|切实|继续|调整|进一步|认真|主动|移送|力争|确保"
)


def rates(head: str) -> tuple[str, ...]:
    """The rates that ``head`` ends in, several where one number serves several.

    >>> rates("备案报备率、及时率、规范率均达")
    ('备案报备率', '及时率', '规范率')
    >>> rates("自动履行与执行和解率均达到")
    ('自动履行与执行和解率',)
    >>> rates("办结件数")
    ()
    """
    end = max(head.rfind(word) + len(word) if word in head else 0 for word in _RATES)
    if not end:
        return ()
    names = _without_lead(head[:end])
    parts = _SPLIT.split(names)
    if len(parts) == 1:
        return (names,)
    # A part without its own 率 belongs to the next.
    joined: list[str] = []
    pending = ""
    for part, mark in zip(parts, [*_SPLIT.findall(names), ""], strict=True):
        if part[-1:] in _RATE_END and part:
            joined.append(pending + part)
            pending = ""
        else:
            pending += part + mark
    return tuple(joined)


def listed(head: str) -> tuple[str, ...]:
    """The things that ``head`` lists before 分别: 立案数、结案数分别为.

    >>> listed("立案数、结案数分别为")
    ('立案数', '结案数')
    """
    words = before(head)
    return tuple(part for part in _SPLIT.split(words) if part) if words else ()


def before(head: str) -> str:
    """What the wording before a number says it measures, trimmed of adverbs and of 共.

    >>> before("全市审计机关共完成审计项目"), before("结收案比达")
    ('完成审计项目', '结收案比')
    """
    if "共" in head or "计" in head:
        cut = next((m.end() for m in _ADVERB.finditer(head) if m.end() < len(head)), 0)
        head = head[cut:]
    words = _without_lead(head)
    return _trimmed(words)


def behind(tail: str) -> str:
    """The noun that follows a number and its unit, cut where a verb begins.

    >>> behind("重大项目快速获得施工许可证"), behind("村(社区)全部配备"), behind("内审批发证")
    ('重大项目', '村(社区)', '审批发证')
    """
    words = _opened(tail)
    end = _NOUN_END.search(words)
    return _trimmed(words[: end.start()] if end else words)


def counted(head: str, tail: str, kind: str) -> str:
    """What a number that is no rate measures: usually the noun behind it, else what stands before.

    Money and durations are named before the number (审计资金15万元, 平均办结时间为14.7个工作日).

    >>> counted("今年共有", "重大项目快速获得施工许可证", "count")
    '重大项目'
    >>> counted("平均办结时间为", "", "duration")
    '平均办结时间'
    """
    if kind in ("percentage", "change"):
        return before(head) or _opened(tail)
    if kind in ("money", "duration"):
        words = before(head)
        return words if len(words) > 2 else behind(tail) or words
    noun = behind(tail)
    if noun in _MEANT:
        noun = before(head)
    if noun:
        return noun
    words = before(head)
    if len(words) > 2 and not tail.startswith(("参加", "参与")):
        return words
    return _trimmed(_without_lead(_opened(tail))) or words


def summed(head: str, unit: str, parts: Sequence[tuple[str, str]]) -> str:
    """What a total without a noun of its own measures: all that it sums up.

    ``parts`` are the measures and units of the numbers before it; those of its own unit count.

    >>> summed("共计", "起", [("新增案件", "起"), ("流转", "起")])
    '新增案件、流转'
    """
    if head not in _TOTALS:
        return ""
    run = list(takewhile(lambda part: part[1] == unit, reversed(parts)))
    return "、".join(dict.fromkeys(measure for measure, _ in reversed(run)))


def subjects(folded: str, start: int, end: int) -> list[tuple[int, str]]:
    """Whose deeds ``folded[start:end]`` tells, with the place from which each holds."""
    # The comma stands for the boundary that the sentence's beginning is.
    floor = start - 1
    found: list[tuple[int, str]] = []
    for match in _SUBJECT.finditer("," + folded[start:end]):
        name, scope = match.groups()
        if name is None:
            found.append((floor + match.start(2), scope))
        elif name.endswith(_SUBJECT_ENDS) and not _VERB.search(name):
            found.append((floor + match.start(1), name))
        elif within := _SCOPE.match(name):
            found.append((floor + match.start(1), within[0]))
    return found


def _without_lead(words: str) -> str:
    lead = _LEAD.match(words)
    return words[lead.end() :] if lead else words


def _trimmed(words: str) -> str:
    trail = _TRAIL.match(words[::-1])
    words = words[: len(words) - trail.end()] if trail else words
    # A quotation that only opens here belongs to what follows.
    return words[:-1] if words[-1:] == '"' and words.count('"') % 2 else words


def _opened(tail: str) -> str:
    """A tail without the bound it may begin with; what a list or bracket continues is empty."""
    if tail[:1] in _NO_NOUN:
        return ""
    bound = _BOUND.match(tail) if tail[:1] in _BOUND_FIRST else None
    return tail[bound.end() :] if bound else tail
