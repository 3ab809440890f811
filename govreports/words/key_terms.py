"""Which differences of frequency count: beyond chance, stable, and in more than one place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from govreports.corpus.reading import Record
from govreports.stats.bootstrap import log_ratios, paragraph_bootstrap
from govreports.stats.counts import count
from govreports.stats.intervals import SEED
from govreports.stats.keyness import KEYNESS_COLUMNS, keyness

KEY_COLUMNS = (
    *KEYNESS_COLUMNS, "boot_low", "boot_high", "sections", "ref_sections", "report",
)  # fmt: skip


class KeyTerms(NamedTuple):
    """The terms that pass, and how many were tested to find them."""

    table: pd.DataFrame
    tested: int


def key_terms(
    tokens: pd.DataFrame,
    target: str,
    *,
    seed: int = SEED,
    base: pd.DataFrame | None = None,
    without: Collection[str] = (),
    min_count: int = 5,
    alpha: float = 0.05,
    replicates: int = 2000,
) -> KeyTerms:
    """Terms that the report ``target`` has more often than the other reports, or less often.

    A term passes when its p value stays below ``alpha`` after Holm's correction for all terms
    tested in this comparison, when the paragraph-bootstrap interval of its Log Ratio keeps away
    from zero on the side of the ratio itself, and when it stands in more than one section of
    the report that has more of it (for terms the target has less of: of the others together).

    Columns are those of ``keyness`` with ``boot_low, boot_high`` (95 %) and ``sections`` (of the
    target) and ``ref_sections`` (of the others). Sorted by G², the largest first, then by term.
    ``base`` and ``min_count`` as in ``keyness``. Raises ``ArgumentError`` as ``keyness`` does.
    """
    whole = tokens if base is None else base
    tested = keyness(tokens, [target], without=without, base=base, min_count=min_count)
    table = tested[tested["p_holm"] < alpha]
    counts = count(tokens, ("report", "paragraph"), base=base).of(list(table["term"]))
    ours = pd.unique(whole["report"]) == target
    if len(table):
        interval = paragraph_bootstrap(counts, log_ratios(ours), seed=seed, replicates=replicates)
        low, high = interval.low, interval.high
    else:
        low = high = np.empty(0)
    mine = tokens["report"] == target
    table = table.assign(
        boot_low=low,
        boot_high=high,
        sections=_sections(tokens[mine], table["term"]),
        ref_sections=_sections(tokens[~mine], table["term"]),
    )
    more = (table["boot_low"] > 0) & (table["sections"] > 1)
    less = (table["boot_high"] < 0) & (table["ref_sections"] > 1)
    passing = table[more | less].sort_values(
        ["g2", "term"], ascending=[False, True], ignore_index=True
    )
    return KeyTerms(passing, len(tested))


def compared_with(genres: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The reports that each report is compared among, itself one of them.

    ``genres`` gives the reports of each genre. A report is compared within its genre; one that
    is alone of its genre with the reports of all other genres.

    >>> compared_with({"rule-of-law": ["a", "b"], "disclosure": ["c"]})
    {'a': ['a', 'b'], 'b': ['a', 'b'], 'c': ['a', 'b', 'c']}
    """
    everything = [name for names in genres.values() for name in names]
    return {
        name: list(names) if len(names) > 1 else everything
        for names in genres.values()
        for name in names
    }


class KeyTermsOfEach(NamedTuple):
    """The terms that pass in each of several comparisons, and how many were tested in each."""

    table: pd.DataFrame
    tested: dict[str, int]


def key_terms_of_each(
    tokens: pd.DataFrame,
    among: Mapping[str, Collection[str]],
    *,
    base: pd.DataFrame,
    **options: Any,
) -> KeyTermsOfEach:
    """The key terms of each report among the reports that ``among`` names for it.

    ``base`` and ``options`` as in ``key_terms``, whose columns the table has, and ``report``
    after them. A report that has no tokens in ``base``, or none to be compared with, is not
    tested.
    """
    there = set(base["report"])
    tables, tested = [], {}
    for name, others in among.items():
        if name in there and there.intersection(others) - {name}:
            found = key_terms(
                tokens[tokens["report"].isin(list(others))],
                name,
                base=base[base["report"].isin(list(others))],
                **options,
            )
            tables.append(found.table.assign(report=name))
            tested[name] = found.tested
    if not tables:
        return KeyTermsOfEach(pd.DataFrame(columns=list(KEY_COLUMNS)), tested)
    return KeyTermsOfEach(pd.concat(tables, ignore_index=True), tested)


# What the body that governs a place of this level is called; of all other levels 人民政府.
_BODIES = {"development zone": "管理委员会"}


def own_name(record: Record) -> str:
    """The full name of the body that reports; empty where neither place nor issuer is known."""
    if record.jurisdiction:
        return record.jurisdiction + _BODIES.get(record.level, "人民政府")
    return record.issuer


def shortens(term: str, name: str) -> bool:
    """Whether the characters of ``term`` stand in ``name`` in this order, as in a short form.

    Chinese names are shortened by leaving characters out. It tells a body's own name from other
    words; a word that merely shares characters with a long name may pass too.

    >>> shortens("管委会", "火炬高技术产业开发区管理委员会"), shortens("立法", "连云港市人民政府")
    (True, False)
    """
    rest = iter(name)
    return bool(term) and all(character in rest for character in term)


def are_names(terms: pd.DataFrame, records: Mapping[str, Record]) -> pd.Series:
    """For each row of a table with ``term`` and ``report``, whether the term is the report's own.

    It is when it shortens the name of the body that reports (``own_name``, ``shortens``).
    """
    bodies = {name: own_name(record) for name, record in records.items()}
    pairs = zip(terms["term"], terms["report"], strict=True)
    own = [shortens(term, bodies[report]) for term, report in pairs]
    return pd.Series(own, index=terms.index, dtype=bool)


def _sections(tokens: pd.DataFrame, terms: pd.Series) -> pd.Series:
    held = tokens.drop_duplicates(["report", "section", "token"])["token"].value_counts()
    return terms.map(held).fillna(0).astype(int)
