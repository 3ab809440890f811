"""Where the rules fire: one pass of one automaton over a report, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import AhoCorasick
from numpy.typing import NDArray

from govreports.coding.codes import Codebook, Rule
from govreports.errors import DataError
from govreports.text.normalise import view

CLAUSE_ENDS = np.array([ord(c) for c in ",;:。\n!?"], dtype=np.uint32)
IN_TITLE = 0.5
"""Weight of a word inside 《》: a document's title names its subject, not what was done."""


Spans = tuple[tuple[int, int], ...]
"""A unit of matching, a sentence or a heading: one span, or several where furniture cuts it."""


class Haystack(NamedTuple):
    """Units in the matching view, one a line, without the space inside them."""

    text: str
    origin: NDArray[np.intp]  # where each character stands in the report's text
    unit: NDArray[np.intp]  # which unit it belongs to


class Firing(NamedTuple):
    """What fired in a report: the matches that count, and the strength of rules by clause."""

    unit: NDArray[np.intp]  # for each match
    column: NDArray[np.intp]
    start: NDArray[np.intp]  # in the report's text
    end: NDArray[np.intp]
    strength: NDArray[np.float64]  # clauses × columns
    first: NDArray[np.intp]  # the first clause of each unit
    clause: NDArray[np.intp]  # the clause of each match
    opening: NDArray[np.uint64]  # the first two characters of each clause


class Matcher:
    """The rules of a codebook, compiled. Literals only: a report is scanned once for all."""

    def __init__(self, codebook: Codebook) -> None:
        rules = [r for r in codebook.rules if _is_literal(r)]
        entries = [(r, w) for r in (*codebook.marks, *rules) for w in _weights(r)]
        self.rules: tuple[Rule, ...] = tuple(rule for rule, _ in entries)
        self.weights = np.array([weight for _, weight in entries], dtype=np.float64)
        self._columns: dict[str, list[int]] = {}
        of_pattern: dict[str, list[int]] = {}
        for column, (rule, weight) in enumerate(entries):
            self._columns.setdefault(rule.id, []).append(column)
            for pattern in rule.patterns:
                if pattern.weight == weight:
                    columns = of_pattern.setdefault(view(pattern.text), [])
                    if column not in columns:
                        columns.append(column)
        self._automaton = AhoCorasick(list(of_pattern))
        self._counts = np.array([len(columns) for columns in of_pattern.values()], dtype=np.intp)
        self._firsts = np.concatenate([[0], np.cumsum(self._counts)[:-1]]).astype(np.intp)
        self._flat = np.array([c for columns in of_pattern.values() for c in columns], np.intp)
        self._conditional = [column for column, rule in enumerate(self.rules) if _conditions(rule)]

    def fire(self, haystack: Haystack) -> Firing:
        """Match all units of a report."""
        codes = np.frombuffer(haystack.text.encode("utf-32-le"), dtype=np.uint32)
        ends = np.isin(codes, CLAUSE_ENDS)
        clause_at = np.concatenate([[0], np.cumsum(ends)[:-1]]).astype(np.intp)
        found = _maximal(self._automaton.find_matches_as_indexes(haystack.text, overlapping=True))
        repeats = self._counts[found[:, 0]]
        row = np.repeat(np.arange(len(found)), repeats)
        within = np.arange(len(row)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        column = self._flat[self._firsts[found[row, 0]] + within]
        start, end = found[row, 1], found[row, 2]
        in_title = np.cumsum(codes == ord("《")) > np.cumsum(codes == ord("》"))
        clause = clause_at[start]
        strength = np.zeros((clause_at[-1] + 1, len(self.rules)))
        np.maximum.at(strength, (clause, column), np.where(in_title[start], IN_TITLE, 1.0))
        heads = np.flatnonzero(np.concatenate([[True], codes[:-1] == ord("\n")]))
        first = clause_at[heads]
        self._apply_conditions(strength, first)
        counts = strength[clause, column] > 0
        openers = np.flatnonzero(np.concatenate([[True], ends[:-1]]))
        following = codes[np.minimum(openers + 1, len(codes) - 1)].astype(np.uint64)
        return Firing(
            unit=haystack.unit[start][counts],
            column=column[counts],
            start=haystack.origin[start][counts],
            end=haystack.origin[end - 1][counts] + 1,
            strength=strength,
            first=first,
            clause=clause[counts],
            opening=(codes[openers].astype(np.uint64) << np.uint64(32)) | following,
        )

    def _apply_conditions(self, strength: NDArray[np.float64], first: NDArray[np.intp]) -> None:
        present = strength > 0
        sizes = np.diff(np.concatenate([first, [len(strength)]]))
        nearby = np.repeat(np.logical_or.reduceat(present, first), sizes, axis=0)
        for column in self._conditional:
            rule = self.rules[column]
            holds = np.ones(len(strength), dtype=bool)
            for names, where, wanted in (
                (rule.clause_has, present, True),
                (rule.clause_lacks, present, False),
                (rule.sentence_has, nearby, True),
                (rule.sentence_lacks, nearby, False),
            ):
                if names:
                    columns = [c for name in names for c in self._columns[name]]
                    holds &= where[:, columns].any(axis=1) == wanted
            strength[~holds, column] = 0.0


def _is_literal(rule: Rule) -> bool:
    if any(pattern.regex for pattern in rule.patterns) and rule.id != rule.code:
        raise DataError(f"rule {rule.id!r}: rules of the coder are literals only")
    return rule.id != rule.code


def _weights(rule: Rule) -> list[float]:
    return sorted({pattern.weight for pattern in rule.patterns})


def _conditions(rule: Rule) -> bool:
    return bool(rule.clause_has or rule.clause_lacks or rule.sentence_has or rule.sentence_lacks)


def _maximal(matches: list[tuple[int, int, int]]) -> NDArray[np.intp]:
    """The matches (pattern, start, end) that lie within no other match."""
    found = np.array(matches, dtype=np.intp).reshape(-1, 3)
    found = found[np.lexsort((-found[:, 2], found[:, 1]))]
    reach = np.maximum.accumulate(found[:, 2])
    kept = np.ones(len(found), dtype=bool)
    kept[1:] = found[1:, 2] > reach[:-1]
    return found[kept]


def lay_out(text: str, units: Sequence[Spans]) -> Haystack:
    """Lay units out for matching; each has at least one character that is no space."""
    viewed = view(text)
    pieces: list[str] = []
    places: list[NDArray[np.intp]] = []
    sizes: list[int] = []
    for unit in units:
        size = 1
        for start, end in unit:
            piece, place = viewed[start:end], np.arange(start, end)
            if " " in piece or "\n" in piece or "\r" in piece or "\t" in piece:
                kept = [i for i, c in enumerate(piece) if not c.isspace()]
                piece, place = "".join(piece[i] for i in kept), place[kept]
            size += len(piece)
            pieces.append(piece)
            places.append(place)
        pieces.append("\n")
        places.append(np.array([unit[-1][1]]))
        sizes.append(size)
    return Haystack(
        "".join(pieces), np.concatenate(places), np.repeat(np.arange(len(sizes)), sizes)
    )
