"""Runs of tokens that recur: the formulae of a genre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError

NGRAM_COLUMNS = ("ngram", "text", "n", "count", "per_10k", "reports")


def ngrams(
    tokens: pd.DataFrame,
    *,
    sizes: Iterable[int] = range(2, 7),
    min_count: int = 2,
    min_reports: int = 1,
) -> pd.DataFrame:
    """Runs of n tokens within a sentence that occur at least ``min_count`` times.

    Tokens that the frame does not hold are passed over: in a frame without punctuation a run
    goes on across a comma, and ``text`` need not stand in the report as it is written there
    (``concordance`` finds the wordings). Occurrences may overlap. Columns: ``ngram`` (tuple of
    tokens), ``text`` (run together), ``n``, ``count``, ``per_10k`` (tokens of the frame),
    ``reports``. Sorted by count, then longer first, then text. Raises ``ArgumentError`` for a size
    below one.
    """
    terms = tokens["token"].to_numpy(dtype=object)
    report = pd.factorize(tokens["report"])[0].astype(np.int64)
    inner, names = pd.factorize(tokens["sentence"])
    sentence = report * max(len(names), 1) + inner
    codes = pd.factorize(terms)[0].astype(np.int64)
    found = [
        _of_size(size, terms, codes, sentence, report, min_count, min_reports)
        for size in sorted(set(sizes))
    ]
    rows = [row for part in found for row in part]
    table = pd.DataFrame(rows, columns=["ngram", "text", "n", "count", "reports"])
    table["per_10k"] = table["count"] * 10_000 / max(len(tokens), 1)
    order = ["count", "n", "text"]
    table = table.sort_values(order, ascending=[False, False, True], ignore_index=True)
    return table[list(NGRAM_COLUMNS)]


def _of_size(
    size: int,
    terms: npt.NDArray[np.object_],
    codes: npt.NDArray[np.int64],
    sentence: npt.NDArray[np.int64],
    report: npt.NDArray[np.int64],
    min_count: int,
    min_reports: int,
) -> list[tuple[tuple[str, ...], str, int, int, int]]:
    if size < 1:
        raise ArgumentError("an n-gram has at least one token")
    starts = np.arange(max(0, len(codes) - size + 1))
    starts = starts[sentence[starts] == sentence[starts + size - 1]]
    # Runs are numbered token by token, so that numbers stay small whatever the length.
    runs = codes[starts]
    for step in range(1, size):
        runs = pd.factorize(runs * (len(codes) + 1) + codes[starts + step])[0].astype(np.int64)
    _, first, inverse, count = np.unique(
        runs, return_index=True, return_inverse=True, return_counts=True
    )
    width = int(report.max(initial=0)) + 1
    held = np.unique(inverse * width + report[starts]) // width
    reports = np.bincount(held, minlength=len(count))
    kept = np.flatnonzero((count >= min_count) & (reports >= min_reports))
    wordings = [tuple(terms[starts[first[i]] : starts[first[i]] + size]) for i in kept]
    return [
        (words, "".join(words), size, int(count[i]), int(reports[i]))
        for words, i in zip(wordings, kept, strict=True)
    ]


def maximal(table: pd.DataFrame, *, share: float = 1.0) -> pd.DataFrame:
    """The rows of ``ngrams`` that say something of their own.

    Left out is a run when ``share`` of its occurrences or more (1: all of them) stand inside one
    longer row: it tells nothing that the longer one does not. Raises ``ArgumentError`` for a
    share that is not above 0 and at most 1.
    """
    if not 0 < share <= 1:
        raise ArgumentError("a share is above 0 and at most 1")
    longest = Counter[tuple[str, ...]]()
    for ngram, count in zip(table["ngram"], table["count"], strict=True):
        for size in range(1, len(ngram)):
            for start in range(len(ngram) - size + 1):
                part = ngram[start : start + size]
                longest[part] = max(longest[part], count)
    kept = [
        longest[ngram] < share * count
        for ngram, count in zip(table["ngram"], table["count"], strict=True)
    ]
    return table[np.array(kept, dtype=bool)].reset_index(drop=True)


def in_runs(tokens: pd.DataFrame, runs: Iterable[tuple[str, ...]]) -> npt.NDArray[np.bool_]:
    """For each row of a token frame, whether it lies in one of the ``runs`` of ``ngrams``.

    A run is found where its tokens follow one another within a sentence, as they were counted.
    """
    wanted: dict[int, set[tuple[str, ...]]] = {}
    for run in runs:
        wanted.setdefault(len(run), set()).add(tuple(run))
    inside = np.zeros(len(tokens), dtype=bool)
    for _, part in tokens.groupby(["report", "sentence"], sort=False)["token"]:
        rows, words = tokens.index.get_indexer(part.index), part.tolist()
        for size, of_size in wanted.items():
            for start in range(len(words) - size + 1):
                if tuple(words[start : start + size]) in of_size:
                    inside[rows[start : start + size]] = True
    return inside
