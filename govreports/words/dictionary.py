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
from collections.abc import Callable
from functools import partial
from importlib import metadata
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
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, total, True
    if hmm:
        return lambda text: tokenizer.lcut(text, HMM=True)
    return partial(_most_probable, tokenizer)


def _most_probable(tokenizer: jieba.Tokenizer, text: str) -> list[str]:
    # What `Tokenizer.cut` does without its model, less its care for Latin letters and digits,
    # which are cut elsewhere.
    words: list[str] = []
    for run in _HAN_RUN.findall(text):
        graph = tokenizer.get_DAG(run)
        route: dict[int, tuple[float, int]] = {}
        tokenizer.calc(run, graph, route)
        start = 0
        while start < len(run):
            end = route[start][1] + 1
            words.append(run[start:end])
            start = end
    return words


def _rjieba_cut(words: list[BaseWord], hmm: bool) -> Callable[[str], list[str]]:
    tokenizer = rjieba.Jieba()
    for word, frequency, _ in words:
        tokenizer.add_word(word, frequency, None)
    return lambda text: tokenizer.cut(text, hmm=hmm)


def _jieba_dictionary_hash() -> str:
    with jieba.Tokenizer().get_dict_file() as file:
        return hashlib.sha256(file.read()).hexdigest()
