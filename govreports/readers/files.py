"""The files that paths name: each by itself, those of a folder with its subfolders in one order."""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from govreports.errors import CorpusError, ReportError

SUFFIXES = (".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".pdf", ".docx", ".doc", ".wps",
            ".rtf", ".odt", ".ofd")  # fmt: skip
STANDARD_INPUT = "-"
_LONGEST = 200  # bytes of a name that any file system takes with an ending added


class Found(NamedTuple):
    """A file that may be a report; ``name`` is its path inside the folder, with ``/``."""

    name: str
    path: Path


class Refused(NamedTuple):
    """What is in a folder and cannot be used, and why."""

    name: str
    reason: str


class Listing(NamedTuple):
    """What a folder holds, in the order of the names."""

    found: tuple[Found, ...]
    refused: tuple[Refused, ...]  # folders that cannot be read or entered, and devices
    passed_over: Counter[str]  # files that no ending tells to be documents, by ending


def find(folder: str | Path, *, without: Path | None = None) -> Listing:
    """The files with the endings of documents; hidden and lock files are passed over.

    Links to folders are not followed, so that none is read twice and no loop is entered;
    ``without`` is a folder inside that is left out (that of the results). Raises ``CorpusError``
    where the folder cannot be read or holds nothing of the kind.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder")
    found: list[Found] = []
    refused: list[Refused] = []
    passed_over: Counter[str] = Counter()
    left_out = os.path.realpath(without) if without else None

    def unread(error: OSError) -> None:
        if Path(error.filename) == folder:
            raise CorpusError(f"{folder}: cannot be read: {error.strerror}")
        refused.append(Refused(inside(Path(error.filename)), f"cannot be read: {error.strerror}"))

    def inside(path: Path) -> str:
        # A backslash of the name's own is shown by its number too: no two names look alike.
        return printable(path.relative_to(folder).as_posix().replace("\\", "\\x5c"))

    for place, folders, files in os.walk(folder, onerror=unread):
        here = Path(place)
        shown = [
            name
            for name in folders
            if not _is_hidden(name) and os.path.realpath(here / name) != left_out
        ]
        folders[:] = [name for name in shown if not (here / name).is_symlink()]
        refused += [
            Refused(inside(here / name), "is a link to a folder: not followed")
            for name in shown
            if name not in folders
        ]
        for name in files:
            path = here / name
            if _is_hidden(name):
                continue
            if path.suffix.lower() not in SUFFIXES:
                passed_over[printable(path.suffix.lower())] += 1
            elif _is_device(path):
                refused.append(Refused(inside(path), "is no regular file"))
            else:
                found.append(Found(inside(path), path))
    if not found and not refused:
        raise CorpusError(f"{folder}: the folder holds no file of {' '.join(SUFFIXES)}")
    return Listing(tuple(sorted(found)), tuple(sorted(refused)), passed_over)


class Given(NamedTuple):
    """Files that were named or stand in folders that were, and why others cannot be used."""

    files: tuple[str, ...]  # as named, or below the folder as named
    refused: tuple[str, ...]  # a line for each
    passed_over: Counter[str]  # files of folders that no ending tells to be documents, by ending


def given(paths: Iterable[str]) -> Given:
    """The files named, and for a folder those that ``find`` finds; ``-`` stands for itself."""
    files: list[str] = []
    refused: list[str] = []
    passed_over: Counter[str] = Counter()
    for path in paths:
        if path == STANDARD_INPUT or not os.path.isdir(path):
            files.append(path)
            continue
        try:
            listing = find(path)
        except CorpusError as error:
            refused.append(str(error))
            continue
        files += [str(item.path) for item in listing.found]
        refused += [f"{os.path.join(path, name)}: {reason}" for name, reason in listing.refused]
        passed_over += listing.passed_over
    return Given(tuple(files), tuple(refused), passed_over)


def report_files(paths: Iterable[str]) -> tuple[str, ...]:
    """The files of `given`; raise ``ReportError`` where anything cannot be used."""
    files, refused, _ = given(paths)
    if refused:
        raise ReportError(refused[0])
    return files


def kept_as(name: str, ending: str = ".txt") -> str:
    """Where in a folder what was made of the file ``name`` is kept; too long names are cut.

    >>> kept_as("a/2021.html")
    'a/2021.html.txt'
    """
    *folders, own = name.split("/")
    return "/".join([*(_cut(folder, "") for folder in folders), _cut(own, ending)])


def _cut(part: str, ending: str) -> str:
    encoded = part.encode("utf-8", "surrogatepass")
    if len(encoded) <= _LONGEST:
        return f"{part}{ending}"
    head = encoded[: _LONGEST // 2].decode("utf-8", "ignore")
    return f"{head}-{hashlib.sha256(encoded).hexdigest()[:16]}{ending}"


def printable(name: str) -> str:
    r"""Text on one line: what cannot be printed is shown by its number.

    >>> printable("a\nb\udcff")
    'a\\x0ab\\udcff'
    """
    return "".join(c if c.isprintable() or c == "\u3000" else _escaped(c) for c in name)


def _escaped(character: str) -> str:
    code = ord(character)
    if code > 0xFFFF:
        return f"\\U{code:08x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))  # Word keeps ~$name.docx beside an open document


def _is_device(path: Path) -> bool:
    """Whether reading would wait for somebody to write; a broken link is told when it is read."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
