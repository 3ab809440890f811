"""How well a segmentation agrees with sentences segmented by hand.

The measures are those of the SIGHAN bakeoffs: a word is right if both its ends are; precision
and recall are the right words' share of the words found and of the words there are, F1 their
harmonic mean, out-of-vocabulary recall the recall of the words that a vocabulary does not
list. Punctuation is left out: marks are right by construction and flatter every figure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

import jieba
import numpy as np
import numpy.typing as npt
import pandas as pd

from govreports.errors import ArgumentError, DataError
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.stats.intervals import SEED, percentile
from govreports.tables import Source, check_report, read_rows, whole_number
from govreports.words.counted_text import counted_text
from govreports.words.segmenter import Segmenter, kind_of

Span = tuple[int, int]
Words = Callable[[str], Iterable[str]]
COLUMNS = ("report", "start", "end", "part", "words")
PARTS = ("development", "test")
EVALUATION_COLUMNS = ("measure", "value", "low", "high", "words")
MEASURES = ("precision", "recall", "f1", "oov_recall")


class HandSegmented(NamedTuple):
    """A sentence and the spans of its words, counted from the start of the sentence."""

    report: str
    start: int
    end: int
    part: str
    text: str
    words: tuple[Span, ...]


def read_sample(source: Source, texts: Mapping[str, str]) -> list[HandSegmented]:
    """The hand-segmented sentences of a CSV file (``report,start,end,part,words``).

    ``texts`` holds the decoded reports by identifier; ``words`` is the sentence with blanks
    between words.

    Raises:
        DataError: a line is malformed, names an unknown report or part, or its words do not
            join up to the text at its place.
    """
    sentences = []
    for line, row in read_rows(source, COLUMNS):
        place = f"{source}, line {line}"
        report, part = row["report"], row["part"]
        check_report(report, texts, place)
        if part not in PARTS:
            raise DataError(f"{place}: part {part!r} is none of {', '.join(PARTS)}")
        start, end = (whole_number(row[field], field, place) for field in ("start", "end"))
        text = texts[report][start:end]
        spans = word_spans(text, row["words"].split())
        if not text or spans is None:
            raise DataError(f"{place}: the words do not join up to the sentence in {report}")
        sentences.append(HandSegmented(report, start, end, part, text, tuple(spans)))
    return sentences


def word_spans(text: str, words: Iterable[str]) -> list[Span] | None:
    """Where these words stand in ``text``, blanks aside; None unless they make it up.

    >>> word_spans("共5830 家", ["共", "5830", "家"])
    [(0, 1), (1, 5), (6, 7)]
    """
    spans = []
    position = 0
    for word in filter(str.strip, words):
        while text[position : position + 1].isspace():
            position += 1
        if not text.startswith(word, position):
            return None
        spans.append((position, position + len(word)))
        position += len(word)
    return None if text[position:].strip() else spans


def evaluate(
    sentences: Sequence[HandSegmented],
    segment: Words,
    vocabulary: Collection[str],
    *,
    seed: int = SEED,
    replicates: int = 2000,
    level: float = 0.95,
) -> pd.DataFrame:
    """Agreement of ``segment`` with the sentences, with intervals.

    ``segment`` cuts a text into pieces that join up to it, blanks aside. Columns: ``measure``
    (precision, recall, f1, oov_recall), ``value``, ``low``, ``high`` (percentile interval over
    resampled sentences), ``words`` (how many the measure rests on). A measure that rests on
    no words is nan, and so is an interval where more than 1 − level of the resampled samples have
    none. A segmentation that loses or changes text is an ``ArgumentError``.
    """
    known = frozenset(vocabulary)
    tallies = [_tally(sentence, segment, known) for sentence in sentences]
    table = np.array(tallies, dtype=float).reshape(-1, 5)
    size = len(table)
    draws = np.random.default_rng(seed).integers(max(size, 1), size=(replicates, size))
    resampled = np.array([table[draw].sum(axis=0) for draw in draws])
    observed = _measures(table.sum(axis=0))
    low, high = np.transpose([percentile(column, level) for column in _measures(resampled).T])
    rests_on = table.sum(axis=0)[[1, 2, 2, 4]].astype(int)
    return pd.DataFrame(
        {"measure": MEASURES, "value": observed, "low": low, "high": high, "words": rests_on}
    )


def compare(
    sentences: Sequence[HandSegmented],
    ways: Mapping[str, Words],
    vocabulary: Collection[str],
    **options: int,
) -> pd.DataFrame:
    """``evaluate`` for each of several ways to cut, named in the column ``segmentation``."""
    tables = [
        evaluate(sentences, way, vocabulary, **options).assign(segmentation=name)
        for name, way in ways.items()
    ]
    if not tables:
        return pd.DataFrame(columns=[*EVALUATION_COLUMNS, "segmentation"])
    return pd.concat(tables, ignore_index=True)


def only_inside(
    words: Iterable[str], sentences: Sequence[HandSegmented], texts: Mapping[str, str]
) -> set[str]:
    """Those of the words that stand in these sentences and nowhere else in the texts.

    Blanks and line breaks do not count, widths of characters neither.
    """
    inside, outside = [_bare(sentence.text) for sentence in sentences], []
    for name, text in texts.items():
        ends = [0]
        for sentence in sorted(sentences, key=lambda sentence: sentence.start):
            if sentence.report == name:
                outside.append(_bare(text[ends[-1] : sentence.start]))
                ends.append(sentence.end)
        outside.append(_bare(text[ends[-1] :]))
    return {
        word
        for word in words
        if any(word in text for text in inside) and not any(word in text for text in outside)
    }


def _bare(text: str) -> str:
    """A text as a segmenter sees it, without blanks and line breaks."""
    return "".join(fold(text).split())


def cut_otherwise(tokens: pd.DataFrame, reports: Mapping[str, Report], way: Words) -> pd.DataFrame:
    """The rows of a token frame that are no words where another way cuts the same reports.

    Raises ``ArgumentError`` where ``way`` loses or changes text.
    """
    alike = np.zeros(len(tokens), dtype=bool)
    for name, report in reports.items():
        counted = counted_text(report)
        found = word_spans(counted.text, way(counted.text))
        if found is None:
            raise ArgumentError(f"the segmentation does not join up to the text of {name}")
        words = {counted.span(*span) for span in found}
        rows = np.flatnonzero((tokens["report"] == name).to_numpy())
        own = tokens.iloc[rows]
        places = zip(own["start"].tolist(), own["end"].tolist(), strict=True)
        alike[rows] = [place in words for place in places]
    return tokens[~alike]


def paths(segmenter: Segmenter) -> dict[str, Words]:
    """The ways of cutting that are compared, from jieba as it comes to what is counted here."""
    return {
        "jieba as it comes": bare_jieba(),
        "jieba with the phrase lexicon": jieba_with_lexicon(segmenter),
        "number rules only": chosen_path(Segmenter(words=[], lexicon=segmenter.lexicon)),
        "chosen path with the HMM": chosen_path(Segmenter(lexicon=segmenter.lexicon, hmm=True)),
        "chosen path": chosen_path(segmenter),
    }


def bare_jieba() -> Words:
    """jieba as it comes: its own dictionary and its hidden Markov model."""
    return _jieba({})


def jieba_with_lexicon(segmenter: Segmenter) -> Words:
    """jieba with the phrases of the lexicon added as words, as is commonly done."""
    return _jieba({term.term: 10_000 for term in segmenter.lexicon.terms})


def chosen_path(segmenter: Segmenter) -> Words:
    """What a segmenter of this project cuts."""
    return lambda text: [token.text for token in segmenter.tokens(text)]


def _jieba(words: Mapping[str, int]) -> Words:
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    for word, frequency in words.items():
        tokenizer.add_word(word, frequency)
    return tokenizer.cut


def _tally(
    sentence: HandSegmented, segment: Words, known: frozenset[str]
) -> tuple[int, int, int, int, int]:
    """Words right, found, there, out of vocabulary and right, out of vocabulary."""
    text = sentence.text
    found = word_spans(text, segment(text))
    if found is None:
        raise ArgumentError(f"the segmentation does not join up to its text: {text}")
    mine = {span for span in found if kind_of(text[slice(*span)]) != "punctuation"}
    there = {span for span in sentence.words if kind_of(text[slice(*span)]) != "punctuation"}
    unknown = {span for span in there if text[slice(*span)] not in known}
    return len(mine & there), len(mine), len(there), len(mine & unknown), len(unknown)


def _measures(tally: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    right, found, there, unknown_right, unknown = np.moveaxis(tally, -1, 0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.stack(
            [right / found, right / there, 2 * right / (found + there), unknown_right / unknown],
            axis=-1,
        )
