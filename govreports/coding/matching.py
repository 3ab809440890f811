"""Where the rules fire: one pass of one automaton over a report, clause by clause."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from ahocorasick_rs import AhoCorasick
from numpy.typing import NDArray

from govreports.codebook.model import Codebook, Rule
from govreports.errors import DataError
from govreports.report.folding import fold

IN_TITLE = 0.5
"""Weight of a word inside 《》: a document's title names its subject, not what was done."""

_CLAUSE_ENDS = np.zeros(1 << 16, dtype=bool)
_CLAUSE_ENDS[[ord(c) for c in ",;:。\n!?"]] = True

Spans = tuple[tuple[int, int], ...]
"""A unit of matching, a sentence or a heading: one span, or several where furniture cuts it."""


class Haystack(NamedTuple):
    """Units in the matching view, one a line, without the space inside them."""

    text: str
    codes: NDArray[np.uint32]  # the code points of ``text``
    origin: NDArray[np.intp]  # where each character stands in the report's text
    unit: NDArray[np.intp]  # which unit it belongs to


class Named(NamedTuple):
    """Instruments that are named, by the longest of their names, one after another."""

    unit: NDArray[np.intp]  # for each
    instrument: NDArray[np.intp]  # its place among ``Matcher.instruments``
    start: NDArray[np.intp]  # in the report's text
    end: NDArray[np.intp]


class Firing(NamedTuple):
    """What fired in a report: the matches that count, and the clauses that they stand in."""

    unit: NDArray[np.intp]  # for each match
    clause: NDArray[np.intp]
    column: NDArray[np.intp]
    share: NDArray[np.float64]  # of the column's weight
    start: NDArray[np.intp]  # in the report's text
    end: NDArray[np.intp]
    first: NDArray[np.intp]  # the first clause of each unit
    opening: NDArray[np.uint64]  # the first two characters of each clause, as one number
    closing: NDArray[np.uint32]  # its last character; of an empty clause, a line end
    named: Named


