"""Print the cells of the statutory tables of disclosure reports, and the sums that do not hold.

Since 2021 these reports answer in three tables. One JSON line is printed for each cell, with
"record": "cell", table, group, row, column, value (null where it is blank or marked as none), unit,
text, start and end; then one for each total that its parts do not make, with "record": "sum", rule,
stated, computed and what the table leaves out; then "record": "note" for values that could not be
read, or not with certainty, with the reason. Offsets are code points of the decoded file. With
several files each line has file first.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govreports.corpus.sources import report_files
from govreports.disclosure.cells import REASONS, tables
from govreports.disclosure.sums import RULES, sums
from govreports.errors import ReportError
from govreports.report.decode import decode

HELP = "read the statutory tables of disclosure reports"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports disclosure``."""
    parser.add_argument(
        "paths", nargs="+", metavar="FILE", help="a report as plain text, or a folder of them"
    )
    rules = "; ".join(f"{rule}: {meaning}" for rule, meaning in RULES.items())
    reasons = "; ".join(f"{reason}: {meaning}" for reason, meaning in REASONS.items())
    parser.epilog = f"Rules of sums: {rules}. Reasons of notes: {reasons}."


def run(args: argparse.Namespace) -> int:
    """Print one JSON object a line; 3 where some of several files could not be used."""
    files = list(report_files(args.paths))
    failed = 0
    for file in files:
        try:
            rows = list(_records(file))
        except ReportError as error:
            if len(files) == 1:
                raise
            print(f"govreports: {error}", file=sys.stderr)
            failed += 1
            continue
        for row in rows:
            named = {"file": file, **row} if len(files) > 1 else row
            print(json.dumps(named, ensure_ascii=False))
    return 0 if not failed else 2 if failed == len(files) else 3


def _records(file: str) -> Iterator[dict[str, Any]]:
    """The records of one file; raise `ReportError` where it has none of the tables."""
    try:
        text = decode(Path(file).read_bytes()).text
    except OSError as error:
        raise ReportError(f"{file}: cannot be read: {error.strerror}") from None
    except ReportError as error:
        raise ReportError(f"{file}: {error}") from None
    values, notes = tables(text)
    if not values and not notes:
        raise ReportError(f"{file}: holds none of the statutory tables of a disclosure report")
    for value in values:
        yield {"record": "cell", **value._asdict(), "text": text[value.start : value.end]}
    for total in sums(values):
        if not total.holds:
            yield {"record": "sum", **total._asdict(), "text": text[total.start : total.end]}
    for note in notes:
        yield {"record": "note", **note._asdict()}
