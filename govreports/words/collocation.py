"""Which terms keep company, within a stated window that never leaves its sentence."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError, extra

with extra("figures"):
    import networkx as nx

Array = npt.NDArray[np.float64]
Direction = Literal["both", "right"]
Measure = Literal["logdice", "pmi", "npmi", "t"]


def pmi(f_xy: npt.ArrayLike, f_x: npt.ArrayLike, f_y: npt.ArrayLike, n: npt.ArrayLike) -> Array:
    """Pointwise mutual information, log₂ f_xy·n/(f_x·f_y). It favours rare pairs.

    Manning & Schütze (1999), Foundations of statistical natural language processing, 5.4:

    >>> round(float(pmi(20, 42, 20, 14_307_668)), 3)
    18.378
    """
    xy, x, y, total = _floats(f_xy, f_x, f_y, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.log2(xy * total / (x * y))


def npmi(f_xy: npt.ArrayLike, f_x: npt.ArrayLike, f_y: npt.ArrayLike, n: npt.ArrayLike) -> Array:
    """PMI / −log₂ p(xy) (Bouma 2009): 1 never apart, 0 as by chance; nan where all is one pair.

    >>> round(float(npmi(20, 20, 20, 14_307_668)), 6)
    1.0
    """
    xy, _, _, total = _floats(f_xy, f_x, f_y, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(xy == total, np.nan, pmi(f_xy, f_x, f_y, n) / -np.log2(xy / total))


def log_dice(f_xy: npt.ArrayLike, f_x: npt.ArrayLike, f_y: npt.ArrayLike) -> Array:
    """Rychlý's (2008) 14 + log₂ 2f_xy/(f_x + f_y): at most 14, whatever the corpus size.

    >>> float(log_dice(5, 5, 5)), float(log_dice(1, 2**10, 2**10))
    (14.0, 4.0)
    """
    xy, x, y = _floats(f_xy, f_x, f_y)
    with np.errstate(invalid="ignore", divide="ignore"):
        return 14 + np.log2(2 * xy / (x + y))


def t_score(f_xy: npt.ArrayLike, f_x: npt.ArrayLike, f_y: npt.ArrayLike, n: npt.ArrayLike) -> Array:
    """(O − E)/√O with E = f_x·f_y/n. It favours frequent pairs; not a test in running text.

    Manning & Schütze (1999), "new companies":

    >>> round(float(t_score(8, 15_828, 4_675, 14_307_668)), 6)
    0.999932
    """
    xy, x, y, total = _floats(f_xy, f_x, f_y, n)
    with np.errstate(invalid="ignore", divide="ignore"):
        return (xy - x * y / total) / np.sqrt(xy)


def _floats(*values: npt.ArrayLike) -> list[Array]:
    return [np.asarray(value, dtype=float) for value in values]


def collocations(
    tokens: pd.DataFrame,
    *,
    window: int = 5,
    direction: Direction = "both",
    without: Collection[str] = (),
    min_count: int = 3,
) -> pd.DataFrame:
    """Pairs of terms that stand within ``window`` tokens of each other in one sentence.

    Every pair of positions at most ``window`` apart is one observation: ``count`` is how often
    the two terms are such a pair, ``count_x`` and ``count_y`` how often each term is in any,
    and the chance level rests on these, so short sentences do no harm. With ``both`` the order
    is ignored (x before y in code points; each observation is read from either end, which
    doubles ``pairs``); with ``right`` y follows x, and ``window=1`` gives bigrams. Tools that
    put the terms' frequencies (here ``freq_x, freq_y``) in place of ``count_x, count_y`` show
    higher logDice and PMI: compare within this table only. Terms in
    ``without`` get no row, but keep their positions and their part in the chance level; pairs
    of a term with itself are left out.

    Columns: ``x, y, count, count_x, count_y, pairs, freq_x, freq_y, reports, pmi, npmi, logdice,
    t``; sorted by logDice, then by term. Only pairs of ``min_count`` or more.
    """
    if window < 1:
        raise ArgumentError("the window reaches at least one token")
    left, right, report, terms, frequency = _position_pairs(tokens, window)
    n = len(terms)
    count_left = np.bincount(left, minlength=n)
    count_right = np.bincount(right, minlength=n)
    total = len(left)
    if direction == "both":
        count_left = count_right = count_left + count_right
        total *= 2
        left, right = np.minimum(left, right), np.maximum(left, right)
    elif direction != "right":
        raise ArgumentError(f"unknown direction of a window: {direction!r}")
    keys, count = np.unique(left * n + right, return_counts=True)
    width = int(report.max(initial=0)) + 1
    held = np.unique((left * n + right) * width + report) // width
    reports = np.unique(held, return_counts=True)[1]
    x, y = keys // max(n, 1), keys % max(n, 1)
    barred = np.isin(terms, list(without))
    kept = (count >= min_count) & (x != y) & ~barred[x] & ~barred[y]
    x, y, count, reports = x[kept], y[kept], count[kept], reports[kept]
    f_x, f_y = count_left[x], count_right[y]
    table = pd.DataFrame(
        {
            "x": terms[x],
            "y": terms[y],
            "count": count,
            "count_x": f_x,
            "count_y": f_y,
            "pairs": np.full(len(count), total),
            "freq_x": frequency[x],
            "freq_y": frequency[y],
            "reports": reports,
            "pmi": pmi(count, f_x, f_y, total),
            "npmi": npmi(count, f_x, f_y, total),
            "logdice": log_dice(count, f_x, f_y),
            "t": t_score(count, f_x, f_y, total),
        }
    )
    return table.sort_values(
        ["logdice", "x", "y"], ascending=[False, True, True], ignore_index=True
    )


class _Pairs(NamedTuple):
    left: npt.NDArray[np.int64]  # codes of the terms of each pair of positions
    right: npt.NDArray[np.int64]
    report: npt.NDArray[np.int64]
    terms: npt.NDArray[np.object_]
    frequency: npt.NDArray[np.int64]  # of each term


def _position_pairs(tokens: pd.DataFrame, window: int) -> _Pairs:
    codes, terms = pd.factorize(tokens["token"], sort=True)
    report = pd.factorize(tokens["report"])[0].astype(np.int64)
    inner, names = pd.factorize(tokens["sentence"])
    sentence = report * max(len(names), 1) + inner
    firsts, seconds = [], []
    for distance in range(1, window + 1):
        together = np.flatnonzero(sentence[:-distance] == sentence[distance:])
        firsts.append(together)
        seconds.append(together + distance)
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    ordinals = codes.astype(np.int64)
    return _Pairs(
        ordinals[first],
        ordinals[second],
        report[first],
        np.asarray(terms, dtype=object),
        np.bincount(ordinals, minlength=len(terms)),
    )


def network(pairs: pd.DataFrame, *, measure: Measure = "logdice", top: int | None = 60) -> nx.Graph:
    """The strongest pairs of ``collocations(…, direction="both")`` as a graph.

    Nodes are terms with ``count`` (pairs they are in); edges carry ``weight`` (the measure),
    ``count`` and ``reports``. Ties at the border are settled by the order of the table.
    """
    ranked = pairs.sort_values(measure, ascending=False, kind="stable")
    graph = nx.Graph()
    for row in (ranked if top is None else ranked.head(top)).to_dict("records"):
        graph.add_node(row["x"], count=int(row["count_x"]))
        graph.add_node(row["y"], count=int(row["count_y"]))
        graph.add_edge(
            row["x"],
            row["y"],
            weight=float(row[measure]),
            count=int(row["count"]),
            reports=int(row["reports"]),
        )
    return graph
