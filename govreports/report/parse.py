"""From a report's text to its blocks, sections, paragraphs and sentences."""

from __future__ import annotations

import re

from govreports.errors import ReportError
from govreports.report import (
    boilerplate,
    folding,
    genre,
    margins,
    metadata,
    outline,
    region,
    titles,
)
from govreports.report.insets import Inset
from govreports.report.lines import Line, split
from govreports.report.model import Block, Report, Stated
from govreports.report.plan import plan
from govreports.report.units import Unit, assemble

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
_KANA_HANGUL = re.compile(r"[\u3041-\u30ff\uac00-\ud7af]+")
_SAMPLE = 500  # code points that tell the language
_LEAST_HAN = 0.2  # share of Chinese characters below which a text is not Chinese


def parse(text: str, *, encoding: str = "utf-8", whole_paragraphs: bool = False) -> Report:
    """Parse the text of a report; raise `ReportError` where it holds no report.

    ``whole_paragraphs`` leaves them so, for those who only count: a paragraph is then one
    sentence, its run-in heading aside.
    """
    folded = folding.fold(text)
    _check_chinese(folded)
    lines = titles.parted(split(text, folded), text)
    found = region.find(lines)
    front, title_lines = margins.before(lines, found)
    title = metadata.title(lines, title_lines, front, text)
    body, foot = _without_foot(lines[found.start : found.stop], text)
    signed: list[margins.Margin] = []
    if body:
        body[-1], signed = margins.signed_tail(body[-1], text)
    wording = titles.squeezed(folded[title.start : title.end]) if title else ""
    parts = assemble(body, wording)
    units = [part for part in parts if isinstance(part, Unit)]
    plans = plan(units, wording)
    opening = [metadata.Opening(p.unit.folded, p.unit.start) for p in plans if p.own is None][:8]
    heads = [metadata.Opening(p.unit.folded, p.unit.start) for p in plans if p.own is not None]
    back = signed + margins.after(lines, found.stop, text)
    issued = metadata.issued(front, back)
    year = metadata.reporting_year(title, folded, opening, heads, issued)
    written = outline.build(
        plans, text, int(year.value) if year else None, whole_paragraphs=whole_paragraphs
    )
    stated: dict[str, Stated | None] = {
        "title": title,
        "issuer": metadata.issuer(title, front, back, opening, text),
        "document_number": metadata.document_number(front, text),
        "reporting_year": year,
        "issued": issued,
    }
    addressed = [margin.folded for margin in front if margin.block.kind == "addressee"]
    prose = [p.unit.folded for p in plans if p.own is None and p.kind == "paragraph"]
    kind = genre.genre(
        folded[title.start : title.end] if title else "",
        margins.headline(front),
        addressed + prose,
        [head.folded for head in heads],
    )
    others = [
        Block(part.kind, part.line.start, part.line.end, reason=part.reason)
        for part in parts
        if isinstance(part, Inset)
    ]
    blocks = [margin.block for margin in front] + written.blocks + others + foot
    blocks += [margin.block for margin in back]
    blocks.sort(key=lambda block: block.start)
    return Report(
        text,
        encoding,
        kind.name,
        {name: value for name, value in stated.items() if value},
        tuple(blocks),
        written.sections,
        written.paragraphs,
        genre_reason=kind.reason,
        folded=folded,
    )


def _check_chinese(folded: str) -> None:
    sample = folded[:: 1 + len(folded) // _SAMPLE]
    letters = sum(map(len, sample.split()))
    if not letters:
        raise ReportError("is empty")
    if sum(map(len, _HAN.findall(sample))) < _LEAST_HAN * letters:
        raise ReportError("holds no report: its text is not Chinese")
    if sum(map(len, _KANA_HANGUL.findall(sample))) > 0.1 * letters:
        raise ReportError("holds no report: its text is not Chinese")


def _without_foot(body: list[Line], text: str) -> tuple[list[Line], list[Block]]:
    """The body without the foot of the page where that is glued to its last line."""
    if not body:
        return body, []
    last = body[-1]
    at = boilerplate.glued_foot(last.folded)
    if at is None:
        return body, []
    kept = text[last.start : last.start + at].rstrip()
    foot = Block("chrome", last.start + at, last.end, reason="page chrome")
    shorter = last._replace(end=last.start + len(kept), folded=last.folded[: len(kept)])
    return [*body[:-1], shorter], [foot]
