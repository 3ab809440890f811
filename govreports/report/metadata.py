"""What a report states of itself: title, issuer, number, date of issue, year, genre."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreports.report import boilerplate, dates, roles, titles
from govreports.report.lines import Line
from govreports.report.margins import Margin
from govreports.report.model import Stated

_CARD_TITLE = re.compile(
    r"(?:标 *题|信息名称|名 *称|公文名称)[\]】]?[: |]+(?P<value>[^|]{6,90}?)(?= *\||$)"
)
_NUMBER_LABEL = re.compile(r"(?:文 *号|发文字号|文件编号)[: ]*")
_CARD_DATE = re.compile(r"(?:成文|发文|印发|生成|制发)(?:时间|日期)")
_PAGE_DATE = re.compile(r"(?:发布|公开|更新|发文)?(?:时间|日期)|^\d{4}[-/年.]")
_REVIEWED = re.compile(
    r"((?:19|20)\d\d) ?年(?:政府|主要|全[省市县区]|度)?(?:工作)?的?(?:主要)?(?:工作)?"
    r"(?:回顾|总结|完成情况|主要工作)"
)
_NOT_REPORTED = re.compile(r"^ ?年 ?\d{1,2} ?月|^ ?年 ?(?:以前|前|底|末)")
_ANNOUNCED = re.compile(r"现(?:将|就|把).{0,16}?\d ?年")
# What a heading plans for a year: 2020年工作计划, 做好2020年各项工作.
_PLANNED = re.compile(
    r"(?:19|20)\d\d ?年.{0,24}(?:计划|打算|安排|思路|设想|要点|谋划|部署|目标|任务|建议"
    r"|重点|举措|工作$|工作的)"
)
_TERM = re.compile(r"第?[一二三四五六七八九十]{1,3}届(?=人民政府)")  # 云台区第八届人民政府
_EARLY, _LATE = 6, 10  # months between which a signature tells no year
_GOVERNED = "省市县区旗州镇乡"
_SPEAKING = 2  # paragraphs in which a report names who speaks
_HEAD = 60  # code points of a paragraph in which a year counts as announced
_PARAGRAPHS = 6  # paragraphs at the opening that may name the year


class Opening(NamedTuple):
    """The wording of a paragraph or heading as folded, and where it begins."""

    folded: str
    start: int


def title(
    lines: Sequence[Line], found: titles.Title | None, front: Iterable[Margin], text: str
) -> Stated | None:
    """The title above the body, else the one its catalogue card states."""
    if found:
        parts = lines[found.first : found.last + 1]
        bare = [_undecorated(part, text) for part in parts]
        return Stated("".join(text[a:b] for a, b in bare), bare[0][0], bare[-1][1])
    for margin in front:
        card = _CARD_TITLE.search(margin.folded) if margin.block.kind == "metadata" else None
        if card:
            a, b = (margin.block.start + k for k in card.span("value"))
            return Stated(text[a:b], a, b)
    return None


def _undecorated(line: Line, text: str) -> tuple[int, int]:
    left = len(line.folded) - len(line.folded.lstrip("#* "))
    right = len(line.folded.rstrip("#* "))
    return line.start + left, line.start + right


def document_number(front: Iterable[Margin], text: str) -> Stated | None:
    """The number on a line of its own, else the one in the catalogue card."""
    for whole in (True, False):
        for margin in front:
            span = titles.number(margin.folded)
            stating = margin.block.kind == "metadata" and (not whole or (span or (1,))[0] == 0)
            if span and (stating or (not whole and margin.block.kind == "title")):
                a, b = (margin.block.start + k for k in span)
                label = _NUMBER_LABEL.match(margin.folded[span[0] :])
                a += label.end() if label else 0
                return Stated(text[a:b], a, b)
    return None


def issued(front: Sequence[Margin], back: Sequence[Margin]) -> Stated | None:
    """The date signed under the report, else the card's, the delivery's, the page's."""
    signed = [m for m in back if m.block.kind == "date"]
    card = [m for m in front if m.block.kind == "metadata" and _CARD_DATE.search(m.folded)]
    page = [
        m
        for m in front
        if m.block.kind == "metadata"
        and (_PAGE_DATE.search(m.folded) or boilerplate.is_source(m.folded))
    ]
    above = [
        m
        for m in front
        if m.block.kind == "date" or (m.block.kind == "annex" and dates.is_date_line(m.folded))
    ]
    delivered = [m for m in front if m.block.kind == "metadata" and titles.is_session(m.folded)]
    values = [m for m in front if m.block.kind == "metadata" and dates.is_date_line(m.folded)]
    for margin in (*signed, *card, *delivered, *page, *above, *values):
        at = 0
        label = _CARD_DATE.search(margin.folded) or _PAGE_DATE.search(margin.folded)
        if label and margin.block.kind == "metadata":
            at = label.start()
        date = dates.find(margin.folded[at:])
        if date:
            base = margin.block.start + at
            return Stated(date.iso, base + date.start, base + date.end)
    return None


