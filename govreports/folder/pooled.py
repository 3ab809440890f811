"""What the reports of a folder show together: terms and themes, within each genre.

Genres are never pooled, and a duplicate counts once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from govreports.codebook.model import THEMES
from govreports.coding.confidence import shares_of_bases
from govreports.schema import frame
from govreports.stats.intervals import SEED, percentiles
from govreports.words.frequency import glosses, table_of_layers, tabulate
from govreports.words.segmentation import Layer

_LAYERS: tuple[Layer, ...] = ("token", "term")
_REPLICATES = 1000


class TermCounts:
    """Counts of terms, gathered piece by piece."""

    def __init__(self) -> None:
        self._counts: dict[Layer, dict[str, Counter[str]]] = {layer: {} for layer in _LAYERS}

    def add(self, counts: pd.DataFrame) -> None:
        """Take in a piece of the frame ``counts``; a report is in one piece."""
        for layer in _LAYERS:
            own = counts[counts["layer"] == layer]
            for report, part in own.groupby("report", sort=False):
                counted = dict(zip(part["term"], part["count"], strict=True))
                self._counts[layer][str(report)] = Counter(counted)

    def table(self, genres: pd.Series) -> pd.DataFrame:
        """The frame ``genre_terms``; ``genres`` has the genre of each report that counts."""
        tables = []
        for genre in sorted(set(genres)):
            names = genres.index[genres == genre]
            tokens = [self._counts["token"].get(name, Counter()) for name in names]
            sizes = [counter.total() for counter in tokens]
            layers = {
                layer: tabulate([self._counts[layer].get(n, Counter()) for n in names], sizes)
                for layer in _LAYERS
            }
            table = table_of_layers(layers, glosses=glosses())
            table.insert(0, "genre", genre)
            tables.append(table)
        empty = frame("genre_terms", [])
        return frame("genre_terms", pd.concat([empty, *tables], ignore_index=True))


class ThemeCounts:
    """Sentences by report, primary theme and move, gathered piece by piece."""

    def __init__(self) -> None:
        self._themes: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, codings: pd.DataFrame) -> None:
        """Take in a piece of the frame ``codings``."""
        for report, themes in codings.groupby("report", sort=False)["primary"]:
            self._themes[str(report)].update(themes)

    def by_year(self, reports: pd.DataFrame) -> pd.DataFrame:
        """Shares of themes by genre and year (frame ``theme_shares``).

        The mean of the reports' shares, each report counting alike, with its interval by
        resampling reports; none where a group has fewer than two. ``reports`` is the frame of
        the reports that count.
        """
        return frame("theme_shares", self._grouped(reports, "reporting_year"))

    def by_place(self, reports: pd.DataFrame) -> pd.DataFrame:
        """The same by genre and level, and by genre and province (frame ``place_shares``).

        Reports of which the level or province is not known are left out of that part.
        """
        rows = []
        for column in ("level", "province"):
            known = reports[reports[column] != ""]
            rows += [(genre, column, *row) for genre, *row in self._grouped(known, column)]
        return frame("place_shares", rows)

    def _grouped(self, reports: pd.DataFrame, column: str) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        groups = reports.groupby(["genre", column], sort=True, dropna=False)
        for (genre, value), group in groups:
            shares = self._shares(group["report"])
            low, high = _interval(shares)
            mean = shares.mean(axis=0)
            rows += [
                (genre, value, theme, len(shares), mean[i], low[i], high[i])
                for i, theme in enumerate(THEMES)
            ]
        return rows

    def _shares(self, names: Iterable[str]) -> np.ndarray:
        counts = np.array([[self._themes[name][t] for t in THEMES] for name in names], dtype=float)
        return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


class BasisCounts:
    """What the themes of each report rest on, gathered piece by piece."""

    def __init__(self) -> None:
        self._rows: list[tuple[str, int, *tuple[float, ...]]] = []

    def add(self, codings: pd.DataFrame) -> None:
        """Take in a piece of the frame ``codings``; a report is in one piece."""
        for report, bases in codings.groupby("report", sort=False)["basis"]:
            shares = shares_of_bases(bases)
            self._rows.append((str(report), len(bases), *(found.share for found in shares)))

    def table(self) -> pd.DataFrame:
        """The frame ``confidence``."""
        return frame("confidence", self._rows)


def _interval(shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    size = len(shares)
    if size < 2:
        nothing = np.full(shares.shape[1], np.nan)
        return nothing, nothing
    weights = np.random.default_rng(SEED).multinomial(size, np.full(size, 1 / size), _REPLICATES)
    return percentiles(weights @ shares / size)
