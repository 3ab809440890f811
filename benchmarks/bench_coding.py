"""What coding costs beside segmentation of the same reports.

Both are timed on the parsed reports of the corpus, after dictionaries and codebook are loaded:
the fastest of several rounds, since other work on the machine only ever adds to a round.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder
from govreports.terms.segmentation import Segmenter, segment_report
from govreports.text.parse import read_report

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
ROUNDS = 7


def rows() -> list[dict[str, Any]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``share`` of segmentation (jieba)."""
    reports = [read_report(path) for path in sorted(CORPUS.glob("*.txt"))]
    characters = sum(len(report.text) for report in reports)
    loading, codebook = timed(load_codebook, rounds=1)
    compiling, coder = timed(lambda: Coder(codebook), rounds=1)
    segmenter = Segmenter("jieba")
    segmenting, _ = timed(lambda: [segment_report(report, segmenter) for report in reports])
    coding, _ = timed(lambda: [coder.code(report) for report in reports])
    seconds = {
        "segment (jieba)": segmenting,
        "code": coding,
        "load the codebook": loading,
        "compile its rules": compiling,
    }
    return [
        {
            "what": what,
            "characters": characters,
            "seconds": round(spent, 4),
            "share": round(spent / segmenting, 3),
        }
        for what, spent in seconds.items()
    ]


def timed(task: Callable[[], Any], rounds: int = ROUNDS) -> tuple[float, Any]:
    """The seconds of the fastest round, and what the task gives."""
    best, result = float("inf"), None
    for _ in range(rounds):
        start = time.perf_counter()
        result = task()
        best = min(best, time.perf_counter() - start)
    return best, result


if __name__ == "__main__":
    for measured in rows():
        print(measured)
