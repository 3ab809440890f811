"""The convention of segmentation as a table of settled cases.

Two layers answer two questions: where the corpus of 1998 cuts (base tokens), and what a lawyer
reads as one (multiword terms). Each case says what the layers make of a wording and why; the
tests hold the segmenter to it.
"""

from __future__ import annotations

from typing import NamedTuple

from govreports.errors import DataError
from govreports.tables import Source, packaged, read_rows

CASES = "segmentation_cases.csv"


class Case(NamedTuple):
    """A wording that readers cut differently, and what was settled."""

    case: str
    segmentation: str  # its base tokens, a blank between them
    term: str  # the multiword term that it is in the second layer; empty where it is none
    reason: str
    example: str  # a wording in which it stands


def load_cases(source: Source | None = None) -> tuple[Case, ...]:
    """The settled cases, in the order of the file (the packaged ones by default).

    Raises:
        DataError: a line is malformed; lacks a case, its reason or its example; settles a case
            a second time; or its segmentation does not join up to the case.

    >>> next(case.segmentation for case in load_cases() if case.case == "法律顾问")
    '法律 顾问'
    """
    source = source or packaged(CASES)
    cases: dict[str, Case] = {}
    for line, row in read_rows(source, Case._fields):
        case = Case(**row)
        place = f"{source}, line {line}"
        if not (case.case and case.reason):
            raise DataError(f"{place}: a case and a reason are needed")
        if case.segmentation.replace(" ", "") != case.case:
            raise DataError(f"{place}: {case.segmentation!r} does not join up to {case.case}")
        if case.case not in case.example:
            raise DataError(f"{place}: {case.case} does not stand in its example")
        if case.case in cases:
            raise DataError(f"{place}: {case.case} is settled twice")
        cases[case.case] = case
    return tuple(cases.values())
