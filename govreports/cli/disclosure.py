"""Print the cells of the statutory tables of disclosure reports, and the sums that do not hold.

Since 2021 these reports answer in three tables. One JSON line is printed for each cell, with
"record": "cell", table, group, row, column, value (null where it is blank or marked as none), unit,
text, start and end; then one for each total that its parts do not make, with "record": "sum", rule,
stated, computed and what the table leaves out; then "record": "note" for values that could not be
read, or not with certainty, with the reason. Offsets are code points of the text that was read.
With several files each line has file first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from govreports.cli.inputs import Inputs, add_paths
from govreports.disclosure.cells import REASONS, tables
from govreports.disclosure.sums import RULES, sums
from govreports.errors import ReportError
from govreports.readers.source import Source

HELP = "read the statutory tables of disclosure reports"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports disclosure``."""
    add_paths(parser)
    rules = "; ".join(f"{rule}: {meaning}" for rule, meaning in RULES.items())
    reasons = "; ".join(f"{reason}: {meaning}" for reason, meaning in REASONS.items())
    parser.epilog = f"Rules of sums: {rules}. Reasons of notes: {reasons}."


def run(args: argparse.Namespace) -> int:
    """Print one JSON object a line."""
    return Inputs(args.paths, args.text_out).print_lines(_records)


def _records(source: Source) -> Iterator[dict[str, Any]]:
    """The records of one file; raise `ReportError` where it has none of the tables."""
    text = source.text
    values, notes = tables(text)
    if not values and not notes:
        raise ReportError("holds none of the statutory tables of a disclosure report")
    for value in values:
        yield {"record": "cell", **value._asdict(), "text": text[value.start : value.end]}
    for total in sums(values):
        if not total.holds:
            yield {"record": "sum", **total._asdict(), "text": text[total.start : total.end]}
    for note in notes:
        yield {"record": "note", **note._asdict()}
