"""``python -m publishing [build|verify]``: make the book, or prove that it makes itself again."""

from __future__ import annotations

import argparse
import sys

from govreports.errors import GovReportsError
from publishing.build import build
from publishing.errors import BuildError
from publishing.verify import verify


def main() -> int:
    """Run one command; a failure is one message on standard error and exit status 2."""
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("command", nargs="?", choices=["build", "verify"], default="build")
    command = parser.parse_args().command
    try:
        if command == "verify":
            return 0 if verify() else 1
        build()
    except (BuildError, GovReportsError) as error:
        print(f"The book was not built.\n{error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
