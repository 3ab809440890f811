"""Print every maximal passage that reports share or repeat, as JSON lines.

A passage is text of the same characters at two places of the reports' headings and paragraphs
that cannot be made longer at either end. Page chrome, titles, metadata and annexes are left out
unless --whole-file is given.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from govreports.claims.reuse import MIN_LENGTH, Stretch, shared_passages, stretches, whole_file
from govreports.errors import ReportError
from govreports.text.parse import read_report

HELP = "list the passages that reports share or repeat"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports reuse``."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a report, or a folder of reports (*.txt)"
    )
    parser.add_argument(
        "--min-length",
        type=_at_least_one,
        default=MIN_LENGTH,
        metavar="N",
        help="shortest passage in characters (default: %(default)s)",
    )
    parser.add_argument(
        "--whole-file",
        action="store_true",
        help="compare the files as they are, chrome and line breaks included",
    )


def run(args: argparse.Namespace) -> int:
    """Compare the reports and print one JSON object a passage."""
    compared: list[Stretch] = []
    for path in dict.fromkeys(_files(args.paths)):
        report = read_report(path)
        compared += [whole_file(path, report)] if args.whole_file else stretches(path, report)
    for passage in shared_passages(compared, args.min_length):
        print(json.dumps(passage._asdict(), ensure_ascii=False))
    return 0


def _files(paths: list[str]) -> Iterator[str]:
    for given in paths:
        if Path(given).is_dir():
            within = sorted(str(path) for path in Path(given).glob("*.txt"))
            if not within:
                raise ReportError(f"{given}: the folder holds no .txt file")
            yield from within
        else:
            yield given


def _at_least_one(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number
