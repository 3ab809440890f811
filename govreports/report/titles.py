"""Titles, issuing organs and addressees: lines around a body told by how they are worded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import boilerplate, folding
from govreports.report.lines import Line, halved

_TITLE = re.compile(
    r"(?:报告|总结|汇报|情况|公报|年报|通报|要点|小结|概述|说明|通知|意见|方案|计划|打算"
    r"|安排|纲要|规划)(?:[(\[【].{1,24}[)\]】])?$"
)
_REPORT = re.compile(r"(?:报告|总结|汇报|情况)(?:[(\[【].{1,24}[)\]】])?$")
_YEARED = re.compile(r"(?:1 ?9|2 ?0) ?\d ?\d|二[〇○oO零0]")
_SUBJECT = re.compile(r"法治|依法行政|信息公开|政务公开|政府工作|工作报告|工作总结|年度")
_ORGAN_WORDS = (
    r"(?:人民政府|政府|管理委员会|管委会|委员会|工委|党委|办公厅|办公室|办事处|法制办|领导小组"
    r"|[^\s,。:]{1,12}(?:厅|局|办|院|处|委|署|所|站|中心|总队|支队|大队|公司))"
)
_ORGAN = re.compile(rf"[^\s,。:;0-9]{{0,36}}?{_ORGAN_WORDS}(?:\(.{{1,12}}\))?")
_ISSUER = re.compile(
    r"(?:中共)?[^\s,。:;\d年]{2,40}?(?:人民政府办公[厅室]|人民政府|管理委员会|管委会"
    r"|委员会办公室|委员会|办事处|办公厅"
    r"|办公室|[^\s,。:;\d]{0,12}?局|[^\s,。:;\d]{0,12}?厅)"
)
_PLACE = re.compile(r"[^\s,。:;\d]{2,24}?(?:开发区|高新区|新区|园区|街道|[省市县区镇乡旗盟州])")
_ADDRESSEE = re.compile(
    r"[^。;!?]{0,100}(?:政府|人大|常委会|政协|委|局|办|处|厅|院|会|公司|机构|单位|部门"
    r"|代表|同志|主任|委员|领导|党组)[^。;!?]{0,12}:"
)
_NUMBER = re.compile(
    r"[^\s\d,。:;()〔\[]{1,16} ?[〔\[【(（] ?(?:19|20)\d\d ?[〕\]】)）] ?第? ?[\d]{1,5} ?号"
)
_SPOKEN = 100  # code points of an opening that name who speaks
_TAIL = re.compile(r"(?:的?(?:工作)?(?:情况的?)?)?报告|告|总结|结")
_ANNOUNCES = re.compile(r"如下|现[将就]|主要是|包括|开展|推进|报告")
_LEADING_YEAR = re.compile(r"[\d〇○零一二三四五六七八九]{4}年度?")
# Who speaks, in the sentence that opens a report: 我代表……, 现公布……, 2023年，……认真推进.
_SPEAKS = re.compile(
    r"(?:^|[,。]|代表|受|现公布|现将|现就|现把|(?:报告|年报)(?:是?由))(?:(?:19"
    r"|20)\d\d年度?(?:以来)?,?)?"
    r"(?!我|本|全|各|现|代表|受|根据|按照|经|在|为|向|与|对|被|从|据|会同|配合|联合|中共|党|该)"
    r"(?P<organ>[\u4e00-\u9fff]{0,30}?(?:人民政府办公[厅室]|人民政府(?!办公)|管理委员会"
    r"|管委会|办事处|委员会办公室|委员会"
    r"|办公[厅室]|[\u4e00-\u9fff]{2,12}局(?!长|势|面|部|限|机关)|[\u4e00-\u9fff]{2,10}厅))"
    r"(?=(?:19|20)\d\d|在|坚持|认真|深入|以|全面|紧紧|按照|围绕|高度|切实|严格|编制|根据"
    r"|依据|向|,|积极|持续|扎实|始终"
    r"|推[进动]|法治|政府信息|委托|贯彻|聚焦|紧扣|立足|将|主动|深化|加强|强化|负责|办公|组织)"
)
_BEFORE_TEXT = re.compile(
    r"([^,。:;!?]{6,60}?(?:报告|总结|汇报|情况)(?:\([^()]{1,20}\))?)"
    r"(?: +(?=\S)|(?<=告|结)(?=20\d\d ?年))"
)
_SURE = 3.5  # the score of a title that names a year or a subject, and ends as reports do
_LONGEST = 66  # code points of a title that stands on one line with its text
_NEAR_TOP = 15  # lines in which a title stands
_DASHED = re.compile(r"[—–-]{1,4} ?.{4,60}")
_SESSION = re.compile(
    r"\(?.{0,4}\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日?.{0,40}(?:会议|全会|常委会|大会)(?:上|通过|\))*"
)


def number(line: str) -> tuple[int, int] | None:
    """The place of a document number (连政发〔2021〕14号) in a line."""
    found = _NUMBER.search(line) if "号" in line else None
    return found.span() if found else None


class Title(NamedTuple):
    """A title as indices of its first and last line."""

    first: int
    last: int


def squeezed(line: str) -> str:
    """A line without blanks and Markdown's signs, for comparing."""
    return re.sub(r"[\s#*·.…]+", "", line)


def is_title(line: str) -> bool:
    """Whether a line ends as titles of documents end."""
    line = folding.tight(line.strip("#* "))
    if "," in line and not _REPORT.search(line):
        return False
    return (
        6 <= len(line) <= 80 and "。" not in line and ">" not in line and bool(_TITLE.search(line))
    )


