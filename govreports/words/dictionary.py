"""The base dictionary: jieba's own, amended, behind either engine.

Struck out are the compounds of ``data/base_compounds.txt`` (a rule, see ``compounds``); then
``data/base_words.csv`` adds, strikes or restores single words, each with its reason.

Both engines read the same amendments and run over Han characters alone, so that they give the
same words. No dictionary is read from, or left in, a folder shared with other programs.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Callable, Mapping
from functools import partial
from importlib import metadata
from math import log
from typing import Literal, NamedTuple

import jieba
import rjieba

from govreports.errors import DataError
from govreports.tables import Source, packaged, read_rows, whole_number

Engine = Literal["jieba", "rjieba"]
ENGINES: tuple[Engine, ...] = ("jieba", "rjieba")
BASE_WORDS = "base_words.csv"
BASE_COMPOUNDS = "base_compounds.txt"
_HAN_RUN = re.compile(r"[一-鿕]+|[^一-鿕]")

jieba.setLogLevel(logging.WARNING)


class BaseWord(NamedTuple):
    """An amendment: ``frequency`` replaces that of jieba's dictionary, 0 strikes the word out."""

    word: str
    frequency: int
    reason: str


class Cutter(NamedTuple):
    """A ready engine: ``cut`` splits a text into pieces that join up to it again."""

    cut: Callable[[str], list[str]]
    provenance: dict[str, str]


def read_base_words(source: Source | None = None) -> list[BaseWord]:
    """The amendments, in the order of the file.

    Raises:
        DataError: a line is malformed, or names a word a second time.
    """
    source = source or packaged(BASE_WORDS)
    words: dict[str, BaseWord] = {}
    for line, row in read_rows(source, BaseWord._fields):
        place = f"{source}, line {line}"
        word, reason = row["word"], row["reason"]
        frequency = whole_number(row["frequency"], "frequency", place)
        if len(word) < 2 or not reason:
            raise DataError(f"{place}: a word of two characters or more and a reason are needed")
        if word in words:
            raise DataError(f"{place}: {word} is listed twice")
        words[word] = BaseWord(word, frequency, reason)
    return list(words.values())


def packaged_amendments() -> list[BaseWord]:
    """The compounds struck out, then the single words, which have the last word."""
    struck = packaged(BASE_COMPOUNDS).read_text(encoding="utf-8").split()
    return [BaseWord(word, 0, "compound") for word in struck] + read_base_words()


def open_cutter(
    engine: Engine = "jieba", words: list[BaseWord] | None = None, *, hmm: bool = False
) -> Cutter:
    """An engine of its own with the amendments applied (the packaged ones by default).

    ``hmm`` turns on the engines' hidden Markov model, to measure what it does; the engines are
    the same only without it.
    """
    words = packaged_amendments() if words is None else words
    cut = {"jieba": _jieba_cut, "rjieba": _rjieba_cut}[engine](words, hmm)
    listed = "".join(f"{word.word} {word.frequency}\n" for word in words)
    provenance = {
        "engine": engine,
        "version": metadata.version(engine),
        "dictionary_sha256": _jieba_dictionary_hash(),
        "base_words_sha256": hashlib.sha256(listed.encode()).hexdigest(),
        "hmm": "on" if hmm else "off",
    }
    return Cutter(cut, provenance)


def _jieba_cut(words: list[BaseWord], hmm: bool) -> Callable[[str], list[str]]:
    tokenizer = jieba.Tokenizer()
    # Built in memory: jieba would otherwise trust any `jieba.cache` in the temporary folder.
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    for word, frequency, _ in words:
        total += frequency - frequencies.get(word, 0)
        frequencies[word] = frequency
        for length in range(1, len(word)):
            frequencies.setdefault(word[:length], 0)
    if hmm:
        tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
        return lambda text: tokenizer.lcut(text, HMM=True)
    rarest = -log(total)
    # What only begins a word is kept too, without a weight.
    weights = {word: log(n) + rarest if n else 0.0 for word, n in frequencies.items()}
    return partial(_most_probable, weights, rarest)


def _most_probable(weights: Mapping[str, float], rarest: float, text: str) -> list[str]:
    """What jieba finds without its model, in one pass from the end of each run of Han characters.

    Its care for Latin letters and digits is left out: these are cut elsewhere.
    """
    weight_of = weights.get
    words: list[str] = []
    for run in _HAN_RUN.findall(text):
        size = len(run)
        if size == 1:
            words.append(run)
            continue
        best, ends = [0.0] * (size + 1), [0] * size
        for start in range(size - 1, -1, -1):
            end = stop = start + 1
            most = None
            while end <= size and (weight := weight_of(run[start:end])) is not None:
                # Of paths that are equal jieba takes the one with the longer word.
                if weight and (most is None or weight + best[end] >= most):
                    most, stop = weight + best[end], end
                end += 1
            best[start] = rarest + best[stop] if most is None else most
            ends[start] = stop
        start = 0
        while start < size:
            words.append(run[start : ends[start]])
            start = ends[start]
    return words


def _rjieba_cut(words: list[BaseWord], hmm: bool) -> Callable[[str], list[str]]:
    tokenizer = rjieba.Jieba()
    for word, frequency, _ in words:
        tokenizer.add_word(word, frequency, None)
    return lambda text: tokenizer.cut(text, hmm=hmm)


def _jieba_dictionary_hash() -> str:
    with jieba.Tokenizer().get_dict_file() as file:
        return hashlib.sha256(file.read()).hexdigest()
