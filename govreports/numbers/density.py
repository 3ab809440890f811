"""How dense the quantities of reports stand, with intervals by resampling paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import sparse

from govreports.report.model import Report
from govreports.stats.bootstrap import Array, paragraph_bootstrap
from govreports.stats.counts import Counts
from govreports.stats.intervals import SEED

_PER = 1000  # characters


class Density(NamedTuple):
    """Quantities per 1,000 characters; intervals are at 95 %."""

    reports: pd.DataFrame  # report, characters, quantities, per_1000, low, high
    pairs: pd.DataFrame  # a, b, difference (a less b), low, high


def density(
    reports: Mapping[str, Report],
    quantities: pd.DataFrame,
    *,
    seed: int = SEED,
    replicates: int = 2000,
) -> Density:
    """The density of each report and the difference between any two, by paragraph bootstrap.

    ``quantities`` has the columns ``report, sentence``; characters are those of the paragraphs
    without blanks. A difference whose interval keeps clear of zero would be seen in other
    paragraphs of the same reports too; nothing is said of other reports.
    """
    counts = _by_paragraph(reports, quantities)
    names = list(dict.fromkeys(counts.parts["report"]))
    pairs = list(combinations(range(len(names)), 2))

    def statistic(table: Array, sizes: Array) -> Array:
        rates = table[..., 0] * _PER / sizes
        apart = [rates[..., a] - rates[..., b] for a, b in pairs]
        return np.concatenate([rates, np.stack(apart, axis=-1)], -1) if apart else rates

    found = paragraph_bootstrap(counts, statistic, seed=seed, replicates=replicates)
    codes = pd.Categorical(counts.parts["report"], names).codes
    own, both = slice(None, len(names)), slice(len(names), None)
    return Density(
        pd.DataFrame(
            {
                "report": names,
                "characters": np.bincount(codes, counts.sizes, len(names)).astype(int),
                "quantities": np.bincount(codes, counts.dense()[:, 0], len(names)).astype(int),
                "per_1000": found.estimate[own],
                "low": found.low[own],
                "high": found.high[own],
            }
        ),
        pd.DataFrame(
            {
                "a": [names[a] for a, _ in pairs],
                "b": [names[b] for _, b in pairs],
                "difference": found.estimate[both],
                "low": found.low[both],
                "high": found.high[both],
            }
        ),
    )


def _by_paragraph(reports: Mapping[str, Report], quantities: pd.DataFrame) -> Counts:
    held = Counter(
        (report, sentence.partition(".")[0])
        for report, sentence in zip(quantities["report"], quantities["sentence"], strict=True)
    )
    rows = [
        (name, paragraph.id, len("".join(report.wording(paragraph).split())))
        for name, report in reports.items()
        for paragraph in report.paragraphs
    ]
    counted = [[held[name, paragraph]] for name, paragraph, _ in rows]
    return Counts(
        sparse.csr_array(np.array(counted, dtype=np.int64).reshape(len(rows), 1)),
        np.array([size for *_, size in rows], dtype=np.int64),
        pd.DataFrame([row[:2] for row in rows], columns=["report", "paragraph"]),
        pd.Index(["quantities"]),
    )
