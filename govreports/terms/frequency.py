"""How often terms occur, in how many reports, and how evenly."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
import pandas as pd

from govreports.terms.counts import Counts, count
from govreports.terms.dispersion import Normalisation, dp_of_terms

FREQUENCY_COLUMNS = (
    "term",
    "count",
    "per_10k",
    "reports",
    "range",
    "sections",
    "dp",
    "dp_norm",
    "dp_section",
)


def frequency(
    tokens: pd.DataFrame,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
    normalised: Normalisation = "egbert2020",
) -> pd.DataFrame:
    """Frequency and dispersion of every term of a token frame, the most frequent first.

    Columns: ``term``; ``count``; ``per_10k`` (count per 10,000 tokens of the frame, stop words
    included); ``reports`` (reports that hold the term); ``range`` (their share of all
    reports); ``sections`` (innermost sections that hold it); ``dp`` (Gries' DP by report, 0 is
    even); ``dp_norm`` (the same, ``normalised`` as named in ``deviation_of_proportions``;
    nan with a single report); ``dp_section`` (DP by section). Ties are in code-point order.
    Terms in ``without`` get no row. ``base`` gives reports, sections and token counts where the
    frame itself is a selection or a layer of terms (see ``counts.count``). A frame without
    tokens gives a table without rows.
    """
    by_report = count(tokens, ("report",), without=without, base=base)
    by_section = count(tokens, ("report", "section"), without=without, base=base)
    totals = _totals(by_report)
    size = int(by_report.sizes.sum())
    reports = _parts_holding(by_report)
    table = pd.DataFrame(
        {
            "term": by_report.terms.astype(object),
            "count": totals,
            "per_10k": totals * (10_000 / size) if size else totals.astype(float),
            "reports": reports,
            "range": reports / max(len(by_report.parts), 1),
            "sections": _parts_holding(by_section),
            "dp": dp_of_terms(by_report),
            "dp_norm": dp_of_terms(by_report, normalised=normalised),
            "dp_section": dp_of_terms(by_section),
        },
        columns=list(FREQUENCY_COLUMNS),
    )
    order = np.argsort(-totals, kind="stable")
    return table.iloc[order].reset_index(drop=True)


def by_report(
    tokens: pd.DataFrame,
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rates per 10,000 tokens: one row a term, one column a report, in order of appearance.

    ``without`` and ``base`` as in ``frequency``.
    """
    counts = count(tokens, ("report",), without=without, base=base)
    rates = counts.dense().T * (10_000 / counts.sizes)
    return pd.DataFrame(
        rates, index=pd.Index(counts.terms, name="term"), columns=counts.parts["report"].tolist()
    )


def _totals(counts: Counts) -> np.ndarray:
    return np.asarray(counts.table.sum(axis=0)).ravel().astype(np.int64)


def _parts_holding(counts: Counts) -> np.ndarray:
    return np.bincount(counts.table.tocoo().coords[1], minlength=len(counts.terms))
