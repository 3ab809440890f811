"""The clauses of a report, each with its place: where one wording can bear on another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from govreports.repeats.shared import sentence_stretch
from govreports.report.folding import fold
from govreports.report.model import Report

_CLAUSE = re.compile(r"[^,。;!?]+")


class Clause(NamedTuple):
    """What stands between two commas, semicolons or stops, without blanks at its ends."""

    report: str
    sentence: str
    start: int
    end: int
    text: str  # as printed, without the line breaks that cut it

    @property
    def folded(self) -> str:
        """The text with widths, quotation marks and script made alike, for matching."""
        return fold(self.text)


def clauses(reports: Mapping[str, Report]) -> Iterator[Clause]:
    """All clauses of the reports, in order; what is listed with 、 stays together."""
    for name, report in reports.items():
        for sentence in report.sentences:
            stretch = sentence_stretch(name, report, sentence)
            for found in _CLAUSE.finditer(fold(stretch.text)):
                text = stretch.text[slice(*found.span())]
                start = found.start() + len(text) - len(text.lstrip())
                if words := text.strip():
                    span = stretch.span(start, start + len(words))
                    yield Clause(name, sentence.id, *span, words)


def clauses_with(
    reports: Mapping[str, Report], sought: str, beside: re.Pattern[str]
) -> pd.DataFrame:
    """The clauses that have ``sought`` and, anywhere beside it, a match of ``beside``.

    One row a sentence, ``report, sentence, text``; its clauses are joined by commas as ``text``.
    """
    found = (c for c in clauses(reports) if sought in c.text and beside.search(c.text))
    return pd.DataFrame(
        [
            (*place, ",".join(clause.text for clause in same))
            for place, same in groupby(found, key=lambda clause: (clause.report, clause.sentence))
        ],
        columns=["report", "sentence", "text"],
    )
