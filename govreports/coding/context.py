"""What a sentence's place says where its words are silent: headings, and the sentence before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from govreports.text.model import Report, Section, Sentence

NEAREST = (1.2, 0.6, 0.3)
"""Weight of the nearest heading above a sentence, of the one above that, and of the top."""
BEFORE = 1.2
"""Weight of the theme of the sentence before, within the same paragraph and section."""
TITLE_SPEAKS = 2.0
"""A heading whose best theme scores less says nothing (一、主要做法和成效)."""
DISCLOSING = 1.0
"""Weight of openness for every sentence of a disclosure report."""


class Prior(NamedTuple):
    """Weights of themes before a sentence is read, and the heading that says most."""

    weights: tuple[float, ...]
    heading: tuple[int, int] | None
    theme: int | None  # of that heading


def heading_priors(
    report: Report, titles: Mapping[str, Sequence[float]], size: int
) -> dict[str, Prior]:
    """The prior of each section, from the scores of its heading and of those above it."""
    sections = {section.id: section for section in report.sections}
    return {section.id: _prior(section, sections, titles, size) for section in report.sections}


def _prior(
    section: Section,
    sections: Mapping[str, Section],
    titles: Mapping[str, Sequence[float]],
    size: int,
) -> Prior:
    weights = [0.0] * size
    said: tuple[tuple[int, int] | None, int | None] = (None, None)
    chain: list[Section] = []
    current: Section | None = section
    while current is not None:
        if max(titles.get(current.id, (0.0,))) >= TITLE_SPEAKS:
            chain.append(current)
        current = sections.get(current.parent or "")
    for weight, link in zip(NEAREST, chain, strict=False):
        scores = titles[link.id]
        best = max(scores)
        for index, score in enumerate(scores):
            weights[index] += weight * score / best
        if said[0] is None:
            said = (link.heading, list(scores).index(best))
    return Prior(tuple(weights), *said)


def continues(sentence: Sentence, before: Sentence | None) -> bool:
    """Whether a sentence goes on from the one before: same paragraph, same section."""
    return (
        before is not None
        and before.paragraph == sentence.paragraph
        and before.section == sentence.section
        and not sentence.is_heading
    )
