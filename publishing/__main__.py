"""``python -m publishing [build|verify|cite]``: make the book, prove it, or say how to cite it."""

from __future__ import annotations

import argparse
import sys

from govreports.errors import GovReportsError
from publishing.build import build
from publishing.citation import cff
from publishing.errors import BuildError
from publishing.metadata import load_publication
from publishing.paths import ROOT
from publishing.verify import verify


def main() -> int:
    """Run one command; a failure is one message on standard error and exit status 2."""
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["build", "verify", "cite"], default="build")
    command = parser.parse_args().command
    try:
        if command == "verify":
            return 0 if verify() else 1
        if command == "cite":
            (ROOT / "CITATION.cff").write_text(cff(load_publication()), encoding="utf-8")
        else:
            build()
    except (BuildError, GovReportsError) as error:
        print(f"The book was not built.\n{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
