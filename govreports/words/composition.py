"""What a file holds beside its report, and how its sentences end."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from govreports.report.model import Report

COUNTED = frozenset({"heading", "paragraph"})
COMPOSITION_COLUMNS = ("report", "kind", "characters", "reason", "counted")

_ENDS = ("。", "；", ";", "！", "？", "!", "?")


def composition(reports: Mapping[str, Report]) -> pd.DataFrame:
    """The blocks of each report: every character that is not blank belongs to exactly one.

    Columns: ``report``, ``kind``, ``characters`` (not blank), ``reason`` (why a block was left
    out), ``counted`` (headings and paragraphs are; all else is kept but not counted).
    """
    rows = [
        (
            *(name, block.kind, sum(not c.isspace() for c in report.wording(block))),
            *(block.reason, block.kind in COUNTED),
        )
        for name, report in reports.items()
        for block in report.blocks
    ]
    return pd.DataFrame(rows, columns=list(COMPOSITION_COLUMNS))


def unended(report: Report) -> list[str]:
    """The sentences, by identifier, that no 。；！？ ends: they run on, or introduce a list."""
    return [
        sentence.id
        for sentence in report.sentences
        if not report.wording(sentence).rstrip().rstrip("”’』」）)").endswith(_ENDS)
    ]
