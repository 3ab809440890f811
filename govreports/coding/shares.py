"""Codings as a table, and how each report divides its sentences among the themes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Literal, get_args

import numpy as np
import pandas as pd

from govreports.codebook.model import THEMES
from govreports.coding.coder import Coding
from govreports.coding.moves import Move
from govreports.report.model import Report
from govreports.schema import all_of, frame_of, joined, one_of, stacked
from govreports.stats.bootstrap import Array, paragraph_bootstrap
from govreports.stats.counts import Counts, count
from govreports.stats.intervals import SEED

Measure = Literal["sentences", "characters"]

# What a column can hold whether or not it occurs.
_SCHEME: Mapping[str, tuple[str, ...]] = {"primary": THEMES, "move": get_args(Move)}


def coding_frame(
    reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coding]]
) -> pd.DataFrame:
    """One row a sentence, in order (frame ``codings``).

    Raises ``ArgumentError`` where codings are given of a report that is not.
    """
    parts = []
    for name in all_of(codings, reports, "report"):
        if not (coded := codings[name]):
            continue
        sentences, primary, themes, moves, flags, instruments, _, basis = zip(*coded, strict=True)
        ids, starts, ends, sections, paragraphs, headings, _ = zip(*sentences, strict=True)
        texts = ["".join(reports[name].wording(sentence).split()) for sentence in sentences]
        parts.append(
            (
                repeat(name, len(ids)), sections, paragraphs, ids,
                starts, ends, map(len, texts), headings, texts,
                primary, map(joined, themes), moves,
                map(joined, flags), map(joined, instruments), basis,
            )
        )  # fmt: skip
    return frame_of("codings", stacked(parts))


def shares(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    column: str = "primary",
    measure: Measure = "sentences",
    seed: int = SEED,
) -> pd.DataFrame:
    """The share of each code in each report, with its paragraph-bootstrap interval (95 %).

    ``frame`` comes from ``coding_frame``; ``codes`` are values of ``column``. Columns:
    ``report, code, count, share, low, high``; ``count`` is in sentences or in characters. The
    interval says how stable a share is under other paragraphs of the same report. Raises
    ``ArgumentError`` for a code, column or measure that does not exist.
    """
    codes = _known(codes, frame, column)
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
    known = _known(codes, frame, column)
    return count(_units(frame, column, measure), ("report", "paragraph")).of(known)


def _known(codes: Sequence[str], frame: pd.DataFrame, column: str) -> list[str]:
    """The codes, if the scheme has them: a mistyped one is no finding of nothing.

    Codings by another scheme, known by codes that this one lacks, are taken at their word.
    """
    one_of(column, frame.columns, "column of the frame of codings")
    scheme = _SCHEME.get(column, ())
    foreign = not set(frame[column]) <= set(scheme)
    return list(codes) if foreign else all_of(codes, scheme, f"{column} code")


def of_counts(table: Array, sizes: Array) -> Array:
    """Statistic: each report's shares of the codes, (…, reports, codes)."""
    with np.errstate(invalid="ignore", divide="ignore"):
        return table / sizes[..., None]


def co_occurrence(frame: pd.DataFrame, themes: Sequence[str]) -> pd.DataFrame:
    """How many sentences carry both of two themes, primary or further; the diagonal carries one."""
    present = np.array([[t in row.split() for t in themes] for row in frame["themes"]], dtype=int)
    return pd.DataFrame(present.T @ present, index=list(themes), columns=list(themes))


def _units(frame: pd.DataFrame, column: str, measure: Measure) -> pd.DataFrame:
    one_of(measure, get_args(Measure), "measure")
    one_of(column, frame.columns, "column of the frame of codings")
    units = frame.rename(columns={column: "token"})
    return units.loc[units.index.repeat(units["characters"])] if measure == "characters" else units
