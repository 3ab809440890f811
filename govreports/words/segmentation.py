"""Base tokens by the PKU convention, with their places, and the multiword terms over them.

Two layers. Base tokens cover the counted text without gap or overlap. Multiword terms are spans
over base tokens, matched leftmost and longest against the phrase lexicon: they never overlap
one another, a term nested in a longer one is not counted again, and the base tokens inside a
term stay counted in their own layer. Counts of the two layers are therefore never added up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

import pandas as pd

from govreports.errors import ArgumentError
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.schema import frame
from govreports.words.counted_text import counted_text
from govreports.words.segmenter import Kind, Segmenter

__all__ = [
    "PlacedTerm", "PlacedToken", "Segmenter", "report_terms", "segment_report", "token_frame",
]  # fmt: skip

Layer = Literal["token", "term"]


class PlacedToken(NamedTuple):
    """A base token of a report; ``text`` joins what a line break in the file parts."""

    start: int
    end: int
    text: str
    kind: Kind
    section: str
    paragraph: str
    sentence: str


class PlacedTerm(NamedTuple):
    """A multiword term of a report; ``text`` is the lexicon's form of it."""

    start: int
    end: int
    text: str
    section: str
    paragraph: str
    sentence: str


def segment_report(report: Report, segmenter: Segmenter) -> list[PlacedToken]:
    """The base tokens of the counted text of ``report``, with their places in its file."""
    counted = counted_text(report)
    return [
        PlacedToken(
            *counted.span(token.start, token.end),
            token.text,
            token.kind,
            *counted.unit(token.start)[2:],
        )
        for token in segmenter.tokens(counted.text)
    ]


def report_terms(report: Report, segmenter: Segmenter) -> list[PlacedTerm]:
    """The multiword terms of the counted text of ``report``, with their places in its file."""
    counted = counted_text(report)
    return [
        PlacedTerm(*counted.span(term.start, term.end), term.text, *counted.unit(term.start)[2:])
        for term in segmenter.terms(counted.text)
    ]


def token_frame(
    reports: Mapping[str, Report],
    segmenter: Segmenter,
    layer: Layer = "token",
    *,
    punctuation: bool = False,
) -> pd.DataFrame:
    """One row a base token, or a multiword term, of each report, in the order of the text.

    The frame ``tokens``; ``report`` is the key, ``token`` in the form of
    :func:`govreports.report.folding.fold`. Punctuation is left out unless asked for. Raises
    ``ArgumentError`` where the reports are not given by name.
    """
    if not isinstance(reports, Mapping):
        raise ArgumentError("reports are given by name: {name: report}")
    rows: list[tuple[object, ...]] = []
    for name, report in reports.items():
        if layer == "term":
            rows += [
                (name, t.section, t.paragraph, t.sentence, t.start, t.end, t.text, "term", layer)
                for t in report_terms(report, segmenter)
            ]
        else:
            rows += [
                (
                    name, t.section, t.paragraph, t.sentence,
                    t.start, t.end, fold(t.text), t.kind, layer,
                )
                for t in segment_report(report, segmenter)
                if punctuation or t.kind != "punctuation"
            ]  # fmt: skip
    return frame("tokens", rows)
