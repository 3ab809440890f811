"""Which themes a sentence gets, from its own scores, its headings and the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreports.coding.context import BEFORE, Priors, continues, what_follows
from govreports.coding.moves import Move
from govreports.text.model import Report, Sentence

FORMULA = 0.5
"""A sentence that opens or closes a part is formula where half its clauses are."""
LOUDER = 2.0
"""And formula must speak so many times louder than any field of work."""
SPEAKS = 2.0
"""A heading whose words score less than this is read from what stands under it."""
FURTHER = 1.9
"""A further theme needs about one clause of its own that is typical of it."""
ABOUT_DISCLOSING = 1.0
"""Weight of openness, before anything is read, for every sentence of a disclosure report."""


_MOTTO = re.compile('[“"][^“”"]+[”"]。?')
"""A sentence that is nothing but words in quotation marks."""


class Heard(NamedTuple):
    """What was heard in the sentences of a report; rows are sentences, columns themes."""

    scores: NDArray[np.float64]
    asides: NDArray[np.bool_]  # further themes that a rule gives without weight
    formula_share: NDArray[np.float64]  # of each sentence's clauses


class Judgement(NamedTuple):
    """The themes of a sentence, by place in the list of themes, the primary first."""

    themes: tuple[int, ...]
    basis: str  # what context gave the primary theme; empty where its own words did


def judge(
    report: Report, heard: Heard, priors: Priors, positions: Sequence[Move], openness: int
) -> list[Judgement]:
    """Judge each sentence in order; ``openness`` is the place of T5, place 0 is no theme."""
    sentences, scores = report.sentences, heard.scores
    disclosing = report.genre == "disclosure"
    own = _with_what_follows(sentences, scores)
    rows = [priors.row[sentence.section] for sentence in sentences]
    total = own + priors.weights[rows]
    if disclosing:
        total[:, openness] += ABOUT_DISCLOSING
    total[:, 0] = 0.0
    silent = (own.max(axis=1) <= 0).tolist()
    formulas, further, weights = _formulas(report, heard), _further(heard), total.tolist()
    judged: list[Judgement] = []
    for at, sentence in enumerate(sentences):
        if positions[at] == "frame":
            judged.append(Judgement((0,), "preamble"))
            continue
        if formulas[at]:
            judged.append(Judgement((0,), "" if scores[at, 0] > 0 else "motto"))
            continue
        row, basis, rest = weights[at], "", further[at]
        before = judged[-1].themes[0] if at else 0
        follows = before and continues(sentence, sentences[at - 1])
        if follows:
            row[before] += BEFORE
        best = max(row)
        if (follows and silent[at]) or best <= 0:
            primary, basis = before, "before" if at else ""
        else:
            primary = row.index(best)
            if scores[at, primary] <= 0:
                heading = priors.weights[rows[at], primary] > 0
                basis = "following" if own[at, primary] > 0 else "heading" if heading else "before"
        themes = (primary, *[theme for theme in rest if theme != primary])
        if disclosing and primary and openness not in themes:
            themes = (*themes, openness)
        judged.append(Judgement(themes, basis))
    return judged


def _with_what_follows(
    sentences: Sequence[Sentence], scores: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The scores of content, with silent headings read from what stands under them."""
    own = scores.copy()
    for at in np.flatnonzero(scores.max(axis=1) < SPEAKS).tolist():
        if sentences[at].is_heading:
            own[at] = what_follows(at, sentences, scores)
    own[:, 0] = 0.0
    return own


def _formulas(report: Report, heard: Heard) -> list[bool]:
    """For each sentence, whether it is a motto, or formula that stands where formula stands."""
    open_parts = {s.id for s in report.sections if s.parent is None and s.role != "body"}
    loud = heard.scores[:, 0] > LOUDER * heard.scores[:, 1:].max(axis=1)
    formula = (loud & (heard.formula_share >= FORMULA)).tolist()
    return [
        (spoken and sentence.section in open_parts)
        or (
            report.text[sentence.start] in '“"' and bool(_MOTTO.fullmatch(report.wording(sentence)))
        )
        for spoken, sentence in zip(formula, report.sentences, strict=True)
    ]


def _further(heard: Heard) -> list[list[int]]:
    """For each sentence, the themes that speak enough, loudest first."""
    content = np.where(heard.asides, np.maximum(heard.scores, FURTHER), heard.scores)
    content[:, 0] = 0.0
    order = np.argsort(-content, axis=1, kind="stable").tolist()
    counts = (content >= FURTHER).sum(axis=1).tolist()
    return [themes[:count] for themes, count in zip(order, counts, strict=True)]
