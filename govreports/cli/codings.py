"""Print the codings of a REFI-QDA project (.qdpx) as a CSV table: one row a code of a selection.

Such projects are what ``export`` writes and what other software for qualitative analysis saves.
Columns: ``user, source, start, end, code, text``; places are code points of the source's text.
The project's sources must be plain text.
"""

from __future__ import annotations

import argparse

from govreports.cli.telling import add_bom, print_csv
from govreports.refi.archive import coded_segments, unpack

HELP = "print the codings of a REFI-QDA project as CSV"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports codings``."""
    parser.add_argument("file", metavar="FILE", help="a REFI-QDA project (.qdpx)")
    add_bom(parser)


def run(args: argparse.Namespace) -> int:
    """Write the table to standard output."""
    print_csv(coded_segments(unpack(args.file)), bom=args.bom)
    return 0