def issuer(
    named: Stated | None,
    front: Sequence[Margin],
    back: Sequence[Margin],
    opening: Sequence[Opening],
    text: str,
) -> Stated | None:
    """The organ in the title, else the signature, the organ above, who speaks, the title's place.

    A place that delivers a government work report stands for its government.
    """
    wording = text[named.start : named.end] if named else ""
    wording, places = _closed_up(wording)
    span = titles.issuer(wording)
    if span and named:
        return _stated(text, named.start, places, span)
    signed = [m for m in back if m.block.kind == "signature"]
    above = [m for m in front if m.block.kind == "metadata" and titles.is_organ(m.folded)]
    for block, _ in (*signed[:1], *above[-1:]):
        return Stated(text[block.start : block.end], block.start, block.end)
    span = titles.place(wording)
    place = wording[slice(*span)] if span else ""
    for folded, start in opening[:_SPEAKING]:
        closed, spots = _closed_up(folded)
        organ = titles.speaker(closed)
        if organ and place in closed[slice(*organ)]:
            stated = _stated(text, start, spots, organ)
            return stated._replace(value=_TERM.sub("", stated.value))
    if not span or not named:
        return None
    stated = _stated(text, named.start, places, span)
    governs = wording[span[1] :].startswith("政府工作报告")
    if governs or (wording.endswith("政府工作报告") and place[-1] in _GOVERNED):
        return stated._replace(value=stated.value + "人民政府")
    return stated


def _stated(text: str, base: int, places: Sequence[int], span: tuple[int, int]) -> Stated:
    a, b = base + places[span[0]], base + places[span[1] - 1] + 1
    return Stated(text[a:b], a, b)


def _closed_up(wording: str) -> tuple[str, Sequence[int]]:
    """A wording without blanks, and where each character stood."""
    if len(wording.split()) < 2:
        return wording, range(len(wording))
    places = [k for k, character in enumerate(wording) if not character.isspace()]
    return "".join([wording[k] for k in places]), places


def reporting_year(
    named: Stated | None,
    folded: str,
    opening: Sequence[Opening],
    heads: Sequence[Opening],
    signed: Stated | None,
) -> Stated | None:
    """The year reported on, from the title, the headings, the opening or the signature.

    ``folded`` is the whole text folded; ``opening`` are the wordings of the first paragraphs,
    ``heads`` those of the headings, with their offsets; ``signed`` is the date of issue. The year
    in a government work report's title may be that of its delivery, so the heading of its review
    goes before it, and what is planned is planned for the year after.
    """
    title = folded[named.start : named.end] if named else ""
    delivered = "政府工作报告" in title
    first = _year_in(title)
    for wording, start in heads:
        found = _REVIEWED.search(wording)
        if found and (delivered or not first):
            a = start + found.start(1)
            return Stated(found.group(1), a, a + 4)
    if named and first and not delivered:
        return Stated(str(first[0]), named.start + first[1], named.start + first[2])
    preamble = [o for o in opening if not heads or o.start < heads[0].start]
    return (
        _announced_year((*preamble[:_PARAGRAPHS], *heads[:3]))
        or (None if delivered else _first_year(preamble[:_PARAGRAPHS]))
        or _planned_year(heads)
        or (named and first and Stated(str(first[0] - 1), *_moved(first, named.start)))
        or _signed_year(signed)
        or _first_year((*opening[:_PARAGRAPHS], *heads[:3]))
    )


def _moved(year: tuple[int, int, int], base: int) -> tuple[int, int]:
    return base + year[1], base + year[2]


def _announced_year(places: Iterable[Opening]) -> Stated | None:
    for wording, start in places:
        announced = _ANNOUNCED.search(wording)
        year = _year_in(announced.group()) if announced else None
        if announced and year:
            return Stated(str(year[0]), *_moved(year, start + announced.start()))
    return None


def _first_year(places: Iterable[Opening]) -> Stated | None:
    for wording, start in places:
        year = _year_in(wording[:_HEAD])
        if year:
            return Stated(str(year[0]), *_moved(year, start))
    return None


def _planned_year(heads: Iterable[Opening]) -> Stated | None:
    """The year before the one that a heading plans for."""
    for wording, start in heads:
        year = _year_in(wording) if _PLANNED.search(wording) else None
        if year and roles.is_outlook_title(wording[:_HEAD], year[0] - 1):
            return Stated(str(year[0] - 1), *_moved(year, start))
    return None


def _signed_year(signed: Stated | None) -> Stated | None:
    """The year that a report signed late in it, or early in the next, must be about."""
    if not signed:
        return None
    year, month = int(signed.value[:4]), int(signed.value[5:7])
    if _EARLY < month < _LATE:
        return None
    return signed._replace(value=str(year if month >= _LATE else year - 1))


def _year_in(wording: str) -> tuple[int, int, int] | None:
    bare = re.sub(r"《[^》]*》", lambda m: "□" * len(m.group()), wording)
    for year, start, end in dates.years(bare):
        if not _NOT_REPORTED.match(bare[end:]) and bare[max(0, start - 1) : start] not in (
            "-",
            "—",
            "至",
        ):
            return year, start, end
    return None
