"""Exchange with other programs beside coding: projects out, projects in, and a desk's page.

The reports are those of ``bench_sizes``. ``ratio`` of an export is its processor time over that of
coding the same reports; of ``codings`` its time for a report over that at the smallest size, so
that 1 is linear. ``memory`` is the peak over that at the smallest size. The desk has 400 sentences
and its ratio is its size over 600 KB.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.bench_sizes import write_reports
from benchmarks.commands import Spent, govreports

SIZES = (100, 1000)
SENTENCES = 400
DESK_BYTES = 600_000
EXPORT_LIMIT, LINEAR_LIMIT, FLAT_LIMIT = 2.0, 1.2, 1.5


def rows(sizes: Sequence[int] = SIZES) -> list[dict[str, Any]]:
    """A row for each command at each size, and one for the desk."""
    with tempfile.TemporaryDirectory() as folder:
        measured = [row for size in sizes for row in _commands(Path(folder), size)]
        desk = _desk_bytes(Path(folder), sizes[-1])
    smallest = {row["what"]: row for row in measured if row["reports"] == sizes[0]}
    for row in measured:
        first = smallest[row["what"]]
        row["memory"] = round(row["peak_mb"] / first["peak_mb"], 2)
        row["memory_limit"] = FLAT_LIMIT if row["what"].startswith("export") else None
        if row["what"] == "codings":
            each, least = (one["seconds"] / one["reports"] for one in (row, first))
            row["ratio"] = round(each / least, 2)
    page = {"what": f"desk of {SENTENCES} sentences", "ratio": round(desk / DESK_BYTES, 2)}
    return [*measured, {**page, "limit": 1.0}]


def _commands(folder: Path, size: int) -> Iterator[dict[str, Any]]:
    reports = folder / str(size)
    write_reports(reports, size)
    coding = govreports("code", reports)
    yield _row("code", size, coding, coding, None)
    for form in ("csv", "qdpx"):
        spent = govreports("export", reports, "--format", form, "--out", folder / f"{size}.{form}")
        yield _row(f"export {form}", size, spent, coding, EXPORT_LIMIT)
    spent = govreports("codings", folder / f"{size}.qdpx")
    yield _row("codings", size, spent, coding, LINEAR_LIMIT)


def _row(what: str, size: int, spent: Spent, coding: Spent, limit: float | None) -> dict[str, Any]:
    return {
        "what": what,
        "reports": size,
        "seconds": round(spent.seconds, 1),
        "peak_mb": round(spent.peak_mb),
        "ratio": round(spent.seconds / coding.seconds, 2),
        "limit": limit,
    }


def _desk_bytes(folder: Path, size: int) -> int:
    out = folder / "sample"
    given = ("--n", SENTENCES, "--out", out, "--desk", "desk.html")
    govreports("sample", folder / str(size), *given)
    return (out / "desk.html").stat().st_size
