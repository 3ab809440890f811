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

from govreports.corpus.masks import masked_report
from govreports.errors import DataError
from govreports.folder import engines
from govreports.folder.batch import (
    FRAMES,
    NAMES,
    Batch,
    Input,
    Read,
    Rejected,
    Task,
    analyse,
    failed,
)
from govreports.folder.duplicates import duplicates
from govreports.folder.files import Found, find
from govreports.folder.masking import Masks, read_masks, refuse_left
from govreports.folder.metadata import described, read_metadata
from govreports.folder.page import write_page
from govreports.folder.pooled import TermCounts, ThemeCounts
from govreports.folder.tables import Parts, write_table, write_tables, write_text
from govreports.folder.texts import read_back, sweep_texts, text_file
from govreports.folder.years import write_years
from govreports.readers.source import MOST_BYTES, read_source
from govreports.report.model import Report
from govreports.report.parse import parse
from govreports.schema import frame
from govreports.store import digest

if TYPE_CHECKING:
    from govreports.words.dictionary import Engine

_BATCH = 8  # files


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
    masks: Path | None = None  # a list of places that are not published


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
    written, the table of metadata or the list of masks does not fit, or what is masked at one
    place stands at another.
    """
    out = Path(out)
    found = find(folder, without=out)
    given = read_metadata(options.metadata, [item.name for item in found])
    masks = read_masks(options.masks, found)
    said = ((str(file), " ".join(row)) for file, *row in given.itertuples(name=None))
    refuse_left(masks, said, "in the table of metadata")
    parts = Parts(out / ".parts")
    rejected: list[Rejected] = []
    keys = list(_done(found, parts, out, options, masks, rejected, progress))
    read: list[Read] = []
    homes: dict[str, str] = {}
    for key in keys:
        told, left_out = parts.about(key)
        read += told
        rejected += left_out
        homes |= dict.fromkeys((item.name for item in told), key)
    refuse_left(masks, ((item.name, read_back(out, item.name)) for item in read))
    # What an earlier run left is no result of this one, and may hold what is now masked.
    parts.sweep(keys)
    sweep_texts(out, [item.name for item in read])
    if read:
        once = _write_results(parts, keys, out, read, given)
        write_years(parts, homes, out, once, _reports(found, out, masks))
    rejected.sort()
    write_table(out, "rejected", [frame("rejected", rejected)])
    write_text(out / "log.json", _log(found, read, rejected, options, masks))
    if read:
        write_page(out, masked=masks.places)
    return Outcome(len(read), len(rejected))


def _done(
    found: list[Found],
    parts: Parts,
    out: Path,
    options: Options,
    masks: Masks,
    rejected: list[Rejected],
    progress: Callable[[int, int], None],
) -> Iterator[str]:
    """The keys of all tasks in order, each done by the time it is given."""
    waiting: list[tuple[str, bool]] = []  # keys in order, and whether they were there

    def due() -> Iterator[Task]:
        for start in range(0, len(found), _BATCH):
            task = _task(found[start : start + _BATCH], options.engine, masks, rejected)
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


def _task(found: list[Found], engine: Engine, masks: Masks, rejected: list[Rejected]) -> Task:
    files = []
    for name, path in found:
        try:
            size = path.stat().st_size
            if size > MOST_BYTES:
                reason = f"{size:,} bytes are more than the {MOST_BYTES:,} allowed"
                rejected.append(Rejected(name, reason))
                continue
            files.append(Input(name, path.read_bytes(), masks.spans.get(name, ())))
        except OSError as error:
            rejected.append(Rejected(name, f"cannot be read: {error.strerror}"))
    return Task(tuple(files), engine)


def _write_results(
    parts: Parts, keys: list[str], out: Path, read: list[Read], given: pd.DataFrame
) -> pd.DataFrame:
    """Write the tables of each report and of all; the frame of reports that count, once each."""
    tables = out / "tables"
    twice = {
        found.report: found
        for found in duplicates(
            [item.name for item in read],
            [item.fingerprint for item in read],
            [np.array(item.sketch, dtype=np.uint64) for item in read],
        )
    }
    terms, themes = TermCounts(), ThemeCounts()
    registers = []

    def seen(name: str, piece: pd.DataFrame) -> pd.DataFrame:
        if name == "reports":
            piece = described(piece, given)
            registers.append(piece)
        elif name == "counts":
            terms.add(piece[~piece["report"].isin(list(twice))])
        elif name == "codings":
            themes.add(piece)
        return piece

    write_tables(parts, keys, tables, FRAMES, changed=seen)
    write_tables(parts, keys, out, [NAMES])
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
    return once


def _reports(found: list[Found], out: Path, masks: Masks) -> Callable[[str], Report]:
    """How to get the report in a file again, parsed as it was before anything was masked."""
    paths = {item.name: item.path for item in found}

    def report(name: str) -> Report:
        spans = masks.spans.get(name)
        if spans:
            return masked_report(parse(read_source(paths[name]).text), spans)
        return parse(read_back(out, name))

    return report


def _log(
    found: list[Found],
    read: list[Read],
    rejected: list[Rejected],
    options: Options,
    masks: Masks,
) -> str:
    """Versions and hashes: what the results were made from, and with what."""
    packages = ("govreports", "jieba", "rjieba", "numpy", "pandas", "pyarrow", "lxml", "pypdfium2")
    about = {
        "files": len(found),
        "reports": len(read),
        "rejected": len(rejected),
        "masked_places": masks.places,
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
    known |= {"index.html", ".parts", f"{NAMES}.csv", f"{NAMES}.parquet"}
    if not out.exists():
        return
    if not out.is_dir():
        raise DataError(f"{out}: is a file; --out names a folder")
    strange = sorted(entry.name for entry in out.iterdir() if entry.name not in known)
    if strange and ".parts" not in {entry.name for entry in out.iterdir()}:
        raise DataError(f"{out}: holds {strange[0]!r} and no analysis; name an empty folder")
