"""The analysis of folders of several sizes: processor time, memory and what is written.

Reports are drawn from the invented sentences of the tutorial, each with figures of its own; each
size runs in a process of its own. ``python -m benchmarks.bench_sizes [SIZE…]`` writes the table
that the book shows (``book/sizes.csv``).
"""

from __future__ import annotations

import csv
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

SIZES = (50, 200, 800)
MATTERS = 12  # reports of the tutorial that make one of some length
TABLE = Path(__file__).resolve().parents[1] / "book" / "sizes.csv"


def rows(sizes: Sequence[int] = SIZES) -> list[dict[str, Any]]:
    """A row for each size."""
    return [*map(measured, sizes)]


def measured(number: int) -> dict[str, Any]:
    """What it takes to analyse so many reports."""
    with tempfile.TemporaryDirectory() as folder:
        reports, out = Path(folder) / "reports", Path(folder) / "out"
        characters = write_reports(reports, number)
        context = multiprocessing.get_context("spawn")
        with context.Pool(1) as pool:
            seconds, memory = pool.apply(_analysed, (reports, out))
        written = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    return {
        "reports": number,
        "characters": characters,
        "processor_seconds": round(seconds, 1),
        "peak_mb": round(memory),
        "written_mb": round(written / 1e6, 1),
    }


def write_reports(folder: Path, number: int) -> int:
    """Write so many reports into a new folder; how many characters they have."""
    from tools.tutorial_reports import report

    folder.mkdir()
    total = 0
    for at in range(number):
        random = Random(at)
        title, *body = report("云台县", 2010 + at % 14, random).split("\n")
        parts = [
            "\n".join(report("云台县", 2010 + at % 14, random).split("\n")[3:-3])
            for _ in range(MATTERS)
        ]
        text = "\n".join([title, *body[:2], *parts, *body[-3:]])
        (folder / f"{at:05}.txt").write_text(text, encoding="utf-8")
        total += len(text)
    return total


def _analysed(folder: Path, out: Path) -> tuple[float, float]:
    """Processor seconds and peak memory, in megabytes, of this process."""
    from govreports.folder.run import analyse_folder

    analyse_folder(folder, out)
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main(sizes: Sequence[int]) -> int:
    """Write the table of the book."""
    table = rows(sizes or SIZES)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, table[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    return 0


if __name__ == "__main__":
    sys.exit(main([*map(int, sys.argv[1:])]))