class Matcher:
    """The rules and instruments of a codebook, compiled; a report is scanned once for all.

    Rules are literals only.

    A rule's literal does not count inside a longer one that covers it. What covers nothing
    (marks, which only conditions speak of, and rules of weight 0) counts everywhere.

    Each rule has a column for each of its weights.
    """

    def __init__(self, codebook: Codebook) -> None:
        rules = [*codebook.marks, *(rule for rule in codebook.rules if _of_coder(rule))]
        entries = [(rule, weight) for rule in rules for weight in _weights(rule)]
        self.rules: tuple[Rule, ...] = tuple(rule for rule, _ in entries)
        self.weights = np.array([weight for _, weight in entries], dtype=np.float64)
        self._covers = np.array([rule.covers for rule in self.rules])
        of_pattern: dict[str, list[int]] = {}
        for column, (rule, weight) in enumerate(entries):
            for text in {fold(p.text) for p in rule.patterns if p.weight == weight}:
                of_pattern.setdefault(text, []).append(column)
        named = {
            "".join(fold(form).split()): code.id
            for code in codebook.of_kind("instrument")
            for form in code.variants
        }
        self.instruments = tuple(dict.fromkeys(named.values()))
        for form in named:
            of_pattern.setdefault(form, [])
        numbers = {code: number for number, code in enumerate(self.instruments)}
        self._instrument_of = np.array(
            [numbers[named[form]] if form in named else -1 for form in of_pattern], np.intp
        )
        self._longest = max(map(len, of_pattern), default=0) + 1
        self._automaton = AhoCorasick(list(of_pattern))
        self._counts = np.array([len(columns) for columns in of_pattern.values()], dtype=np.intp)
        self._firsts = np.cumsum(self._counts) - self._counts
        self._flat = np.array([c for columns in of_pattern.values() for c in columns], np.intp)
        self._covering = np.array(
            [any(self._covers[c] for c in columns) for columns in of_pattern.values()]
        )
        self._conditional = np.array([any(_conditions(rule)) for rule in self.rules])
        asked_of = sorted({n for rule in self.rules for names in _conditions(rule) for n in names})
        places = {name: place for place, name in enumerate(asked_of)}
        self._name_of = np.array([places.get(rule.id, len(asked_of)) for rule in self.rules])
        self._asked = np.zeros((4, len(self.rules), len(asked_of) + 1), dtype=bool)
        for column, rule in enumerate(self.rules):
            for asked, names in zip(self._asked, _conditions(rule), strict=True):
                asked[column, [places[name] for name in names]] = True

    def fire(self, haystack: Haystack) -> Firing:
        """Match all units of a report."""
        codes = haystack.codes
        stops = np.flatnonzero(_CLAUSE_ENDS[codes & 0xFFFF])
        openers = np.concatenate([[0], stops[:-1] + 1])
        lines = np.flatnonzero(codes == ord("\n"))
        first = np.searchsorted(stops, np.concatenate([[0], lines[:-1] + 1]))
        found = self._found(haystack.text)
        column, start, end = self._matches(found)
        clause = np.searchsorted(stops, start)
        used = self._hold(column, clause, first, len(stops))
        column, start, end, clause = column[used], start[used], end[used], clause[used]
        in_title = _count_to(codes, "《", start) > _count_to(codes, "》", start)
        following = codes[np.minimum(openers + 1, len(codes) - 1)].astype(np.uint64)
        return Firing(
            unit=haystack.unit[start],
            clause=clause,
            column=column,
            share=np.where(in_title, IN_TITLE, 1.0),
            start=haystack.origin[start],
            end=haystack.origin[end - 1] + 1,
            first=first,
            opening=(codes[openers].astype(np.uint64) << np.uint64(32)) | following,
            closing=codes[np.maximum(stops - 1, openers)],
            named=self._named(found, haystack),
        )

    def _found(self, text: str) -> NDArray[np.intp]:
        """Literal, start and end of every match, by its start and then the longest first."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        found = np.fromiter(chain.from_iterable(matches), np.intp, 3 * len(matches)).reshape(-1, 3)
        return found[np.argsort(found[:, 1] * (self._longest + 1) - found[:, 2], kind="stable")]

    def _named(self, found: NDArray[np.intp], haystack: Haystack) -> Named:
        """The instruments; of names that overlap the first, of those, the longest."""
        instrument = self._instrument_of[found[:, 0]]
        rows = np.flatnonzero(instrument >= 0)
        kept, reach = [], 0
        places = zip(rows.tolist(), *found[rows, 1:].T.tolist(), strict=True)
        for row, start, end in places:
            if start >= reach:
                kept.append(row)
                reach = end
        start, end = found[kept, 1], found[kept, 2]
        return Named(
            haystack.unit[start],
            instrument[kept],
            haystack.origin[start],
            haystack.origin[end - 1] + 1,
        )

    def _matches(self, found: NDArray[np.intp]) -> tuple[NDArray[np.intp], ...]:
        """Column, start and end of every match that no longer literal covers."""
        reach = np.maximum.accumulate(np.where(self._covering[found[:, 0]], found[:, 2], 0))
        free = np.ones(len(found), dtype=bool)
        free[1:] = found[1:, 2] > reach[:-1]
        repeats = self._counts[found[:, 0]]
        row = np.repeat(np.arange(len(found)), repeats)
        within = np.arange(len(row)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        column = self._flat[self._firsts[found[row, 0]] + within]
        used = free[row] | ~self._covers[column]
        row, column = row[used], column[used]
        return column, found[row, 1], found[row, 2]

    def _hold(
        self,
        column: NDArray[np.intp],
        clause: NDArray[np.intp],
        first: NDArray[np.intp],
        clauses: int,
    ) -> NDArray[np.bool_]:
        """For each match, whether the conditions of its rule hold in its clause and sentence."""
        present = np.zeros((clauses, self._asked.shape[2]), dtype=bool)
        present[clause, self._name_of[column]] = True
        nearby = np.logical_or.reduceat(present, first, axis=0)
        at = np.flatnonzero(self._conditional[column])
        here = present[clause[at]]
        near = nearby[np.searchsorted(first, clause[at], "right") - 1]
        has, lacks, near_has, near_lacks = self._asked[:, column[at]]
        holds = np.ones(len(column), dtype=bool)
        holds[at] = (
            ((here & has).any(axis=1) | ~has.any(axis=1))
            & ~(here & lacks).any(axis=1)
            & ((near & near_has).any(axis=1) | ~near_has.any(axis=1))
            & ~(near & near_lacks).any(axis=1)
        )
        return holds


def _of_coder(rule: Rule) -> bool:
    """Whether the coder uses a rule: a code's own patterns propose measures and instruments."""
    if rule.id == rule.code:
        return False
    if any(pattern.regex for pattern in rule.patterns):
        raise DataError(f"rule {rule.id!r}: rules of the coder are literals only")
    return True


def _weights(rule: Rule) -> list[float]:
    return sorted({pattern.weight for pattern in rule.patterns})


def _conditions(rule: Rule) -> tuple[tuple[str, ...], ...]:
    return rule.clause_has, rule.clause_lacks, rule.sentence_has, rule.sentence_lacks


def lay_out(folded: str, units: Sequence[Spans]) -> Haystack:
    """Lay units of a folded text out; each has at least one character that is no space."""
    viewed = np.frombuffer((folded + "\n").encode("utf-32-le"), dtype=np.uint32)
    spans = [(start, end, at) for at, unit in enumerate(units) for start, end in unit]
    starts, ends, units_of = np.array(spans, dtype=np.intp).T
    # The character behind each unit gives way to its line end.
    closes = units_of != np.append(units_of[1:], len(units))
    sizes = ends - starts + closes
    laid = np.cumsum(sizes)
    origin = np.arange(laid[-1]) + np.repeat(starts - laid + sizes, sizes)
    unit = np.repeat(units_of, sizes)
    codes = viewed[origin]
    kept = codes > ord(" ")
    lines = laid[closes] - 1
    codes[lines], kept[lines] = ord("\n"), True
    codes = codes[kept]
    return Haystack(codes.tobytes().decode("utf-32-le"), codes, origin[kept], unit[kept])


def _count_to(
    codes: NDArray[np.uint32], character: str, places: NDArray[np.intp]
) -> NDArray[np.intp]:
    """How often a character occurs up to each place, which is counted in."""
    return np.searchsorted(np.flatnonzero(codes == ord(character)), places, side="right")
