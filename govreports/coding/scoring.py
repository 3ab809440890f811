"""How strongly each theme speaks in each sentence, from the rules that fired in its clauses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from govreports.coding.matching import Firing, Matcher

MEANS = """
通过 依托 围绕 按照 根据 结合 利用 借助 充分 本着 立足 着眼 坚持 对照 依据 随着 为了 为进 为深
为贯 为提 为加 为全 为切 紧扣 聚焦 以提 以推 以建 以实 以创 紧紧
"""
"""First two characters of clauses that tell means, ground or occasion; the deed is told by
another."""
AIMS = """
推动 促进 确保 提升 提高 增强 保障 营造 实现 不断 有效 努力 形成 切实 进而 最大 真正 使得 让人 让企
让群 为建 为推 为全 为经 为我 为开 更好 维护 助力 助推 更加 做到 力争 从而 着力
"""
"""And of clauses that, unless they open the sentence, tell an effect or an aim."""
WITHIN = "在", "时中后前上下际"
"""First and possible last characters of clauses that tell an occasion (在……过程中)."""
MEANS_WEIGHT = 0.45
AIMS_WEIGHT = 0.7
OTHERS = 0.4
"""What a theme keeps of its weight in a clause where another theme speaks louder."""
EARLIER, ALIKE = 1e-7, 1e-2
"""What a word loses for each match before it, so that between equals the first named leads (in a
clause that opens with its means, the last); and how far themes may differ and be equals."""
FIRST_NAMED = 0.4
"""Added to the theme of a sentence's first speaking clause: it decides between equals."""
DISCLOSING = 1.7
"""In a disclosure report, how much louder the clauses are that tell of disclosing."""
LOUDEST = 3.5
"""No clause counts more than this."""
TOPIC = 0.4
"""Weight of words that name the subject of the report's whole genre."""
HINTS = 1.5
"""All hints together (rules of weight 1) count no more than this for a theme in a sentence."""


def _openings(words: str) -> NDArray[np.uint64]:
    return np.sort(np.array([(ord(w[0]) << 32) | ord(w[1]) for w in words.split()], np.uint64))


_MEANS, _AIMS = _openings(MEANS), _openings(AIMS)
_WITHIN_ENDS = np.sort(np.array([ord(character) for character in WITHIN[1]], dtype=np.uint32))


