"""What kind of file it is, by its content, and its text."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from govreports.errors import ReportError

MOST_BYTES = 200_000_000

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class Source(NamedTuple):
    """The text of a file, what kind of file it was, and what a reader should know of it."""

    text: str
    encoding: str  # of a text or page; empty for documents
    kind: str  # ``text``, ``html``, ``pdf`` or ``docx``
    notes: tuple[str, ...] = ()  # what the reading may have lost, or took out


def read_source(path: str | Path) -> Source:
    """Read a file whatever its name says it is.

    Raises ``ReportError``, naming the file, where it cannot be read, is larger than
    ``MOST_BYTES``, is damaged, encrypted, scanned, or of another kind.
    """
    try:
        return source_of(file_bytes(path))
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from None


def file_bytes(path: str | Path) -> bytes:
    """The bytes of a file; the messages, as those of ``source_of``, do not name it."""
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise ReportError(f"{size:,} bytes are more than the {MOST_BYTES:,} allowed")
        return path.read_bytes()
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror}") from None


def source_of(data: bytes) -> Source:
    """``read_source`` of bytes; the messages name no file."""
    # Each reader loads a library of its own: only the one that is needed.
    if data[:1024].lstrip().startswith(_PDF):
        from govreports.readers.pdf import read_pdf

        return read_pdf(data)
    if data.startswith(_ZIP):
        from govreports.readers.word import read_docx

        return read_docx(data)
    if data.startswith(_OLE):
        raise ReportError("is an old Office file (.doc, .wps): save it as .docx first")
    from govreports.readers.web import decode_page, is_page, read_page

    if is_page(data):
        return read_page(decode_page(data))
    from govreports.report.decode import decode

    text, encoding = decode(data)
    return Source(text, encoding, "text")
