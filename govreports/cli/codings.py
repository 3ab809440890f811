"""Print the codings of a REFI-QDA project (.qdpx) as a CSV table: one row a code of a selection.

Such projects are what ``export`` writes and what NVivo, MAXQDA, ATLAS.ti, QualCoder and others
save. Columns: ``user, source, start, end, code, text``; places are code points of the source's
text with each line end as one and without byte-order mark. What is not plain text (pictures,
recordings, pages of PDF) is named on standard error and left.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from govreports.cli.telling import add_bom, print_csv, tell
from govreports.codebook.loader import load_codebook
from govreports.refi.reading import read_segments, renamed
from govreports.tables import read_text, rows_of

HELP = "print the codings of a REFI-QDA project as CSV"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports codings``."""
    parser.add_argument("file", metavar="FILE", help="a REFI-QDA project (.qdpx)")
    parser.add_argument(
        "--rename",
        metavar="CSV",
        help="table with the columns from,to: codes of the project and what to print instead",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="name on standard error the codes that this codebook does not have",
    )
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    add_bom(parser)


def run(args: argparse.Namespace) -> int:
    """Write the table to standard output."""
    table, left = read_segments(args.file)
    if args.rename:
        path = Path(args.rename)
        rows = rows_of(read_text(path), path, ("from", "to"))
        table = renamed(table, {row["from"]: row["to"] for _, row in rows})
    for line in left:
        tell(f"{args.file}: {line}")
    if args.check:
        codebook = load_codebook(args.codebook)
        for code in dict.fromkeys(table["code"]):
            if not codebook.named(code):
                tell(f"{args.file}: {code!r} is no code of codebook {codebook.version}")
    print_csv(table, bom=args.bom)
    return 0
