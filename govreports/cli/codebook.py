"""Print the codebook as a manual that a reader can code from, in Markdown.

Themes, moves and flags, each with its definition, when to use it and when not, a verbatim example
and near misses. A codebook of one's own is checked on the way.
"""

from __future__ import annotations

import argparse
import sys
from typing import get_args

from govreports.codebook.loader import load_codebook
from govreports.codebook.manual import codebook_markdown
from govreports.codebook.model import Kind

HELP = "print the codebook as a manual to code from"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports codebook``."""
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    parser.add_argument("--all", action="store_true", help="measures and instruments too")


def run(args: argparse.Namespace) -> int:
    """Write the manual to standard output."""
    codebook = load_codebook(args.codebook)
    manual = (
        codebook_markdown(codebook, get_args(Kind)) if args.all else codebook_markdown(codebook)
    )
    sys.stdout.write(manual)
    return 0
