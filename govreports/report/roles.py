"""Which parts of a report tell shortcomings and which tell what comes next, headed or not."""

from __future__ import annotations

import re

from govreports.report.model import SectionRole

_LACK = r"(?:问题|不足|差距|短板|困难|薄弱|弱项|欠缺|不平衡|有限|不够)"
# What a report can fall short in, as headings name it: 短板弱项, 薄弱环节, 不足之处.
_SHORT = (
    r"(?:(?:薄弱|欠缺)(?:环节|之处|方面|点)?|短板|弱项|弱点|不足|差距|问题|困难(?!群众"
    r"|企业|职工|家庭|人员)"
    r"|困境|瓶颈|制约|挑战|难点|堵点|痛点|症结|教训|缺点|缺憾|缺陷|隐忧)"
)
_WANTING = (
    r"(?:有待|亟待|亟需|急需|尚需|仍需|还需|需要?)(?:进一步|继续|切实|着力|持续)?"
    r"(?:改进|改善|提高|提升|加强|完善|解决|破解|补齐|强化|健全|优化|深化|规范|加力|突破|努力|关注)"
)
_PLACES = "(?:之处|方面|地方|问题|事项|环节|工作|内容)"
_WANTS = re.compile(rf"{_WANTING}(?:的?{_PLACES})?$")
_PROBLEM_TITLE = re.compile(
    rf"存在.{{0,10}}{_LACK}"
    rf"|(?:主要|突出|面临|现有|当前|目前).{{0,4}}(?:问题|困难|不足|差距|挑战)(?!整改|的?[解整治])"
    r"|(?:不足|差距|短板|弱项|薄弱环节|困难)(?:之处|与|和|及|、|以及|$)"
    rf"|^(?:(?:法治|政府|政务|信息|公开|建设|工作|依法|行政|执法|我.|全.)+(?:中|上|方面)?的?)?"
    rf"(?:主要|突出|现存|尚存|现有|当前|目前|仍有|还有)*的?(?:{_SHORT}(?:[、和与及]|以及)?)+"
    r"(?:之处|方面|分析|情况|及?原因|$)"
    rf"|{_WANTING}(?:的?{_PLACES})?$|(?:不够|不到位|未(?:完成|落实|达标|到位))(?:的?{_PLACES})?$"
)
# 加强……, 认真落实……: what was done, though a plan is its object.
_DONE_FIRST = re.compile(
    r"^(?:认真|精心|周密|科学|统筹|全面|切实|着力|扎实|深入|积极|持续|不断|进一步|大力"
    r"|严格|及时|统一"
    r"|合理|有序|坚决|主动|充分|高位|系统)*(?:加强|强化|完善|健全|制定|落实|推进|推动|做好"
    r"|抓好|细化|坚持|明确"
    r"|提升|提高|优化|开展|注重|狠抓|突出|贯彻|规范|深化|加大|加快|实施|完成|压实|编制"
    r"|出台|谋划|部署|安排|围绕"
    r"|聚焦|紧扣|对标|立足|执行|推行|履行|建立|组织|召开|研究|打造|构建|创新|拓展|夯实"
    r"|促进|保障|维护|服务|抓实"
    r"|抓紧|助力|发挥|把握|增强|规划|设计|印发|审议|总结)"
)
_OUTLOOK_TITLE = re.compile(
    r"下一?步|下一?(?:阶段|年度?)|今后|来年|明年|未来|新一年|展望|接下来|努力方向"
    r"|后续(?:工作|计划|打算|措施|步骤)"
    r"|^(?:工作|对策|改进|意见|有关|几点|相关|若干|政策|下步|[和与及、])*建议$"
    r"|(?:打算|安排|思路|设想|计划|规划|要点|谋划|部署|构想|愿景|方向)(?:和.{1,6})?$"
    r"|(?:重点|目标|任务|举措)$|改进(?:措施|方向|意见|计划|思路|建议)"
)
_OUTLOOK_FIRST = re.compile(r"^.{0,4}(?:下|今后|改进(?!情况|成效|结果|的?问题))")
_SURELY_NEXT = re.compile(
    r"下一?步|下一?(?:阶段|年度?)|今后|来年|明年|新一年|展望|接下来|努力方向|后续"
    r"|改进(?:措施|方向|思路|建议)|建议$"
)
_MEANT = re.compile(
    r"打算|安排|设想|思路|谋划|构想|(?:计划|部署|目标任务|(?:发展|主要|奋斗|预期)目标)$"
    r"|目标[和与及、](?:主要|重点)?任务$"
)
_NOT_NEXT = re.compile(r"落实|完成|推进情况|回顾|总结|解决|补齐|整改情况|执行情况|开展情况|履行")
_NOT_LACK = re.compile(
    r"解决|补齐|补短|补足|补强|补上|强弱项|整改|化解|聚焦|破解|针对|着力|排查|整治"
    r"|坚持问题导向|攻克|攻坚|克服"
    r"|疏通|打通|纾解|回应|直面|紧盯|瞄准|围绕|对照|查摆|查找|处理|处置|防范|消除|突破"
    r"|应对|答复|调处|受理"
)
_MENDED = re.compile(
    rf"(?:{_LACK}|不到位).{{0,10}}(?:整改|改进|解决|整治|落实|销号)(?:落实|完成"
    rf"|工作)?(?:的?(?:情况|成效|结果|进展))?$"
    r"|^(?:整改|改进|解决)(?:落实|完成)?(?:的?(?:情况|成效|结果|进展))$"
)
_BEFORE = re.compile(r"^(?:对?上一?年度?|去年|前一年|上次|(?P<year>20\d\d) ?年)")
_YEAR = re.compile(r"(?<![-—至到\d])(20\d\d) ?年(?!前|底|末|以前|之前|版)")
_QUOTED = re.compile(r"《[^》]*》|\"[^\"]*\"|\([^)]*\)")

