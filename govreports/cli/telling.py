"""What commands print, and how: lines on standard error, tables on standard output."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from govreports.cli.language import worded
from govreports.readers.files import printable

if TYPE_CHECKING:
    import pandas as pd

BOM = "\ufeff"
# Exit statuses beside 0.
NOTHING_USED, SOME_REFUSED = 2, 3
INTERRUPTED = 130  # as shells say it


def tell(message: str) -> None:
    """One line on standard error; what cannot be printed of a name is shown by its number."""
    print(f"govreports: {printable(worded(message))}", file=sys.stderr)


def say(line: str) -> None:
    """One line on standard error, without the command's name: what came of it."""
    print(worded(line), file=sys.stderr)


def by_kind(files: Mapping[str, int]) -> str:
    """How many files there are of each ending.

    >>> by_kind({".png": 3, "": 1})
    '.png 3, no ending 1'
    """
    return ", ".join(f"{ending or 'no ending'} {number}" for ending, number in files.items())


def use_utf8() -> None:
    """Write UTF-8 with plain line ends, whatever the locale.

    Bytes of a file's name that are no characters come out as escapes (``\\udcff``), which JSON
    reads back as Python's own form of them.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def close_output() -> None:
    """Let what could not be written go, so that the end of the process does not try again."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def add_bom(parser: argparse.ArgumentParser) -> None:
    """Declare ``--bom``."""
    parser.add_argument(
        "--bom", action="store_true", help="begin CSV with the mark by which Excel knows UTF-8"
    )


def print_csv(table: pd.DataFrame, *, bom: bool = False, **options: Any) -> None:
    """Print a table as CSV; with ``bom``, Excel reads it as UTF-8."""
    if bom:
        sys.stdout.write(BOM)
    table.to_csv(sys.stdout, index=False, lineterminator="\n", **options)
