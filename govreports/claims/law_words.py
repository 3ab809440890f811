"""Sentences of a report on law that hold no word of law.

The words are a packaged list, each with its reason, in two parts: words for law itself, and for
procedures and organs of law. How many sentences hold none depends on the list, so that several
scopes are offered.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas as pd

from govreports.coding.shares import paragraph_counts
from govreports.errors import DataError
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.schema import one_of
from govreports.stats.bootstrap import Array, Interval, paragraph_bootstrap
from govreports.stats.intervals import SEED
from govreports.tables import packaged, read_rows

Kind = Literal["law itself", "procedures"]
Scope = Literal["all", "law itself", "narrow", "any"]
"""``all`` words of the list; those for ``law itself``; these without 法治 (``narrow``); ``any``
word with 法 but for those such as 办法 and 做法 in which it means a way of doing."""

_CELLS = ("in, without", "in, with", "out, without", "out, with")
_SLOGAN = "法治"
_ANY = re.compile(r"(?<![办做方看手想说无书语用])法(?![国兰人])")


class LawWord(NamedTuple):
    """A word of law with its kind and why it is listed."""

    word: str
    kind: str
    reason: str


@cache
def law_words() -> tuple[LawWord, ...]:
    """The packaged list. Raises ``DataError`` for a kind that does not exist."""
    source = packaged("law_words.csv")
    rows = []
    for line, row in read_rows(source, LawWord._fields):
        if row["kind"] not in get_args(Kind):
            raise DataError(f"{source}, line {line}: kind is one of {', '.join(get_args(Kind))}")
        rows.append(LawWord(**row))
    return tuple(rows)


def has_law_word(text: str, scope: Scope = "all") -> bool:
    """Whether a wording holds a word of law. Raises ``ArgumentError`` for an unknown scope.

    >>> has_law_word("依法查处3起"), has_law_word("新建小学一所"), has_law_word("做法", "any")
    (True, False, False)
    """
    return _pattern(one_of(scope, get_args(Scope), "scope")).search(fold(text)) is not None


def without_law_words(
    codings: pd.DataFrame,
    inside: pd.Series,
    *,
    scope: Scope = "all",
    texts: pd.Series | None = None,
    seed: int = SEED,
) -> pd.DataFrame:
    """The share of sentences without a word of law, for those ``inside`` a group and all others.

    Takes rows of the frame ``codings`` and, with its index, whether each belongs to the group.
    ``texts`` are searched in place of the sentences (with some words blanked out, say). One row
    a report: ``report; sentences, without, share, low, high`` of the group; the same with
    ``_others``; ``difference`` (share of the group less share of the others) with
    ``difference_low, difference_high``. Intervals (95 %) are from resampling paragraphs within
    reports; a share of no sentences is nan.
    """
    said = (codings["text"] if texts is None else texts).map(lambda text: has_law_word(text, scope))
    place = np.where(inside, "in, ", "out, ") + np.where(said, "with", "without").astype(object)
    counts = paragraph_counts(codings.assign(cell=place), _CELLS, column="cell")
    found = paragraph_bootstrap(counts, _shares, seed=seed)
    totals = pd.DataFrame(counts.dense(), columns=_CELLS).groupby(
        counts.parts["report"].to_numpy(), sort=False
    )
    told = totals.sum()
    rows: dict[str, object] = {"report": list(told.index)}
    for column, (group, end) in enumerate((("in", ""), ("out", "_others"))):
        silent = told[f"{group}, without"].to_numpy()
        rows[f"sentences{end}"] = silent + told[f"{group}, with"].to_numpy()
        rows[f"without{end}"] = silent
        rows |= _interval(found, column, f"share{end}", f"low{end}", f"high{end}")
    rows |= _interval(found, 2, "difference", "difference_low", "difference_high")
    return pd.DataFrame(rows)


def without_evidence(
    reports: Mapping[str, Report], codings: pd.DataFrame, evidence: pd.DataFrame
) -> pd.Series:
    """The sentences without the wordings for which the rules gave them their primary theme.

    Takes rows of the frame ``codings`` and the frame ``evidence``; has the index of the former.
    Where rules look for words of law, a theme that such words give has them by construction:
    with these wordings blanked out, what is left is not of the coding's making.
    """
    spans: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    found = evidence[["report", "sentence", "code", "start", "end"]].to_numpy()
    for report, sentence, code, start, end in found:
        spans[report, sentence, code].append((start, end))
    texts = []
    units = codings[["report", "sentence", "primary", "start", "end"]].to_numpy()
    for report, sentence, primary, begin, stop in units:
        said = list(reports[report].text[begin:stop])
        for start, end in spans[report, sentence, primary]:
            first, last = max(start, begin) - begin, min(end, stop) - begin
            said[first:last] = ["■"] * max(0, last - first)
        texts.append("".join("".join(said).split()))
    return pd.Series(texts, index=codings.index, dtype="str")


def _interval(found: Interval, column: int, *names: str) -> dict[str, object]:
    return {
        name: getattr(found, field)[:, column]
        for name, field in zip(names, ("estimate", "low", "high"), strict=True)
    }


def _shares(table: Array, sizes: Array) -> Array:
    """Statistic: shares without a word of law inside and outside, and their difference."""
    with np.errstate(invalid="ignore", divide="ignore"):
        inside = table[..., 0] / (table[..., 0] + table[..., 1])
        outside = table[..., 2] / (table[..., 2] + table[..., 3])
    return np.stack([inside, outside, inside - outside], axis=-1)


@cache
def _pattern(scope: str) -> re.Pattern[str]:
    if scope == "any":
        return _ANY
    words = [w.word for w in law_words() if scope == "all" or w.kind == "law itself"]
    return re.compile("|".join(w for w in words if scope != "narrow" or w != _SLOGAN))
