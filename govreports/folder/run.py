"""The analysis of a folder from beginning to end."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from govreports.atomic import write_text, writing
from govreports.errors import ReportError
from govreports.folder import engines
from govreports.folder.batch import (
    FRAMES,
    Batch,
    Input,
    Read,
    Rejected,
    Task,
    attempt,
    failed,
    joined,
    split,
)
from govreports.folder.duplicates import duplicates
from govreports.folder.metadata import described, read_metadata
from govreports.folder.output import check_output, remove_others, text_file
from govreports.folder.page import write_page
from govreports.folder.pooled import BasisCounts, TermCounts, ThemeCounts
from govreports.folder.tables import Parts, write_table, write_tables
from govreports.readers.files import Found, Listing, find
from govreports.readers.source import file_bytes
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
    bom: bool = False  # whether CSV begins with the mark by which Excel knows UTF-8


DEFAULT = Options()


def analyse_folder(
    folder: str | Path,
    out: str | Path,
    options: Options = DEFAULT,
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Outcome:
    """Analyse every report of a folder and write tables, figures and a page to ``out``.

    What was done is kept in ``out`` and found again by the next run; what the folder no longer
    holds is removed. Nothing outside ``out`` is written. ``progress`` is told how many files are
    done, and of how many. Raises ``CorpusError`` where the folder holds no files, ``DataError``
    where ``out`` cannot be written, or the table of metadata does not fit.
    """
    out = Path(out)
    check_output(out)
    listing = find(folder, without=out)
    given = read_metadata(options.metadata, [item.name for item in listing.found])
    parts = Parts(out / ".parts")
    with writing(out):
        parts.folder.mkdir(parents=True, exist_ok=True)  # by this the next run knows its own
    rejected = [Rejected(*item) for item in listing.refused]
    keys = list(_done(listing.found, parts, out, options, rejected, progress))
    read = []
    for key in keys:
        told, left_out = parts.about(key)
        read += told
        rejected += left_out
    rejected.sort()
    remove_others(out, keys, [item.name for item in read])
    write_table(out, "rejected", [frame("rejected", rejected)], bom=options.bom)
    write_text(out / "log.json", _log(listing, read, rejected, options))
    if read:
        _write_results(parts, keys, out, read, given, bom=options.bom)
        write_page(out)
    return Outcome(len(read), len(rejected))


def _done(
    found: Sequence[Found],
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
    work = engines.Work(attempt, split, joined, failed)
    results = engines.run(work, due(), workers=options.workers, scheduler=options.scheduler)
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


def _task(found: Sequence[Found], engine: Engine, rejected: list[Rejected]) -> Task:
    files = []
    for name, path in found:
        try:
            files.append(Input(name, file_bytes(path)))
        except ReportError as error:
            rejected.append(Rejected(name, str(error)))
    return Task(tuple(files), engine)


def _write_results(
    parts: Parts,
    keys: list[str],
    out: Path,
    read: list[Read],
    given: pd.DataFrame,
    *,
    bom: bool = False,
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
    terms, themes, confidence = TermCounts(), ThemeCounts(), BasisCounts()
    registers = []

    def seen(name: str, piece: pd.DataFrame) -> pd.DataFrame:
        if name == "reports":
            piece = described(piece, given)
            registers.append(piece)
        elif name == "counts":
            terms.add(piece[~piece["report"].isin(list(twice))])
        elif name == "codings":
            themes.add(piece)
            confidence.add(piece)
        return piece

    write_tables(parts, keys, tables, FRAMES, changed=seen, bom=bom)
    files = frame(
        "files",
        (
            (
                *(
                    item.name,
                    item.kind,
                    text_file(Path(), item.name).as_posix(),
                    "; ".join(item.notes),
                ),
                item.fingerprint,
                twice[item.name].of if item.name in twice else "",
                twice[item.name].resemblance if item.name in twice else float("nan"),
            )
            for item in read
        ),
    )
    write_table(tables, "files", [files], bom=bom)
    register = pd.concat(registers, ignore_index=True)
    once = register[~register["report"].isin(list(twice))]
    genres = once.set_index("report")["genre"]
    write_table(tables, "genre_terms", [terms.table(genres)], bom=bom)
    write_table(tables, "theme_shares", [themes.by_year(once)], bom=bom)
    write_table(tables, "place_shares", [themes.by_place(once)], bom=bom)
    write_table(tables, "confidence", [confidence.table()], bom=bom)


def _log(listing: Listing, read: list[Read], rejected: list[Rejected], options: Options) -> str:
    """Versions and hashes: what the results were made from, and with what."""
    packages = ("govreports", "jieba", "rjieba", "numpy", "pandas", "pyarrow", "lxml", "pypdfium2")
    about = {
        "files": len(listing.found) + len(listing.refused),
        "passed over": dict(sorted(listing.passed_over.items())),
        "reports": len(read),
        "rejected": len(rejected),
        "engine": options.engine,
        "library": digest(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "versions": {name: version(name) for name in packages},
        "texts": {item.name: item.fingerprint for item in read},
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"
