"""Clauses of coded sentences that hold two wordings together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from govreports.coding.coder import Coding
from govreports.text.model import Report

COLUMNS = ("report", "sentence", "move", "text")
_CLAUSE = re.compile("[,，;；。]")


def clauses_with(
    reports: Mapping[str, Report],
    coded: Mapping[str, Sequence[Coding]],
    sought: str,
    beside: re.Pattern[str],
) -> pd.DataFrame:
    """The clauses that have ``sought`` and, anywhere beside it, a match of ``beside``.

    One row a sentence, with ``COLUMNS``; its clauses are joined by commas as ``text``.
    """
    rows = []
    for name, report in reports.items():
        for coding in coded[name]:
            clauses = [
                clause
                for clause in _CLAUSE.split(report.wording(coding.sentence))
                if sought in clause and beside.search(clause)
            ]
            if clauses:
                rows.append((name, coding.sentence.id, coding.move, ",".join(clauses)))
    return pd.DataFrame(rows, columns=list(COLUMNS))
