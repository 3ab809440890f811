"""Reading, coding, quantities and counting words together, beside CountVectorizer with jieba.

All run in one process on the five reports, after dictionaries and codebook are loaded and each
task has run once, so that start-up does not count. Seconds are processor time, the median of
several rounds in which the tasks take turns. ``ratio`` is the yardstick's time over the task's:
how many times faster it is.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import jieba
from sklearn.feature_extraction.text import CountVectorizer

from govreports.analysis import packaged_coder, packaged_segmenter
from govreports.numbers.quantities import quantities
from govreports.readers.source import read_report
from govreports.report.model import Report
from govreports.words.counted_text import counted_lines

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
ROUNDS = 25
LIMIT = 3.0
YARDSTICK = "CountVectorizer with jieba"


def rows() -> list[dict[str, object]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``times_faster``, ``limit``."""
    paths = sorted(CORPUS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    reports = [read_report(path) for path in paths]
    seconds = medians(tasks(paths, texts, reports))
    together = sum(seconds[what] for what in ("read", "code", "quantities", "count words"))
    seconds["together (rjieba)"] = together
    characters = sum(map(len, texts))
    return [
        {
            "what": what,
            "characters": characters,
            "seconds": round(spent, 4),
            "times_faster": round(seconds[YARDSTICK] / spent, 2),
            "limit": LIMIT if what.startswith("together") else None,
        }
        for what, spent in seconds.items()
    ]


def tasks(
    paths: list[Path], texts: list[str], reports: list[Report]
) -> dict[str, Callable[[], object]]:
    """What is timed."""
    plain = jieba.Tokenizer()
    plain.initialize()
    coder, segmenter = packaged_coder(), packaged_segmenter("rjieba")
    return {
        YARDSTICK: lambda: CountVectorizer(tokenizer=plain.lcut, token_pattern=None).fit_transform(
            texts
        ),
        "jieba.lcut": lambda: list(map(plain.lcut, texts)),
        "read": lambda: list(map(read_report, paths)),
        "code": lambda: list(map(coder.code, reports)),
        "quantities": lambda: list(map(quantities, reports)),
        "count words": lambda: [segmenter.counts(counted_lines(r)) for r in reports],
    }


def medians(timed: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median processor time of each task."""
    for task in timed.values():
        task()
    gc.collect()
    gc.freeze()
    spent = [{what: seconds(task) for what, task in timed.items()} for _ in range(ROUNDS)]
    gc.unfreeze()
    return {what: median(map(partial(_of, what), spent)) for what in timed}


def seconds(task: Callable[[], object]) -> float:
    """The processor time that a task takes."""
    start = time.process_time()
    task()
    return time.process_time() - start


def _of(what: str, spent: dict[str, float]) -> float:
    return spent[what]


if __name__ == "__main__":
    for row in rows():
        print(row)
