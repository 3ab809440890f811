"""The move of a sentence: from the part it stands in and, inside that, from turning points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from govreports.text.model import Report, SectionRole

Move = Literal["frame", "report", "problem", "plan"]

_OF_ROLE: dict[SectionRole, Move] = {
    "preamble": "frame",
    "body": "report",
    "problems": "problem",
    "outlook": "plan",
}


def moves(report: Report, admits: Sequence[bool], turns: Sequence[bool]) -> list[Move]:
    """The move of each sentence by position, before themes are known.

    A part that the parser calls problems or outlook may hold both: an unheaded closing
    paragraph, or a part headed 存在问题和下一步打算. There a sentence that admits a shortcoming
    (``admits``) opens the problems, and one that turns to the future (``turns``) ends them,
    until the next section or admission.

    Parameters
    ----------
    admits, turns : for each sentence of the report
    """
    sections = {section.id: section for section in report.sections}
    seen, move, mixed = "", _OF_ROLE["body"], False
    found: list[Move] = []
    for sentence, admitting, turning in zip(report.sentences, admits, turns, strict=True):
        if sentence.section != seen:
            section = sections[sentence.section]
            headed = sections[section.id.split(".", 1)[0]].heading is not None
            seen, move = section.id, _OF_ROLE[section.role]
            mixed = section.role == "problems" or (section.role == "outlook" and not headed)
        if mixed:
            if turning:
                move = "plan"
            elif admitting:
                move = "problem"
        found.append(move)
    return found
