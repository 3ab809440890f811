"""Problems and outlook told at the end of a report without a heading of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import headings, roles, sentences
from govreports.report.model import SectionRole
from govreports.report.plan import Plan

_OPENING = 3  # sentences of a paragraph in which its admission must begin


class Turn(NamedTuple):
    """Where an unheaded part begins: an offset in the wording of a unit."""

    unit: int
    offset: int
    role: SectionRole
    under: bool  # under a heading that announces problems


def turns(
    plans: Sequence[Plan], section_roles: Sequence[SectionRole | None], year: int | None
) -> list[Turn]:
    """The places at which an unheaded part on problems or outlook begins.

    ``section_roles`` gives the role that headings lend to the end of each unit, ``None`` where
    they tell what was mended of the problems; ``year`` is the year reported on.
    """
    headed_units = [_is_headed(entry) for entry in plans]
    first = _zone(plans, section_roles, headed_units)
    found: list[Turn] = []
    role: SectionRole | None = None
    for k, entry in enumerate(plans):
        if headed_units[k]:
            role = None
        if entry.own is not None or entry.kind != "paragraph":
            continue
        if section_roles[k] in ("outlook", None):
            continue
        headed = section_roles[k] == "problems"
        if k < first and not headed:
            continue
        if headed and (_points_go_on(plans, k) or role == "outlook"):
            continue
        if headed and role != "body":
            role = "problems"
        last = k + 1 == len(plans) or plans[k + 1].own is not None
        last = last or roles.looks_ahead(plans[k + 1].unit.folded, 0, year)
        for turn in _within(entry, k, role, year, headed=headed, inside=k == first, last=last):
            # A next step on the line of a section is the report's own only if no other has one.
            local = turn.role == "outlook" and role is None and turn.offset > 0
            if local and _ahead_before(plans, first):
                break
            found.append(turn._replace(under=headed))
            role = turn.role
    return found


def _points_go_on(plans: Sequence[Plan], k: int) -> bool:
    """Whether a count (一是……二是……) goes on in the units after this one."""
    points = [i.marker for i in plans[k].items if i.marker.form in headings.LISTED]
    if not points:
        return False
    for later in plans[k + 1 :]:
        if later.own is not None and later.own.form not in headings.LISTED:
            return False
        marks = [later.own] if later.own else [item.marker for item in later.items]
        if any(m.form == points[-1].form and m.number == points[-1].number + 1 for m in marks):
            return True
    return False


def _is_headed(entry: Plan) -> bool:
    """Whether a unit is or holds a heading that is no point of a count (一是)."""
    if entry.own is not None:
        return entry.own.form not in headings.LISTED
    heads = [item.marker.form for item in entry.items if item.is_heading] if entry.items else ()
    return bool(heads) and not set(heads).issubset(headings.LISTED)


def _zone(
    plans: Sequence[Plan], section_roles: Sequence[SectionRole | None], headed: Sequence[bool]
) -> int:
    """The last unit with a heading of the report's main part, LISTED points not counted."""
    zone = 0
    for k, is_headed in enumerate(headed):
        if is_headed and section_roles[k] in ("body", "preamble"):
            zone = k
        elif is_headed and section_roles[k] == "outlook":
            break  # what follows the plans is no longer the main part
    own = plans[zone].own if plans else None
    if own is not None and zone + 1 < len(plans):
        return zone + 1  # what stands right under a heading is its content
    return zone


def _ahead_before(plans: Sequence[Plan], first: int) -> bool:
    """Whether earlier sections already end with what comes next for each of them."""
    return any(roles.mentions_next(entry.unit.folded) for entry in plans[:first])


def _within(
    entry: Plan,
    k: int,
    role: SectionRole | None,
    year: int | None,
    *,
    headed: bool,
    inside: bool,
    last: bool,
) -> list[Turn]:
    folded = entry.unit.folded
    points = [item for item in entry.items if item.is_heading]
    if role is None and not points and entry.items and entry.items[0].start == 0:
        return []
    # What opens a paragraph, before any point, can leave the section; under a heading, or after a
    # point on its line, only the end of the text can.
    stretches = [(points[-1].end, len(folded), True)] if points else [(0, len(folded), inside)]
    if points and points[0].start > 0 and not inside:
        stretches.insert(0, (0, points[0].start, False))
    found: list[Turn] = []
    for start, stop, deep in stretches:
        for n, (a, b) in enumerate(sentences.spans(folded, folded, start, stop)):
            opens = n == 0 and not deep
            answer = _answer(folded[a:b], role, year) if headed else None
            if answer:
                found.append(Turn(k, a, answer, False))
                role = answer
            elif role != "outlook" and roles.looks_ahead(folded, a, year):
                named = folded[a].isdigit()
                if opens or role in ("problems", "body") or (last and not named):
                    found.append(Turn(k, a, "outlook", False))
                    role = "outlook"
            elif role is None and roles.admits(folded[a:b]):
                praised = n > 0 and (roles.praises(folded[a:b]) or _ends_ahead(folded, b, year))
                if (not deep and n < _OPENING) or (last and praised):
                    at = a if deep or n >= _OPENING else start
                    found.append(Turn(k, at, "problems", False))
                    role = "problems"
    return found


def _answer(sentence: str, role: SectionRole | None, year: int | None) -> SectionRole | None:
    """The role that a sentence under a heading on problems turns to, if to another."""
    if role == "body":
        return "problems" if roles.resumes(sentence) else _later(roles.answers(sentence, year))
    return roles.answers(sentence, year) if role == "problems" else None


def _later(answer: SectionRole | None) -> SectionRole | None:
    return answer if answer == "outlook" else None


def _ends_ahead(folded: str, at: int, year: int | None) -> bool:
    return any(roles.looks_ahead(folded, a, year) for a, _ in sentences.spans(folded, folded, at))
