"""The files of a folder with its subfolders, in one order, each under a name of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govreports.errors import CorpusError

SUFFIXES = (".txt", ".md", ".html", ".htm", ".mht", ".pdf", ".docx", ".doc", ".wps")


class Found(NamedTuple):
    """A file that may be a report; ``name`` is its path inside the folder, with ``/``."""

    name: str
    path: Path


def find(folder: str | Path, *, without: Path | None = None) -> list[Found]:
    """The files with the endings of documents, by name; hidden ones are passed over.

    Links to folders are not followed, so that none is read twice; ``without`` is a folder inside
    that is left out (that of the results). Raises ``CorpusError`` where the folder cannot be read
    or holds no such file.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CorpusError(f"{printable(str(folder))}: no such folder")
    left_out = without.resolve() if without else None
    found = sorted(_walk(folder, left_out))
    if not found:
        endings = " ".join(SUFFIXES)
        raise CorpusError(f"{printable(str(folder))}: the folder holds no file of {endings}")
    return found


def _walk(folder: Path, left_out: Path | None) -> Iterator[Found]:
    def refuse(error: OSError) -> None:
        raise CorpusError(f"{printable(str(error.filename))}: cannot be read ({error.strerror})")

    for inside, folders, files in os.walk(folder, onerror=refuse):
        here = Path(inside)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and (here / name).resolve() != left_out
        ]
        for name in files:
            path = here / name
            if not name.startswith(".") and path.suffix.lower() in SUFFIXES:
                yield Found(printable(path.relative_to(folder).as_posix()), path)


def printable(name: str) -> str:
    r"""A file's name as one line of text: what cannot be printed is shown by its number.

    >>> printable("a\nb\udcff")
    'a\\x0ab\\udcff'
    """
    return "".join(c if c.isprintable() or c == "\u3000" else _escaped(c) for c in name)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
