"""The words of a theme: those that brought its sentences there, and those that stand beside them.

Sentences are coded by rules that look for wordings, so many words of a theme had to come out key
to it. ``cued`` tells these from the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from govreports.stats.keyness import keyness

if TYPE_CHECKING:
    from govreports.coding.coder import Coding

THEME_WORD_COLUMNS = (
    "theme", "term", "count", "per_10k", "ref_per_10k", "excess", "log_ratio", "g2", "p_holm",
    "cued",
)  # fmt: skip


def by_theme(tokens: pd.DataFrame, coded: Mapping[str, Sequence[Coding]]) -> pd.DataFrame:
    """The tokens in coded sentences, with the primary theme in place of the report.

    ``coded`` gives the codings of each report. ``cued`` says whether a token lies in a wording
    that a rule of that theme found. Tokens of sentences without a coding are left out.
    """
    codings = {
        (name, coding.sentence.id): coding for name, given in coded.items() for coding in given
    }
    places = zip(tokens["report"], tokens["sentence"], strict=True)
    found = [codings.get(place) for place in places]
    coding_of = [coding for coding in found if coding]
    rows = tokens[np.array([coding is not None for coding in found], dtype=bool)]
    spans = zip(coding_of, rows["start"], rows["end"], strict=True)
    return rows.assign(
        report=[coding.primary for coding in coding_of],
        cued=np.array([_cued(coding, start, end) for coding, start, end in spans], dtype=bool),
    )


def _cued(coding: Coding, start: int, end: int) -> bool:
    return any(
        found.code == coding.primary
        and not found.rule.startswith("context.")  # taken over from the sentence before
        and found.start < end
        and start < found.end
        for found in coding.evidence
    )


def theme_words(
    themed: pd.DataFrame,
    themes: Iterable[str],
    *,
    base: pd.DataFrame,
    without: Collection[str] = (),
    alpha: float = 0.05,
) -> pd.DataFrame:
    """The words that are key to each theme, by how much their rate exceeds that elsewhere.

    ``themed`` and ``base`` come from ``by_theme``: the words to test, and all tokens. A word is
    key when it is more frequent in the theme and its p value, after Holm's correction for all
    words tested, is below ``alpha``. Columns: ``theme, term, count, per_10k, ref_per_10k,
    excess`` (difference of the two rates), ``log_ratio, g2, p_holm`` as in ``keyness``, and
    ``cued`` (share of its occurrences in the theme that lie in wordings the rules found). Each
    theme's words stand together, the largest excess first. A theme without sentences, or one
    that all sentences have, gives no rows.
    """
    there = set(base["report"])
    parts = [
        _of_theme(themed, theme, base, without, alpha)
        for theme in themes
        if theme in there and len(there) > 1
    ]
    columns = list(THEME_WORD_COLUMNS)
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _of_theme(
    themed: pd.DataFrame, theme: str, base: pd.DataFrame, without: Collection[str], alpha: float
) -> pd.DataFrame:
    key = keyness(themed, [theme], without=without, base=base)
    key = key[(key["log_ratio"] > 0) & (key["p_holm"] < alpha)]
    cued = themed[themed["report"] == theme].groupby("token")["cued"].mean()
    return key.assign(
        theme=theme, excess=key["per_10k"] - key["ref_per_10k"], cued=key["term"].map(cued)
    ).sort_values(["excess", "term"], ascending=[False, True])