# What any title with a role holds; most headings hold none of it, and fewer the characters.
_RARE = re.compile(
    r"[题足距板弱困薄欠够限衡颈约挑难堵痛症训缺忧待需到未下后来明年望向议算排路想划谋署愿点标务措改决2]"
)
_TELLING = re.compile(
    r"问题|不足|差距|短板|弱[项点]|困[难境]|薄弱|欠缺|不够|有限|不平衡|瓶颈|制约|挑战"
    r"|[难堵痛]点|症结|教训|缺[点憾陷]"
    r"|隐忧|待|需|不?到位|未[完落达来]|下|今后|来年|明年|新一年|展望|接下来|方向|后续"
    r"|建议|打算|安排|思路|设想|计划|规划|要点|谋划|部署|构想|愿景|重点|目标|任务|举措"
    r"|改进|整改|解决|20\d\d"
)
_LACKS = re.compile(_LACK)
_ADMITS = re.compile(
    rf"(?:虽然|尽管|取得|成绩|成效|进步|进展|肯定|清醒|提升).*(?:但|然而|不过|同时|仍|还).*{_LACK}"
    rf"|^(?:但|但是|然而|同时|与此同时|对照|当然|不过).*(?:存在|还有|仍有|面临|有待).*{_LACK}"
    r"|^(?:目前|当前|我[们省市县区镇局]|工作中)?.{0,24}(?:存在|还有|仍有|面临)"
    rf"(?:着|一些|的|以下|不少|诸多|主要|较大|一定){{1,3}}.{{0,12}}{_LACK}"
    rf"|^.{{0,44}}(?:还|仍|依然|尚)(?:存在|面临)(?:着|一些|的|不少|诸多|许多|突出){{1,4}}.{{0,12}}{_LACK}"
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
# 针对存在的问题，…… answers what fell short: with what was done, or with what will be done.
_ANSWERS = re.compile(
    r"(?:20\d\d ?年度?,?|今年,?|我.{1,3}|本.{1,2}|我们)*(?:(?:针对|对照|围绕|对于?"
    r"|为(?:有效|切实)?(?:解决|破解|改进)"
    r"|(?:认真|切实|全面)?整改)[^,。;]{0,30}?(?:问题|不足|短板|差距|困难|弱项|薄弱环节"
    r"|情况)[^,。;:]{0,12}[,:]"
    r"|(?:为此|对此|鉴此|据此),)"
)
_LABEL = re.compile(
    r"((?:主要|具体|拟采取的|下步)?(?:改进|整改|解决)[^,。:]{2,6}):"
)  # 改进措施：……
_EARLIER = re.compile(r"上一?年度?|去年|前一年|上次")
_WILL = re.compile(
    r"(?:下一?步|下一?(?:阶段|年度?)|今后|明年|来年)|(?:我.{1,3}|我们|本.{1,2}|[,:]|政府"
    r"|中心)将(?!.{0,12}[入为])"
    r"|(?:拟|计划|打算|力争|准备)(?:采取|从|在)"
)
_DID = re.compile(
    r"已|采取了|进行了|开展了|做了|取得|得到|完成了?|有所|今年|(?:改进|整改)(?:了|如下|情况)"
)
_STILL = re.compile(rf".{{0,20}}存在的?(?:主要|突出)?{_LACK}(?:有|是|:|如下|为|主要)")
_INTENDS = re.compile(r"将|要|继续|进一步|力争|打算|计划")


def of_heading(title: str, year: int | None) -> SectionRole | None:
    """The role that a heading's words announce; ``year`` is the year reported on.

    >>> of_heading("2024年法治政府建设重点工作", 2023), of_heading("2023年重点工作", 2023)
    ('outlook', None)
    >>> of_heading("短板弱项", 2023), of_heading("补短板强弱项", 2023)
    ('problems', None)
    >>> of_heading("2022年问题的改进情况", 2023)
    'body'
    """
    if not _RARE.search(title) or not _TELLING.search(title):
        return None
    named = _YEAR.findall(_QUOTED.sub("", title))
    later = year is not None and any(int(value) > year for value in named)
    if _MENDED.search(title) and not later and _tells_of_mending(title, year):
        return "body"
    lacks = _PROBLEM_TITLE.search(title) and not _NOT_LACK.search(title)
    problems = bool(lacks or _WANTS.search(title))
    if problems and not _OUTLOOK_FIRST.search(title):
        return "problems"
    return "outlook" if is_outlook_title(title, year) else "problems" if problems else None


def tells_deeds(title: str) -> bool:
    """Whether a heading begins with what was done: 加强……, 认真落实……."""
    return bool(_DONE_FIRST.match(title))


def _tells_of_mending(title: str, year: int | None) -> bool:
    before = _BEFORE.match(title)
    if before and not (before["year"] and year is not None and int(before["year"]) >= year):
        return True
    return "存在" not in title and not _DONE_FIRST.search(title)


def is_outlook_title(title: str, year: int | None) -> bool:
    """Whether a heading announces what comes next."""
    named = _YEAR.findall(_QUOTED.sub("", title))
    if named and year is not None:
        # 2023年工作总结和2024年工作计划 tells both, and the report's own year goes first.
        return int(named[0]) > year
    if not _OUTLOOK_TITLE.search(title) or _NOT_NEXT.search(title):
        return False
    if _SURELY_NEXT.search(title):
        return True
    return bool(_MEANT.search(title)) and not _DONE_FIRST.search(title)


def admits(sentence: str) -> bool:
    """Whether a sentence (as folded) opens an admission of shortcomings."""
    if len(sentence) <= 12 or not _LACKS.search(sentence):
        return False
    return bool(_ADMITS.search(sentence))


def praises(sentence: str) -> bool:
    """Whether an admission opens with what was achieved, as closing paragraphs do."""
    return bool(_PRAISES.match(sentence))


def answers(sentence: str, year: int | None) -> SectionRole | None:
    """Whether a sentence among problems turns to what was done about them, or will be.

    >>> answers("针对存在问题,2025年我们将抓好以下工作:", 2024)
    'outlook'
    >>> answers("针对上年度公开不及时的问题,我局完善了制度。", 2024)
    'body'
    """
    label = _LABEL.match(sentence)
    if label:
        return of_heading(label.group(1), year)
    opening = _ANSWERS.match(sentence)
    if not opening:
        return None
    named = [int(value) for value in _YEAR.findall(sentence)]
    if any(year is not None and value > year for value in named) or _WILL.search(
        sentence, opening.end() - 1
    ):
        return "outlook"
    earlier = _EARLIER.search(opening.group()) or (year is not None and year - 1 in named)
    return "body" if earlier or _DID.search(sentence, opening.end() - 1) else None


def resumes(sentence: str) -> bool:
    """Whether a sentence goes back from what was mended to what still falls short."""
    return admits(sentence) or bool(_STILL.match(sentence))


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
