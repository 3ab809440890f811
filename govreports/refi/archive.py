"""REFI-QDA archives, written to the same bytes every time, a report at a time."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import IO

from lxml import etree

from govreports.codebook.model import Codebook
from govreports.coding.coded_reports import CodedReport
from govreports.coding.handcodings import Codings
from govreports.errors import DataError
from govreports.refi import projects
from govreports.refi.codebook import DECLARATION, Mask

PROJECT_FILE = "project.qde"
SOURCES = "sources/"
# What a project holds of each report, in the order that the schema demands.
_PARTS = ("Cases", "Sources", "Notes")
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_project(
    target: IO[bytes],
    coded: Iterable[CodedReport],
    codings: Sequence[Codings],
    codebook: Codebook,
    *,
    created: datetime = projects.UNDATED,
    mask: Mask = str,
) -> None:
    """Write a project with these reports and their codings as an archive.

    ``codings`` says who coded; of them no units are read. Give the reports as they are to be
    seen: masked reports make a masked project. ``mask`` is applied to what is quoted besides, in
    coders' notes and the codebook's examples. ``created`` dates everything but hand codings,
    which bear their own dates. Entries are stored, not compressed: compressed bytes differ
    between versions of zlib.

    Raises ``DataError`` where a coding does not fit its report (`projects.source_element`).
    """
    date = max(created.astimezone(UTC).timetuple()[:6], _EARLIEST)
    with ExitStack() as stack:
        archive = stack.enter_context(zipfile.ZipFile(target, "w", zipfile.ZIP_STORED))
        # An archive takes one entry at a time: the document waits until all texts are written.
        parts = {name: stack.enter_context(tempfile.TemporaryFile()) for name in _PARTS}
        document = stack.enter_context(tempfile.TemporaryFile())
        reports = 0
        for one in coded:
            reports += 1
            source = projects.source_element(one, codings, codebook, created)
            _append(parts["Cases"], projects.case_element(one.name, one.report))
            _append(parts["Sources"], source)
            for note in projects.note_elements(one, created, mask):
                _append(parts["Notes"], note)
            text = projects.source_text(one.report)
            if text.startswith("\ufeff"):
                raise DataError(f"export: {one.name} begins with a byte-order mark")
            name = f"{SOURCES}{source.get('guid')}.txt"
            archive.writestr(_entry(name, date), text.encode("utf-8"))
        root = etree.tostring(projects.project_element(reports, codings, created), encoding="utf-8")
        document.write(DECLARATION + root.removesuffix(b"/>") + b">\n")
        for element in projects.head_elements(codings, codebook, mask):
            _append(document, element)
        for name, part in parts.items():
            _copy(part, document, name)
        _append(document, projects.about_element(codings, codebook))
        document.write(b"</Project>\n")
        entry = _entry(PROJECT_FILE, date)
        entry.file_size = document.tell()  # by which the archive knows whether it is a large one
        document.seek(0)
        shutil.copyfileobj(document, stack.enter_context(archive.open(entry, "w")))


def project_archive(
    coded: Iterable[CodedReport],
    codings: Sequence[Codings],
    codebook: Codebook,
    *,
    created: datetime = projects.UNDATED,
    mask: Mask = str,
) -> bytes:
    """The archive of ``write_project`` as bytes."""
    target = io.BytesIO()
    write_project(target, coded, codings, codebook, created=created, mask=mask)
    return target.getvalue()


def _entry(name: str, date: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date[:6])  # type: ignore[arg-type]
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _append(file: IO[bytes], element: etree._Element) -> None:
    etree.indent(element, " ", level=1)
    file.write(b" " + etree.tostring(element, encoding="utf-8") + b"\n")


def _copy(part: IO[bytes], document: IO[bytes], name: str) -> None:
    """What was gathered of the reports, where there is anything, in an element of this name."""
    if part.tell():
        part.seek(0)
        document.write(f" <{name}>\n".encode())
        shutil.copyfileobj(part, document)
        document.write(f" </{name}>\n".encode())
