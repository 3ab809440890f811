"""The segmenter: base tokens of a text by the PKU convention, and the multiword terms over them."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from govreports.report.folding import fold
from govreports.words.boundaries import SUFFIXES, Span, fixed_spans
from govreports.words.dictionary import BaseWord, Engine, open_cutter
from govreports.words.lexicon import Lexicon, TermSpan, load_lexicon

Kind = Literal["word", "number", "punctuation"]

_BLANK = "\n"
_FIRST_HAN, _LAST_HAN = ord("一"), ord("鿕")  # what jieba looks up in its dictionary
_IS_SUFFIX = np.zeros(_LAST_HAN + 1, dtype=bool)  # by code point
_IS_SUFFIX[[ord(suffix) for suffix in SUFFIXES]] = True
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


class LayerCounts(NamedTuple):
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
        hmm: turn the hidden Markov model on, to measure what it does.

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
        hmm: bool = False,
    ) -> None:
        self.lexicon = load_lexicon() if lexicon is None else lexicon
        self._cut, provenance = open_cutter(engine, words, hmm=hmm)
        # A name that is one base token is counted as that, not in both layers.
        forms = "\n".join(self.lexicon.forms)
        self._single = {token.text for token in self.tokens(forms)}
        self.lexicon = self.lexicon.apart_from(self._single)
        self.provenance = {**provenance, "lexicon_sha256": self.lexicon.sha256}

    def tokens(self, text: str, start: int = 0) -> list[Token]:
        """The base tokens of ``text``, punctuation included, blanks left out.

        ``start`` is added to every offset: the place of ``text`` in a longer one.
        """
        plain = fold(text)
        return [
            Token(first + start, last + start, text[first:last], kind_of(plain[first:last]))
            for first, last in pairwise(self.boundaries(plain))
            if not plain[first].isspace()
        ]

    def terms(self, text: str, start: int = 0) -> list[TermSpan]:
        """The multiword terms of ``text``; a match that cuts a base token is none."""
        plain = fold(text)
        edges = self._pieces(plain).edges.tobytes()
        return [
            TermSpan(term.start + start, term.end + start, term.text)
            for term in self.lexicon.match(plain)
            if edges[term.start] and edges[term.end] and term.text not in self._single
        ]

    def boundaries(self, text: str) -> list[int]:
        """Where base tokens and blanks begin in ``text``, and its length at the end."""
        return np.flatnonzero(self._pieces(fold(text)).edges).tolist()

    def counts(self, text: str) -> LayerCounts:
        """Both layers of ``text`` counted, without the places: the fast way to frequencies.

        Tokens are counted in the form of :func:`govreports.report.folding.fold`.
        """
        plain = fold(text)
        words, spans, edges = self._pieces(plain)
        tokens = Counter(words)
        tokens.update([plain[start:end] for start, end in spans if plain[start].isalnum()])
        del tokens[_BLANK]
        terms = self.lexicon.within(plain, edges)
        return LayerCounts(tokens, Counter([name for name in terms if name not in self._single]))

    def _pieces(self, text: str) -> _Pieces:
        # Engines differ outside Han characters, so that they see only these; line breaks keep
        # every offset and cost one call for the whole text.
        spans = fixed_spans(text)
        codes = np.frombuffer(text.encode("utf-32-le"), dtype="<u4").copy()
        begins, apart = _marked(spans, len(text))
        codes[(codes < _FIRST_HAN) | (codes > _LAST_HAN) | apart] = ord(_BLANK)
        words = self._cut(codes.tobytes().decode("utf-32-le"))
        # One look for the marks between the words is faster than asking each for its length.
        parted = np.frombuffer("\0".join([*words, ""]).encode("utf-32-le"), dtype="<u4")
        ends = np.flatnonzero(parted == 0) - np.arange(len(words))
        lengths = np.diff(ends, prepend=0)
        pairs = np.flatnonzero((lengths[:-1] == len("受理")) & (lengths[1:] == len("率")))
        pairs = pairs[_IS_SUFFIX[codes[ends[pairs]]]]
        edges = np.zeros(len(text) + 1, dtype=bool)
        edges[0] = edges[ends] = True
        edges[ends[pairs]] = False
        edges[:-1] &= begins | ~apart
        for place in pairs.tolist():
            words[place] += words[place + 1]
            words[place + 1] = _BLANK
        return _Pieces(words, spans, edges)


class _Pieces(NamedTuple):
    """What an engine made of a text, and what stands apart from it."""

    words: list[str]  # in order, suffixes joined to theirs; blanks where there is no word
    spans: list[Span]
    # One longer than the text: true where a token or a blank begins, and at its end.
    edges: npt.NDArray[np.bool_]


def _marked(spans: list[Span], size: int) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """For each place of a text, whether a span begins there, and whether one holds it."""
    places = np.array(spans, dtype=np.intp).reshape(-1, 2)
    steps = np.zeros(size + 1, dtype=np.int8)
    steps[places[:, 0]] = 1
    begins = steps[:-1] == 1
    steps[places[:, 1]] -= 1
    return begins, np.cumsum(steps[:-1], dtype=np.int8) == 1


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
