"""Codings as a table, and how each report divides its sentences among the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np
import pandas as pd

from govreports.coding.coder import Coding
from govreports.terms.bootstrap import Array, paragraph_bootstrap
from govreports.terms.counts import Counts, count
from govreports.text.model import Report

Measure = Literal["sentences", "characters"]

CODING_COLUMNS = (
    "report", "section", "paragraph", "sentence", "start", "end", "characters", "is_heading",
    "text", "primary", "themes", "move", "flags", "instruments",
)  # fmt: skip


def coding_frame(
    reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coding]]
) -> pd.DataFrame:
    """One row a sentence, in order, with ``CODING_COLUMNS``.

    ``characters`` counts the sentence without blanks; ``themes``, ``flags`` and ``instruments``
    are joined by spaces, the primary theme first.
    """
    rows = []
    for name, coded in codings.items():
        for coding in coded:
            sentence = coding.sentence
            text = "".join(reports[name].wording(sentence).split())
            rows.append(
                (
                    name, sentence.section, sentence.paragraph, sentence.id,
                    sentence.start, sentence.end, len(text), sentence.is_heading, text,
                    coding.primary, " ".join(coding.themes), coding.move,
                    " ".join(coding.flags), " ".join(coding.instruments),
                )
            )  # fmt: skip
    return pd.DataFrame(rows, columns=list(CODING_COLUMNS))


def shares(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    column: str = "primary",
    measure: Measure = "sentences",
    seed: int,
) -> pd.DataFrame:
    """The share of each code in each report, with its paragraph-bootstrap interval (95 %).

    ``frame`` comes from ``coding_frame``; ``codes`` are values of ``column``. Columns:
    ``report, code, count, share, low, high``; ``count`` is in sentences or in characters. The
    interval says how stable a share is under other paragraphs of the same report.
    """
    counts = paragraph_counts(frame, codes, column=column, measure=measure)
    interval = paragraph_bootstrap(counts, of_counts, seed=seed)
    totals = count(_units(frame, column, measure), ("report",)).of(list(codes))
    index = pd.MultiIndex.from_product(
        [list(totals.parts["report"]), list(codes)], names=["report", "code"]
    )
    return pd.DataFrame(
        {
            "count": totals.dense().ravel(),
            "share": interval.estimate.ravel(),
            "low": interval.low.ravel(),
            "high": interval.high.ravel(),
        },
        index=index,
    ).reset_index()


def paragraph_counts(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    column: str = "primary",
    measure: Measure = "sentences",
) -> Counts:
    """How often each code stands in each paragraph, in sentences or in characters."""
    return count(_units(frame, column, measure), ("report", "paragraph")).of(list(codes))


def of_counts(table: Array, sizes: Array) -> Array:
    """Statistic: each report's shares of the codes, (…, reports, codes)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return table / sizes[..., None]


def co_occurrence(frame: pd.DataFrame, themes: Sequence[str]) -> pd.DataFrame:
    """How many sentences carry both of two themes, primary or further; the diagonal carries one."""
    present = np.array([[t in row.split() for t in themes] for row in frame["themes"]], dtype=int)
    return pd.DataFrame(present.T @ present, index=list(themes), columns=list(themes))


def _units(frame: pd.DataFrame, column: str, measure: Measure) -> pd.DataFrame:
    units = frame.rename(columns={column: "token"})
    return units.loc[units.index.repeat(units["characters"])] if measure == "characters" else units
