"""What a text calls itself: a report on a subject, or another kind of document.

Chinese titles end with the word for what they are the title of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_LAW = re.compile(r"法治政府|依法行政|法治建设|依法治[省市县区州街镇]|法治(?:县|市|区)")
_DISCLOSURE = re.compile(r"信息公开|政务公开")
_BRACKETED = r"(?:\d{4}年?度?)?(?:\(.{1,24}\)|\[.{1,24}\]|【.{1,24}】)?"
_REPORT = r"(?:报告书?|年报|总结|汇报|情况|小结|综述|公报|概述|概况)"
_IS_REPORT = re.compile(
    rf"{_REPORT}(?:材料|稿|文本|全文|的?公开|的?公示|[一二三])?{_BRACKETED}$"
    rf"|{_REPORT}(?:及|和|与|暨|以及|、|并|\+)"  # ……总结及2024年工作计划
)
# Titles without a word for their kind: ……2021年法治政府建设工作.
_UNNAMED = re.compile(rf"(?:建设|公开|行政|依法治.|年度)(?:工作|年度)*{_BRACKETED}$")
# Reports on something else than a year of the reporting organ's own work.
_OTHER_REPORT = re.compile(
    r"(?:调研|调查|考察|评估|评价|测评|督察|督查|检查|抽查|考核|考评|述职|述廉|述学|述法"
    r"|研究|可行性|审计|听证|审议|审查|验收"
    r"|开题|学习|培训|实习|心得|体会|个人|党建|巡视|巡察|监测|舆情|民意|分析"
    r"|发展)(?:工作)?的?(?:情况|结果|意见)*的?"
    rf"(?:报告|总结|汇报|情况|年报){_BRACKETED}$"
)
_PERSONAL = re.compile(
    r"同志.{0,20}(?:报告|总结|汇报)$|(?:述职|述廉|述法).{0,8}(?:报告|总结|材料|汇报)"
)
# The last word of a title tells what it is of.
_KINDS: Mapping[str, str] = {
    "a work plan": r"要点|计划|方案|安排|分工|任务|规划|纲要|思路|打算|清单|台账|路线图"
    r"|时间表|举措|措施|部署|(?:任务)?(?:分解|明细)表",
    "an interpretation": r"解读|图解|问答|答问|记者问|说明|读懂|看懂",
    "a rule or an order": r"办法|规定|细则|条例|制度|规则|规程|准则|标准|规范|决定|决议"
    r"|批复|意见|通知|函|令|指引|指南|预案|目录|章程|机制",
    "a notice": r"公告|公示|启事|通告|声明|名单|邀请|通报|倡议书?|建议书?",
    "a speech": r"讲话|致辞|发言|演讲|寄语|讲稿|发言稿|讲话稿",
    "minutes": r"纪要|记录|实录|简报|快报|专报|专刊|动态|信息|新闻稿|通稿|发布稿|议程|期",
    "a study": r"研究|思考|探析|探究|探讨|分析|对策|路径|困境|启示|评析|述评|评论|蓝皮书"
    r"|白皮书|论文|心得|体会|建议|探索"
    r"|实践|逻辑|机理|反思|展望|进路|转型|重构|检视|考察|论纲",
    "an answer to a letter": r"答复|回复|回函|复函",
    "a model text": r"范文|模板|范本|样本|格式|写法|精选|大全|合集|篇",
    "an examination": r"试题|题库|考试|测试|答案|问卷",
    "an example": r"案例|经验|做法|亮点|纪实|侧记|观察|巡礼|掠影|事迹|成效|成绩单|样板",
    "a tender": r"招标|采购|投标|中标|合同|磋商|服务项目",
}
_OF_KIND = {kind: re.compile(rf"(?:{words}){_BRACKETED}[!?。]?$") for kind, words in _KINDS.items()}
_ANYWHERE = {
    "an interpretation": re.compile(r"解读|图解|一图(?:读|看)懂|记者问|政策问答"),
    "a study": re.compile(
        r"^(?:浅[析谈议论]|试[论析]|略论|简[论析]|论|刍议|再论)|视[域角]下|为例$"
        r"|的若干思考|[—-]{1,2}.{0,6}以.{2,20}为(?:例|视角|样本)"
    ),
    "a model text": re.compile(r"范文|模板|范本|怎么写|如何写|篇\)?$|\d{1,2}篇"),
    "a speech": re.compile(r"在.{4,40}(?:会|仪式|班)上的"),
}
_CONGRESS = re.compile(r"政府工作的?报告")
# News about a report ends like its title, but says what somebody did with it.
_PUBLISHED = re.compile(
    r"(?:发布|公布|出台|审议|听取|通过|晒出|亮出|交出|印发|解码|聚焦).{0,40}(?:报告|总结|年报)$"
)
_CARRIER = re.compile(r"报告的?(?:公告|公示)$|情况的?(?:公告|公示)$")
_FRAMED = re.compile(r"^[【\[(](?:政策|图文|视频|专家|媒体|部门|文件)*(?:解读|图解|问答)[】\])]")


def subject(wording: str) -> str:
    """The genre whose subject a wording names first, or an empty string."""
    law, disclosure = _LAW.search(wording), _DISCLOSURE.search(wording)
    if law and (not disclosure or law.start() < disclosure.start()):
        return "rule-of-law"
    return "disclosure" if disclosure else ""


def is_called(title: str) -> bool:
    """Whether a title calls its text a report on one of the subjects."""
    return bool(_IS_REPORT.search(title)) and bool(subject(title))


def is_carrier(title: str) -> bool:
    """Whether a title is of a notice that may hold the report itself (……情况的公告)."""
    return bool(_CARRIER.search(title))


def other_kind(title: str, is_title: bool) -> str:
    """The other kind that a title or headline names, if it does."""
    if not title:
        return ""
    framed = _FRAMED.match(title)
    if framed:
        return f"an interpretation: the title begins {framed.group()}"
    for kind, pattern in _ANYWHERE.items():
        found = pattern.search(title)
        if found:
            return f"{kind}: the title says {found.group()}"
    if _CONGRESS.search(title):
        return "a government work report, by its title"
    other = _PERSONAL.search(title) or _OTHER_REPORT.search(title)
    if other:
        return f"a report of another kind: {other.group()}"
    if _IS_REPORT.search(title):
        published = _PUBLISHED.search(title) if "关于" not in title else None
        return f"news of a report: the title says {published.group()[:2]}" if published else ""
    for kind, pattern in _OF_KIND.items():
        found = pattern.search(title)
        if found:
            return f"{kind}: the title ends {found.group()}"
    if is_title and not _UNNAMED.search(title):
        return "a headline: the title names no kind of report"
    return ""
