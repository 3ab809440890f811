"""``python -m publishing [build|verify|cite|register]``: make the book, prove it, or say how to
cite it; ``register`` describes the corpus as a data package."""

from __future__ import annotations

import argparse
import os
import sys

from govreports.errors import GovReportsError
from publishing.build import build
from publishing.citation import cff
from publishing.corpus_package import write_descriptor
from publishing.errors import BuildError
from publishing.metadata import read_publication
from publishing.paths import CORPUS_VARIABLE, METADATA, PROJECT, corpus_folder
from publishing.sources import lay_out
from publishing.verify import verify

_COMMANDS = ("build", "verify", "cite", "register")


def main() -> int:
    """Run one command; a failure is one message on standard error and exit status 2."""
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("command", nargs="?", choices=_COMMANDS, default="build")
    parser.add_argument(
        "--corpus", metavar="DIR", help="a corpus of your own, not that of the book"
    )
    parser.add_argument("--html-only", action="store_true", help="build no PDF")
    given = parser.parse_args()
    if given.corpus:
        os.environ[CORPUS_VARIABLE] = os.path.abspath(given.corpus)
    try:
        lay_out()
        if given.command == "verify":
            return 0 if verify() else 1
        if given.command == "cite":
            text = cff(read_publication(METADATA))
            (PROJECT / "CITATION.cff").write_text(text, encoding="utf-8")
        elif given.command == "register":
            print(write_descriptor(corpus_folder()))
        else:
            build(with_pdf=not given.html_only)
    except (BuildError, GovReportsError) as error:
        print(f"The book was not built.\n{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
