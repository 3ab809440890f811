"""Repeated passages and near duplicates of resampled reports, beside bare jieba on the same text.

Whole commands in processes of their own, those over one report subtracted from their time; the
peak is of memory resident. ``growth`` is the exponent with which time grows with the text.
``python -m benchmarks reuse`` makes the reports (see ``resampled``) in a temporary folder.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from math import log
from pathlib import Path

from benchmarks.commands import Spent, govreports, jieba_alone
from benchmarks.resampled import write

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
SIZES = (200, 800)
LIMIT = 1.0


def rows() -> list[dict[str, object]]:
    """One row a task and size: ``what, reports, seconds, ratio, limit, growth, peak_mb``."""
    with tempfile.TemporaryDirectory() as place:
        single = write(Path(place) / "1", CORPUS, 1)
        folders = {size: write(Path(place) / str(size), CORPUS, size) for size in SIZES}
        tasks: dict[str, Callable[[Path], Spent]] = {
            "jieba.lcut": jieba_alone,
            "reuse --groups": lambda folder: govreports("reuse", "--groups", folder),
        }
        found: list[dict[str, object]] = []
        yardstick: dict[int, float] = {}
        for what, task in tasks.items():
            start, last = task(single).seconds, 0.0
            for size, folder in folders.items():
                spent = task(folder)
                seconds = spent.seconds - start
                yardstick.setdefault(size, seconds)
                found.append(
                    {
                        "what": what,
                        "reports": size,
                        "seconds": round(seconds, 2),
                        "ratio": round(seconds / yardstick[size], 3),
                        "limit": LIMIT if what.startswith("reuse") else None,
                        "growth": round(log(seconds / last) / log(4), 2) if last else None,
                        "peak_mb": round(spent.peak_mb),
                    }
                )
                last = seconds
        return found


if __name__ == "__main__":
    for row in rows():
        print(row)
