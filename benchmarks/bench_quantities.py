"""What reading quantities costs beside segmentation of the same reports.

Both are timed on the parsed reports of the corpus after dictionaries and tables are loaded: the
fastest of several rounds, taken in turn, since other work on the machine only ever adds to one.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jieba

from govreports.numbers.quantities import quantities
from govreports.readers.source import read_report
from govreports.words.segmentation import Segmenter, segment_report

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
ROUNDS = 9


def rows() -> list[dict[str, Any]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``share`` of segmentation."""
    reports = [read_report(path) for path in sorted(CORPUS.glob("*.txt"))]
    segmenter = Segmenter("jieba")
    plain = jieba.Tokenizer()
    plain.initialize()
    tasks: dict[str, Callable[[], object]] = {
        "segment (jieba)": lambda: [segment_report(r, segmenter) for r in reports],
        "jieba.cut alone": lambda: [
            list(plain.cut(r.wording(p))) for r in reports for p in r.paragraphs
        ],
        "quantities": lambda: [quantities(r) for r in reports],
    }
    seconds = dict.fromkeys(tasks, float("inf"))
    for _ in range(ROUNDS):
        for what, task in tasks.items():
            started = time.perf_counter()
            task()
            seconds[what] = min(seconds[what], time.perf_counter() - started)
    characters = sum(len(report.text) for report in reports)
    whole = seconds["segment (jieba)"]
    return [
        {"what": w, "characters": characters, "seconds": round(s, 4), "share": round(s / whole, 3)}
        for w, s in seconds.items()
    ]


if __name__ == "__main__":
    for row in rows():
        print(row)
