"""The headings of a report in their order, with levels, and the parts that have no heading."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from govreports.report import closing, folding, headings, nesting, roles
from govreports.report.headings import Marker
from govreports.report.model import SectionRole
from govreports.report.plan import Plan

_NO_MARKER = Marker("plain", 0, 0, 0, 0)


class Head(NamedTuple):
    """A heading, or the beginning of a part without one."""

    unit: int
    start: int  # of the heading in the unit's wording
    end: int  # where its text begins; ``start`` where there is no heading
    marker: Marker
    role: SectionRole | None  # the role its words announce
    turn: bool = False  # a part without heading begins here
    under: bool = False  # and stands under a heading


def order(plans: Sequence[Plan], year: int | None) -> list[tuple[Head, int]]:
    """All headings and unheaded parts with their levels; ``year`` is the year reported on."""
    heads = [head for k, entry in enumerate(plans) for head in _of_unit(k, entry, year)]
    levels = nesting.levels(_marks(heads, plans))
    turns = closing.turns(plans, _lent(plans, heads, levels), year)
    if not heads:
        turns = _body_turn(plans, turns)
    if turns:
        heads += [
            Head(t.unit, t.offset, t.offset, _NO_MARKER, t.role, True, t.under) for t in turns
        ]
        heads.sort(key=lambda head: (head.unit, head.start))
        levels = nesting.levels(_marks(heads, plans))
    return list(zip(heads, levels, strict=True))


def staying(plans: Sequence[Plan], heads: Sequence[Head]) -> set[int]:
    """Units without marker that still belong to the point (一是……) before them.

    They do where the same count goes on after them; otherwise they return to the section.
    """
    kept: set[int] = set()
    for last, follower in pairwise(heads):
        if last.marker.form in headings.LISTED:
            counts_on = follower.marker.number == last.marker.number + 1
            if counts_on and follower.marker.form == last.marker.form:
                kept.update(range(last.unit + 1, follower.unit))
    for k, entry in enumerate(plans):
        if entry.own is not None and entry.own.form in headings.LISTED:
            kept.add(k + 1)
    return kept


def _of_unit(k: int, entry: Plan, year: int | None) -> list[Head]:
    folded = entry.unit.folded
    if entry.own is not None:
        spans = [(0, len(folded), entry.own)]
    else:
        spans = [(item.start, item.end, item.marker) for item in entry.items if item.is_heading]
    found = []
    for start, end, mark in spans:
        title = folded[mark.end : end].strip(" *#。:")
        if " " in title:
            title = folding.tight(title)
        role = roles.of_heading(title, year) if mark.form not in headings.LISTED else None
        found.append(Head(k, start, end, mark, role))
    return found


def _marks(heads: Sequence[Head], plans: Sequence[Plan]) -> list[nesting.Mark]:
    marks = []
    last: Head | None = None
    for head in heads:
        form, number, _, _, depth = head.marker
        # Only a count that begins can be an inner one.
        begins = number == 1 and last is not None and not head.turn
        direct = begins and last is not None and not _between(last, head, plans).strip()
        top = not head.under and (
            head.turn or (form == "plain" and head.role in ("problems", "outlook"))
        )
        marks.append(nesting.Mark(form, number, direct, depth, top))
        last = head
    return marks


def _between(last: Head, head: Head, plans: Sequence[Plan]) -> str:
    """The text between two headings, or some of it."""
    if head.unit == last.unit:
        return plans[head.unit].unit.folded[last.end : head.start]
    if head.unit == last.unit + 1 and head.start == 0:
        return plans[last.unit].unit.folded[last.end :]
    return plans[last.unit + 1].unit.folded


def _lent(
    plans: Sequence[Plan], heads: Sequence[Head], levels: Sequence[int]
) -> list[SectionRole | None]:
    """The role that headings lend to the end of each unit.

    ``None`` where a heading within the problems tells what was done about them.
    """
    stack: list[tuple[int, SectionRole | None]] = []
    lent: list[SectionRole | None] = []
    n = 0
    for k in range(len(plans)):
        while n < len(heads) and heads[n].unit == k:
            while stack and stack[-1][0] >= levels[n]:
                stack.pop()
            above: SectionRole | None = stack[-1][1] if stack else "body"
            mended = above == "problems" and heads[n].role == "body"
            stack.append((levels[n], None if mended else heads[n].role or above))
            n += 1
        lent.append(stack[-1][1] if stack else "preamble")
    return lent


def _body_turn(plans: Sequence[Plan], found: list[closing.Turn]) -> list[closing.Turn]:
    """Without any heading the first of several paragraphs is the preamble, the rest the body."""
    prose = [k for k, entry in enumerate(plans) if entry.kind == "paragraph"]
    if not prose:
        return found
    at = prose[min(1, len(prose) - 1)]
    if any((turn.unit, turn.offset) <= (at, 0) for turn in found):
        return found
    return [closing.Turn(at, 0, "body", False), *found]
