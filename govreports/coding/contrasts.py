"""How far shares of codes lie apart, with intervals of the difference itself.

Whether two intervals overlap says little about the difference between their middles: intervals
of two shares may overlap although the difference keeps clear of zero. Paragraphs are resampled
within reports, as in `govreports.stats.bootstrap`, and what is said there of intervals holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from govreports.coding.shares import Measure, of_counts, paragraph_counts
from govreports.errors import ArgumentError
from govreports.stats.bootstrap import Array, paragraph_bootstrap
from govreports.stats.groups import grouped, groups
from govreports.stats.intervals import SEED

BETWEEN_COLUMNS = (
    "code", "a", "b", "difference", "low", "high", "low_of_all", "high_of_all",
)  # fmt: skip
LEAD_COLUMNS = ("report", "first", "second", "lead", "low", "high")

# The corrected intervals reach far into the tails, where few replicates fall.
_IN_EACH_TAIL = 20


def between_reports(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    column: str = "primary",
    measure: Measure = "sentences",
    seed: int = SEED,
    replicates: int = 2000,
    level: float = 0.95,
) -> pd.DataFrame:
    """The difference between every two reports in the share of every code.

    ``frame`` comes from ``coding_frame``; ``codes`` are values of ``column``. One row for a code
    and two reports, with ``BETWEEN_COLUMNS``: ``difference`` is the share in ``a`` minus that in
    ``b``; ``low`` and ``high`` its percentile interval; ``low_of_all`` and ``high_of_all`` the
    interval after Bonferroni, at 1 − (1 − level)/rows, so that all rows hold together at the
    level. For the latter as many replicates are drawn as put some twenty into each tail. Where
    neither report has the code, or each has it in every paragraph, intervals have no width.
    Raises ``ArgumentError`` for fewer than two reports.
    """
    counts = paragraph_counts(frame, codes, column=column, measure=measure)
    reports = list(dict.fromkeys(counts.parts["report"]))
    pairs = list(combinations(range(len(reports)), 2))
    if not pairs:
        raise ArgumentError("a difference needs two reports")
    one, other = (np.array(side) for side in zip(*pairs, strict=True))

    def differences(table: Array, sizes: Array) -> Array:
        share = of_counts(table, sizes)
        return np.asarray(share[..., one, :] - share[..., other, :])

    rows = len(pairs) * len(codes)
    each = paragraph_bootstrap(counts, differences, seed=seed, replicates=replicates, level=level)
    tail = (1 - level) / 2 / rows
    together = paragraph_bootstrap(
        counts,
        differences,
        seed=seed,
        replicates=max(replicates, int(np.ceil(_IN_EACH_TAIL / tail))),
        level=1 - 2 * tail,
    )
    index = pd.MultiIndex.from_product([range(len(pairs)), list(codes)], names=["pair", "code"])
    table = pd.DataFrame(
        {
            "difference": each.estimate.ravel(),
            "low": each.low.ravel(),
            "high": each.high.ravel(),
            "low_of_all": together.low.ravel(),
            "high_of_all": together.high.ravel(),
        },
        index=index,
    ).reset_index()
    table["a"] = [reports[one[pair]] for pair in table["pair"]]
    table["b"] = [reports[other[pair]] for pair in table["pair"]]
    order = {code: place for place, code in enumerate(codes)}
    table = table.sort_values(
        ["code", "pair"], key=lambda s: s.map(order) if s.name == "code" else s
    )
    return table[list(BETWEEN_COLUMNS)].reset_index(drop=True)


def differences_within(
    frame: pd.DataFrame, register: pd.DataFrame, codes: Sequence[str], at_most: int = 6
) -> pd.DataFrame:
    """``between_reports`` within each genre; empty where none has two reports.

    ``register`` is the frame ``reports``. Of a genre with more than ``at_most`` reports those of
    a year, or of a span of years, are put together (``groups.groups``): what is held to be clear
    for all comparisons together is so within the genre.
    """
    tables = []
    for _, own in register.groupby("genre", sort=False):
        shown_as = groups(own, at_most)
        if len(set(shown_as.values())) > 1:
            tables.append(between_reports(grouped(frame, shown_as), codes))
    if not tables:
        return pd.DataFrame(columns=list(BETWEEN_COLUMNS))
    return pd.concat(tables, ignore_index=True)


def leads(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    column: str = "primary",
    measure: Measure = "sentences",
    seed: int = SEED,
    replicates: int = 2000,
) -> pd.DataFrame:
    """By how much the largest code of each report is ahead of the second (95 % interval).

    Columns: ``LEAD_COLUMNS``. Which code is first and which second is taken from the report as
    it is and held fixed in the replicates; equal codes stand in the order of ``codes``. Raises
    ``ArgumentError`` for fewer than two codes.
    """
    if len(codes) < 2:
        raise ArgumentError("a lead needs two codes")
    counts = paragraph_counts(frame, codes, column=column, measure=measure)
    reports = list(dict.fromkeys(counts.parts["report"]))
    dense = counts.dense()
    of_report = np.stack(
        [dense[(counts.parts["report"] == name).to_numpy()].sum(axis=0) for name in reports]
    )
    first, second = np.argsort(-of_report, axis=1, kind="stable")[:, :2].T
    place = np.arange(len(reports))

    def lead(table: Array, sizes: Array) -> Array:
        share = of_counts(table, sizes)
        return np.asarray(share[..., place, first] - share[..., place, second])

    found = paragraph_bootstrap(counts, lead, seed=seed, replicates=replicates)
    columns = (
        reports,
        [codes[at] for at in first],
        [codes[at] for at in second],
        found.estimate,
        found.low,
        found.high,
    )
    return pd.DataFrame(dict(zip(LEAD_COLUMNS, columns, strict=True)))
