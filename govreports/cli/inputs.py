"""Files and folders that a command was given: read one by one, in one way for all commands."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from govreports.atomic import write_text
from govreports.cli.telling import NOTHING_USED, SOME_REFUSED, tell
from govreports.errors import ArgumentError, ReportError
from govreports.readers.files import STANDARD_INPUT, given, kept_as, printable
from govreports.readers.source import Source, file_bytes, shown, source_of

A = TypeVar("A")
B = TypeVar("B")

PATHS = (
    "reports (plain text, web pages, PDF, Word .docx), folders with their subfolders, or - for"
    " standard input; what holds no running Chinese text is one line on standard error, and the"
    " rest goes on (exit status 3; 2 when nothing could be used); a text that is no report of a"
    " known kind is read as of genre other"
)


def add_paths(parser: argparse.ArgumentParser, *, places: bool = True) -> None:
    """Declare the files to read; ``places`` for commands that print where something stands."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    if places:
        parser.add_argument(
            "--text-out",
            type=Path,
            metavar="DIR",
            help="keep there the text that was read of each file, as NAME.txt in UTF-8: the text"
            " in which start and end count (of a plain text the decoded file, of a web page, PDF"
            " or Word file what was read of it)",
        )


class Inputs:
    """The files of a command, with what became of them."""

    def __init__(
        self, paths: Iterable[str], text_out: Path | None = None, *, once: bool = False
    ) -> None:
        """Find the files; what cannot be used of the folders is told at once.

        With ``once`` a file that two paths lead to is read only under the first.

        Raises ``ArgumentError`` where standard input is given twice.
        """
        paths = list(paths)
        self.files, problems, _ = given(paths)
        if once:
            by_place = {os.path.realpath(file): file for file in reversed(self.files)}
            self.files = tuple(reversed(by_place.values()))
        self._folders = [path for path in paths if os.path.isdir(path)]
        self.several = len(self.files) > 1 or bool(self._folders)
        self._problems = len(problems)  # of folders
        self._refused = 0  # files
        self._text_out = text_out
        self._kept: Counter[str] = Counter()
        if self.files.count(STANDARD_INPUT) > 1:
            raise ArgumentError("standard input can be read once: give - once")
        for problem in problems:
            tell(problem)

    def each(self, work: Callable[[Source], A]) -> Iterator[tuple[str, A]]:
        """What ``work`` makes of each file that can be used, in order."""
        return self.tried(((file, file) for file in self.files), lambda f: work(self._read(f)))

    def tried(
        self, items: Iterable[tuple[str, A]], work: Callable[[A], B]
    ) -> Iterator[tuple[str, B]]:
        """``work`` on the item of each file; where it raises ``ReportError``, a line says so."""
        for file, item in items:
            try:
                done = work(item)
            except ReportError as error:
                tell(f"{shown(file)}: {error}")
                self._refused += 1
            else:
                yield file, done

    def print_lines(self, rows: Callable[[Source], Iterable[Mapping[str, Any]]]) -> int:
        """Print the rows of each file as JSON lines, with its name where there are several.

        Returns the exit status. A file is done with before anything of it is printed.
        """
        for file, printed in self.each(lambda source: list(rows(source))):
            named = {"file": file} if self.several else {}
            for row in printed:
                print(json.dumps({**named, **row}, ensure_ascii=False))
        return self.status

    @property
    def status(self) -> int:
        """0 where all could be used, 3 where some, 2 where nothing could."""
        if self._refused == len(self.files):
            return NOTHING_USED
        return SOME_REFUSED if self._refused or self._problems else 0

    def _read(self, file: str) -> Source:
        source = source_of(file_bytes(file))
        if self._text_out:
            write_text(self._text_out / self._place(file), source.text)
        return source

    def _place(self, file: str) -> str:
        """Where a text is kept: as in the folder that was given, else under the file's name."""
        inside = "standard-input" if file == STANDARD_INPUT else os.path.basename(file)
        for folder in self._folders:
            if Path(file).is_relative_to(folder):
                inside = Path(file).relative_to(folder).as_posix()
                break
        self._kept[inside] += 1
        again = self._kept[inside]
        return kept_as(printable(f"{inside}-{again}" if again > 1 else inside))
