"""Print the codebook as a manual that a reader can code from, or write it for other programs.

The manual is Markdown: themes, moves and flags, each with its definition, when to use it and when
not, a verbatim example and near misses. ``csv`` and ``xlsx`` are a table of all codes with name,
path and description (what Taguette reads) and all fields beside them; ``qdc`` is REFI-QDA. A
codebook of one's own is checked on the way.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import get_args

from govreports.codebook.loader import load_codebook
from govreports.codebook.manual import codebook_markdown
from govreports.codebook.model import Codebook, Kind
from govreports.errors import ArgumentError, DataError

HELP = "print the codebook as a manual to code from, or write it for other programs"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports codebook``."""
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    parser.add_argument("--all", action="store_true", help="measures and instruments too")
    parser.add_argument("--format", choices=("markdown", "csv", "xlsx", "qdc"), default="markdown")
    parser.add_argument("--out", type=Path, metavar="FILE", help="file to write; xlsx needs one")


def run(args: argparse.Namespace) -> int:
    """Write the codebook to standard output, or to a file."""
    if args.format == "xlsx" and args.out is None:
        raise ArgumentError("a workbook cannot be printed: name a file with --out FILE")
    content = _content(load_codebook(args.codebook), args.format, whole=args.all)
    if args.out is None:
        sys.stdout.write(content.decode("utf-8"))
        return 0
    try:
        args.out.write_bytes(content)
    except OSError as error:
        raise DataError(f"{args.out}: cannot be written ({error.strerror})") from error
    return 0


def _content(codebook: Codebook, kind: str, *, whole: bool) -> bytes:
    # Only what is asked for is imported: the manual needs neither tables nor XML.
    if kind == "qdc":
        from govreports.refi.codebook import codebook_document

        return codebook_document(codebook)
    if kind == "markdown":
        kinds = (get_args(Kind),) if whole else ()
        return codebook_markdown(codebook, *kinds).encode("utf-8")
    from govreports.codebook.tables import codebook_table
    from govreports.workbook import workbook

    table = codebook_table(codebook)
    if kind == "xlsx":
        return workbook({"codebook": table})
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8")
