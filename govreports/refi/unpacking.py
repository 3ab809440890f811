"""What an archive of a REFI-QDA project holds: its XML and its plain texts, read without trust.

Programs differ: the folder of sources is called ``sources`` or ``Sources``, the project file has
any name that ends in ``.qde``, and documents, pictures and recordings lie beside the texts. Those
are never unpacked.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from govreports.errors import DataError

MOST_ENTRIES = 10_000
MOST_BYTES = 500_000_000
_TEXT = ".txt"
_PROJECT = ".qde"
_DRIVE = re.compile(r"[A-Za-z]:")
# What `zipfile` unpacks no further than it is told to.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    *(OSError, zipfile.BadZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, EOFError, UnicodeError),
)


class Unpacked(NamedTuple):
    """The project's XML as bytes, and the texts beside it by the name of their file."""

    project: bytes
    texts: Mapping[str, str]  # without byte-order mark, line ends as they are


def unpack(path: str | Path) -> Unpacked:
    """Read an archive in memory.

    Raises ``DataError`` for what is no archive; for entries that lead out of it, have one name, are
    too many, too large or strangely compressed; without exactly one project file; for text that
    is neither UTF-8 nor marked as UTF-16.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = _entries(archive, path)
            projects = [name for name in entries if name.lower().endswith(_PROJECT)]
            if len(projects) != 1:
                raise DataError(
                    f"{path}: holds {', '.join(sorted(projects)) or 'no project file (.qde)'};"
                    " one is due"
                )
            texts = {
                PurePosixPath(name).name: decoded(_content(archive, entry), f"{path}: {name}")
                for name, entry in entries.items()
                if name.lower().endswith(_TEXT)
            }
            return Unpacked(_content(archive, entries[projects[0]]), texts)
    except _UNREADABLE as error:
        raise DataError(f"{path}: not a readable archive ({error})") from error


def decoded(content: bytes, name: str) -> str:
    """The text without its byte-order mark; ``DataError`` where it cannot be decoded."""
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name} is not UTF-8 at byte {error.start}") from error


def _entries(archive: zipfile.ZipFile, path: str | Path) -> dict[str, zipfile.ZipInfo]:
    """The entries that are files, by name with slashes only."""
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(files) > MOST_ENTRIES or sum(e.file_size for e in files if _read(e)) > MOST_BYTES:
        raise DataError(f"{path}: too many or too large entries")
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in files:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
            raise DataError(f"{path}: entry {entry.filename!r} leads out of the archive")
        if name in entries:
            raise DataError(f"{path}: holds two entries of one name, {name!r}")
        if _read(entry) and entry.compress_type not in _COMPRESSIONS:
            raise DataError(f"{path}: entry {name!r} is neither stored nor deflated")
        entries[name] = entry
    return entries


def _read(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((_TEXT, _PROJECT))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    # The stated size is a claim: unpack no more than that; what is longer fails its checksum.
    with archive.open(entry) as stream:
        return stream.read(entry.file_size + 1)
