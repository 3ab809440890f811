"""How often a theme was right, by what it rests on, where sentences were coded by hand too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from govreports.coding.coder import Coding
from govreports.coding.confidence import GROUP_OF, GROUPS
from govreports.coding.handcodings import Codings
from govreports.errors import DataError
from govreports.stats.agreement import resampling
from govreports.stats.intervals import percentile


def accuracy_by_basis(
    reference: Codings,
    coded: Mapping[str, Sequence[Coding]],
    *,
    replicates: int = 2000,
    seed: int = 20,
    level: float = 0.95,
) -> pd.DataFrame:
    """How often the rules' primary theme is that of a coding by hand, by what it rests on.

    Args:
        reference: the coding that is taken for true
        coded: what the coder made of the reports, by name

    Returns:
        DataFrame with ``basis`` (as in `basis_shares`, and ``all``), ``sentences`` of the reference
        (unweighted), ``right``, ``accuracy`` under the weights of the sample with the limits
        ``low`` and ``high`` of a percentile interval from resampled paragraphs; nan where there is
        none.

    Raises ``DataError`` where the reference has a sentence that the codings lack.
    """
    theirs = {
        (name, coding.sentence.id): coding for name, codings in coded.items() for coding in codings
    }
    missing = [u for u in reference.units if (u.report, u.sentence) not in theirs]
    if missing:
        raise DataError(
            f"{reference.name}: {missing[0].report} {missing[0].sentence} was not coded by rules"
        )
    given = [theirs[unit.report, unit.sentence] for unit in reference.units]
    group = np.array([GROUP_OF[coding.basis] for coding in given], dtype=object)
    right = np.array([c.primary == u.primary for c, u in zip(given, reference.units, strict=True)])
    weights = np.array([unit.weight for unit in reference.units])
    clusters = [
        (unit.report, coding.sentence.paragraph)
        for unit, coding in zip(reference.units, given, strict=True)
    ]
    drawn = resampling(len(given), clusters, replicates, seed) * weights
    rows = []
    for name in (*GROUPS, "all"):
        inside = np.ones(len(given), dtype=bool) if name == "all" else group == name
        with np.errstate(invalid="ignore", divide="ignore"):
            draws = drawn[:, inside] @ right[inside] / drawn[:, inside].sum(axis=1)
        low, high = percentile(draws, level)
        held = weights[inside]
        value = float(held @ right[inside] / held.sum()) if inside.any() else float("nan")
        rows.append((name, int(inside.sum()), int(right[inside].sum()), value, low, high))
    return pd.DataFrame(rows, columns=["basis", "sentences", "right", "accuracy", "low", "high"])
