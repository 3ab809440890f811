"""What a sentence's place says where its words are silent: headings, and the sentence before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreports.report.model import Report, Sentence

NEAREST = (1.2, 0.6, 0.3)
"""Weight of the nearest heading above a sentence, of the one above that, and of the next."""
BEFORE = 1.2
"""Weight of the theme of the sentence before, within the same paragraph and section."""
TITLE_SPEAKS = 2.0
"""A heading whose best theme scores less says nothing (一、主要做法和成效)."""


class Priors(NamedTuple):
    """What headings say before a sentence is read."""

    row: Mapping[str, int]  # the row of each section
    weights: NDArray[np.float64]  # sections × themes
    heading: tuple[tuple[int, int] | None, ...]  # the nearest heading that says something


def heading_priors(report: Report, titled: Sequence[str], scores: NDArray[np.float64]) -> Priors:
    """The prior of each section, from the scores of its heading and of those above it.

    Args:
        titled: the identifiers of the sections that have a heading
        scores: of those headings, headings × themes
    """
    best = scores.max(axis=1, initial=0.0)
    shares = np.vstack([scores / np.maximum(best, 1.0)[:, None], np.zeros(scores.shape[1])])
    speaks = {name: at for at, name in enumerate(titled) if best[at] >= TITLE_SPEAKS}
    heading = {section.id: section.heading for section in report.sections}
    chains: dict[str, tuple[str, ...]] = {}
    for section in report.sections:
        above = chains.get(section.parent or "", ())
        own = (section.id,) if section.id in speaks else ()
        chains[section.id] = (own + above)[: len(NEAREST)]
    silent = len(titled)
    picks = np.array(
        [
            [speaks[name] for name in chain] + [silent] * (len(NEAREST) - len(chain))
            for chain in chains.values()
        ],
        dtype=np.intp,
    ).reshape(-1, len(NEAREST))
    return Priors(
        row={name: row for row, name in enumerate(chains)},
        weights=np.einsum("r,srt->st", np.array(NEAREST), shares[picks]),
        heading=tuple(heading[c[0]] if c else None for c in chains.values()),
    )


def continues(sentence: Sentence, before: Sentence) -> bool:
    """Whether a sentence goes on from the one before: same paragraph, same section."""
    return (
        before.section == sentence.section
        and before.paragraph == sentence.paragraph
        and not sentence.is_heading
    )


def what_follows(
    index: int, sentences: Sequence[Sentence], scores: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The scores of a silent heading and its section together; of others, and their paragraph."""
    first = sentences[index]
    end = index + 1
    while end < len(sentences) and (
        (sentences[end].section + ".").startswith(first.section + ".")
        if first.is_heading
        else continues(sentences[end], first)
    ):
        end += 1
    return np.asarray(scores[index:end].sum(axis=0))
