"""How good one coding is against a reference, code by code, and what that does to shares.

All figures may carry inverse sampling probabilities, so that a sample stratified by code speaks
for all sentences. Intervals come from resampling clusters of the reference sample (paragraphs);
the sentences of the reports themselves are all coded and are not resampled.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import nnls

from govreports.errors import ArgumentError
from govreports.stats.agreement import (
    Array,
    Estimate,
    cohen_kappa,
    confusion,
    gwet_ac1,
    places,
    resampling,
    scaled,
)
from govreports.stats.intervals import SEED, percentile

FEW = 10
TOO_FEW = "too few to say"
Correction = Literal["difference", "matrix"]
MEASURES = ("precision", "recall", "f1", "kappa", "ac1")
ACCURACY_COLUMNS = (
    "code",
    "cases",
    "coded",
    *(f"{name}{end}" for name in MEASURES for end in ("", "_low", "_high")),
    "note",
)


def accuracy(
    reference: Sequence[Collection[Hashable]],
    coded: Sequence[Collection[Hashable]],
    codes: Sequence[Hashable],
    *,
    weights: npt.ArrayLike | None = None,
    clusters: Sequence[Hashable] | None = None,
    replicates: int = 2000,
    seed: int = SEED,
    level: float = 0.95,
    few: int = FEW,
) -> pd.DataFrame:
    """Precision, recall, F1, κ and AC1 of each code, with percentile intervals.

    ``reference`` and ``coded`` hold the set of codes of each unit (one code for an exclusive
    scheme). Columns: ``code``; ``cases`` (units that have it in the reference, unweighted);
    ``coded`` (units that have it in the coding); each measure with ``_low`` and ``_high``;
    ``note``. A code with fewer than ``few`` cases has no figures and the note “too few to say”.
    Precision of a code never given is undefined and nan. Raises ``ArgumentError`` when the sides
    differ in length, there are no units, a unit has a code that is none of ``codes``, or a weight
    is not positive.
    """
    truth, given = _indicators(reference, codes), _indicators(coded, codes)
    if truth.shape != given.shape:
        raise ArgumentError(f"{len(truth)} units in the reference, {len(given)} in the coding")
    share = scaled(weights, len(truth))
    # Cells of each code's 2 × 2 table, unit by unit: not, only coded, only reference, both.
    cells = np.stack(
        [(1 - truth) * (1 - given), (1 - truth) * given, truth * (1 - given), truth * given]
    )
    cells = cells * share[:, None]
    drawn = np.einsum("ru,kuc->rck", resampling(len(truth), clusters, replicates, seed), cells)
    observed = _measures(cells.sum(axis=1).T)
    resampled = _measures(drawn)
    rows = []
    for place, code in enumerate(codes):
        cases, uses = int(truth[:, place].sum()), int(given[:, place].sum())
        row: dict[str, object] = {"code": code, "cases": cases, "coded": uses}
        for name in MEASURES:
            low, high = percentile(resampled[name][:, place], level)
            values = (float(observed[name][place]), low, high)
            enough = cases >= few
            for end, value in zip(("", "_low", "_high"), values, strict=True):
                row[f"{name}{end}"] = value if enough else float("nan")
        row["note"] = "" if cases >= few else TOO_FEW
        rows.append(row)
    return pd.DataFrame(rows, columns=list(ACCURACY_COLUMNS))


def _indicators(units: Sequence[Collection[Hashable]], codes: Sequence[Hashable]) -> Array:
    index = pd.Index(list(codes), dtype=object)
    held = np.zeros((len(units), len(index)))
    owners = np.repeat(np.arange(len(units)), [len(unit) for unit in units])
    held[owners, places(index, [code for unit in units for code in unit])] = 1
    return held


def _measures(cells: Array) -> dict[str, Array]:
    neither, only_coded, only_reference, both = np.moveaxis(cells, -1, 0)
    table = np.stack(
        [np.stack([neither, only_coded], -1), np.stack([only_reference, both], -1)], -2
    )
    with np.errstate(invalid="ignore", divide="ignore"):
        return {
            "precision": both / (both + only_coded),
            "recall": both / (both + only_reference),
            "f1": 2 * both / (2 * both + only_coded + only_reference),
            "kappa": cohen_kappa(table),
            "ac1": gwet_ac1(table),
        }


def corrected_shares(
    everywhere: Sequence[Hashable],
    reference: Sequence[Hashable],
    coded: Sequence[Hashable],
    codes: Sequence[Hashable],
    *,
    correction: Correction = "difference",
    weights: npt.ArrayLike | None = None,
    clusters: Sequence[Hashable] | None = None,
    replicates: int = 2000,
    seed: int = SEED,
    level: float = 0.95,
) -> pd.DataFrame:
    """Shares of codes over all units, raw and corrected for misclassification.

    ``everywhere`` is the code that the coding gave each of all units; ``reference`` and
    ``coded`` are the codes of the units of the reference sample, by either.

    - ``difference``: raw share + (weighted) mean of reference − coded over the sample, the
      estimator behind design-based supervised learning (Egami et al. 2023) for a mean. Right on
      average whatever the errors, if the weights are those of the sampling; may leave [0, 1].
    - ``matrix``: the shares π that best explain the raw ones, raw = Mᵀπ with M the shares of
      codes given by reference code, under π ≥ 0 and Σπ = 1. Supposes that errors are alike
      everywhere. A code without any case in the sample cannot be corrected and is nan, and
      so are resampled shares in replicates that lack it.

    Columns: ``code, raw, corrected, low, high, errors``, the last the units of the sample that
    have the code on one side only, unweighted. Without errors ``difference`` corrects nothing and
    its interval has no width: that none was seen among n units does not say that there is none
    (``unseen_error``). Raises ``ArgumentError`` without units, and where a weight is not positive.
    """
    if not len(everywhere) or not len(reference):
        raise ArgumentError("shares need coded units, and a reference sample to correct them by")
    if correction not in ("difference", "matrix"):
        raise ArgumentError(f"unknown correction: {correction!r}")
    index = pd.Index(list(codes), dtype=object)
    raw = np.bincount(places(index, everywhere), minlength=len(index)) / len(everywhere)
    unit = scaled(weights, len(reference))
    drawn = resampling(len(reference), clusters, replicates, seed) * unit
    if correction == "difference":
        gap = _one_hot(index, reference) - _one_hot(index, coded)
        estimate = raw + unit @ gap / unit.sum()
        resampled = raw + drawn @ gap / drawn.sum(axis=1, keepdims=True)
    else:
        size = len(index)
        pairs = places(index, reference) * size + places(index, coded)
        tables = (drawn @ np.eye(size**2)[pairs]).reshape(-1, size, size)
        estimate = _explaining(raw, confusion(reference, coded, codes, unit))
        resampled = np.array([_explaining(raw, table) for table in tables])
    bounds = [percentile(resampled[:, place], level) for place in range(len(index))]
    return pd.DataFrame(
        {
            "code": list(codes),
            "raw": raw,
            "corrected": estimate,
            "low": [low for low, _ in bounds],
            "high": [high for _, high in bounds],
            "errors": (_one_hot(index, reference) != _one_hot(index, coded)).sum(axis=0),
        }
    )


def unseen_error(units: int, level: float = 0.95) -> float:
    """The highest rate of errors at which ``units`` without any are not yet improbable.

    The exact upper bound 1 − (1 − level)^(1/units) of a simple random sample, near 3/units at
    95 % (the rule of three). Raises ``ArgumentError`` without units.

    >>> round(unseen_error(100), 4)
    0.0295
    """
    if units < 1:
        raise ArgumentError("without units nothing was seen")
    return float(1 - (1 - level) ** (1 / units))


def gain(
    reference: Sequence[Hashable],
    coded: Sequence[Hashable],
    instead: Sequence[Hashable],
    *,
    weights: npt.ArrayLike | None = None,
    clusters: Sequence[Hashable] | None = None,
    replicates: int = 2000,
    seed: int = SEED,
    level: float = 0.95,
) -> Estimate:
    """By how much more of the units ``coded`` has right than ``instead``, on the same units.

    The two are compared unit by unit, so that a unit which both have right or both have wrong
    adds nothing to the interval. Raises ``ArgumentError`` when the sides differ in length, there
    are no units, or a weight is not positive.
    """
    if not len(reference) == len(coded) == len(instead):
        raise ArgumentError(f"{len(reference)}, {len(coded)} and {len(instead)} units")
    right = [
        (truth == one) - (truth == other)
        for truth, one, other in zip(reference, coded, instead, strict=True)
    ]
    unit = scaled(weights, len(right))
    drawn = resampling(len(right), clusters, replicates, seed) * unit
    return Estimate(
        float(np.average(right, weights=unit)),
        *percentile(drawn @ right / drawn.sum(axis=1), level),
    )


def _one_hot(index: pd.Index, values: Sequence[Hashable]) -> Array:
    return np.eye(len(index))[places(index, values)]


def _explaining(raw: Array, table: Array) -> Array:
    """The non-negative shares that sum to one and come closest to ``raw`` through ``table``."""
    cases = table.sum(axis=1)
    known = cases > 0
    given = (table[known] / cases[known, None]).T
    # A heavy last equation holds the sum at one.
    heavy = 1e4
    shares = np.full(len(raw), np.nan)
    shares[known], _ = nnls(np.vstack([given, np.full((1, given.shape[1]), heavy)]), [*raw, heavy])
    return shares
