"""Put reports into a corpus folder: copy them and write their rows of the register.

Text files, saved web pages, PDF and Word documents are read; where the text had to be extracted
or converted, the original is kept in DIR/originals. What a report says of itself fills its row;
what it does not say is shown with the allowed values, to be filled in reports.csv by hand.
Nothing that is there is written over. A file that cannot be added is one line on standard error
and leaves nothing behind; the others are added, and the exit status is 3.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from govreports.cli.language import worded
from govreports.cli.telling import NOTHING_USED, SOME_REFUSED, tell
from govreports.codebook.outlines import LEVELS
from govreports.corpus.adding import Added, add_report
from govreports.corpus.register import GENRES
from govreports.errors import ArgumentError, ReportError
from govreports.readers.files import given

HELP = "put reports into a corpus folder"

# What a person can fill in where the report does not say it.
_ALLOWED = {
    "title": "as printed",
    "issuer": "as printed",
    "document_number": "as printed, if it has one",
    "reporting_year": "a year, as 2023",
    "issued": "a date, as 2024-01-18",
    "province": "its full name, as 江苏省",
    "jurisdiction": "the place reported on",
    "level": f"one of {', '.join(LEVELS)}",
}
_SHOWN = ("label", "genre", *_ALLOWED)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports add``."""
    parser.add_argument("paths", nargs="+", metavar="FILE", help="a report, or a folder of them")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR")
    parser.add_argument("--genre", choices=GENRES, default="", help="where the text does not tell")
    parser.add_argument("--id", default="", metavar="NAME", help="identifier, of one file only")
    parser.add_argument(
        "--convert", action="store_true", help="bring texts in other encodings into UTF-8"
    )


def run(args: argparse.Namespace) -> int:
    """Add one file after the other and show what was recognised."""
    if args.id and (len(args.paths) > 1 or Path(args.paths[0]).is_dir()):
        raise ArgumentError("--id names one report: give one file")
    files, problems, _ = given(args.paths)
    for problem in problems:
        tell(problem)
    added, failed = 0, len(problems)
    for path in files:
        try:
            one = add_report(
                path, args.corpus, genre=args.genre, name=args.id, convert=args.convert
            )
        except ReportError as error:
            failed += 1
            tell(str(error))
            continue
        added += 1
        print("\n".join(told(one)))
    return 0 if not failed else SOME_REFUSED if added else NOTHING_USED


def told(added: Added) -> Iterator[str]:
    """What was recognised of a report, and what may be filled in, line by line."""
    values = added.record._asdict()
    yield worded(f"{added.record.id}: from {added.record.original_file}")
    width = max(map(len, _SHOWN))
    for name in _SHOWN:
        value = values[name]
        empty = value in ("", None)
        shown = worded(f"not told: {_ALLOWED[name]}") if empty else value
        yield f"  {name:<{width}}  {shown}"
    if added.original:
        yield f"  {'original':<{width}}  {worded(f'kept as {added.original}')}"
    for note in added.notes:
        yield f"  {'note':<{width}}  {worded(note)}"
