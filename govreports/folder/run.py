"""The analysis of a folder from beginning to end."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govreports.atomic import write_text, writing
from govreports.errors import DataError, ReportError
from govreports.folder import engines
from govreports.folder.batch import (
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
from govreports.folder.masking import (
    NO_MASKS,
    Masks,
    as_masked,
    left,
    left_in,
    read_masks,
    refuse_left,
    reports_again,
)
from govreports.folder.metadata import read_metadata
from govreports.folder.output import PARTS, check_output, text_file, withdraw
from govreports.folder.page import write_page
from govreports.folder.results import write_results
from govreports.folder.tables import Parts, write_table
from govreports.folder.years import write_years
from govreports.readers.files import Found, Listing, find
from govreports.readers.source import file_bytes
from govreports.schema import frame
from govreports.store import digest
from govreports.tables import read_text

if TYPE_CHECKING:
    from govreports.words.dictionary import Engine

_BATCH = 16  # files


class Outcome(NamedTuple):
    """How an analysis of a folder ended."""

    reports: int
    rejected: int
    passed_over: Mapping[str, int]  # files of kinds that are not read, by ending


class Options(NamedTuple):
    """How to analyse a folder."""

    engine: Engine = "jieba"
    workers: int = 1
    scheduler: str | None = None
    metadata: Path | None = None  # a table with a row for some of the files
    masks: Path | None = None  # a list of places that are not published
    bom: bool = False  # whether CSV begins with the mark by which Excel knows UTF-8
    reuse: bool = True  # whether texts are compared: near duplicates, text carried over
    worded: Callable[[str], str] = str  # puts a page into the reader's language
    say: Callable[[str], str] = str  # puts what a figure says into it


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
    where ``out`` cannot be written, the table of metadata or the list of masks does not fit, or
    what is masked at one place stands at another.

    What a list names is never in ``out`` unmasked, nor beside what is masked: what earlier runs
    left without these masks goes before anything is read, a batch that holds something unmasked
    is not kept, and a run with masks that is refused leaves no results.
    """
    out = Path(out)
    check_output(out)
    listing = find(folder, without=out)
    if options.masks is None:
        return _analysed(listing, out, options, NO_MASKS, progress)
    if out.resolve() in options.masks.resolve().parents:
        raise DataError(f"{options.masks}: stands where results go and would be lost; move it")
    read_text(options.masks)  # a list that is not there names nothing, and nothing is removed
    masks = None
    try:
        masks = read_masks(options.masks, listing)
        return _analysed(listing, out, options, masks, progress)
    except DataError:
        withdraw(out, *(as_masked(Parts(out / PARTS), out, masks) if masks else ((), ())))
        raise


def _analysed(
    listing: Listing,
    out: Path,
    options: Options,
    masks: Masks,
    progress: Callable[[int, int], None],
) -> Outcome:
    parts = Parts(out / PARTS)
    given = read_metadata(options.metadata, [item.name for item in listing.found])
    said = ((str(file), " ".join(row)) for file, *row in given.itertuples(name=None))
    refuse_left(masks, left(masks, said, "in the table of metadata"))
    kept = as_masked(parts, out, masks)
    if masks.hidden or kept[0] != parts.made():
        withdraw(out, *kept)
    with writing(out):
        parts.folder.mkdir(parents=True, exist_ok=True)  # by this the next run knows its own
    rejected = [Rejected(*item) for item in listing.refused]
    keys = list(_done(listing.found, parts, out, options, masks, rejected, progress))
    read: list[Read] = []
    homes: dict[str, str] = {}
    for key in keys:
        told, left_out = parts.about(key)
        read += told
        rejected += left_out
        homes |= dict.fromkeys((item.name for item in told), key)
    rejected.sort()
    passed_over = dict(sorted(listing.passed_over.items()))
    withdraw(out, keys, [item.name for item in read])
    write_table(out, "rejected", [frame("rejected", rejected)], bom=options.bom)
    write_text(out / "log.json", _log(listing, read, rejected, options, masks))
    if read:
        how = {"bom": options.bom, "reuse": options.reuse}
        once = write_results(parts, keys, out, read, given, **how)
        write_years(parts, homes, out, once, reports_again(listing, out, masks), **how)
        write_page(
            out,
            masked=masks.places,
            reuse=options.reuse,
            passed_over=passed_over,
            worded=options.worded,
            say=options.say,
        )
    return Outcome(len(read), len(rejected), passed_over)


def _done(
    found: Sequence[Found],
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
    work = engines.Work(attempt, split, joined, failed)
    results = engines.run(work, due(), workers=options.workers, scheduler=options.scheduler)
    unmasked: list[str] = []
    for batch in results:
        while waiting[place][1]:
            place += 1
        found_left = left_in(masks, batch)
        if not found_left:
            _keep(parts, waiting[place][0], batch, out)
        unmasked += found_left
        place += 1
        progress(min(place * _BATCH, total), total)
    progress(total, total)
    refuse_left(masks, unmasked)
    yield from (key for key, _ in waiting)


def _keep(parts: Parts, key: str, batch: Batch, out: Path) -> None:
    for item in batch.read:
        write_text(text_file(out, item.name), item.text)
    parts.write(key, batch)


def _task(found: Sequence[Found], engine: Engine, masks: Masks, rejected: list[Rejected]) -> Task:
    files = []
    for name, path in found:
        try:
            files.append(Input(name, file_bytes(path), masks.spans.get(name, ())))
        except ReportError as error:
            rejected.append(Rejected(name, str(error)))
    return Task(tuple(files), engine)


def _log(
    listing: Listing, read: list[Read], rejected: list[Rejected], options: Options, masks: Masks
) -> str:
    """Versions and hashes: what the results were made from, and with what."""
    packages = ("govreports", "jieba", "rjieba", "numpy", "pandas", "pyarrow", "lxml", "pypdfium2")
    about = {
        "files": len(listing.found) + len(listing.refused),
        "passed over": dict(sorted(listing.passed_over.items())),
        "reports": len(read),
        "rejected": len(rejected),
        "masked_places": masks.places,
        "engine": options.engine,
        "reuse": options.reuse,
        "library": digest(),
        "python": ".".join(platform.python_version_tuple()[:2]),
        "versions": {name: version(name) for name in packages},
        "texts": {item.name: item.fingerprint for item in read},
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"
