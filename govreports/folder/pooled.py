"""What the reports of a folder show together: terms and themes, within each genre.

Genres are never pooled, and a duplicate counts once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
from scipy import sparse

from govreports.codebook.model import THEMES
from govreports.coding.confidence import shares_of_bases
from govreports.schema import frame
from govreports.stats.counts import Counts
from govreports.stats.intervals import SEED, percentiles
from govreports.words.frequency import glosses, table_of_layers
from govreports.words.segmentation import Layer

_LAYERS: tuple[Layer, ...] = ("token", "term")
_REPLICATES = 1000

Integers = npt.NDArray[np.int32]


class TermCounts:
    """Counts of terms, gathered piece by piece; eight bytes for each term of each report.

    Reports of ``without`` do not count.
    """

    def __init__(self, without: Container[str] = ()) -> None:
        self._without = without
        self._numbers: dict[str, int] = {}  # of terms, in the order in which they came
        self._counts: dict[Layer, dict[str, tuple[Integers, Integers]]] = {
            layer: {} for layer in _LAYERS
        }

    def add(self, counts: pa.Table) -> None:
        """Take in a piece of the frame ``counts``: report by report, layer by layer."""
        reports, layers, terms = (
            counts[name].combine_chunks().dictionary_encode()
            for name in ("report", "layer", "term")
        )
        words = terms.dictionary.to_pylist()
        known = [self._numbers.setdefault(word, len(self._numbers)) for word in words]
        numbers = np.array(known, np.int32)[terms.indices.to_numpy()]
        values = counts["count"].to_numpy().astype(np.int32)
        owners = np.stack([reports.indices.to_numpy(), layers.indices.to_numpy()])
        begins = np.flatnonzero((owners[:, 1:] != owners[:, :-1]).any(axis=0)) + 1
        bounds = [0, *begins.tolist(), len(values)] if len(values) else []
        for start, stop in pairwise(bounds):
            report, layer = reports[start].as_py(), layers[start].as_py()
            if report not in self._without:
                own = numbers[start:stop].copy(), values[start:stop].copy()
                self._counts[layer][report] = own

    def table(self, genres: pd.Series) -> pd.DataFrame:
        """The frame ``genre_terms``; ``genres`` has the genre of each report that counts."""
        tables = []
        glossed = glosses()
        for genre in sorted(set(genres)):
            names = genres.index[genres == genre].tolist()
            sizes = [int(self._of("token", name)[1].sum()) for name in names]
            layers = {layer: self._tabulated(layer, names, sizes) for layer in _LAYERS}
            table = table_of_layers(layers, glosses=glossed)
            table.insert(0, "genre", genre)
            tables.append(table)
        empty = frame("genre_terms", [])
        return frame("genre_terms", pd.concat([empty, *tables], ignore_index=True))

    def _of(self, layer: Layer, report: str) -> tuple[Integers, Integers]:
        nothing = np.empty(0, np.int32)
        return self._counts[layer].get(report, (nothing, nothing))

    def _tabulated(self, layer: Layer, names: Sequence[str], sizes: Sequence[int]) -> Counts:
        """One row a report, terms in code-point order."""
        held = [self._of(layer, name) for name in names]
        numbers = np.concatenate([np.empty(0, np.int32), *(terms for terms, _ in held)])
        values = np.concatenate([np.empty(0, np.int32), *(counts for _, counts in held)])
        listed = list(self._numbers)
        used = sorted((listed[number], number) for number in np.unique(numbers).tolist())
        column = np.zeros(len(listed), np.int32)
        column[[number for _, number in used]] = np.arange(len(used))
        starts = np.cumsum([0, *(len(terms) for terms, _ in held)])
        table = sparse.csr_array(
            (values.astype(np.int64), column[numbers], starts), shape=(len(names), len(used))
        )
        return Counts(
            table,
            np.asarray(sizes, dtype=np.int64),
            pd.DataFrame({"report": range(len(names))}),
            pd.Index([term for term, _ in used], dtype=object),
        )


class ThemeCounts:
    """Sentences by report, primary theme and move, gathered piece by piece."""

    def __init__(self) -> None:
        self._themes: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, codings: pa.Table) -> None:
        """Take in a piece of the frame ``codings``."""
        columns = codings["report"].to_pylist(), codings["primary"].to_pylist()
        for report, theme in zip(*columns, strict=True):
            self._themes[report][theme] += 1

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

    def add(self, codings: pa.Table) -> None:
        """Take in a piece of the frame ``codings``; a report is in one piece."""
        table = codings.select(["report", "basis"]).to_pandas()
        for report, bases in table.groupby("report", sort=False)["basis"]:
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
