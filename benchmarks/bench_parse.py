"""What parsing costs beside bare jieba on the same text, and how its memory grows.

Seconds are processor time of the fastest of several rounds, taken in turn, since other work on the
machine only ever adds to one; one core. Memory is the peak above the text itself.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import jieba

from govreports.report.parse import parse

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
ROUNDS = 15
LIMIT = 0.1  # share of jieba's time, or else so many characters a second:
SPEED = 5_000_000
TIMES = 20


def rows() -> list[dict[str, object]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``per_second``, ``beside``, ``ratio``.

    ``ratio`` is the task's time over that of the one it is set ``beside``. For memory ``seconds``
    is nan, ``per_second`` the peak in bytes a character, and ``ratio`` compares a report twenty
    times as long: 1 is linear growth.
    """
    texts = [path.read_bytes().decode("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    characters = sum(map(len, texts))
    segmenter = jieba.Tokenizer()
    segmenter.initialize()
    seconds = fastest(
        {
            "parse": lambda: [parse(text) for text in texts],
            "jieba.lcut": lambda: [segmenter.lcut(text) for text in texts],
        }
    )
    found: list[dict[str, object]] = [
        {
            "what": what,
            "characters": characters,
            "seconds": taken,
            "per_second": characters / taken,
            "beside": "jieba.lcut",
            "ratio": taken / seconds["jieba.lcut"],
        }
        for what, taken in seconds.items()
    ]
    longest = max(texts, key=len)
    single, repeated = peak(longest), peak("\n".join([longest] * TIMES))
    for what, size, text in (("peak memory", single, 1), ("peak memory, longer", repeated, TIMES)):
        found.append(
            {
                "what": what,
                "characters": text * len(longest),
                "seconds": float("nan"),
                "per_second": size / (text * len(longest)),
                "beside": "peak memory",
                "ratio": size / text / single,
            }
        )
    return found


def passes() -> bool:
    """Whether parsing meets its limit: a tenth of jieba's time, or the speed, on this machine."""
    parsing = rows()[0]
    return float(str(parsing["ratio"])) <= LIMIT or float(str(parsing["per_second"])) >= SPEED


def fastest(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of processor time of each task's fastest round."""
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(ROUNDS):
        for what, task in tasks.items():
            start = time.process_time()
            task()
            best[what] = min(best[what], time.process_time() - start)
    return best


def peak(text: str) -> int:
    """The peak of memory, in bytes, that parsing a text takes."""
    tracemalloc.start()
    try:
        parse(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


if __name__ == "__main__":
    for row in rows():
        print(row)
    print("passes" if passes() else "too slow")
