"""The analysis of a few reports at a time: what one worker does, and what it hands back."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from govreports.analysis import Analysis
from govreports.corpus.masks import Span, mask, masked_report
from govreports.corpus.names import candidates
from govreports.corpus.reading import corpus_of
from govreports.errors import ReportError
from govreports.folder.duplicates import sketch
from govreports.readers.files import printable
from govreports.readers.source import Source, report_of, source_of
from govreports.report.model import Report
from govreports.schema import frame, frame_of, stacked

if TYPE_CHECKING:
    from govreports.words.dictionary import Engine

# The frames of each report by itself; what reports have in common is computed when all are read.
FRAMES = ("reports", "codings", "evidence", "statements", "quantities", "numerals", "counts")
NAMES = "names-to-check"  # kept apart from the tables: a list for whoever publishes them


class Input(NamedTuple):
    """A file to read: its name in the folder, and its bytes."""

    name: str
    data: bytes
    masks: tuple[Span, ...] = ()  # spans of its text that are not published


class Task(NamedTuple):
    """Some files and how to analyse them."""

    files: tuple[Input, ...]
    engine: Engine


class Read(NamedTuple):
    """A file that was read: the text that offsets count in, and where it came from."""

    name: str
    text: str
    kind: str
    notes: tuple[str, ...]
    fingerprint: str  # of the counted text without blanks: equal for one report saved twice
    sketch: tuple[int, ...]  # see `govreports.folder.duplicates`
    masks: tuple[Span, ...] = ()  # spans of the text that are masked in all that is kept of it


class Rejected(NamedTuple):
    """A file that was left out, and why."""

    file: str
    reason: str


class Batch(NamedTuple):
    """What a task gives."""

    frames: Mapping[str, pd.DataFrame]
    read: tuple[Read, ...]
    rejected: tuple[Rejected, ...]


def analyse(task: Task) -> Batch:
    """Read, code and count the files of a task; a file that is no report costs only itself."""
    sources: dict[str, Source] = {}
    masked: dict[str, tuple[Span, ...]] = {}
    reports: dict[str, Report] = {}
    rejected = []
    for name, data, masks in task.files:
        try:
            source = source_of(data)
            report = report_of(source)
            # From here on nobody sees what is masked: no frame, no text, no checksum.
            reports[name] = masked_report(report, masks) if masks else report
            sources[name] = source._replace(text=mask(source.text, masks)) if masks else source
            masked[name] = masks
        except ReportError as error:
            rejected.append(Rejected(name, printable(str(error))))
    analysis = Analysis(corpus_of(reports), engine=task.engine)
    counted = {name: "".join(lines.split()) for name, lines in analysis.counted_lines.items()}
    read = tuple(
        Read(
            name,
            sources[name].text,
            sources[name].kind,
            sources[name].notes,
            digest(words),
            tuple(sketch(words).tolist()),
            masked[name],
        )
        for name, words in counted.items()
    )
    return Batch(frames_of(analysis), read, tuple(rejected))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the search for cycles for later: an analysis makes none.

    Among its many small objects that search would take a seventh of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def attempt(task: Task) -> Batch:
    """`analyse`; where that meets a fault of this library, file by file, the faulty ones rejected.

    One report in a country of a hundred thousand must not cost the others.
    """
    try:
        with _uncollected():
            return analyse(task)
    except Exception as error:
        if len(task.files) == 1:
            fault = printable(f"{type(error).__name__}: {error}")
            return failed(task, f"meets a fault of this program, please report it ({fault})")
    return joined([attempt(piece) for piece in split(task)])


def split(task: Task) -> list[Task]:
    """A task for each file."""
    return [task._replace(files=(file,)) for file in task.files]


def joined(batches: Sequence[Batch]) -> Batch:
    """What the pieces of a task give, as the task would have given it."""
    pieces = [batch.frames for batch in batches if batch.frames]
    return Batch(
        {name: pd.concat([p[name] for p in pieces], ignore_index=True) for name in pieces[0]}
        if pieces
        else {},
        tuple(item for batch in batches for item in batch.read),
        tuple(item for batch in batches for item in batch.rejected),
    )


def frames_of(analysis: Analysis) -> dict[str, pd.DataFrame]:
    """The frames of each report by itself (``FRAMES`` and ``NAMES``)."""
    return {
        "reports": analysis.register,
        "codings": analysis.codings,
        "evidence": analysis.evidence,
        "statements": analysis.statements,
        "quantities": analysis.quantities,
        "numerals": analysis.numerals,
        "counts": counts(analysis),
        NAMES: names_to_check(analysis),
    }


def counts(analysis: Analysis) -> pd.DataFrame:
    """How often each token and term occurs in each report (frame ``counts``)."""
    parts = []
    for name, lines in analysis.counted_lines.items():
        found = analysis.segmenter.counts(lines)
        for layer, counted in (("token", found.tokens), ("term", found.terms)):
            terms = sorted(counted)
            times = map(counted.__getitem__, terms)
            parts.append((repeat(name, len(terms)), terms, repeat(layer, len(terms)), times))
    return frame_of("counts", stacked(parts))


def names_to_check(analysis: Analysis) -> pd.DataFrame:
    """Where the files may name private persons (frame ``names-to-check``)."""
    reports = analysis.reports.items()
    return frame(NAMES, ((name, *c) for name, report in reports for c in candidates(report.text)))


def failed(task: Task, reason: str) -> Batch:
    """What stands for a task that could not be done: all its files rejected."""
    return Batch({}, (), tuple(Rejected(item.name, reason) for item in task.files))


def digest(text: str) -> str:
    """SHA-256 of a text, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
