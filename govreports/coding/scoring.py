"""How strongly each theme speaks in each sentence, from the rules that fired in its clauses."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from govreports.coding.matching import Firing, Matcher

MEANS = """
通过 依托 围绕 按照 根据 结合 针对 利用 借助 充分 本着 立足 着眼 坚持 对照 依据 随着 为了 为进 为深
为贯 为提 为加 为全 为切 紧扣 聚焦 以提 以推 以建 以实 以创 紧紧
"""
"""First two characters of clauses that tell means, ground or occasion; the deed is told by
another."""
AIMS = """
推动 促进 确保 提升 提高 增强 保障 营造 实现 不断 有效 努力 形成 切实 进而 最大 真正 使得 让人 让企
让群 为建 为推 为全 为经 为我 为开 为企 更好 维护 助力 助推 更加 做到 力争 从而 着力
"""
"""And of clauses that, unless they open the sentence, tell an effect or an aim."""
MEANS_WEIGHT = 0.6
AIMS_WEIGHT = 0.7
OTHERS = 0.4
"""What a theme keeps of its weight in a clause where another theme speaks louder."""
FIRST_NAMED = 0.4
"""Added to the theme of a sentence's first speaking clause: it decides between equals."""
DISCLOSING = 1.7
"""In a disclosure report, how much louder the clauses are that tell of disclosing."""
TOPIC = 0.4
"""Weight of words that name the subject of the report's whole genre."""
LOUDEST = 3.5
"""No clause counts more than this."""
HINTS = 1.5
"""All hints together (rules of weight 1) count no more than this for a theme in a sentence."""


def _pairs(words: str) -> NDArray[np.uint64]:
    return np.array([(ord(w[0]) << 32) | ord(w[1]) for w in words.split()], dtype=np.uint64)


_MEANS, _AIMS = _pairs(MEANS), _pairs(AIMS)


class Scorer:
    """Scores of themes by unit (sentence or heading)."""

    def __init__(self, matcher: Matcher, themes: tuple[str, ...]) -> None:
        self.themes = themes
        self._codes = np.array([rule.code for rule in matcher.rules])
        self._of = [np.flatnonzero(self._codes == theme) for theme in themes]
        self._weights = matcher.weights
        self._topics = np.array([rule.topic_of for rule in matcher.rules])

    def score(self, firing: Firing, genre: str) -> NDArray[np.float64]:
        """Scores, units × themes."""
        clauses = len(firing.strength)
        told = np.zeros((clauses, len(self.themes)))
        hints = np.zeros_like(told)
        weights = np.where(self._topics == genre, TOPIC, self._weights)
        for index, columns in enumerate(self._of):
            weighted = firing.strength[:, columns] * weights[columns]
            if weighted.shape[1]:
                best = weighted.max(axis=1)
                strong = best > 1.0
                told[strong, index] = best[strong]
                hints[~strong, index] = best[~strong]
        if genre == "disclosure":
            told[:, self.themes.index("T5")] *= DISCLOSING
            np.minimum(told, LOUDEST, out=told)
        loudest = told.max(axis=1, keepdims=True)
        told = np.where(told < loudest, told * OTHERS, told)
        sizes = np.diff(np.concatenate([firing.first, [clauses]]))
        own = told * self._roles(firing, clauses)[:, None]
        totals = np.add.reduceat(own, firing.first, axis=0)
        totals += np.minimum(np.add.reduceat(hints, firing.first, axis=0), HINTS)
        totals += self._first_named(told, firing, sizes)
        return totals

    def speaks(self, firing: Firing, code: str, *, opening: bool = False) -> list[bool]:
        """For each unit, whether a rule of the code fired (``opening``: in its first clause)."""
        columns = self._codes == code
        fired: NDArray[np.bool_] = np.asarray(firing.strength[:, columns] > 0).any(axis=1)
        if opening:
            return list(fired[firing.first])
        return list(np.logical_or.reduceat(fired, firing.first))

    def formula_share(self, firing: Firing) -> list[float]:
        """For each unit, the share of its clauses in which a formula (T0) speaks."""
        fired = np.asarray(firing.strength[:, self._of[0]] > 0).any(axis=1).astype(float)
        sizes = np.diff(np.concatenate([firing.first, [len(fired)]]))
        return list(np.add.reduceat(fired, firing.first) / sizes)

    def _roles(self, firing: Firing, clauses: int) -> NDArray[np.float64]:
        role = np.ones(clauses)
        role[np.isin(firing.opening, _MEANS)] = MEANS_WEIGHT
        aims = np.isin(firing.opening, _AIMS)
        aims[firing.first] = False
        role[aims] = AIMS_WEIGHT
        return role

    def _first_named(
        self, told: NDArray[np.float64], firing: Firing, sizes: NDArray[np.intp]
    ) -> NDArray[np.float64]:
        bonus = np.zeros((len(sizes), len(self.themes)))
        unit_of = np.repeat(np.arange(len(sizes)), sizes)
        speaking = np.flatnonzero(told.max(axis=1) > 0)
        units, where = np.unique(unit_of[speaking], return_index=True)
        bonus[units, told[speaking[where]].argmax(axis=1)] = FIRST_NAMED
        return bonus
