"""How varied the wording is, and how steeply frequency falls with rank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError
from govreports.stats.intervals import SEED, percentiles


def ttr(tokens: Sequence[str]) -> float:
    """Type–token ratio. It falls with length: compare only texts of equal length.

    nan without tokens.

    >>> round(ttr("of the people by the people for the people".split()), 3)
    0.556
    """
    return len(set(tokens)) / len(tokens) if len(tokens) else float("nan")


def mattr(tokens: Sequence[str], *, window: int = 100) -> float:
    """Moving-average type–token ratio (Covington & McFall 2010): mean TTR of all windows.

    ``window`` is in tokens and must be named with the value. nan where the text is shorter.

    >>> round(mattr(["a", "b", "a", "a"], window=2), 4)
    0.8333
    """
    if window < 1:
        raise ArgumentError("a window holds at least one token")
    if len(tokens) < window:
        return float("nan")
    codes = pd.factorize(np.asarray(tokens, dtype=object))[0]
    # A token opens a type in every window that holds it but not its last occurrence before it.
    last = np.full(codes.max() + 1, -1)
    opened = 0
    windows = len(codes) - window + 1
    for place, code in enumerate(codes):
        first = max(0, place - window + 1, last[code] + 1)
        opened += max(0, min(place, windows - 1) - first + 1)
        last[code] = place
    return float(opened / (windows * window))


def mtld(tokens: Sequence[str], *, factor: float = 0.72) -> float:
    """Measure of textual lexical diversity (McCarthy & Jarvis 2010), mean of both directions.

    The mean length in tokens of stretches whose TTR has just fallen below ``factor``; what
    remains at the end counts as (1 − TTR)/(1 − factor) of a stretch. nan where no token is
    ever repeated, for then no stretch ends.

    In McCarthy & Jarvis' example one stretch ends at the second "people"; read backwards, one
    ends at the second "the"; what remains repeats nothing:

    >>> mtld("of the people by the people for the people".split())
    9.0
    """
    if not 0 < factor < 1:
        raise ArgumentError("the factor lies between 0 and 1")
    forward, backward = _stretches(tokens, factor), _stretches(tokens[::-1], factor)
    if not forward or not backward:
        return float("nan")
    return len(tokens) * (1 / forward + 1 / backward) / 2


def _stretches(tokens: Iterable[str], factor: float) -> float:
    complete, seen, length = 0, set(), 0
    for token in tokens:
        seen.add(token)
        length += 1
        if len(seen) / length < factor:
            complete, seen, length = complete + 1, set(), 0
    rest = (1 - len(seen) / length) / (1 - factor) if length else 0.0
    return complete + rest


class ZipfFit(NamedTuple):
    """log₁₀ frequency = intercept + slope · log₁₀ rank, over ranks ``first`` to ``last``."""

    slope: float
    intercept: float
    r_squared: float
    first: int
    last: int


def zipf_fit(counts: npt.ArrayLike, *, first: int = 1, last: int | None = None) -> ZipfFit:
    """Least-squares line through log frequency by log rank, ranks ``first`` to ``last``.

    The slope depends on the ranks fitted (the tail of words seen once or twice bends it), so
    the range is part of the result. Descriptive: the points are not independent. nan where
    fewer than two ranks, or only one frequency, are left.

    >>> fit = zipf_fit([1000 / rank for rank in range(1, 51)])
    >>> round(fit.slope, 6), round(fit.intercept, 6), fit.last
    (-1.0, 3.0, 50)
    """
    ranked = np.sort(np.asarray(counts, dtype=float))[::-1]
    ranked = ranked[ranked > 0]
    end = len(ranked) if last is None else min(last, len(ranked))
    if first < 1:
        raise ArgumentError("ranks count from 1")
    y = np.log10(ranked[first - 1 : end])
    x = np.log10(np.arange(first, first + len(y)))
    if len(y) < 2:
        return ZipfFit(float("nan"), float("nan"), float("nan"), first, end)
    slope, intercept = np.polyfit(x, y, 1)
    total = ((y - y.mean()) ** 2).sum()
    residual = ((y - intercept - slope * x) ** 2).sum()
    r_squared = 1 - residual / total if total > 0 else float("nan")
    return ZipfFit(float(slope), float(intercept), float(r_squared), first, end)


def diversity(tokens: pd.DataFrame, *, window: int = 100, factor: float = 0.72) -> pd.DataFrame:
    """Diversity of each report of a token frame, in order of appearance.

    Columns: ``report``, ``tokens``, ``types``, ``ttr`` (bound to length), ``mattr``, ``mtld``.
    """
    rows = []
    for report, part in tokens.groupby("report", sort=False, observed=True):
        words = part["token"].tolist()
        rows.append(
            {
                "report": report,
                "tokens": len(words),
                "types": len(set(words)),
                "ttr": ttr(words),
                "mattr": mattr(words, window=window),
                "mtld": mtld(words, factor=factor),
            }
        )
    return pd.DataFrame(rows, columns=["report", "tokens", "types", "ttr", "mattr", "mtld"])


def diversity_intervals(
    tokens: pd.DataFrame,
    *,
    seed: int = SEED,
    replicates: int = 500,
    level: float = 0.95,
    window: int = 100,
    factor: float = 0.72,
) -> pd.DataFrame:
    """How stable MATTR and MTLD of each report are under other paragraphs of the same report.

    In each replicate half of a report's paragraphs, drawn without replacement, are joined in
    the order of the text; the interval holds the middle ``level`` of the results. The half
    is what makes it as wide as a bootstrap's: without replacement, means of half of n vary as
    means of n drawn with it. The bootstrap itself will not do here: a paragraph drawn twice
    repeats every word of itself, and both measures fall.

    Columns: ``report``, ``mattr_low, mattr_high``, ``mtld_low, mtld_high``; nan for a report
    of fewer than four paragraphs, and where more than 1 − ``level`` of the results are nan.
    ``seed`` goes to numpy's default generator, anew for each report, so that a report's
    interval does not depend on the others. Raises ``ArgumentError`` for a level outside (0, 1).
    """
    if not 0 < level < 1 or replicates < 1:
        raise ArgumentError("the level lies between 0 and 1, and replicates are at least one")
    rows = []
    for report, part in tokens.groupby("report", sort=False, observed=True):
        paragraphs = [words.tolist() for _, words in part.groupby("paragraph", sort=False)["token"]]
        generator = np.random.default_rng(seed)
        draws = np.array(
            [
                (mattr(words, window=window), mtld(words, factor=factor))
                for words in _halves(paragraphs, replicates, generator)
            ]
        )
        low, high = percentiles(draws, level) if len(paragraphs) > 3 else np.full((2, 2), np.nan)
        rows.append((report, low[0], high[0], low[1], high[1]))
    columns = ["report", "mattr_low", "mattr_high", "mtld_low", "mtld_high"]
    return pd.DataFrame(rows, columns=columns)


def _halves(
    paragraphs: Sequence[list[str]], replicates: int, generator: np.random.Generator
) -> Iterator[list[str]]:
    for _ in range(replicates):
        drawn = np.sort(generator.permutation(len(paragraphs))[: len(paragraphs) // 2])
        yield [word for place in drawn for word in paragraphs[place]]
