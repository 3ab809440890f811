"""How the search for shared passages grows with the number of reports.

The texts are made up: sentences of random characters drawn with the frequencies of the corpus,
one in twenty carried over from a common stock, so that the work of finding passages is real.
``python benchmarks/bench_reuse.py 10000`` measures the numbers of reports that it is given.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from govreports.corpus.reading import load_corpus
from govreports.repeats.maximal import maximal_matches, repeated
from govreports.repeats.near_duplicates import near_repeats
from govreports.repeats.shared import MIN_LENGTH, passages_of

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SENTENCES = 120  # of a report
LENGTH = 40  # characters of a sentence
CARRIED = 0.05  # share of sentences taken from the stock


def rows(sizes: tuple[int, ...] = (100, 200, 400, 800)) -> list[dict[str, Any]]:
    """One row a measurement: ``what``, ``reports``, ``characters``, ``found``, ``seconds``."""
    corpus = load_corpus(CORPUS)
    characters = sum(record.code_points for record in corpus.records)
    measured = []
    for what, search in (("shared passages", passages_of), ("near repeats", near_repeats)):
        listed, seconds = timed(lambda search=search: search(corpus.reports))  # type: ignore[misc]
        found = len(listed)
        measured.append(row(f"corpus: {what}", len(corpus.reports), characters, found, seconds))
    letters = Counter(c for report in corpus.reports.values() for c in report.text if c != "\n")
    for size in sizes:
        texts, owners = made_up(size, letters)
        characters = sum(map(len, texts))
        matches, seconds = timed(lambda texts=texts: maximal_matches(texts, MIN_LENGTH))  # type: ignore[misc]
        measured.append(
            row("made up: shared passages", size, characters, len(matches.length), seconds)
        )
        runs, seconds = timed(lambda t=texts, o=owners: repeated(t, MIN_LENGTH, o))  # type: ignore[misc]
        found_runs = sum(map(len, runs))
        measured.append(
            row("made up: runs of other reports", size, characters, found_runs, seconds)
        )
    return measured


def row(what: str, reports: int, characters: int, found: int, seconds: float) -> dict[str, Any]:
    """A measurement, with what it costs for each million characters and the peak of memory."""
    return {
        "what": what,
        "reports": reports,
        "characters": characters,
        "found": found,
        "seconds": round(seconds, 2),
        "seconds_per_million": round(1e6 * seconds / characters, 2),
        "peak_MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """What the work gives, and how long it took."""
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def made_up(reports: int, letters: Counter[str]) -> tuple[list[str], list[int]]:
    """Sentences of made-up reports, and the number of the report that each belongs to."""
    chance = random.Random(2019)
    # The stock grows with the corpus, so that a sentence is carried over by a few reports only.
    stock = [sentence(chance, letters) for _ in range(reports * SENTENCES // 50)]
    texts, owners = [], []
    for number in range(reports):
        for _ in range(SENTENCES):
            carried = chance.random() < CARRIED
            texts.append(chance.choice(stock) if carried else sentence(chance, letters))
            owners.append(number)
    return texts, owners


def sentence(chance: random.Random, letters: Counter[str]) -> str:
    """Random characters with the frequencies of the corpus."""
    return "".join(chance.choices(list(letters), weights=list(letters.values()), k=LENGTH))


if __name__ == "__main__":
    for line in rows(tuple(map(int, sys.argv[1:])) or (100, 200, 400, 800)):
        print("  ".join(f"{name}={value}" for name, value in line.items()), flush=True)
