"""From planned units to blocks, sections, paragraphs and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import headings, heads, sentences
from govreports.report.headings import Item
from govreports.report.heads import Head
from govreports.report.model import Block, BlockKind, Paragraph, Section, SectionRole, Sentence
from govreports.report.plan import Plan
from govreports.report.units import Unit

PREAMBLE = "0"  # the identifier of what stands before the first heading


class Outline(NamedTuple):
    """The body of a report."""

    blocks: list[Block]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]


def build(
    plans: Sequence[Plan], text: str, year: int | None, *, whole_paragraphs: bool = False
) -> Outline:
    """Assemble a body; ``year`` is the year reported on, if known.

    ``whole_paragraphs`` leaves them so instead of cutting them into sentences.
    """
    ordered = heads.order(plans, year)
    by_unit: dict[int, list[tuple[Head, int]]] = {}
    for head, level in ordered:
        by_unit.setdefault(head.unit, []).append((head, level))
    stays = heads.staying(plans, [head for head, _ in ordered])
    writer = _Writer(text, whole_paragraphs)
    for k, entry in enumerate(plans):
        writer.write(entry, by_unit.get(k, []), k in stays)
    return writer.outline()


class _Part:
    """A section while it is being written."""

    __slots__ = (
        "children",
        "end",
        "form",
        "heading",
        "id",
        "level",
        "marker",
        "number",
        "parent",
        "role",
        "start",
        "title",
    )

    def __init__(self, name: str, level: int, start: int, role: SectionRole) -> None:
        self.id = name
        self.level = level
        self.start = self.end = start
        self.role = role
        self.title = self.marker = self.form = ""
        self.number = self.children = 0
        self.heading: tuple[int, int] | None = None
        self.parent: str | None = None

    def section(self) -> Section:
        """The finished section."""
        return Section(
            id=self.id,
            level=self.level,
            title=self.title,
            marker=self.marker,
            role=self.role,
            start=self.start,
            end=self.end,
            heading=self.heading,
            parent=self.parent,
        )


class _Writer:
    def __init__(self, text: str, whole: bool) -> None:
        self._text = text
        self._whole = whole
        self._blocks: list[Block] = []
        self._parts: list[_Part] = []
        self._stack: list[_Part] = []
        self._paragraphs: list[Paragraph] = []
        self._top = 0

    def outline(self) -> Outline:
        """What was written."""
        sections = tuple(part.section() for part in self._parts)
        return Outline(self._blocks, sections, tuple(self._paragraphs))

    def write(self, entry: Plan, found: Sequence[tuple[Head, int]], stays: bool) -> None:
        """Write one unit with the headings in it."""
        unit = entry.unit
        if entry.kind != "paragraph":
            self._blocks.append(Block(entry.kind, unit.start, unit.end))
            return
        if entry.own is not None:
            head, level = found[0]
            self._enter(head, level, unit)
            self._close(unit.end)
            marker = self._stack[-1].marker
            self._place(unit, 0, len(unit.folded), "heading", level, marker)
            return
        if not found and not stays:
            self._leave_points()
        if entry.items and entry.items[0].start == 0 and not entry.items[0].is_heading:
            self._leave_point(entry.items[0])
        raw = self._text[unit.start : unit.end]
        if len(unit.pieces) > 1:
            raw = "".join(self._text[a:b] for a, b in unit.pieces)
        cuts = _cuts(entry, found)
        for n, (at, opening) in enumerate(cuts):
            stop = cuts[n + 1][0] if n + 1 < len(cuts) else len(unit.folded)
            if opening is None:
                if n:
                    self._leave_points()
                self._prose(unit, raw, at, stop, None)
            else:
                head, level = opening
                self._enter(head, level, unit)
                self._prose(unit, raw, at, stop, None if head.turn else head)

    def _leave_points(self) -> None:
        while len(self._stack) > 1 and self._stack[-1].form in headings.LISTED:
            self._stack.pop()

    def _leave_point(self, item: Item) -> None:
        """A point that is no heading ends the one before it in the same count."""
        last = self._stack[-1] if len(self._stack) > 1 else None
        if last and last.form == item.marker.form and last.number < item.marker.number:
            self._stack.pop()

    def _enter(self, head: Head, level: int, unit: Unit) -> None:
        while self._stack and (self._stack[-1].level >= level or self._stack[-1].id == PREAMBLE):
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        if above:
            above.children += 1
            name = f"{above.id}.{above.children}"
        else:
            self._top += 1
            name = str(self._top)
        start, end = unit.span(head.start, max(head.end, head.start + 1))
        part = _Part(name, level, start, head.role or (above.role if above else "body"))
        part.parent = above.id if above else None
        if not head.turn:
            mark = head.marker
            part.form, part.number, part.heading = mark.form, mark.number, (start, end)
            part.marker = self._wording(unit, mark.start, mark.end).strip()
            title = self._wording(unit, mark.end, head.end).strip().strip("*#").strip()
            part.title = title.rstrip("。:： ").strip()
        self._stack.append(part)
        self._parts.append(part)

    def _wording(self, unit: Unit, start: int, end: int) -> str:
        if len(unit.pieces) == 1:
            base = unit.pieces[0][0]
            return self._text[base + start : base + end]
        return "".join([self._text[a:b] for a, b in unit.parts(start, end)] if end > start else [])

    def _close(self, end: int) -> None:
        for part in self._stack:
            part.end = end

    def _prose(self, unit: Unit, raw: str, start: int, stop: int, head: Head | None) -> None:
        """One paragraph: a stretch of a unit, with the run-in heading it may open with."""
        start, stop = _bare(raw, start, stop)
        if start == stop:
            return
        if not self._stack:
            preamble = _Part(PREAMBLE, 1, unit.span(start, start + 1)[0], "preamble")
            self._stack.append(preamble)
            self._parts.append(preamble)
        section = self._stack[-1]
        found: list[tuple[int, int]] = []
        body = start
        if head is not None:
            found.append(_bare(raw, start, head.end))
            self._place(unit, *found[0], "heading", section.level, section.marker)
            body = _bare(raw, head.end, stop)[0]
        if body < stop:
            self._place(unit, body, stop, "paragraph")
            if self._whole:
                found.append((body, stop))
            else:
                found += sentences.spans(raw, unit.folded, body, stop)
        name = f"p{len(self._paragraphs) + 1}"
        written = _sentences(unit, found, section.id, name, head is not None)
        end = written[-1].end
        self._paragraphs.append(Paragraph(name, written[0].start, end, section.id, written))
        self._close(end)

    def _place(
        self,
        unit: Unit,
        start: int,
        stop: int,
        kind: BlockKind,
        level: int | None = None,
        marker: str = "",
    ) -> None:
        """The blocks of a stretch of text: one for each part without furniture in it."""
        if len(unit.pieces) == 1:
            base = unit.pieces[0][0]
            self._blocks.append(Block(kind, base + start, base + stop, level, marker))
            return
        opened: tuple[int, int] | None = None
        for x, y in unit.parts(start, stop):
            if opened and self._text[opened[1] : x].strip():
                self._blocks.append(Block(kind, *opened, level, marker))
                opened, marker = None, ""
            opened = (opened[0] if opened else x, y)
        if opened:
            self._blocks.append(Block(kind, *opened, level, marker))


def _cuts(
    entry: Plan, found: Sequence[tuple[Head, int]]
) -> list[tuple[int, tuple[Head, int] | None]]:
    """Where the paragraphs of a unit begin, with the heading that opens each."""
    cuts: list[tuple[int, tuple[Head, int] | None]] = [(head.start, (head, n)) for head, n in found]
    opened = [head for head, _ in found if not head.turn]
    seen = 0
    for item in entry.items if opened else ():
        while seen < len(opened) and opened[seen].start < item.start:
            seen += 1
        last = opened[seen - 1].marker if seen else None
        if item.is_heading or last is None or item.marker.form != last.form:
            continue
        boundary = entry.unit.folded[max(0, item.start - 4) : item.start].rstrip(' "')[-1:]
        if item.marker.number > last.number and boundary in "。!?;":
            cuts.append((item.start, None))
    cuts.sort(key=lambda cut: cut[0])
    if not cuts or cuts[0][0] > 0:
        cuts.insert(0, (0, None))
    return cuts


def _bare(text: str, start: int, stop: int) -> tuple[int, int]:
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    while start < stop and text[start].isspace():
        start += 1
    return start, stop


def _sentences(
    unit: Unit, found: Sequence[tuple[int, int]], section: str, paragraph: str, heads: bool
) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; the first is a run-in heading if ``heads``."""
    first = 1 if heads else 0
    if len(unit.pieces) == 1:
        base = unit.start
        return tuple(
            [
                Sentence(f"{paragraph}.s{n}", base + a, base + b, section, paragraph, n == first)
                for n, (a, b) in enumerate(found, 1)
            ]
        )
    written = []
    for n, (a, b) in enumerate(found, 1):
        start, end = unit.span(a, b)
        name = f"{paragraph}.s{n}"
        written.append(Sentence(name, start, end, section, paragraph, n == first, unit.parts(a, b)))
    return tuple(written)
