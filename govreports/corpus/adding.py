"""Putting a report into a corpus folder: its text, its original, and its row of the register.

Nothing that is there is written over, and of a file that cannot be added nothing is left.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from govreports.corpus.places import identifier, place_of
from govreports.corpus.reading import read_off
from govreports.corpus.register import (
    COLUMNS,
    GENRES,
    IDENTIFIER,
    REGISTER,
    REPORTS,
    Record,
    label_of,
    read_register,
)
from govreports.errors import ArgumentError, CorpusError, ReportError
from govreports.readers.files import printable
from govreports.readers.source import file_bytes, source_of
from govreports.report.model import Report
from govreports.report.parse import parse

ORIGINALS = "originals"  # files as received, where the corpus holds a text made from them
ENCODINGS = ("utf-8", "utf-8-sig")  # that a corpus holds
_SUFFIXES = {"text": ".txt", "html": ".html", "pdf": ".pdf", "docx": ".docx"}


class Added(NamedTuple):
    """A report that was put into a corpus."""

    record: Record
    kind: str  # of the file: ``text``, ``html``, ``pdf`` or ``docx``
    original: str  # where the original is kept in the folder; empty where the text is the original
    notes: tuple[str, ...]  # what the reading may have lost


def add_report(
    path: str | Path,
    folder: str | Path,
    *,
    genre: str = "",
    name: str = "",
    convert: bool = False,
) -> Added:
    """Copy a report into ``folder/reports`` and write its row; all of it or nothing.

    Web pages, PDF and Word documents come in as the text that was read from them, with the
    original in ``folder/originals``; so does a text in another encoding than UTF-8, which is
    converted only where ``convert`` says so. ``genre`` and ``name`` (the identifier) are told by
    the text where they are not given. The folder and its register are made where there are none.

    Raises ``ReportError``, naming the file, where it cannot be read or converted, holds no report
    of a known genre, or is in the corpus already; ``CorpusError`` where the register is malformed,
    the name is taken, or the folder cannot be written.
    """
    path, folder = Path(path), Path(folder)
    registered = read_register(folder) if (folder / REGISTER).exists() else ()
    if name and not IDENTIFIER.fullmatch(name):
        raise ArgumentError(f"{name!r} is no identifier: lower-case letters, digits and hyphens")
    try:
        data = file_bytes(path)
        source = source_of(data)
        is_own = source.kind == "text" and source.encoding in ENCODINGS
        if source.kind == "text" and not is_own and not convert:
            raise ReportError(f"is in {source.encoding}; --convert brings it into UTF-8")
        report = parse(source.text, encoding=source.encoding)
        content = data if is_own else source.text.encode("utf-8")
        sha256 = hashlib.sha256(content).hexdigest()
        if same := _holder(sha256, folder, registered):
            raise ReportError(f"is in the corpus already, as {same}")
        if not genre and report.genre == "other":
            raise ReportError(
                f"its genre is not known ({report.genre_reason}); if it is a report, say --genre"
                f" and one of {', '.join(GENRES)}"
            )
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from None
    record = _record(report, path, genre or report.genre, name, {one.id for one in registered})
    record = record._replace(sha256=sha256, code_points=len(content.decode("utf-8")))
    original = "" if is_own else f"{ORIGINALS}/{record.id}{_SUFFIXES[source.kind]}"
    files = {record.file: content, **({original: data} if original else {})}
    with _created(folder, files):
        _append(folder / REGISTER, record)
    return Added(record, source.kind, original, source.notes)


def _holder(sha256: str, folder: Path, registered: tuple[Record, ...]) -> str:
    """The report of a corpus that has this checksum; a row may leave it to be computed."""
    return next(
        (one.id for one in registered if sha256 == (one.sha256 or _digest(folder / one.file))), ""
    )


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror})") from None


def _record(report: Report, path: Path, genre: str, name: str, taken: set[str]) -> Record:
    """The row of a report: what its text, or at least the name of its file, tells."""
    if name in taken:
        raise CorpusError(f"{name}: a report of the corpus is called so already")
    said = read_off(path.stem, report)
    if not name:
        tellers = (report.stated("issuer"), report.stated("title"), *re.split("[_ -]", path.stem))
        place = next(filter(None, (place_of(teller).name for teller in tellers)), "")
        year = str(said.reporting_year or "")
        name = identifier(place, year, genre, taken)
    return said._replace(
        id=name,
        file=f"{REPORTS}/{name}.txt",
        original_file=printable(path.name),
        genre=genre,
        label=label_of(name),
    )


@contextmanager
def _created(folder: Path, files: dict[str, bytes]) -> Iterator[None]:
    """New files in ``folder``, taken away again where what follows fails."""
    made: list[Path] = []
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(content)
        yield
    except BaseException as error:
        for path in made:
            path.unlink(missing_ok=True)
        if isinstance(error, FileExistsError):
            raise CorpusError(f"{error.filename}: is there already and in no register") from None
        if isinstance(error, OSError):
            raise CorpusError(f"{error.filename or folder}: {error.strerror}") from None
        raise


def _append(register: Path, record: Record) -> None:
    """Write the register anew with one row more, in its own columns and line ends."""
    before = register.read_bytes() if register.exists() else f"{','.join(COLUMNS)}\n".encode()
    end = "\r\n" if b"\r\n" in before else "\n"
    header = next(csv.reader(io.StringIO(before.decode("utf-8-sig"), newline="")))
    row = io.StringIO()
    if not before.endswith(b"\n"):
        row.write(end)
    values = record._asdict()
    csv.writer(row, lineterminator=end).writerow(
        ["" if values[column] is None else values[column] for column in header]
    )
    aside = register.with_name(f".{register.name}.new")
    try:
        aside.write_bytes(before + row.getvalue().encode("utf-8"))
        os.replace(aside, register)
    finally:
        aside.unlink(missing_ok=True)
