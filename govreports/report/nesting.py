"""How headings nest: levels from the kinds of markers as they occur in one report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.report.headings import FORMS, LISTED, depth

_REACH = 60  # headings within which an outer count must go on


class Mark(NamedTuple):
    """What nesting needs to know of a heading."""

    form: str  # one of `FORMS`, or ``plain`` where there is no marker
    number: int
    direct: bool  # nothing stands between this heading and the one before it
    depth: int  # Markdown's level, 0 where there is none
    closing: bool  # its words open the problems or the outlook


class _Open(NamedTuple):
    rank: float
    form: str
    mark: Mark


def levels(marks: Sequence[Mark]) -> list[int]:
    """The level of each heading, 1 for the outermost.

    The order of the forms is the customary one (一、 > (一) > 1. > (1) > 一是) unless the report
    plainly uses another. A number that starts again at one opens an inner list where the outer
    count goes on after it, and a sibling elsewhere.
    """
    ranks = _ranks(marks)
    found: list[int] = []
    opened: list[_Open] = []
    for k, mark in enumerate(marks):
        plain = mark.form == "plain"
        rank = _plain_rank(mark, opened, found) if plain else ranks[mark.form]
        while opened and opened[-1].rank > rank:
            opened.pop()
        same = [entry for entry in opened if entry.rank == rank]
        if same and (plain or len(same) > 1 or not _nests(k, same[-1].mark, marks)):
            keep = _sibling(mark, same)
            del opened[opened.index(keep) :]
        opened.append(_Open(rank, mark.form, mark))
        found.append(len(opened))
    return found


def _sibling(mark: Mark, same: Sequence[_Open]) -> _Open:
    follows = [entry for entry in same if entry.mark.number + 1 == mark.number]
    return follows[-1] if follows else same[-1]


def _plain_rank(mark: Mark, opened: list[_Open], found: list[int]) -> float:
    if mark.depth:
        return mark.depth / 10 - 2
    if not opened or not found:
        return -0.5
    if mark.closing:
        outermost = opened[0]
        return outermost.rank - (0.25 if outermost.form in LISTED else 0)
    known = [entry.rank for entry in opened if entry.form == "plain" and not entry.mark.depth]
    if known:
        return known[-1]
    outer = [entry.rank for entry in opened if entry.form not in LISTED]
    return (outer[-1] if outer else -1) + 0.5


def _nests(k: int, above: Mark, marks: Sequence[Mark]) -> bool:
    mark = marks[k]
    if mark.number != 1 or above.number == 0:
        return False
    rank = depth(mark.form)
    expected = 2
    for later in marks[k + 1 : k + 1 + _REACH]:
        if later.form == "plain" or depth(later.form) < rank:
            break
        if later.form == mark.form:
            if later.number == above.number + 1 and later.number != expected:
                return True
            expected = later.number + 1
    return mark.direct and above.number == 1


def _ranks(marks: Sequence[Mark]) -> dict[str, float]:
    ranks = {form: float(rank) for rank, form in enumerate(FORMS)}
    first: dict[str, int] = {}
    for k, mark in enumerate(marks):
        first.setdefault(mark.form, k)
    forms = [form for form in FORMS[:-2] if form in first]
    for a, outer in enumerate(forms):
        for inner in forms[a + 1 :]:
            if first[inner] < first[outer] and _encloses(inner, outer, marks):
                ranks[inner] = ranks[outer] - 0.25
    within = _within_first(marks)
    if within:
        ranks["first"] = min(ranks[form] for form in within) - 0.25
    return ranks


def _within_first(marks: Sequence[Mark]) -> set[str]:
    """The forms of other headings between 第一、, 第二、 and so on, where these come before all."""
    places = [k for k, mark in enumerate(marks) if mark.form == "first"]
    numbers = [marks[k].number for k in places]
    if len(places) < 2 or numbers != list(range(1, len(places) + 1)):
        return set()
    formal = [k for k, mark in enumerate(marks) if mark.form not in (*LISTED, "plain")]
    if not formal or formal[0] < places[0]:
        return set()
    return {marks[k].form for k in formal if k < places[-1]}


def _encloses(form: str, other: str, marks: Sequence[Mark]) -> bool:
    """Whether ``other`` starts again at one between consecutive numbers of ``form``."""
    last = restarts = 0
    fresh = False
    for mark in marks:
        if mark.form == form:
            if mark.number != last + 1:
                return False
            last, fresh = mark.number, True
        elif mark.form == other and mark.number == 1:
            if not fresh:
                return False
            restarts, fresh = restarts + 1, False
    return restarts > 1
