"""What the theme of each sentence rests on, as shares of a report's sentences.

The coder says of every sentence what gave its primary theme (`govreports.coding.judging.Basis`).
A large share of own words is no measure of truth; `govreports.coding.confidence_checked` says how
often a theme of each basis was right where the truth is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from govreports.coding.coder import Coding
from govreports.coding.judging import Basis
from govreports.tables import packaged, read_rows

GROUPS: Mapping[str, tuple[Basis, ...]] = {
    "own words": ("words",),
    "hints": ("hints",),
    "heading": ("heading",),
    "inheritance": ("before", "following"),
    "place": ("preamble", "motto"),
    "nothing": ("nothing",),
}
"""What bases are told together. Own words name a theme or are typical of it; hints are words
that decide only where nothing stronger speaks; inheritance is from the sentence before or those
that follow; a place, or a form, is all that a preamble or a motto needs to have no theme."""
GROUP_OF: Mapping[Basis, str] = {basis: group for group, bases in GROUPS.items() for basis in bases}


def right_by_group() -> dict[str, tuple[int, int]]:
    """Sentences coded by hand that rest on each group, and those of them whose theme was right.

    Of the samples on which the rules were measured (``right_by_basis.csv``). They are of five
    reports, and the rules were mended after two of the three samples.
    """
    rows = read_rows(packaged("right_by_basis.csv"), ("basis", "sentences", "right"))
    return {row["basis"]: (int(row["sentences"]), int(row["right"])) for _, row in rows}


class BasisShare(NamedTuple):
    """How many sentences rest on one group of bases, and their share of all, 0 to 1."""

    basis: str
    sentences: int
    share: float


def basis_shares(codings: Collection[Coding]) -> tuple[BasisShare, ...]:
    """Of how many sentences the theme rests on what: all of ``GROUPS``, in their order.

    Shares are nan where there is no sentence.
    """
    return shares_of_bases([coding.basis for coding in codings])


def shares_of_bases(bases: Collection[Basis]) -> tuple[BasisShare, ...]:
    """`basis_shares` where only the basis of each sentence is at hand."""
    counts = Counter(GROUP_OF[basis] for basis in bases)
    total = len(bases) or float("nan")
    return tuple(BasisShare(group, counts[group], counts[group] / total) for group in GROUPS)
