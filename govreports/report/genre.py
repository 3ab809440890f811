"""What kind of text a file holds: an annual report of an organ on itself, or something near it.

A report is told by what it calls itself (its title, or the sentence that announces it), by who
speaks in it, and by what it does: it tells of a year that is over. Texts about reports, plans,
speeches, studies and models of reports share the subject but not these, and are ``other``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import kinds, titles


class Genre(NamedTuple):
    """A genre, and in a few words what it was told by."""

    name: str  # ``rule-of-law``, ``disclosure`` or ``other``
    reason: str


_SUBJECTS = {
    "rule-of-law": "building a law-based government",
    "disclosure": "information disclosure",
}


class _Sign:
    """A pattern that is looked for only where a text holds one of some strings: it is faster."""

    def __init__(self, needs: str, pattern: str) -> None:
        self._needs = needs.split()
        self._pattern = re.compile(pattern, re.MULTILINE)

    def find(self, text: str) -> list[str]:
        """The places at which the sign stands, as they are worded."""
        for need in self._needs:
            if need in text:
                return [found.group() for found in self._pattern.finditer(text)]
        return []


# What others than the organ say at the beginning and at the end of a text.
_EDITOR = _Sign(
    "小编 范文 参考 欢迎 篇一 整理",
    r"小编|(?<!规)范文(?!件)|仅供参考|供大家参考|欢迎(?:大家)?(?:阅读|参阅|下载|借鉴)"
    r"|篇一:|整理(?:了|的).{0,20}(?:报告|总结)",
)
_SCHOLAR = _Sign(
    "关键词 参考文献 笔者 学界 学者 本文",
    r"(?:摘 ?要|内容提要|关键词|作者简介|基金项目|参考文献|中图分类号)(?=[:\]】])"
    r"|参考文献$|\[[JMDC]\]|笔者|学界|学者(?:认为|指出)"
    r"|本文(?:认为|通过|从|以|旨在|拟|试图|将|首先|提出|分析|基于|梳理|探讨)",
)
_LEAST_SCHOLAR = 2
_DUTIES = (
    *("责任单位", "牵头单位", "配合单位", "责任部门", "牵头部门", "完成时限"),
    *("负责)", "牵头)", "配合)", "按职责分工"),
)
_LEAST_DUTIES = 3
_OPEN_FIGURE = _Sign(
    "* × ○ □ xx XX __",
    r"[*×○□xX_](?:(?<![A-Za-z+一二三四五六七八九十百千].)(?<![xX](?=[^xX]))(?<!_(?=[^_]))[*×○□xX_]{0,6}"
    r"(?:余|多)?万?(?:次|件|份|人|场|期|起|条|个|家|项|名|户|宗|%)"
    r"|(?<=\*)(?<!\*\*)(?:省|市|区|县|镇|乡|街道|局|委|办|年|月|日|同志)"
    r"|(?<=\*)\*{1,7}(?:区|县|年|月|日)(?!别|分))",
)
_REPORTER = _Sign(
    "讯 新社 华社 记者 通讯员 获悉",
    r"(?:本报|本网|本台|新华社|中新社)[^,。:]{0,20}(?:讯|电)|(?:记者|通讯员).{0,30}(?:获悉"
    r"|了解到|看到|报道)"
    r"|从[^,。]{2,30}获悉|(?:全媒体|见习|本报|首席)?(?:记者|通讯员) ?[^,。)\n]{2,12}\)?$",
)
# Signs of news that a report can bear too, if it is called one.
_NEWSLIKE = _Sign(
    "据 日 昨 今天 指出 强调 表示 认为 介绍 说 透露 走进",
    r"据(?:介绍|悉|报道)[,:]|^(?:\d{4}年)?(?:近日|日前|昨日|昨天|今天上午"
    r"|\d{1,2}月\d{1,2}日(?:上午|下午)?),"
    r"|(?:会议|负责人|有关人士|局长|主任|市长|区长|县长)(?:指出|强调|表示|认为|介绍|说"
    r"|透露)[,:]?|^走进",
)
_INTERPRETS = re.compile(
    r"(?:起草|出台|制定|编制|政策|文件|修订)的?(?:背景|依据|过程|目的|意义|必要性)"
    r"|政策(?:解读|亮点|要点)|解读(?:人|机关|单位|部门)"
    r"|适用(?:范围|对象)|(?:施行|实施)(?:日期|时间)|主要内容$"
)
_ORDERS = re.compile(
    r"(?m)(?:制定|提出|印发)(?:本|如下|以下|了?《)?[^。]{0,20}(?:要点|方案|计划|意见|办法"
    r"|规定|细则|安排)|(?:总体要求"
    r"|指导思想|工作目标|组织实施|保障措施|任务分工)$"
)
_TO_CONGRESS = re.compile(r"(?:代表|受)[^。]{2,60}向(?:大会|各位代表|本次)[^。]{0,8}(?:作|报告)")
_TO_MEETING = re.compile(
    r"(?:今天|这次|此次|刚才|下面|会前)[^。]{0,30}(?:会议|大会|同志|领导|我(?:讲|谈|强调"
    r"|就))|我(?:再|就|想|先)?.{0,16}(?:讲"
    r"|谈|强调)[^。]{0,8}(?:点|方面|意见|问题)"
)
_ADDRESSED = _Sign(
    "各位 尊敬 同志们 朋友们 女士们", r"^(?:各位|尊敬的|朋友们|女士们)[^。]{0,40}[:!,]|同志们"
)
# Who reports, on what, and that it is a report.
_ANNOUNCED = re.compile(
    r"(?:现(?:将|就|把|对|公布|向)|兹将|谨将|予以)[^。]{0,60}(?:报告|汇报|公布|公开|总结"
    r"|通报|说明|如下|披露)|(?:报告|总结|汇报|情况|公布)如下"
    r"|本(?:年度)?报告(?:是|由|根据|依据|按照|全文|中|所列|的?(?:电子版|数据|内容|统计))"
    r"|编制[^。]{0,20}报告|报告[^。]{0,10}请(?:予)?审议"
)
_SELF = re.compile(
    r"我(?:省|市|县|区|州|旗|镇|乡|街|局|委|办|厅|院|处|队|中心|们|单位|机关|部门|园区|管委会|社)"
    r"|全(?:省|市|县|区|州|旗|镇|乡|局|系统|委|厅|院|街)|本(?:省|市|县|区|局|机关|单位"
    r"|部门|镇|乡|街道|级|行政机关|年度)"
)
_PAST = re.compile(r"(?:19|20)\d\d ?年|今年以来|一年来|过去一年|本年度|年度")
_OPENING = 3  # paragraphs that tell who speaks, addressees among them
_LEFT_OPEN = 1200  # code points in which a model text has left some figure open
_LOOKED_THROUGH = 10  # paragraphs of them at most
_LOOKED_AT = 120  # code points of them


def genre(title: str, headline: str, paragraphs: Sequence[str], headings: Sequence[str]) -> Genre:
    """The genre of a text and the reason, from its wordings as folded.

    ``headline`` is the line above the body where that is no title of a document; ``paragraphs``
    are the body's without its headings.

    >>> genre("云台区2023年法治政府建设情况报告", "", ["2023年,云台区办案3件。"], ["主要工作"])
    Genre(name='rule-of-law', reason='the title: a report on building a law-based government')
    >>> genre("云台区2024年法治政府建设工作要点", "", ["规范执法。"], []).reason
    'a work plan: the title ends 要点'
    """
    named = titles.squeezed(title or headline).strip("《》\"'")
    opening = "\n".join([paragraph[:_LOOKED_AT] for paragraph in paragraphs[:_OPENING]])
    ends = "\n".join([opening, *(p[-_LOOKED_AT:] for p in paragraphs[_OPENING:][-1:])])
    carries = kinds.is_carrier(named) and _announced(opening)
    against = (
        _model(paragraphs, ends)
        or (not carries and kinds.other_kind(named, bool(title)))
        or _by_speaker(named, opening, ends)
        or _by_order(named, opening, paragraphs, headings)
    )
    if against:
        return Genre("other", against)
    subject = kinds.subject(named) if title else ""
    if subject:
        return Genre(subject, f"the title: a report on {_SUBJECTS[subject]}")
    subject = _announced(opening)
    if subject:
        return Genre(subject, f"the opening announces a report on {_SUBJECTS[subject]}")
    if title:
        return Genre("other", "the title names another subject than law or disclosure")
    if kinds.subject(named) and not kinds.is_called(named):
        return Genre("other", "a headline: the line above the text names no kind of report")
    subject = kinds.subject(opening) or (
        kinds.subject(" ".join(headings)) if _told(opening) else ""
    )
    speaks = _SELF.search(opening) or titles.speaker(opening) or _told(opening)
    if subject and speaks and _PAST.search(opening + " ".join(headings)):
        return Genre(subject, f"the opening tells of a year of {_SUBJECTS[subject]}")
    return Genre("other", "neither title nor opening announces a report on law or disclosure")


def _model(paragraphs: Sequence[str], ends: str) -> str:
    """Figures and places left open, or an editor who recommends the text."""
    edited = _EDITOR.find(ends)
    if edited:
        return f"a model text: {edited[0]}"
    left_open = _OPEN_FIGURE.find("".join(paragraphs[:_LOOKED_THROUGH])[:_LEFT_OPEN])
    if len(left_open) > 1:
        return f"a model text: figures or places are left open ({left_open[0]})"
    return ""


def _by_speaker(title: str, opening: str, ends: str) -> str:
    """A reporter, a scholar, or one who speaks to a congress or a meeting."""
    news = _REPORTER.find(ends) or ([] if kinds.is_called(title) else _NEWSLIKE.find(ends))
    if news:
        return f"news: {news[0][:20]}"
    delivered = _TO_CONGRESS.search(opening)
    if delivered and not kinds.subject(_line(opening, delivered)):
        return "a government work report: it is delivered to a congress"
    if _ADDRESSED.find(opening) and not _announced(opening):
        met = _TO_MEETING.search(opening)
        if met:
            return f"a speech: {met.group()[:20]}"
    learned = set(_SCHOLAR.find(ends))
    return f"a study: {min(learned)}" if len(learned) >= _LEAST_SCHOLAR else ""


def _announced(opening: str) -> str:
    """The subject of the report that an opening announces."""
    for announced in _ANNOUNCED.finditer(opening):
        subject = kinds.subject(_line(opening, announced))
        if subject:
            return subject
    return ""


def _told(opening: str) -> bool:
    return bool(_ANNOUNCED.search(opening))


def _line(opening: str, found: re.Match[str]) -> str:
    """The paragraph of an opening that something was found in."""
    end = opening.find("\n", found.end())
    return opening[opening.rfind("\n", 0, found.start()) + 1 : end if end >= 0 else len(opening)]


def _by_order(title: str, opening: str, paragraphs: Sequence[str], headings: Sequence[str]) -> str:
    """Duties given out, a plan that is announced, or the headings of an interpretation."""
    if kinds.is_called(title):
        return ""
    interprets = [heading for heading in headings if _INTERPRETS.search(heading)]
    if len(interprets) > 1:
        return f"an interpretation: headed {interprets[0]}"
    body = "".join(paragraphs)
    duties = sum([body.count(duty) for duty in _DUTIES])
    if duties >= _LEAST_DUTIES:
        return "a work plan: it gives out duties"
    ordered = _ORDERS.search(opening)
    if ordered and not _ANNOUNCED.search(opening):
        return f"a work plan or an order: {ordered.group()[:20]}"
    return ""
