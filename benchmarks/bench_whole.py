"""``analyze`` over resampled reports: beside jieba, with two workers, and how it grows.

Whole commands in processes of their own, those over one report subtracted from their time, so
that start-up does not count. They read, code and count, and write the tables of these; texts are
not compared, and figures and pages are timed apart, in a row of their own. Seconds are processor
time of the command and all its workers; the two workers are compared by wall-clock time.
``peak_mb`` is the resident memory of the largest process. ``python -m benchmarks.bench_whole
10000`` measures other numbers.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path

from benchmarks.commands import Spent, govreports, jieba_alone, vectorizer
from benchmarks.resampled import write

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
SIZES = (200, 800)


def rows(sizes: tuple[int, ...] = SIZES) -> list[dict[str, object]]:
    """One row a task: ``what, reports, seconds, wall, beside, ratio, limit, peak_mb``.

    ``ratio`` is the time of the task over that of the one it is set ``beside``.
    """
    with tempfile.TemporaryDirectory() as place:
        base = Path(place)
        single = write(base / "1", CORPUS, 1)
        folders = {size: write(base / str(size), CORPUS, size) for size in sizes}
        small = sizes[0]

        def net(task: Callable[[Path], Spent], size: int) -> Spent:
            start, spent = task(single), task(folders[size])
            return Spent(spent.seconds - start.seconds, spent.wall - start.wall, spent.peak_mb)

        def analyze(*options: object, pages: bool = False) -> Callable[[Path], Spent]:
            def task(folder: Path) -> Spent:
                out = base / "out"
                shutil.rmtree(out, ignore_errors=True)
                arguments = "analyze", folder, "--out", out, "--no-reuse", *options
                return govreports(*arguments, pages=pages)

            return task

        fast = "--engine", "rjieba"
        timed = {
            ("jieba.lcut", small): net(jieba_alone, small),
            ("CountVectorizer with jieba", small): net(vectorizer, small),
            ("analyze, jieba", small): net(analyze(), small),
            ("analyze, jieba, two workers", small): net(analyze("--workers", 2), small),
            ("analyze, rjieba, with pages", small): net(analyze(*fast, pages=True), small),
            **{("analyze, rjieba", size): net(analyze(*fast), size) for size in sizes},
        }
        beside = {
            ("analyze, jieba", small): ("jieba.lcut", "seconds", 1.4),
            ("analyze, jieba, two workers", small): ("analyze, jieba", "wall", 1 / 1.7),
            ("analyze, rjieba", small): ("CountVectorizer with jieba", "seconds", 1 / 2.5),
            ("analyze, rjieba, with pages", small): ("analyze, rjieba", "seconds", None),
        }
        found: list[dict[str, object]] = []
        for (what, size), spent in timed.items():
            other, unit, limit = beside.get((what, size), ("", "seconds", None))
            ratio = getattr(spent, unit) / getattr(timed[other, size], unit) if other else None
            grown = timed.get((what, small))
            growth = None
            if grown and size != small:
                growth = round(log(spent.seconds / grown.seconds) / log(size / small), 3)
            found.append(
                {
                    "what": what,
                    "reports": size,
                    "seconds": round(spent.seconds, 2),
                    "wall": round(spent.wall, 2),
                    "beside": other,
                    "ratio": ratio and round(ratio, 3),
                    "limit": limit and round(limit, 3),
                    "growth": growth,
                    "peak_mb": round(spent.peak_mb),
                }
            )
        return found


if __name__ == "__main__":
    for row in rows(tuple(map(int, sys.argv[1:])) or SIZES):
        print(row)
