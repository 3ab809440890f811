"""Which parts of a report tell shortcomings and which tell what comes next, headed or not."""

from __future__ import annotations

import re

from govreports.text.model import SectionRole

_LACK = r"(?:问题|不足|差距|短板|困难|薄弱|弱项|欠缺|不平衡|有限|不够)"
_PROBLEM_TITLE = re.compile(
    rf"存在.{{0,10}}{_LACK}|^(?:主要|工作)?(?:问题|不足|困难|差距)"
    r"|(?:主要|突出|面临).{0,4}(?:问题|困难|不足|差距)(?!整改|的?[解整治])"
    r"|(?:不足|差距|短板|薄弱环节|困难)(?:之处|与|和|及|、|以及|$)"
)
_OUTLOOK_TITLE = re.compile(
    r"下一?步|下一?(?:阶段|年度?)|今后|来年|明年|未来|新一年|展望|接下来|努力方向"
    r"|(?:打算|安排|思路|设想|计划|规划|要点)(?:和.{1,6})?$|(?:重点|目标|任务|举措)$"
    r"|改进(?:措施|方向|意见|计划)"
)
_OUTLOOK_FIRST = re.compile(r"^.{0,4}(?:下|今后|改进)")
_SURELY_NEXT = re.compile(
    r"下一?步|下一?(?:阶段|年度?)|今后|来年|明年|新一年|展望|接下来|打算|设想|努力方向"
    r"|改进(?:措施|方向)"
)
_NOT_NEXT = re.compile(r"落实|完成|推进情况|回顾|总结|解决|补齐|整改情况|执行情况|开展情况|履行")
_NOT_LACK = re.compile(r"解决|补齐|整改|化解|聚焦|破解|针对|着力|排查|整治|坚持问题导向")
_YEAR = re.compile(r"(20\d\d) ?年")

# What any title with a role holds; most headings hold none of it.
_TELLING = re.compile(r"[下题足距板难薄后年来望向算排路想划点标务举进规弱欠]")
_LACKS = re.compile(_LACK)
_ADMITS = re.compile(
    rf"(?:虽然|尽管|取得|成绩|成效|进步|进展|肯定|清醒|提升).*(?:但|然而|不过|同时|仍|还).*{_LACK}"
    rf"|^(?:但|但是|然而|同时|与此同时|对照|当然|不过).*(?:存在|还有|仍有|面临|有待).*{_LACK}"
    r"|^(?:目前|当前|我[们省市县区镇局]|工作中)?.{0,24}(?:存在|还有|仍有|面临)"
    rf"(?:着|一些|的|以下|不少|诸多|主要|较大|一定){{1,3}}.{{0,12}}{_LACK}"
    r"|^(?:存在的?)(?:主要)?(?:问题|不足)"
)
_PRAISES = re.compile(
    r"(?:(?:19|20)\d\d ?年|一年来|过去一年|总的看|总体来?看|总之|近年来)?,?.{0,24}?"
    r"(?:虽然|尽管|成绩|成效|进步|进展).*(?:但|然而|不过)"
)
_NEXT_WORDS = (
    r"(?:(?:改进|整改|解决|工作)?(?:措施|对策|打算)[:,])?在?"
    r"(?:下一?步|下一?阶段|今后|接下来|展望|面向未来|新的一年|明年|来年|未来|新一年|下一年)"
)
_NEXT = re.compile(_NEXT_WORDS)
_NEXT_INSIDE = re.compile(rf'[。;!?]["』」)]? *{_NEXT_WORDS}')
_NEXT_YEAR = re.compile(r"(20\d\d) ?年(?:,|是|将|度?,|我|全|的?工作|继续|要|政府)")
_INTENDS = re.compile(r"将|要|继续|进一步|力争|打算|计划")


def of_heading(title: str, year: int | None) -> SectionRole | None:
    """The role that a heading's words announce; ``year`` is the year reported on."""
    if not _TELLING.search(title):
        return None
    problems = _PROBLEM_TITLE.search(title) and not _NOT_LACK.search(title)
    if problems and not _OUTLOOK_FIRST.search(title):
        return "problems"
    return "outlook" if is_outlook_title(title, year) else "problems" if problems else None


def is_outlook_title(title: str, year: int | None) -> bool:
    """Whether a heading announces what comes next."""
    if not _OUTLOOK_TITLE.search(title) or _NOT_NEXT.search(title):
        return False
    if _SURELY_NEXT.search(title):
        return True
    named = _YEAR.search(title)
    if named and year is not None:
        return int(named.group(1)) > year
    return bool(re.search(r"打算|安排|设想|思路|计划$", title)) and "完善" not in title


def admits(sentence: str) -> bool:
    """Whether a sentence (in normalised view) opens an admission of shortcomings."""
    if len(sentence) <= 12 or not _LACKS.search(sentence):
        return False
    return bool(_ADMITS.search(sentence))


def praises(sentence: str) -> bool:
    """Whether an admission opens with what was achieved, as closing paragraphs do."""
    return bool(_PRAISES.match(sentence))


def mentions_next(paragraph: str) -> bool:
    """Whether some sentence of a paragraph opens with what comes next, years aside."""
    return bool(_NEXT.match(paragraph) or _NEXT_INSIDE.search(paragraph))


def looks_ahead(paragraph: str, start: int, year: int | None) -> bool:
    """Whether the sentence that begins at ``start`` of a paragraph opens an outlook."""
    if _NEXT.match(paragraph, start):
        return True
    named = _NEXT_YEAR.match(paragraph, start)
    if not named:
        return False
    later = year is None or int(named.group(1)) > year
    return later and bool(_INTENDS.search(paragraph, start))
