"""What a report states of itself: title, issuer, number, date of issue, year, genre."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govreports.text import dates, normalise, titles
from govreports.text.lines import Line
from govreports.text.margins import Margin
from govreports.text.model import Stated

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
_HEAD = 60  # code points of a paragraph in which a year counts as announced
_PARAGRAPHS = 6  # paragraphs at the opening that may name the year


def title(
    lines: Sequence[Line], found: titles.Title | None, front: Iterable[Margin], text: str
) -> Stated | None:
    """The title above the body, else the one its catalogue card states."""
    if found:
        parts = lines[found.first : found.last + 1]
        bare = [_undecorated(part, text) for part in parts]
        return Stated("".join(text[a:b] for a, b in bare), bare[0][0], bare[-1][1])
    for margin in front:
        card = _CARD_TITLE.search(margin.view) if margin.block.kind == "metadata" else None
        if card:
            a, b = (margin.block.start + k for k in card.span("value"))
            return Stated(text[a:b], a, b)
    return None


def _undecorated(line: Line, text: str) -> tuple[int, int]:
    left = len(line.view) - len(line.view.lstrip("#* "))
    right = len(line.view.rstrip("#* "))
    return line.start + left, line.start + right


def document_number(front: Iterable[Margin], text: str) -> Stated | None:
    """The number on a line of its own, else the one in the catalogue card."""
    for whole in (True, False):
        for margin in front:
            span = titles.number(margin.view)
            stating = margin.block.kind == "metadata" and (not whole or (span or (1,))[0] == 0)
            if span and (stating or (not whole and margin.block.kind == "title")):
                a, b = (margin.block.start + k for k in span)
                label = _NUMBER_LABEL.match(margin.view[span[0] :])
                a += label.end() if label else 0
                return Stated(text[a:b], a, b)
    return None


def issued(front: Sequence[Margin], back: Sequence[Margin]) -> Stated | None:
    """The date signed under the report, else the card's, the delivery's, the page's."""
    signed = [m for m in back if m.block.kind == "date"]
    card = [m for m in front if m.block.kind == "metadata" and _CARD_DATE.search(m.view)]
    page = [m for m in front if m.block.kind == "metadata" and _PAGE_DATE.search(m.view)]
    above = [
        m
        for m in front
        if m.block.kind == "date" or (m.block.kind == "annex" and dates.is_date_line(m.view))
    ]
    delivered = [m for m in front if m.block.kind == "metadata" and titles.is_session(m.view)]
    values = [m for m in front if m.block.kind == "metadata" and dates.is_date_line(m.view)]
    for margin in (*signed, *card, *delivered, *page, *above, *values):
        at = 0
        label = _CARD_DATE.search(margin.view) or _PAGE_DATE.search(margin.view)
        if label and margin.block.kind == "metadata":
            at = label.start()
        date = dates.find(margin.view[at:])
        if date:
            base = margin.block.start + at
            return Stated(date.iso, base + date.start, base + date.end)
    return None


def issuer(
    named: Stated | None, front: Sequence[Margin], back: Sequence[Margin], text: str
) -> Stated | None:
    """The organ in the title, else the signature, the organ above, the place in the title."""
    wording = text[named.start : named.end].replace("\n", " ") if named else ""
    wording, places = _closed_up(wording)
    span = titles.issuer(wording)
    if not span:
        signed = [m for m in back if m.block.kind == "signature"]
        above = [m for m in front if m.block.kind == "metadata" and titles.is_organ(m.view)]
        for block, _ in (*signed[:1], *above[-1:]):
            return Stated(text[block.start : block.end], block.start, block.end)
        span = titles.place(wording)
    if span and named:
        a, b = named.start + places[span[0]], named.start + places[span[1] - 1] + 1
        return Stated(text[a:b], a, b)
    return None


def _closed_up(wording: str) -> tuple[str, Sequence[int]]:
    """A wording without the blanks that space its characters out, and where each stood."""
    if normalise.tight(wording) == wording:
        return wording, range(len(wording))
    places = [k for k, character in enumerate(wording) if character != " "]
    return "".join(wording[k] for k in places), places


def reporting_year(
    named: Stated | None,
    view: str,
    opening: Sequence[tuple[str, int]],
    heads: Sequence[tuple[str, int]],
) -> Stated | None:
    """The year reported on, from the title, the headings or the opening paragraphs.

    ``view`` is the file in normalised view; ``opening`` and ``heads`` are the wordings of the first
    paragraphs and of the headings, with their offsets. The year in a government work report's
    title may be that of its delivery, so the heading of its review goes before it.
    """
    title = view[named.start : named.end] if named else ""
    first = _year_in(title)
    for wording, start in heads:
        found = _REVIEWED.search(wording)
        if found and ("政府工作报告" in title or not first):
            a = start + found.start(1)
            return Stated(found.group(1), a, a + 4)
    if named and first:
        return Stated(str(first[0]), named.start + first[1], named.start + first[2])
    places = (*opening[:_PARAGRAPHS], *heads[:3])
    for wording, start in places:
        announced = _ANNOUNCED.search(wording)
        year = _year_in(announced.group()) if announced else None
        if announced and year:
            base = start + announced.start()
            return Stated(str(year[0]), base + year[1], base + year[2])
    for wording, start in places:
        year = _year_in(wording[:_HEAD])
        if year:
            return Stated(str(year[0]), start + year[1], start + year[2])
    return None


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
