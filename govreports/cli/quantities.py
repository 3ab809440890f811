"""Print each quantitative statement of a report as one JSON line; offsets are code points.

With --rejected the numerals that are no quantities are printed instead, each with its reason.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from govreports.numbers.occurrences import REASONS
from govreports.numbers.quantities import Quantity, Rejected, not_quantities, quantities
from govreports.report.parse import read_report

HELP = "find each quantity with number, unit, measure, year and status"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports quantities``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a report as plain text")
    parser.add_argument(
        "--rejected",
        action="store_true",
        help=f"print what is no quantity with its reason, one of: {', '.join(REASONS)}",
    )


def run(args: argparse.Namespace) -> int:
    """Print one JSON object a line."""
    report = read_report(args.file)
    rows: Iterable[Quantity | Rejected] = (
        not_quantities(report) if args.rejected else quantities(report)
    )
    for row in rows:
        print(json.dumps(row._asdict(), ensure_ascii=False))
    return 0
