"""Counts of terms in the parts of a corpus: the one table that the measures start from.

A *token frame* has one row a token and the columns ``report, section, paragraph, sentence,
start, end, token``; section, paragraph and sentence identifiers are unique within a report.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import sparse

from govreports.errors import ArgumentError
from govreports.schema import one_of


class Counts(NamedTuple):
    """How often each term occurs in each part."""

    table: sparse.csr_array  # parts × terms, integer counts
    sizes: npt.NDArray[np.int64]  # tokens in each part, those of uncounted terms included
    parts: pd.DataFrame  # one row a part: the columns that define it, ``report`` first
    terms: pd.Index  # one entry a column of ``table``

    def of(self, terms: Collection[str]) -> Counts:
        """The columns of these terms, in this order; a term that never occurs counts zero."""
        wanted = pd.Index(list(terms))
        position = self.terms.get_indexer(wanted)
        found = position >= 0
        pick = sparse.csr_array(
            (np.ones(found.sum(), dtype=np.int64), (position[found], np.flatnonzero(found))),
            shape=(len(self.terms), len(wanted)),
        )
        return Counts(sparse.csr_array(self.table @ pick), self.sizes, self.parts, wanted)

    def dense(self) -> npt.NDArray[np.int64]:
        """The counts as an ordinary array, parts × terms."""
        return self.table.toarray()


def count(
    tokens: pd.DataFrame,
    by: Sequence[str] = ("report",),
    *,
    without: Collection[str] = (),
    base: pd.DataFrame | None = None,
) -> Counts:
    """Count the terms of a token frame in the parts that the columns ``by`` define.

    Terms in ``without`` (stop words) get no column but still belong to the parts' sizes, so
    rates stay rates of all tokens. ``base`` is another frame of the same text that gives parts
    and sizes: base tokens for a frame of multiword terms, say, so that these are counted per
    10,000 tokens, and in reports that have none of them. Parts come in order of first
    appearance, terms sorted. Raises ``ArgumentError`` when a column is missing, ``by`` does not
    open with ``report`` (other identifiers repeat from report to report), or a token stands in
    a part that ``base`` does not have.
    """
    if not by or by[0] != "report":
        raise ArgumentError("parts are defined by 'report' first: other identifiers repeat")
    whole = tokens if base is None else base
    for frame, columns in ((tokens, (*by, "token")), (whole, by)):
        for column in columns:
            one_of(column, frame.columns, "column of the token frame")
    whole_codes, parts = _part_codes(whole, by)
    part_codes = whole_codes if base is None else _places(tokens, parts)
    term_codes, terms = pd.factorize(tokens["token"], sort=True)
    sizes = np.bincount(whole_codes, minlength=len(parts)).astype(np.int64)
    table = sparse.coo_array(
        (np.ones(len(tokens), dtype=np.int64), (part_codes, term_codes)),
        shape=(len(parts), len(terms)),
    ).tocsr()
    index = pd.Index(terms, dtype=object)
    if without:
        kept = ~index.isin(list(without))
        table, index = table[:, np.flatnonzero(kept)], index[kept]
    return Counts(sparse.csr_array(table), sizes, parts, index)


def _part_codes(
    tokens: pd.DataFrame, by: Sequence[str]
) -> tuple[npt.NDArray[np.int64], pd.DataFrame]:
    codes = pd.factorize(tokens[by[0]])[0].astype(np.int64)
    for column in by[1:]:
        inner, values = pd.factorize(tokens[column])
        codes = pd.factorize(codes * max(len(values), 1) + inner)[0].astype(np.int64)
    first = np.flatnonzero(~pd.Series(codes).duplicated().to_numpy())
    return codes, tokens.iloc[first][list(by)].astype(object).reset_index(drop=True)


def _places(tokens: pd.DataFrame, parts: pd.DataFrame) -> npt.NDArray[np.int64]:
    codes, own = _part_codes(tokens, list(parts.columns))
    place = {part: i for i, part in enumerate(parts.itertuples(index=False, name=None))}
    try:
        found = [place[part] for part in own.itertuples(index=False, name=None)]
    except KeyError as error:
        raise ArgumentError(f"the base frame has no part {error.args[0]}") from error
    return np.array(found, dtype=np.int64)[codes]


def leave_out(tokens: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """The tokens that no span touches; ``spans`` has the columns ``report, start, end``.

    For counts with shared passages, or anything else marked in the text, left out.
    """
    kept = np.ones(len(tokens), dtype=bool)
    for report, marked in spans.groupby("report"):
        rows = np.flatnonzero((tokens["report"] == report).to_numpy())
        edges = marked.sort_values("start")
        starts = edges["start"].to_numpy()
        reach = np.maximum.accumulate(edges["end"].to_numpy())
        before = np.searchsorted(starts, tokens["end"].to_numpy()[rows], side="left") - 1
        touched = (before >= 0) & (reach[before] > tokens["start"].to_numpy()[rows])
        kept[rows[touched]] = False
    return tokens[kept]
