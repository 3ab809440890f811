"""What kind of file it is, by its content, and its text."""

from __future__ import annotations

import codecs
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

from govreports.errors import ReportError
from govreports.readers.files import STANDARD_INPUT
from govreports.report.decode import decode
from govreports.report.model import Report
from govreports.report.parse import parse

MOST_BYTES = 200_000_000  # of a file, and of what a document unpacks to
MOST_CHARACTERS = 10_000_000  # of a text: a report is some ten thousand

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a .docx with a password is an OLE file
_RTF = b"{\\rtf"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|form|div|table|center|font"
    rb"|h[1-6]|p|span|article|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVED_PAGE = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.IGNORECASE
)
_WITHIN = 4096  # bytes in which a file shows what it is
_BEYOND = (RecursionError, MemoryError, OverflowError)


class Source(NamedTuple):
    """The text of a file, what kind of file it was, and what a reader should know of it."""

    text: str
    encoding: str  # of a text or page; empty for documents
    kind: str  # ``text``, ``html``, ``pdf`` or ``docx``
    notes: tuple[str, ...] = ()  # what the reading may have lost, or took out


def read_report(path: str | Path, *, whole_paragraphs: bool = False) -> Report:
    """Read and parse the report in a file of any kind that `read_source` reads.

    Raises ``ReportError``, naming the file, where it cannot be read or holds no report.
    ``whole_paragraphs`` as in `parse`.
    """
    source = read_source(path)
    try:
        return report_of(source, whole_paragraphs=whole_paragraphs)
    except ReportError as error:
        raise ReportError(f"{shown(path)}: {error}") from None


def report_of(source: Source, *, whole_paragraphs: bool = False) -> Report:
    """The report in a text that was read; ``ReportError``, naming no file, if there is none."""
    try:
        return parse(source.text, encoding=source.encoding, whole_paragraphs=whole_paragraphs)
    except _BEYOND as error:
        raise ReportError(f"cannot be parsed ({type(error).__name__})") from None


def read_source(path: str | Path) -> Source:
    """Read a file whatever its name says it is; ``-`` is standard input.

    Raises ``ReportError``, naming the file, where it cannot be read, is larger than
    ``MOST_BYTES``, is damaged, encrypted, scanned, or of another kind.
    """
    try:
        return source_of(file_bytes(path))
    except ReportError as error:
        raise ReportError(f"{shown(path)}: {error}") from None


def shown(path: str | Path) -> str:
    """A file as messages name it."""
    return "standard input" if str(path) == STANDARD_INPUT else str(path)


def file_bytes(path: str | Path) -> bytes:
    """The bytes of a file; raise ``ReportError``, naming no file, where they cannot be had."""
    try:
        if str(path) == STANDARD_INPUT:
            size, data = 0, sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with open(path, "rb") as file:
                size = os.fstat(file.fileno()).st_size
                data = b"" if size > MOST_BYTES else file.read(MOST_BYTES + 1)
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror}") from None
    if max(size, len(data)) > MOST_BYTES:
        held = f"{size:,} bytes are" if size > MOST_BYTES else "is"
        raise ReportError(f"{held} more than the {MOST_BYTES:,} bytes allowed")
    return data


def source_of(data: bytes) -> Source:
    """``read_source`` of bytes; the messages name no file."""
    try:
        source = _source_of(data)
    except _BEYOND as error:
        raise ReportError(f"cannot be read ({type(error).__name__})") from None
    if len(source.text) > MOST_CHARACTERS:
        raise ReportError(
            f"{len(source.text):,} characters are more than the {MOST_CHARACTERS:,} allowed"
        )
    return source


def _source_of(data: bytes) -> Source:
    # Each reader loads a library of its own: only the one that is needed.
    if _PDF in data[:1024]:
        from govreports.readers.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(_ZIP):
        from govreports.readers.word import read_docx

        return read_docx(data)
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise ReportError("is an encrypted Office file: save it without a password first")
        raise ReportError("is an old Office file (.doc, .wps): save it as .docx first")
    if data.startswith(_RTF):
        raise ReportError("is a rich text file (.rtf): save it as .docx first")
    if _ARCHIVED_PAGE.match(data[:_WITHIN]):
        from govreports.readers.web import read_archived_page

        return read_archived_page(data)
    if is_page(data):
        from govreports.readers.web import decode_page, read_page

        return read_page(decode_page(data))
    text, encoding = decode(data)
    return Source(text, encoding, "text")


def is_page(data: bytes) -> bool:
    """Whether the file is HTML, by how it begins."""
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            start = data[2 : 2 + _WITHIN].decode(codec, "ignore").encode()
            return _PAGE.match(start) is not None
    return _PAGE.match(data[:_WITHIN].removeprefix(codecs.BOM_UTF8)) is not None
