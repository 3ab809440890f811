"""Make a folder in which a book over your own reports is built and tested.

The folder NAME holds a corpus, tests, a lock of all packages, and the two wheels of this project;
``make book`` and ``make test`` work in it, and its README says how to go on without make. With
--from, the reports of a folder are put into its corpus as ``govreports add`` does; a file that
cannot be used is one line on standard error, and the exit status is 3. At the end it is said how
many files were left out and why.
"""

from __future__ import annotations

import argparse
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

from govreports.cli.language import worded
from govreports.cli.telling import NOTHING_USED, SOME_REFUSED, by_kind, say, tell
from govreports.corpus.register import GENRES
from govreports.errors import ArgumentError, DataError
from govreports.readers.files import given
from govreports.wording import how_many

HELP = "make a folder for a book over your own reports"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports new``."""
    parser.add_argument("name", type=Path, metavar="NAME", help="the folder to make")
    parser.add_argument("--from", dest="reports", metavar="DIR", help="your reports")
    parser.add_argument("--genre", choices=GENRES, default="", help="where a text does not tell")
    parser.add_argument(
        "--convert", action="store_true", help="bring texts in other encodings into UTF-8"
    )


def run(args: argparse.Namespace) -> int:
    """Make the folder and say what came into it and how to go on."""
    new_project = _publishing("new_project")
    left_out: list[str] = []

    def leave(why: object) -> None:
        left_out.append(str(why))
        tell(str(why))

    reports, problems, passed_over = given([args.reports] if args.reports else [])
    for problem in problems:
        leave(problem)
    if problems and not reports:
        return NOTHING_USED
    try:
        added = new_project.make_project(
            args.name, map(Path, reports), genre=args.genre, convert=args.convert, refused=leave
        )
    except _publishing("errors").BuildError as error:
        raise DataError(str(error)) from None
    for one in added:
        print(worded(f"{one.record.id}: from {one.record.original_file}"))
    reasons = Counter(why.partition(": ")[2] for why in left_out)
    for reason, number in reasons.most_common():
        say(f"{how_many(number, 'file')} not used: {reason}")
    if passed_over:
        say(f"passed over, of kinds that are not read: {by_kind(passed_over)}")
    say(f"{how_many(len(added), 'report')} in {args.name}; in that folder run: make book")
    return SOME_REFUSED if left_out else 0


def _publishing(module: str) -> Any:
    """A module of what makes the book, which the library does without."""
    try:
        return import_module(f"publishing.{module}")
    except ModuleNotFoundError as error:
        if error.name in ("publishing", f"publishing.{module}"):
            raise ArgumentError("this needs what makes the book: install govreports-book") from None
        raise
