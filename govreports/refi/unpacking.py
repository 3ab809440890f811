"""What an archive of a REFI-QDA project holds: its XML and its plain texts, read without trust.

Programs differ: the folder of sources is called ``sources`` or ``Sources``, the project file has
any name that ends in ``.qde``, and documents, pictures and recordings lie beside the texts. Those
are never unpacked, and a text only when it is asked for.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.parse import unquote

from govreports.errors import DataError

MOST_ENTRIES = 10_000
MOST_BYTES = 500_000_000
_TEXT = ".txt"
_PROJECT = ".qde"
_SOURCES = "sources/"
_HEAD = 2000  # bytes in which XML names its kind
_MACS_OWN = "__macosx/"  # what a Mac adds to an archive that is packed on it
_DRIVE = re.compile(r"[A-Za-z]:")
_SCHEME = re.compile(r"^[a-z]+:/*", re.IGNORECASE)
_XML = re.compile(rb"(\xef\xbb\xbf)?\s*<")
# What `zipfile` unpacks no further than it is told to.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    *(OSError, zipfile.BadZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, EOFError, UnicodeError),
)


class Unpacked:
    """The project's XML and the texts beside it, each read when it is asked for."""

    def __init__(self, archive: zipfile.ZipFile, path: str | Path) -> None:
        self._archive, self._path = archive, path
        entries = _entries(archive, path)
        projects = [name for name in entries if name.lower().endswith(_PROJECT)]
        if len(projects) != 1:
            held = ", ".join(sorted(projects)) or f"no project file ({_PROJECT})"
            raise DataError(f"{path}: holds {held}; one is due")
        self._project = entries[projects[0]]
        self._texts = _by_ends(entries)

    def project(self) -> IO[bytes]:
        """The project's XML, to be read through once."""
        # The stated size is a claim: no more is unpacked, and what is longer fails its checksum.
        return self._archive.open(self._project)

    def text(self, path: str) -> str | None:
        """The text that the project means by this path, without byte-order mark.

        None where there is none, or where it may be one of several. Raises ``DataError`` for what
        cannot be decoded.
        """
        path = _SCHEME.sub("", path.replace("\\", "/"))
        # As it stands, or as an address writes a name with blanks.
        for name in dict.fromkeys((_alike(path), _alike(unquote(path)))):
            for end in (f"{_SOURCES}{name}", *_ends(name)):
                if len(entries := self._texts.get(end, ())) == 1:
                    with self._archive.open(entries[0]) as stream:
                        return decoded(stream.read(), f"{self._path}: {entries[0].filename}")
        return None


@contextmanager
def unpacked(path: str | Path) -> Iterator[Unpacked]:
    """An archive that is open as long as it is read; nothing of it is written anywhere.

    Raises ``DataError`` for what is no archive; for entries that lead out of it, have one name, are
    too many, too large or strangely compressed; without exactly one project file; for text that
    is neither UTF-8 nor marked as UTF-16.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield Unpacked(archive, path)
    except _UNREADABLE as error:
        raise DataError(f"{path}: {_why(path, error)}") from error


def decoded(content: bytes, name: str) -> str:
    """The text without its byte-order mark; ``DataError`` where it cannot be decoded."""
    utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{name} is not UTF-8 at byte {error.start}") from error


def _why(path: str | Path, error: Exception) -> str:
    """Why this is no archive of a project."""
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read: {error.strerror}"
    if not zipfile.is_zipfile(path):
        with Path(path).open("rb") as file:
            head = file.read(_HEAD)
        if _XML.match(head) and b"urn:QDA-XML:codebook" in head:
            return "a codebook (.qdc), which holds no codings; a project (.qdpx) is due"
        if _XML.match(head) and b"urn:QDA-XML:project" in head:
            return "the XML of a project (.qde) without its texts; the whole (.qdpx) is due"
    return f"not a readable archive ({error}); a project (.qdpx) is due"


def _entries(archive: zipfile.ZipFile, path: str | Path) -> dict[str, zipfile.ZipInfo]:
    """The entries that are files, by name with slashes only."""
    files = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(files) > MOST_ENTRIES or sum(e.file_size for e in files if _read(e)) > MOST_BYTES:
        raise DataError(
            f"{path}: too many or too large entries; {MOST_ENTRIES:,} are allowed, and"
            f" {MOST_BYTES:,} bytes of text"
        )
    entries: dict[str, zipfile.ZipInfo] = {}
    for entry in files:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
            raise DataError(f"{path}: entry {entry.filename!r} leads out of the archive")
        if name in entries:
            raise DataError(f"{path}: holds two entries of one name, {name!r}")
        if _read(entry) and entry.compress_type not in _COMPRESSIONS:
            raise DataError(f"{path}: entry {name!r} is neither stored nor deflated")
        if not name.lower().startswith(_MACS_OWN):
            entries[name] = entry
    return entries


def _read(entry: zipfile.ZipInfo) -> bool:
    return entry.filename.lower().endswith((_TEXT, _PROJECT))


def _by_ends(entries: Mapping[str, zipfile.ZipInfo]) -> dict[str, Sequence[zipfile.ZipInfo]]:
    """The texts by every end of their path: an archive may hold a folder around all."""
    texts = defaultdict[str, list[zipfile.ZipInfo]](list)
    for name, entry in entries.items():
        if name.lower().endswith(_TEXT):
            for end in _ends(_alike(name)):
                texts[end].append(entry)
    return dict(texts)


def _ends(name: str) -> Iterator[str]:
    steps = name.split("/")
    return ("/".join(steps[at:]) for at in range(len(steps)))


def _alike(name: str) -> str:
    # Guids in file names and in the project are not always in the same case, and a Mac writes
    # accents as characters of their own.
    return unicodedata.normalize("NFC", name).lower()
