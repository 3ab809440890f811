"""Print each quantitative statement of reports as one JSON line.

Offsets are code points of the text that was read; with several files each line has file first.
With --rejected the numerals that are no quantities are printed instead, each with its reason.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from govreports.cli.inputs import Inputs, add_paths
from govreports.numbers.occurrences import REASONS
from govreports.numbers.quantities import not_quantities, quantities
from govreports.readers.source import Source, report_of

HELP = "find each quantity with number, unit, measure, year and status"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports quantities``."""
    add_paths(parser)
    parser.add_argument(
        "--rejected",
        action="store_true",
        help=f"print what is no quantity with its reason, one of: {', '.join(REASONS)}",
    )


def run(args: argparse.Namespace) -> int:
    """Print one JSON object a line."""
    found = not_quantities if args.rejected else quantities

    def rows(source: Source) -> Iterator[dict[str, Any]]:
        return (row._asdict() for row in found(report_of(source)))

    return Inputs(args.paths, args.text_out).print_lines(rows)
