"""From units to blocks, sections, paragraphs and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.text import closing, headings, nesting, roles, sentences
from govreports.text.model import Block, Paragraph, Section, SectionRole, Sentence
from govreports.text.plan import Plan
from govreports.text.units import Unit


class Outline(NamedTuple):
    """The body of a report."""

    blocks: list[Block]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]


class _Head(NamedTuple):
    """A heading, or the beginning of a part without one, in the order of the text."""

    unit: int
    start: int  # of the heading in the unit's wording
    end: int  # where its text begins; ``start`` where there is no heading
    form: str
    number: int
    marker: tuple[int, int]
    depth: int
    title: str
    role: SectionRole | None
    turn: bool  # an unheaded part begins here
    under: bool = False  # and stands under a heading


def build(plans: Sequence[Plan], text: str, year: int | None) -> Outline:
    """Assemble a body; ``year`` is the year reported on, if known."""
    heads = [head for k, entry in enumerate(plans) for head in _heads(k, entry, year)]
    levels = nesting.levels(_marks(heads, plans))
    found = closing.turns(plans, _lent(plans, heads, levels), year)
    if not heads:
        found = _body_turn(plans, found)
    if found:
        heads += [
            _Head(t.unit, t.offset, t.offset, "plain", 0, (0, 0), 0, "", t.role, True, t.under)
            for t in found
        ]
        heads.sort(key=lambda head: (head.unit, head.start))
        levels = nesting.levels(_marks(heads, plans))
    writer = _Writer(text)
    by_unit: dict[int, list[tuple[_Head, int]]] = {}
    for head, level in zip(heads, levels, strict=True):
        by_unit.setdefault(head.unit, []).append((head, level))
    stays = _stays(plans, heads)
    for k, entry in enumerate(plans):
        writer.write(entry, by_unit.get(k, []), k in stays)
    return writer.outline()


def _body_turn(plans: Sequence[Plan], found: list[closing.Turn]) -> list[closing.Turn]:
    """Without any heading the first of several paragraphs is the preamble, and the rest the body."""
    prose = [k for k, entry in enumerate(plans) if entry.kind == "paragraph"]
    if not prose:
        return found
    at = prose[min(1, len(prose) - 1)]
    if any((turn.unit, turn.offset) <= (at, 0) for turn in found):
        return found
    return [closing.Turn(at, 0, "body", False), *found]


def _heads(k: int, entry: Plan, year: int | None) -> list[_Head]:
    view = entry.unit.view
    if entry.own is not None:
        own = entry.own
        title = view[own.end :].strip(" *#。:")
        role = roles.of_heading(title, year) if own.form not in headings.LISTED else None
        return [
            _Head(
                k,
                0,
                len(view),
                own.form,
                own.number,
                (own.start, own.end),
                own.depth,
                title,
                role,
                False,
            )
        ]
    found = []
    for item in entry.items:
        if item.is_heading:
            mark = item.marker
            title = view[mark.end : item.end].strip(" *。:")
            role = roles.of_heading(title, year) if mark.form not in headings.LISTED else None
            found.append(
                _Head(
                    k,
                    item.start,
                    item.end,
                    mark.form,
                    mark.number,
                    (mark.start, mark.end),
                    mark.depth,
                    title,
                    role,
                    False,
                )
            )
    return found


def _marks(heads: Sequence[_Head], plans: Sequence[Plan]) -> list[nesting.Mark]:
    marks = []
    last: _Head | None = None
    for head in heads:
        direct = False
        if last is not None and not head.turn:
            if head.unit == last.unit:
                between = plans[head.unit].unit.view[last.end : head.start]
            elif head.unit == last.unit + 1 and head.start == 0:
                between = plans[last.unit].unit.view[last.end :]
            else:
                between = "text"
            direct = not between.strip()
        top = not head.under and (head.turn or (head.form == "plain" and head.role is not None))
        marks.append(nesting.Mark(head.form, head.number, head.unit, direct, head.depth, top))
        last = head
    return marks


def _lent(
    plans: Sequence[Plan], heads: Sequence[_Head], levels: Sequence[int]
) -> list[SectionRole]:
    """The role that headings lend to the end of each unit."""
    stack: list[tuple[int, SectionRole]] = []
    lent: list[SectionRole] = []
    n = 0
    for k in range(len(plans)):
        while n < len(heads) and heads[n].unit == k:
            while stack and stack[-1][0] >= levels[n]:
                stack.pop()
            above: SectionRole = stack[-1][1] if stack else "body"
            stack.append((levels[n], heads[n].role or above))
            n += 1
        lent.append(stack[-1][1] if stack else "preamble")
    return lent


def _stays(plans: Sequence[Plan], heads: Sequence[_Head]) -> set[int]:
    """Units without marker that still belong to the point (一是……) before them.

    They do where the same count goes on after them; otherwise they return to the section.
    """
    kept: set[int] = set()
    for last, follower in zip(heads, heads[1:], strict=False):
        if last.form in headings.LISTED:
            goes_on = follower.form == last.form and follower.number == last.number + 1
            if goes_on:
                kept.update(range(last.unit + 1, follower.unit))
        elif last.form != "plain":
            kept.update(range(last.unit + 1, follower.unit))
    for k, entry in enumerate(plans):
        own = entry.own
        if own is not None and own.form in headings.LISTED:
            kept.add(k + 1)
    return kept


class _Part:
    """A section while it is being written."""

    def __init__(self, name: str, level: int, head: _Head | None, start: int) -> None:
        self.id = name
        self.level = level
        self.head = head
        self.start = self.end = start
        self.role: SectionRole = "body"
        self.title = self.marker = ""
        self.heading: tuple[int, int] | None = None
        self.parent: str | None = None
        self.children = 0
        self.form = head.form if head else ""
        self.number = head.number if head else 0

    def section(self) -> Section:
        """The finished section."""
        return Section(
            self.id, self.level, self.title, self.marker, self.role,
            self.start, self.end, self.heading, self.parent,
        )  # fmt: skip


class _Writer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._blocks: list[Block] = []
        self._parts: list[_Part] = []
        self._stack: list[_Part] = []
        self._paragraphs: list[Paragraph] = []
        self._top = 0

    def outline(self) -> Outline:
        """What was written."""
        sections = tuple(part.section() for part in self._parts)
        return Outline(self._blocks, sections, tuple(self._paragraphs))

    def write(self, entry: Plan, heads: Sequence[tuple[_Head, int]], stays: bool) -> None:
        """Write one unit with the headings in it."""
        unit = entry.unit
        if entry.kind != "paragraph":
            self._blocks.append(Block(entry.kind, unit.start, unit.end))  # type: ignore[arg-type]
            return
        if entry.own is not None:
            head, level = heads[0]
            self._enter(head, level, unit)
            self._close(unit.end)
            part = self._stack[-1]
            self._blocks.append(Block("heading", unit.start, unit.end, level, part.marker))
            return
        if not heads and not stays:
            self._leave_points()
        raw = self._text[unit.start : unit.end]
        if len(unit.pieces) > 1:
            raw = "".join(self._text[a:b] for a, b in unit.pieces)
        cuts = self._cuts(entry, heads)
        for n, (at, head_level) in enumerate(cuts):
            stop = cuts[n + 1][0] if n + 1 < len(cuts) else len(unit.view)
            if head_level is None:
                if n:
                    self._leave_points()
                self._prose(unit, raw, at, stop, None)
                continue
            head, level = head_level
            self._enter(head, level, unit)
            self._prose(unit, raw, at, stop, None if head.turn else head)

    def _cuts(
        self, entry: Plan, heads: Sequence[tuple[_Head, int]]
    ) -> list[tuple[int, tuple[_Head, int] | None]]:
        """Where the paragraphs of a unit begin, with the heading that opens each."""
        cuts: list[tuple[int, tuple[_Head, int] | None]] = [(h[0].start, h) for h in heads]
        # A point that is no heading ends the point before it in the same count.
        for item in entry.items:
            before = [h for h, _ in heads if h.start < item.start and not h.turn]
            if not item.is_heading and before:
                last = before[-1]
                ended = last.form == item.marker.form and item.marker.number > last.number
                if ended and entry.unit.view[: item.start].rstrip(' "')[-1:] in "。!?;":
                    cuts.append((item.start, None))
        cuts.sort(key=lambda cut: cut[0])
        if not cuts or cuts[0][0] > 0:
            cuts.insert(0, (0, None))
        return cuts

    def _leave_points(self) -> None:
        while self._stack and self._stack[-1].form in headings.LISTED:
            if len(self._stack) == 1:
                return
            self._stack.pop()

    def _enter(self, head: _Head, level: int, unit: Unit) -> None:
        while self._stack and (self._stack[-1].level >= level or self._stack[-1].id == "0"):
            self._stack.pop()
        above = self._stack[-1] if self._stack else None
        if above:
            above.children += 1
            name = f"{above.id}.{above.children}"
        else:
            self._top += 1
            name = str(self._top)
        start, end = unit.span(head.start, max(head.end, head.start + 1))
        part = _Part(name, level, head, start)
        part.parent = above.id if above else None
        part.role = head.role or (above.role if above else "body")
        if not head.turn:
            part.heading = (start, end)
            a, b = head.marker
            if b > a:
                part.marker = "".join(self._pieces(unit, *unit.span(a, b))).strip()
            lead = unit.span(b, head.end)[0] if head.end > b else end
            part.title = self._bare("".join(self._pieces(unit, lead, end)))
        self._stack.append(part)
        self._parts.append(part)

    def _pieces(self, unit: Unit, start: int, end: int) -> list[str]:
        return [
            self._text[max(a, start) : min(b, end)] for a, b in unit.pieces if a < end and start < b
        ]

    @staticmethod
    def _bare(title: str) -> str:
        return title.strip().strip("*#").strip().rstrip("。:：").strip()

    def _close(self, end: int) -> None:
        for part in self._stack:
            part.end = end

    def _prose(self, unit: Unit, raw: str, start: int, stop: int, head: _Head | None) -> None:
        """One paragraph: a stretch of a unit, with the run-in heading it may open with."""
        while stop > start and raw[stop - 1].isspace():
            stop -= 1
        while start < stop and raw[start].isspace():
            start += 1
        if start == stop:
            return
        if not self._stack:
            self._stack.append(_Part("0", 1, None, unit.span(start, start + 1)[0]))
            self._stack[-1].role = "preamble"
            self._parts.append(self._stack[-1])
        section = self._stack[-1]
        body = start
        spans: list[tuple[int, int]] = []
        if head is not None:
            body = head.end
            end = body
            while end > start and raw[end - 1].isspace():
                end -= 1
            spans.append((start, end))
            a, b = unit.span(start, end)
            self._blocks.append(Block("heading", a, b, section.level, section.marker))
        while body < stop and raw[body].isspace():
            body += 1
        if body < stop:
            self._running(unit, body, stop)
            spans += sentences.spans(raw, unit.view, body, stop)
        name = f"p{len(self._paragraphs) + 1}"
        written = tuple(
            Sentence(
                f"{name}.s{n}", *unit.span(a, b), section.id, name,
                head is not None and n == 1, unit.parts(a, b),
            )
            for n, (a, b) in enumerate(spans, 1)
        )  # fmt: skip
        self._paragraphs.append(
            Paragraph(name, written[0].start, written[-1].end, section.id, written)
        )
        self._close(written[-1].end)

    def _running(self, unit: Unit, start: int, stop: int) -> None:
        """Blocks of running text: one for each stretch without furniture in it."""
        a, b = unit.span(start, stop)
        if len(unit.pieces) == 1:
            self._blocks.append(Block("paragraph", a, b))
            return
        opened: tuple[int, int] | None = None
        for x, y in unit.pieces:
            x, y = max(a, x), min(b, y)
            if x >= y:
                continue
            if opened and not self._text[opened[1] : x].strip():
                opened = (opened[0], y)
                continue
            if opened:
                self._blocks.append(Block("paragraph", *opened))
            opened = (x, y)
        if opened:
            self._blocks.append(Block("paragraph", *opened))
