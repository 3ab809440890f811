"""Coefficients of agreement between coders, with intervals.

Most work on a *confusion table*: codes × codes, rows the first coder's (or the reference's)
codes and columns the second's. Tables may be stacked along leading axes, so that a thousand
resampled tables cost one call. What is undefined is nan: no units, or codings that could not
have disagreed by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError
from govreports.stats.intervals import SEED, percentile

Array = npt.NDArray[np.float64]
Level = Literal["nominal", "ordinal", "interval", "ratio"]
Coefficient = Callable[[npt.ArrayLike], npt.ArrayLike]


def confusion(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    codes: Sequence[Hashable],
    weights: npt.ArrayLike | None = None,
) -> Array:
    """The (weighted) number of units by code of the first coder and code of the second.

    Raises ``ArgumentError`` when the codings differ in length or use another code, and where a
    weight is not positive.
    """
    return _cells(first, second, codes, weights).sum(axis=0).reshape(len(codes), len(codes))


def _cells(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    codes: Sequence[Hashable],
    weights: npt.ArrayLike | None,
) -> Array:
    if len(first) != len(second):
        raise ArgumentError(f"{len(first)} units of one coder, {len(second)} of the other")
    index = pd.Index(list(codes), dtype=object)
    a, b = (places(index, side) for side in (first, second))
    cells = np.zeros((len(a), len(index) ** 2))
    cells[np.arange(len(a)), a * len(index) + b] = checked(weights, len(a))
    return cells


def places(index: pd.Index, values: Sequence[Hashable]) -> npt.NDArray[np.intp]:
    """Where each value stands among the codes; ``ArgumentError`` for one that is none of them."""
    found = index.get_indexer(pd.Index(list(values), dtype=object))
    if (found < 0).any():
        raise ArgumentError(f"{list(values)[int(np.argmin(found))]!r} is none of the codes")
    return found


def observed_agreement(table: npt.ArrayLike) -> Array:
    """Share of the units that both coded alike.

    >>> float(observed_agreement([[20, 5], [10, 15]]))
    0.7
    """
    cells = np.asarray(table, dtype=float)
    with np.errstate(invalid="ignore"):
        return np.trace(cells, axis1=-2, axis2=-1) / cells.sum(axis=(-2, -1))


def cohen_kappa(table: npt.ArrayLike) -> Array:
    """Cohen's κ = (pₒ − pₑ)/(1 − pₑ), pₑ from each coder's own marginals (Cohen 1960).

    >>> round(float(cohen_kappa([[20, 5], [10, 15]])), 6)
    0.4
    """
    rows, columns = _margins(table)
    return _beyond_chance(observed_agreement(table), (rows * columns).sum(axis=-1))


def gwet_ac1(table: npt.ArrayLike) -> Array:
    """Gwet's AC1 (2008): chance agreement Σ π(1 − π)/(q − 1), π the mean share of each code.

    Unlike κ it does not collapse when nearly all units have the same code. ``q`` is the number
    of codes that the table has, used or not; a table of one code gives nan.

    >>> rare = [[118, 5], [2, 0]]
    >>> round(float(gwet_ac1(rare)), 4), round(float(cohen_kappa(rare)), 4)
    (0.9408, -0.0234)
    """
    rows, columns = _margins(table)
    share = (rows + columns) / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        chance = np.divide((share * (1 - share)).sum(axis=-1), share.shape[-1] - 1)
    return _beyond_chance(observed_agreement(table), chance)


def pabak(table: npt.ArrayLike) -> Array:
    """Prevalence- and bias-adjusted κ (Byrt, Bishop & Carlin 1993): (q·pₒ − 1)/(q − 1).

    For more than two codes it is Bennett's S. A table of one code gives nan.

    >>> round(float(pabak([[118, 5], [2, 0]])), 3)
    0.888
    """
    codes = np.asarray(table).shape[-1]
    return _beyond_chance(observed_agreement(table), np.asarray(1 / codes))


def alpha_of_table(table: npt.ArrayLike) -> Array:
    """Krippendorff's nominal α of two coders who coded every unit, from their confusion table.

    >>> round(float(alpha_of_table([[5, 3], [1, 1]])), 4)
    0.0952
    """
    cells = np.asarray(table, dtype=float)
    share = cells.sum(axis=-1) + cells.sum(axis=-2)
    values = share.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        chance = (share * (share - 1)).sum(axis=-1) / (values * (values - 1))
    return _beyond_chance(observed_agreement(table), chance)


def _margins(table: npt.ArrayLike) -> tuple[Array, Array]:
    cells = np.asarray(table, dtype=float)
    total = cells.sum(axis=(-2, -1))[..., None]
    with np.errstate(invalid="ignore"):
        return cells.sum(axis=-1) / total, cells.sum(axis=-2) / total


def _beyond_chance(observed: Array, chance: Array) -> Array:
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(1 - chance > 1e-12, (observed - chance) / (1 - chance), np.nan)


def krippendorff_alpha(values: Sequence[Sequence[Any]], *, level: Level = "nominal") -> float:
    """Krippendorff's α = 1 − Dₒ/Dₑ of any number of coders, with values missing.

    ``values`` is coders × units; None or nan is missing, and a unit with fewer than two values
    is left out. Values are codes for ``nominal`` and numbers for the other levels. nan where no
    unit has two values, or all values are the same. Raises ``ArgumentError`` for ragged input.

    Krippendorff (2011), Computing Krippendorff's alpha-reliability, four observers:

    >>> _ = None
    >>> data = [[1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    ...         [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _]]
    >>> [round(krippendorff_alpha(data, level=level), 3)
    ...  for level in ("nominal", "ordinal", "interval", "ratio")]
    [0.743, 0.815, 0.849, 0.797]
    >>> round(krippendorff_alpha(["0100000010", "1110010000"]), 4)
    0.0952
    """
    if len({len(row) for row in values}) > 1:
        raise ArgumentError("every coder needs a value, or a missing one, for each unit")
    cells = np.array([list(row) for row in values], dtype=object)
    if cells.size == 0:
        return float("nan")
    present = ~pd.isna(cells)
    codes, domain = pd.factorize(cells[present], sort=level != "nominal")
    held = np.zeros((cells.shape[1], len(domain)))
    np.add.at(held, (np.nonzero(present)[1], codes), 1)
    pairable = held[held.sum(axis=1) >= 2]
    if not len(pairable):
        return float("nan")
    total = pairable.sum(axis=0)
    distance = _distances(np.asarray(domain), total, level)
    own = pairable / (pairable.sum(axis=1, keepdims=True) - 1)
    coincidences = own.T @ pairable - np.diag(own.sum(axis=0))
    observed = (coincidences * distance).sum()
    expected = (np.outer(total, total) * distance).sum() / (total.sum() - 1)
    return float(1 - observed / expected) if expected > 0 else float("nan")


def _distances(domain: npt.NDArray[Any], total: Array, level: Level) -> Array:
    if level == "nominal":
        return 1 - np.eye(len(domain))
    if level == "ordinal":
        reach = np.cumsum(total) - total / 2
        return (reach[:, None] - reach) ** 2
    value = domain.astype(float)
    if level == "interval":
        return (value[:, None] - value) ** 2
    if level == "ratio":
        with np.errstate(invalid="ignore"):
            share = (value[:, None] - value) / (value[:, None] + value)
        return np.nan_to_num(share) ** 2
    raise ArgumentError(f"unknown level of measurement: {level!r}")


class Estimate(NamedTuple):
    """A coefficient with its percentile interval."""

    value: float
    low: float
    high: float


def resampling(
    units: int, clusters: Sequence[Hashable] | None, replicates: int, seed: int
) -> Array:
    """How often each unit is drawn in each replicate, replicates × units.

    Whole clusters (paragraphs, say) are drawn with replacement, for sentences of a paragraph
    are coded alike; without ``clusters`` each unit is its own.
    """
    codes, names = pd.factorize(np.arange(units)) if clusters is None else _clusters(clusters)
    if len(codes) != units or not units:
        raise ArgumentError(f"clusters of {len(codes)} units where there are {units}")
    draws = np.random.default_rng(seed).multinomial(
        len(names), np.full(len(names), 1 / len(names)), replicates
    )
    return draws[:, codes].astype(float)


def _clusters(clusters: Sequence[Hashable]) -> tuple[npt.NDArray[np.intp], list[Hashable]]:
    names = {name: order for order, name in enumerate(dict.fromkeys(clusters))}
    return np.array([names[name] for name in clusters], dtype=np.intp), list(names)


def agreement(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    codes: Sequence[Hashable],
    *,
    weights: npt.ArrayLike | None = None,
    clusters: Sequence[Hashable] | None = None,
    replicates: int = 2000,
    seed: int = SEED,
    level: float = 0.95,
) -> dict[str, Estimate]:
    """Agreement of two coders on the same units, each coefficient with its interval.

    Keys: ``agreement`` (observed), ``kappa``, ``alpha``, ``ac1``, ``pabak``. ``weights`` are
    inverse sampling probabilities (scaled to the number of units). Intervals come from
    resampling ``clusters`` of units. Raises ``ArgumentError`` without units.
    """
    cells = _cells(first, second, codes, scaled(weights, len(first)))
    shape = (len(codes), len(codes))
    drawn = (resampling(len(first), clusters, replicates, seed) @ cells).reshape(-1, *shape)
    table = cells.sum(axis=0).reshape(shape)
    measures: dict[str, Coefficient] = {
        "agreement": observed_agreement,
        "kappa": cohen_kappa,
        "alpha": alpha_of_table,
        "ac1": gwet_ac1,
        "pabak": pabak,
    }
    return {
        name: Estimate(float(np.asarray(measure(table))), *percentile(measure(drawn), level))
        for name, measure in measures.items()
    }


def checked(weights: npt.ArrayLike | None, units: int) -> Array:
    """The weights of the units, 1 each where none are given.

    Raises ``ArgumentError`` unless each unit has one that is positive and finite.
    """
    given = np.ones(units) if weights is None else np.asarray(weights, dtype=float)
    if given.shape != (units,) or not (np.isfinite(given) & (given > 0)).all():
        raise ArgumentError("a positive weight is needed for each unit")
    return given


def scaled(weights: npt.ArrayLike | None, units: int) -> Array:
    """``checked`` weights that add up to the number of units."""
    given = checked(weights, units)
    return given * units / given.sum() if units else given
