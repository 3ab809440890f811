"""Hold the titles of the Outlines' measures against an official text: a CSV table.

One row a measure: whether its title agrees with the text, differs, stands under another number or
not in the text, and how it differs ([-ours-] {+theirs+}); ``part`` is the part of the Outline
under whose heading the text has it. Which Outline a file is, its period says. Without a file
the texts are taken that were put into the package's ``data/outlines``. A count goes to standard
error.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from govreports.cli.telling import tell
from govreports.codebook.loader import load_codebook
from govreports.codebook.outlines import load_outlines
from govreports.coverage.collation import Collated, collate, official_text, outline_of
from govreports.coverage.outline_parts import load_parts
from govreports.errors import DataError
from govreports.tables import read_text

HELP = "compare the titles of the Outlines' measures with an official text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the texts."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="the text of an Outline, as UTF-8")


def run(args: argparse.Namespace) -> int:
    """Write the table to standard output."""
    codebook, outlines, parts = load_codebook(), load_outlines(), load_parts()
    tables = []
    for name, outline, text in _texts(args.files):
        own = [part for part in parts if part.outline == outline]
        rows = collate(text, outlines[outline], codebook, own)
        if not any(row.printed for row in rows):
            raise DataError(f"{name}: no numbered item of the Outline stands in it")
        tables.append(pd.DataFrame(rows, columns=list(Collated._fields)))
        told = Counter(row.outcome for row in rows)
        counts = ", ".join(f"{number} {outcome}" for outcome, number in told.most_common())
        tell(f"{name}: of {len(rows)} titles: {counts}")
    table = pd.concat(tables, ignore_index=True).astype({"part": "Int64"})
    table.to_csv(sys.stdout, index=False, lineterminator="\n")
    return 0


def _texts(files: list[str]) -> Iterator[tuple[str, str, str]]:
    """Name, Outline and text of each."""
    for name in files:
        text = read_text(name)
        yield name, outline_of(text, name), text
    if files:
        return
    found = {outline: official_text(outline) for outline in load_outlines()}
    if not any(found.values()):
        raise DataError(
            "no official text is at hand: give a FILE, or put outline-2015.txt or"
            " outline-2021.txt into govreports/data/outlines"
        )
    yield from ((f"{outline}.txt", outline, text) for outline, text in found.items() if text)
