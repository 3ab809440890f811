"""Base tokens by the PKU convention, with their places, and the multiword terms over them.

Two layers. Base tokens cover the counted text without gap or overlap. Multiword terms are spans
over base tokens, matched leftmost and longest against the phrase lexicon: they never overlap
one another, a term nested in a longer one is not counted again, and the base tokens inside a
term stay counted in their own layer. Counts of the two layers are therefore never added up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.terms.boundaries import Span, attach_suffixes, fixed_spans
from govreports.terms.counted import Unit, counted_text
from govreports.terms.dictionary import BaseWord, Engine, open_cutter
from govreports.terms.lexicon import Lexicon, TermSpan, load_lexicon
from govreports.text.model import Report
from govreports.text.normalise import view

Kind = Literal["word", "number", "punctuation"]
Layer = Literal["token", "term"]
FRAME_COLUMNS = [
    "report", "section", "paragraph", "sentence", "start", "end", "token", "kind", "layer",
]  # fmt: skip

_BLANK = "\n"
_NOT_HAN = re.compile(r"[^一-鿕]")
_HAN = re.compile(r"[㐀-鿿豈-﫿\U00020000-\U0003ffff]")
_NUMERAL = re.compile(
    r"(?:第?(?:[\d.,]+|[〇零一二三四五六七八九十百千万亿两]+)[百千万亿]*[余多几]?[万亿]?[%％‰]?"
    r"|[〇零一二三四五六七八九十百千万]+分之[〇零一二三四五六七八九十百千万]+"
    r"|\d+[年月日](?:份|度)?|[\d+A-Z]+\+[\d+A-Z]+)"
)
_NUMERAL_STARTS = frozenset("0123456789第〇零一二三四五六七八九十百千万亿两")


class Token(NamedTuple):
    """A base token; ``start`` and ``end`` are code points of the text it was found in."""

    start: int
    end: int
    text: str
    kind: Kind = "word"


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


class Counts(NamedTuple):
    """How often each base token (punctuation left out) and each multiword term occurs."""

    tokens: Counter[str]
    terms: Counter[str]


class Segmenter:
    """A word segmenter of its own: one engine, the amended dictionary, the phrase lexicon.

    Words are the most probable path through the dictionary, without the engines' hidden Markov
    model: that joins single characters by guess, undoes what the dictionary strikes out, and
    was worse on the hand-segmented sample (``corpus/segmentation``).

    Args:
        engine: ``jieba``, or ``rjieba``, many times faster; the tokens are the same.
        words: amendments to the dictionary, by default those of ``data/base_words.csv``.
        lexicon: multiword terms, by default ``data/lexicon.csv`` and the named instruments.

    >>> segmenter = Segmenter()
    >>> [token.text for token in segmenter.tokens("推行“双随机、一公开”5871户")]
    ['推行', '“', '双', '随机', '、', '一', '公开', '”', '5871', '户']
    >>> [term.text for term in segmenter.terms("推行“双随机，一公开”5871户")]
    ['双随机、一公开']
    """

    def __init__(
        self,
        engine: Engine = "jieba",
        *,
        words: list[BaseWord] | None = None,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.lexicon = load_lexicon() if lexicon is None else lexicon
        self._cut, provenance = open_cutter(engine, words)
        self.provenance = {**provenance, "lexicon_sha256": self.lexicon.sha256}

    def tokens(self, text: str, start: int = 0) -> list[Token]:
        """The base tokens of ``text``, punctuation included, blanks left out.

        ``start`` is added to every offset: the place of ``text`` in a longer one.
        """
        return [
            Token(first + start, last + start, text[first:last], kind_of(text[first:last]))
            for first, last in pairwise(self.boundaries(text))
            if not text[first:last].isspace()
        ]

    def terms(self, text: str, start: int = 0) -> list[TermSpan]:
        """The multiword terms of ``text``, whose ends must be ends of base tokens."""
        return [
            TermSpan(term.start + start, term.end + start, term.text)
            for term in self._bounded(text, _edges(*self._pieces(text)))
        ]

    def boundaries(self, text: str) -> list[int]:
        """Where base tokens and blanks begin in ``text``, and its length at the end."""
        return np.flatnonzero(_edges(*self._pieces(text))).tolist()

    def counts(self, text: str) -> Counts:
        """Both layers of ``text`` counted, without the places: the fast way to frequencies."""
        words, spans = self._pieces(text)
        tokens = Counter(words)
        del tokens[_BLANK]
        tokens.update([text[start:end] for start, end in spans if text[start].isalnum()])
        return Counts(tokens, Counter([t.text for t in self._bounded(text, _edges(words, spans))]))

    def _pieces(self, text: str) -> tuple[list[str], list[Span]]:
        # Engines differ outside Han characters, so that they see only these; line breaks keep
        # every offset and cost one call for the whole text.
        spans = fixed_spans(text)
        han = _NOT_HAN.sub(_BLANK, text)
        kept, position = [], 0
        for start, end in spans:
            kept += han[position:start], _BLANK * (end - start)
            position = end
        words = self._cut("".join([*kept, han[position:]]))
        attach_suffixes(words)
        return words, spans

    def _bounded(self, text: str, edges: npt.NDArray[np.bool_]) -> Iterator[TermSpan]:
        for term in self.lexicon.match(text):
            if edges[term.start] and edges[term.end]:
                yield term


def _edges(words: list[str], spans: list[Span]) -> npt.NDArray[np.bool_]:
    ends = np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)))
    edges = np.zeros(ends[-1] + 1 if len(words) else 1, dtype=bool)
    edges[0] = True
    edges[ends] = True
    for start, end in spans:
        edges[start + 1 : end] = False
    return edges


def kind_of(token: str) -> Kind:
    """Whether a token is a word (Latin letters included), a number or date, or punctuation."""
    if token[0] in _NUMERAL_STARTS and _NUMERAL.fullmatch(token):
        return "number"
    if token.isalnum() or any(character.isalnum() for character in token):
        return "word"
    return "punctuation"


def has_han(text: str) -> bool:
    """Whether any Chinese character occurs in ``text``."""
    return bool(_HAN.search(text))


def segment_report(report: Report, segmenter: Segmenter) -> list[PlacedToken]:
    """The base tokens of the counted text of ``report``, with their places in its file."""
    counted = counted_text(report)
    boundaries = segmenter.boundaries(counted.text)
    placed = []
    units = iter(counted.units)
    unit = next(units, Unit(0, 0, "", "", ""))
    for first, last in pairwise(boundaries):
        text = counted.text[first:last]
        if text.isspace():
            continue
        while first >= unit.end:
            unit = next(units)
        start, end = counted.span(first, last)
        placed.append(
            PlacedToken(
                start, end, text, kind_of(text), unit.section, unit.paragraph, unit.sentence
            )
        )
    return placed


def report_terms(report: Report, segmenter: Segmenter) -> list[PlacedTerm]:
    """The multiword terms of the counted text of ``report``, with their places in its file."""
    counted = counted_text(report)
    placed = []
    units = iter(counted.units)
    unit = next(units, Unit(0, 0, "", "", ""))
    for term in segmenter.terms(counted.text):
        while term.start >= unit.end:
            unit = next(units)
        start, end = counted.span(term.start, term.end)
        placed.append(
            PlacedTerm(start, end, term.text, unit.section, unit.paragraph, unit.sentence)
        )
    return placed


def count_report(report: Report, segmenter: Segmenter) -> Counts:
    """Both layers of ``report`` counted, without the places: the fast way to frequencies.

    Tokens are counted in the form of :func:`govreports.text.normalise.view`.
    """
    return segmenter.counts(view(counted_text(report).text))


def token_frame(
    reports: Mapping[str, Report],
    segmenter: Segmenter,
    layer: Layer = "token",
    *,
    punctuation: bool = False,
) -> pd.DataFrame:
    """One row a base token, or a multiword term, of each report, in the order of the text.

    Columns: ``report`` (the key), ``section``, ``paragraph``, ``sentence`` (identifiers of the
    text model; a heading on its own line is ``h`` and its section), ``start`` and ``end`` in
    the file, ``token`` in the form of :func:`govreports.text.normalise.view`, ``kind``
    (``word``, ``number``, ``punctuation`` or ``term``) and ``layer``. Punctuation is left out
    unless asked for.
    """
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
                    t.start, t.end, view(t.text), t.kind, layer,
                )
                for t in segment_report(report, segmenter)
                if punctuation or t.kind != "punctuation"
            ]  # fmt: skip
    return pd.DataFrame(rows, columns=FRAME_COLUMNS)
