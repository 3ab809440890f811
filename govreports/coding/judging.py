"""Which themes a sentence gets, from its own scores, its headings and the sentences around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreports.coding.context import BEFORE, Priors, continues, what_follows
from govreports.coding.moves import GENRES_OF_LAW, Move
from govreports.report.model import Report, Sentence

Basis = Literal["words", "hints", "heading", "before", "following", "preamble", "motto", "nothing"]
"""What gave a sentence its primary theme: its own words (typical of a theme, or hints alone), the
heading above, the sentence before, those that follow, its place (preamble) or form (motto), or
nothing but what its genre is mostly about."""

FORMULA = 0.5
"""A sentence that opens or closes a part is formula where half its clauses are."""
LOUDER = 2.0
"""And formula must speak so many times louder than any field of work."""
SPEAKS = 1.8
"""Words that score less are no more than hints; a heading of hints is read from its section."""
NAMES = 2.5
"""From this score on a sentence names its theme: none but rivals that it names can take it."""
RIVAL = 0.5
"""A theme that it names is no rival of the loudest if it speaks less than so much as loud."""
FURTHER = 1.8
"""A further theme needs about one clause of its own that is typical of it."""
ABOUT_DISCLOSING = 1.0
"""Weight of openness, before anything is read, for every sentence of a disclosure report."""

THIN = 24
"""A silent sentence of a report on everything (a work report) goes on from the one before if it
has no more characters than this; a longer one tells of something that no rule knows."""

_MOTTO = re.compile('[“"][^“”"]+[”"]。?')
"""A sentence that is nothing but words in quotation marks."""


class Heard(NamedTuple):
    """What was heard in the sentences of a report; rows are sentences, columns themes."""

    scores: NDArray[np.float64]
    asides: NDArray[np.bool_]  # further themes that a rule gives without weight
    topics: NDArray[np.bool_]  # themes whose words name the subject of the whole genre
    formula_share: NDArray[np.float64]  # of each sentence's clauses
    thanks: NDArray[np.bool_]  # sentences that thank or praise the hearers, and tell nothing


class Judgement(NamedTuple):
    """The themes of a sentence, by place in the list of themes, the primary first."""

    themes: tuple[int, ...]
    basis: Basis


def judge(
    report: Report, heard: Heard, priors: Priors, positions: Sequence[Move], default: int, also: int
) -> list[Judgement]:
    """Judge each sentence in order; place 0 is no theme.

    Args:
        default: the theme of a sentence of which neither words nor place say anything
        also: a theme that every sentence has besides its own; 0 for none
    """
    sentences, scores = report.sentences, heard.scores
    own = _with_what_follows(sentences, heard)
    named = own.max(axis=1, keepdims=True) >= NAMES
    rows = [priors.row[sentence.section] for sentence in sentences]
    # Where a sentence names its subject, its place only decides between themes that it names.
    rivals = own >= RIVAL * own.max(axis=1, keepdims=True)
    open_to = (rivals | ~named).astype(float)
    total = own + priors.weights[rows] * open_to
    if also:
        total[:, also] += ABOUT_DISCLOSING
    total[:, 0] = 0.0
    silent = (own.max(axis=1) <= 0).tolist()
    formulas, further, weights = _formulas(report, heard), _further(heard), total.tolist()
    # Lists: one element of them is read faster than one of an array.
    heard_of, own_of, topics = scores.tolist(), own.tolist(), heard.topics.tolist()
    above = (priors.weights > 0).tolist()
    open_to = open_to.tolist()
    broad = report.genre not in GENRES_OF_LAW
    judged: list[Judgement] = []
    for at, sentence in enumerate(sentences):
        if positions[at] == "frame":
            judged.append(Judgement((0,), "preamble"))
            continue
        if formulas[at]:
            judged.append(Judgement((0,), "words" if heard_of[at][0] > 0 else "motto"))
            continue
        row, rest = weights[at], further[at]
        before = judged[-1].themes[0] if at else 0
        follows = before and continues(sentence, sentences[at - 1])
        thin = not broad or sentence.end - sentence.start <= THIN
        if follows and (thin or not silent[at]):
            row[before] += BEFORE * open_to[at][before]
        best = max(row)
        basis: Basis
        if follows and silent[at] and thin:
            primary, basis = before, "before"
        elif best <= 0:
            primary, basis = default, "nothing"
        else:
            primary = row.index(best)
            score = heard_of[at][primary]
            if score >= SPEAKS or topics[at][primary]:
                basis = "words"
            elif own_of[at][primary] > score:
                basis = "following"
            elif above[rows[at]][primary]:
                basis = "heading"
            elif follows and primary == before:
                basis = "before"
            else:
                basis = "hints" if score > 0 else "nothing"
        themes = (primary, *[theme for theme in rest if theme != primary])
        if also and primary and also not in themes:
            themes = (*themes, also)
        judged.append(Judgement(themes, basis))
    return judged


def _with_what_follows(sentences: Sequence[Sentence], heard: Heard) -> NDArray[np.float64]:
    """The scores of content, with headings and openings that are silent read from what follows.

    A sentence that names nothing but the subject of the whole genre is about that.
    """
    scores = heard.scores
    own = scores.copy()
    quiet = scores[:, 1:].max(axis=1) < SPEAKS
    topical = quiet & heard.topics.any(axis=1)
    own[heard.topics & topical[:, None]] = NAMES
    for at in np.flatnonzero(quiet & ~topical).tolist():
        opens = at == 0 or not continues(sentences[at], sentences[at - 1])
        if sentences[at].is_heading or (opens and scores[at, 1:].max() <= 0):
            own[at] = what_follows(at, sentences, scores)
    own[:, 0] = 0.0
    return own


def _formulas(report: Report, heard: Heard) -> list[bool]:
    """For each sentence, whether it is a motto, or formula that nothing else speaks in.

    Where formula stands, at the head and in the closing parts, it need not be alone.
    """
    open_parts = {s.id for s in report.sections if s.parent is None and s.role != "body"}
    content = heard.scores[:, 1:].max(axis=1)
    loud = heard.scores[:, 0] > LOUDER * content
    formula = (loud & (heard.formula_share >= FORMULA)).tolist()
    alone = (((heard.formula_share >= 1.0) & (content <= 0)) | heard.thanks).tolist()
    return [
        (nothing_else and not sentence.is_heading)
        or (spoken and sentence.section in open_parts)
        or (
            report.text[sentence.start] in '“"' and bool(_MOTTO.fullmatch(report.wording(sentence)))
        )
        for nothing_else, spoken, sentence in zip(alone, formula, report.sentences, strict=True)
    ]


def _further(heard: Heard) -> list[list[int]]:
    """For each sentence, the themes that speak enough, loudest first."""
    content = np.where(heard.asides, np.maximum(heard.scores, FURTHER), heard.scores)
    content[:, 0] = 0.0
    order = np.argsort(-content, axis=1, kind="stable").tolist()
    counts = (content >= FURTHER).sum(axis=1).tolist()
    return [themes[:count] for themes, count in zip(order, counts, strict=True)]
