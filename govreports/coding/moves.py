"""The move of a sentence: from the part it stands in and, inside that, from turning points."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from govreports.report.folding import fold
from govreports.report.model import Report, Section, SectionRole

Move = Literal["frame", "report", "problem", "plan"]

GENRES_OF_LAW = ("rule-of-law", "disclosure")
"""Genres with an order of their own; reports of any other tell of everything."""

_OF_ROLE: dict[SectionRole, Move] = {
    "preamble": "frame",
    "body": "report",
    "problems": "problem",
    "outlook": "plan",
}
_REVIEW = re.compile("回顾|过去.{0,2}年")
"""Titles of the first part of a report that parts into what was done and what comes next."""


def moves(
    report: Report, admits: Sequence[bool], owns_up: Sequence[bool], turns: Sequence[bool]
) -> list[Move]:
    """The move of each sentence by position, before themes are known.

    A part that the parser calls problems or outlook may hold both: an unheaded closing
    paragraph, or a part headed 存在问题和下一步打算. There a sentence that admits a shortcoming
    (``admits``) opens the problems, and one that turns to the future (``turns``) ends them,
    until the next section or admission. Reports of other genres (work reports) part into a
    review and what comes next, whatever the titles of the later parts; their review may close
    with problems to the end of its part, which a sentence opens that owns up to them
    (``owns_up``) in set words.

    Args:
        admits, owns_up, turns: for each sentence of the report
    """
    by_part = _moves_of_parts(report)
    other = report.genre not in GENRES_OF_LAW
    undivided = other and "plan" not in by_part.values()
    sections = {section.id: section for section in report.sections}
    seen, move, mixed, owned = "", _OF_ROLE["body"], False, ""
    found: list[Move] = []
    signs = zip(report.sentences, admits, owns_up, turns, strict=True)
    for sentence, admitting, owning, turning in signs:
        if sentence.section != seen:
            section = sections[sentence.section]
            headed = sections[_part(section)].heading is not None
            seen, move = section.id, by_part[section.id]
            mixed = section.role == "problems" or (section.role == "outlook" and not headed)
            if move == "report" and _part(section) == owned:
                move, mixed = "problem", True
        if mixed or (undivided and move != "frame"):
            if turning:
                move = "plan"
            elif admitting and mixed:
                move = "problem"
        if other and owning and move == "report":
            move, mixed, owned = "problem", True, _part(sections[seen])
        found.append(move)
    return found


def _moves_of_parts(report: Report) -> Mapping[str, Move]:
    """The move of each section, by its identifier."""
    found: dict[str, Move] = {}
    ahead = False
    other = report.genre not in GENRES_OF_LAW
    for section in report.sections:
        move = _OF_ROLE[section.role]
        if section.parent is None and section.heading is not None and other:
            if ahead and move == "report":
                move = "plan"
            ahead |= move == "plan" or bool(_REVIEW.search(fold(section.title)))
        elif section.parent is not None and move == "report" and other:
            move = found[section.parent]
        found[section.id] = move
    return found


def _part(section: Section) -> str:
    """The outermost section around a section."""
    return section.id.split(".", 1)[0]
