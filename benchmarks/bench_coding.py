"""What coding costs beside segmentation of the same reports.

Both are timed on the parsed reports of the corpus, after dictionaries and codebook are loaded:
the fastest of several rounds, taken in turn, since other work on the machine only ever adds to one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba

from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder
from govreports.readers.source import read_report
from govreports.words.segmentation import Segmenter, segment_report

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
ROUNDS = 9


def rows() -> list[dict[str, Any]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``share`` of segmentation (jieba)."""
    reports = [read_report(path) for path in sorted(CORPUS.glob("*.txt"))]
    characters = sum(len(report.text) for report in reports)
    loading, codebook = timed(load_codebook)
    compiling, coder = timed(lambda: Coder(codebook))
    segmenter = Segmenter("jieba")
    plain = jieba.Tokenizer()
    plain.initialize()
    tasks: dict[str, Callable[[], object]] = {
        "segment (jieba)": lambda: [segment_report(report, segmenter) for report in reports],
        "jieba.lcut alone": lambda: [plain.lcut(report.text) for report in reports],
        "code": lambda: [coder.code(report) for report in reports],
    }
    seconds = dict.fromkeys(tasks, float("inf"))
    for _ in range(ROUNDS):
        for what, task in tasks.items():
            seconds[what] = min(seconds[what], timed(task)[0])
    segmenting = seconds["segment (jieba)"]
    seconds |= {"load the codebook": loading, "compile its rules": compiling}
    return [
        {
            "what": what,
            "characters": characters,
            "seconds": round(spent, 4),
            "share": round(spent / segmenting, 3),
        }
        for what, spent in seconds.items()
    ]


def timed(task: Callable[[], Any]) -> tuple[float, Any]:
    """The seconds that a task takes, and what it gives."""
    start = time.perf_counter()
    result = task()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    for measured in rows():
        print(measured)
