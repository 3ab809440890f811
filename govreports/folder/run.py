"""The analysis of a folder from beginning to end."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from govreports.errors import DataError
from govreports.folder import engines
from govreports.folder.batch import FRAMES, Batch, Input, Read, Rejected, Task, analyse, failed
from govreports.folder.duplicates import duplicates
from govreports.folder.files import Found, find
from govreports.folder.metadata import described, read_metadata
from govreports.folder.page import write_page
from govreports.folder.pooled import TermCounts, ThemeCounts
from govreports.folder.tables import Parts, as_arrow, write_table, write_tables, write_text
from govreports.readers.source import MOST_BYTES
from govreports.schema import frame
from govreports.store import digest

if TYPE_CHECKING:
    from govreports.words.dictionary import Engine

_BATCH = 16  # files


class Outcome(NamedTuple):
    """How an analysis of a folder ended."""

    reports: int
    rejected: int


class Options(NamedTuple):
    """How to analyse a folder."""

    engine: Engine = "jieba"
    workers: int = 1
    scheduler: str | None = None
    metadata: Path | None = None  # a table with a row for some of the files


DEFAULT = Options()


def analyse_folder(
    folder: str | Path,
    out: str | Path,
    options: Options = DEFAULT,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Outcome:
    """Analyse every report of a folder and write tables, figures and a page to ``out``.

    What was done is kept in ``out`` and found again by the next run. Nothing outside ``out`` is
    written. ``progress`` is told how many files are done, and of how many. Raises
    ``CorpusError`` where the folder holds no files, ``DataError`` where ``out`` cannot be
    written, or the table of metadata does not fit.
    """
    out = Path(out)
    found = find(folder, without=out)
    given = read_metadata(options.metadata, [item.name for item in found])
    parts = Parts(out / ".parts")
    rejected: list[Rejected] = []
    keys = list(_done(found, parts, out, options, rejected, progress))
    read = []
    for key in keys:
        told, left_out = parts.about(key)
        read += told
        rejected += left_out
    if read:
        _write_results(parts, keys, out, read, given)
    rejected.sort()
    write_table(out, "rejected", [frame("rejected", rejected)])
    write_text(out / "log.json", _log(found, read, rejected, options))
    if read:
        write_page(out)
    return Outcome(len(read), len(rejected))


def _done(
    found: list[Found],
    parts: Parts,
    out: Path,
    options: Options,
    rejected: list[Rejected],
    progress: Callable[[int, int], None],
) -> Iterator[str]:
    """The keys of all tasks in order, each done by the time it is given."""
    waiting: list[tuple[str, bool]] = []  # keys in order, and whether they were there

    def due() -> Iterator[Task]:
        for start in range(0, len(found), _BATCH):
            task = _task(found[start : start + _BATCH], options.engine, rejected)
            key = parts.key(task)
            waiting.append((key, parts.has(key)))
            if not waiting[-1][1]:
                yield task

    total, place = len(found), 0
    results = engines.run(
        analyse, due(), failed, workers=options.workers, scheduler=options.scheduler
    )
    for batch in results:
        while waiting[place][1]:
            place += 1
        _keep(parts, waiting[place][0], batch, out)
        place += 1
        progress(min(place * _BATCH, total), total)
    progress(total, total)
    yield from (key for key, _ in waiting)


def _keep(parts: Parts, key: str, batch: Batch, out: Path) -> None:
    for item in batch.read:
        write_text(text_file(out, item.name), item.text)
    parts.write(key, batch)


def text_file(out: Path, name: str) -> Path:
    """Where the text of a file that was read is kept."""
    return out / "texts" / f"{name}.txt"


def _task(found: list[Found], engine: Engine, rejected: list[Rejected]) -> Task:
    files = []
    for name, path in found:
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                reason = f"{size:,} bytes are more than the {MOST_BYTES:,} allowed"
                rejected.append(Rejected(name, reason))
                continue
            files.append(Input(name, path.read_bytes()))
        except OSError as error:
            rejected.append(Rejected(name, f"cannot be read: {error.strerror}"))
    return Task(tuple(files), engine)


def _write_results(
    parts: Parts, keys: list[str], out: Path, read: list[Read], given: pd.DataFrame
) -> None:
    tables = out / "tables"
    twice = {
        found.report: found
        for found in duplicates(
            [item.name for item in read],
            [item.fingerprint for item in read],
            [np.array(item.sketch, dtype=np.uint64) for item in read],
        )
    }
    terms, themes = TermCounts(without=twice), ThemeCounts()
    registers = []

    def seen(name: str, piece: pa.Table) -> pa.Table:
        if name == "reports":
            register = described(piece.to_pandas(), given)
            registers.append(register)
            return as_arrow(name, register)
        if name == "counts":
            terms.add(piece)
        elif name == "codings":
            themes.add(piece)
        return piece

    write_tables(parts, keys, tables, FRAMES, changed=seen)
    files = frame(
        "files",
        (
            (
                *(item.name, item.kind, f"texts/{item.name}.txt", "; ".join(item.notes)),
                item.fingerprint,
                twice[item.name].of if item.name in twice else "",
                twice[item.name].resemblance if item.name in twice else float("nan"),
            )
            for item in read
        ),
    )
    write_table(tables, "files", [files])
    register = pd.concat(registers, ignore_index=True)
    once = register[~register["report"].isin(list(twice))]
    genres = once.set_index("report")["genre"]
    write_table(tables, "genre_terms", [terms.table(genres)])
    write_table(tables, "theme_shares", [themes.by_year(once)])


def _log(found: list[Found], read: list[Read], rejected: list[Rejected], options: Options) -> str:
    """Versions and hashes: what the results were made from, and with what."""
    packages = ("govreports", "jieba", "rjieba", "numpy", "pandas", "pyarrow", "lxml", "pypdfium2")
    about = {
        "files": len(found),
        "reports": len(read),
        "rejected": len(rejected),
        "engine": options.engine,
        "library": digest(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "versions": {name: version(name) for name in packages},
        "texts": {item.name: item.fingerprint for item in read},
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


class Meter:
    """Progress on standard error, with rate and time left: on a terminal only."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._first: int | None = None
        self._shown = sys.stderr.isatty()

    def __call__(self, done: int, total: int) -> None:
        if not self._shown:
            return
        first = self._first = done if self._first is None else self._first
        spent = time.monotonic() - self._began
        rate = (done - first) / spent if spent > 0 else 0.0
        left = f", {(total - done) / rate:.0f} s left" if rate and done < total else ""
        end = "\n" if done == total else ""
        print(
            f"\r{done:,} of {total:,} files, {rate:.1f} a second{left}\x1b[K",
            end=end,
            file=sys.stderr,
            flush=True,
        )


def check_output(out: Path) -> None:
    """Refuse a folder that holds something else than results of an analysis."""
    known = {"tables", "texts", "figures", "rejected.csv", "rejected.parquet", "log.json"}
    known |= {"index.html", ".parts"}
    if not out.exists():
        return
    if not out.is_dir():
        raise DataError(f"{out}: is a file; --out names a folder")
    strange = sorted(entry.name for entry in out.iterdir() if entry.name not in known)
    if strange and ".parts" not in {entry.name for entry in out.iterdir()}:
        raise DataError(f"{out}: holds {strange[0]!r} and no analysis; name an empty folder")