def is_organ(line: str) -> bool:
    """Whether a line names an organ of the administration and nothing else."""
    return 3 <= len(line) <= 40 and bool(_ORGAN.fullmatch(line.replace(" ", "")))


def is_addressee(line: str) -> bool:
    """Whether a line names those to whom a report is addressed (省人民政府：, 各位代表：)."""
    return (
        line.endswith(":")
        and len(line) <= 120
        and bool(_ADDRESSEE.fullmatch(line))
        and not _ANNOUNCES.search(line)
    )


def addressees(lines: Sequence[Line], start: int, stop: int) -> range:
    """The lines, three at most, that name those addressed; empty where none do."""
    for size in (1, 2, 3):
        for n in range(start, stop - size + 1):
            part = lines[n : n + size]
            if not part[-1].folded.endswith(":") or any(_impossible(line.folded) for line in part):
                continue
            if is_addressee("".join(line.folded for line in part)):
                while n > start and lines[n - 1].folded.endswith((",", "、")):
                    n -= 1
                    size += 1
                return range(n, n + size)
    return range(0)


def is_session(line: str) -> bool:
    """Whether a line tells at which session a report was delivered."""
    return bool(_DASHED.fullmatch(line) or _SESSION.fullmatch(line))


def issuer(title: str) -> tuple[int, int] | None:
    """The organ that a title opens with, before or after the year."""
    found = _ISSUER.match(title, _after_year(title))
    return found.span() if found and "关于" not in found.group() else None


def speaker(opening: str) -> tuple[int, int] | None:
    """The organ that speaks in the paragraph (without blanks) that opens a report."""
    found = _SPEAKS.search(opening[:_SPOKEN])
    return found.span("organ") if found else None


def place(title: str) -> tuple[int, int] | None:
    """The place, zone or street that a title opens with."""
    found = _PLACE.match(title, _after_year(title))
    return found.span() if found and "关于" not in found.group() else None


def _after_year(title: str) -> int:
    year = _LEADING_YEAR.match(title)
    return year.end() if year else 0


def find(lines: Sequence[Line], stop: int) -> Title | None:
    """The title among the lines before the body, broken over lines or not."""
    best: tuple[float, Title] | None = None
    possible = [not _impossible(line.folded) for line in lines[:stop]]
    for n in range(stop):
        for first in (n, n - 1, n - 2):
            if first < 0 or not all(possible[first : n + 1]):
                break
            if first < n and not _runs_on(lines, first, n):
                break
            score = _score("".join(lines[k].folded.strip("#* ") for k in range(first, n + 1)))
            whole = first == n or _TAIL.fullmatch(lines[n].folded) or is_organ(lines[first].folded)
            score -= 0.02 * (stop - n) + (0 if whole else 0.1)
            if score > 0 and (best is None or score >= best[0]):
                best = (score, Title(first, n))
    return best[1] if best else None


def _impossible(folded: str) -> bool:
    return (
        "。" in folded
        or ">" in folded
        or "|" in folded
        or len(folded) > 70
        or boilerplate.is_card(folded)
        or boilerplate.is_source(folded)
        or is_session(folded)
        or (number(folded) or (1, 1))[0] == 0
        or (boilerplate.is_chrome(folded) and not _REPORT.search(folded))
    )


def states_report(line: str) -> bool:
    """Whether a line must be a report's title: it names a year or a subject, and ends so."""
    bare = line.strip("#* ")
    return _score(bare) >= _SURE and bool(_REPORT.search(bare)) and not _ANNOUNCES.search(bare[:4])


def parted(lines: Sequence[Line], text: str) -> list[Line]:
    """The lines, with a title that was set on one line with its text on a line of its own."""
    for n, line in enumerate(lines[:_NEAR_TOP]):
        head = line.folded[:_LONGEST] if "。" in line.folded else ""
        parts = " " in head or "告2" in head or "结2" in head
        found = _BEFORE_TEXT.match(line.folded) if parts else None
        if not found or not states_report(found.group(1)):
            continue
        rest = line.start + found.end()
        halves = (
            halved(line, text, line.start, line.start + len(found.group(1))),
            halved(line, text, rest, line.end),
        )
        return [*lines[:n], *halves, *lines[n + 1 :]]
    return list(lines)


def _runs_on(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the lines between can be one title broken over lines."""
    for a, b in zip(lines[first:last], lines[first + 1 : last + 1], strict=True):
        upper, lower = a.folded.strip("#* "), b.folded.strip("#* ")
        if b.gap == 0 and _TAIL.fullmatch(lower):
            continue
        if b.gap > 1 or _REPORT.search(upper) or upper == lower:
            return False
        cut = upper[-1:].isdigit() and lower[:1].isdigit()
        begun = cut or "关于" in upper or bool(_YEARED.search(upper)) or upper.endswith("的")
        heads = is_organ(upper) and bool(
            re.match(r"关于|(?:1 ?9|2 ?0) ?\d ?\d ?年|二[〇○oO零0]", lower)
        )
        if not begun and not heads:
            return False
    return True


def _score(line: str) -> float:
    line = folding.tight(line)
    if not 8 <= len(line) <= 90 and line != "政府工作报告":
        return 0
    score = 0.0
    if _REPORT.search(line):
        score += 2
    elif _TITLE.search(line):
        score += 1
    elif not ("关于" in line or _YEARED.search(line)):
        return 0
    score += 1.5 * bool(_YEARED.search(line)) + bool(_SUBJECT.search(line)) + 0.5 * ("关于" in line)
    if line[-1] in ":,、;":
        score -= 2
    return score if score > 1.5 else 0