class Scorer:
    """Scores of themes by unit (sentence or heading)."""

    def __init__(self, matcher: Matcher, themes: Sequence[str]) -> None:
        places = {theme: place for place, theme in enumerate(themes)}
        self._size = len(themes)
        codes = np.array([rule.code for rule in matcher.rules])
        ids = np.array([rule.id for rule in matcher.rules])
        self._of_name = {
            name: names == name for names in (codes, ids) for name in dict.fromkeys(names.tolist())
        }
        self._of_none = np.zeros(len(codes), dtype=bool)
        self._place = np.array([places.get(r.code, self._size) for r in matcher.rules], np.intp)
        self._openness = places.get("T5")
        self._weights = matcher.weights
        topics = np.array([rule.topic_of for rule in matcher.rules])
        self._topical = {
            genre: topics == genre for genre in dict.fromkeys(topics.tolist()) if genre
        }
        self._weights_in = {
            genre: np.where(of_genre, TOPIC, self._weights)
            for genre, of_genre in self._topical.items()
        }

    def score(self, firing: Firing, genre: str) -> NDArray[np.float64]:
        """Scores, units × themes."""
        weights = self._weights_in.get(genre, self._weights)
        best = np.zeros((len(firing.opening), self._size + 1))
        at = firing.clause, self._place[firing.column]
        side = np.where(_among(firing.opening, _MEANS), -EARLIER, EARLIER)
        earlier = side[firing.clause] * np.arange(len(firing.column))
        np.maximum.at(best, at, weights[firing.column] * firing.share - earlier)
        best = best[:, :-1]
        told = np.where(best > 1.0, best, 0.0)
        hints = best - told
        if genre == "disclosure" and self._openness is not None:
            told[:, self._openness] *= DISCLOSING
            np.minimum(told, LOUDEST, out=told)
        told[told < told.max(axis=1, keepdims=True) - ALIKE] *= OTHERS
        totals = np.add.reduceat(told * self._roles(firing)[:, None], firing.first, axis=0)
        totals += np.minimum(np.add.reduceat(hints, firing.first, axis=0), HINTS)
        return totals + self._first_named(told, firing)

    def topics(self, firing: Firing, genre: str) -> NDArray[np.bool_]:
        """For each unit and theme, whether its first clause is about the genre's own subject.

        As a means or an aim that subject is named everywhere, and says nothing.
        """
        named = np.zeros((len(firing.first), self._size + 1), dtype=bool)
        if genre not in self._topical:
            return named[:, :-1]
        opens = firing.clause == firing.first[firing.unit]
        side = _among(firing.opening, _MEANS) | _among(firing.opening, _AIMS)
        topical = self._topical[genre][firing.column] & opens & ~side[firing.clause]
        named[firing.unit[topical], self._place[firing.column[topical]]] = True
        return named[:, :-1]

    def speaks(self, firing: Firing, name: str, *, clauses: int = 0) -> NDArray[np.bool_]:
        """For each unit, whether the rule, or one of the code, fired; in its first ``clauses``."""
        fired = self._of_name.get(name, self._of_none)[firing.column]
        if clauses:
            fired &= firing.clause < firing.first[firing.unit] + clauses
        spoken = np.zeros(len(firing.first), dtype=bool)
        spoken[firing.unit[fired]] = True
        return spoken

    def formula_share(self, firing: Firing) -> NDArray[np.float64]:
        """For each unit, the share of its clauses in which a formula (T0) speaks."""
        fired = np.zeros(len(firing.opening))
        fired[firing.clause[self._place[firing.column] == 0]] = 1.0
        clauses = np.where(firing.closing != ord("\n"), 1.0, 0.0)
        counts = np.add.reduceat(clauses, firing.first)
        return np.asarray(np.add.reduceat(fired, firing.first) / np.maximum(counts, 1.0))

    def asides(self, firing: Firing) -> NDArray[np.bool_]:
        """For each unit and theme, whether a rule of weight 0 gives it as a further theme."""
        given = np.zeros((len(firing.first), self._size + 1), dtype=bool)
        aside = self._weights[firing.column] == 0
        given[firing.unit[aside], self._place[firing.column[aside]]] = True
        return given[:, :-1]

    def _roles(self, firing: Firing) -> NDArray[np.float64]:
        role = np.ones(len(firing.opening))
        aims = _among(firing.opening, _AIMS)
        aims[firing.first] = False
        role[aims] = AIMS_WEIGHT
        role[_among(firing.opening, _MEANS)] = MEANS_WEIGHT
        within = (firing.opening >> np.uint64(32)) == ord(WITHIN[0])
        role[within & _among(firing.closing, _WITHIN_ENDS)] = MEANS_WEIGHT
        return role

    def _first_named(self, told: NDArray[np.float64], firing: Firing) -> NDArray[np.float64]:
        sizes = np.diff(firing.first, append=len(told))
        # A means is no theme's first naming, unless nothing else in the sentence speaks.
        speaking = told.max(axis=1) > 0
        deeds = speaking & ~_among(firing.opening, _MEANS)
        speaking &= deeds | ~np.repeat(np.logical_or.reduceat(deeds, firing.first), sizes)
        place = np.where(speaking, np.arange(len(told)), len(told))
        earliest = np.minimum.reduceat(place, firing.first)
        bonus = np.zeros((len(earliest), self._size))
        units = np.flatnonzero(earliest < np.append(firing.first[1:], len(told)))
        bonus[units, told[earliest[units]].argmax(axis=1)] = FIRST_NAMED
        return bonus


def _among(
    values: NDArray[np.unsignedinteger], table: NDArray[np.unsignedinteger]
) -> NDArray[np.bool_]:
    """Which values are in a sorted table."""
    places = np.minimum(np.searchsorted(table, values), len(table) - 1)
    return np.asarray(table[places] == values)
