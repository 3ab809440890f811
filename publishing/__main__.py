"""``python -m publishing COMMAND``: make the book, prove it, or cite it.

``register`` describes the corpus as a data package, ``release`` makes the archive that a repository
keeps.
"""

from __future__ import annotations

import argparse
import os
import sys

from govreports.errors import GovReportsError
from publishing.errors import BuildError
from publishing.paths import CORPUS_VARIABLE, METADATA, PROJECT, corpus_folder
from publishing.sources import lay_out
from publishing.stamp import is_current, say_current

_COMMANDS = ("build", "verify", "cite", "register", "release")


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
        return _run(given.command, with_pdf=not given.html_only)
    except (BuildError, GovReportsError) as error:
        print(f"The book was not built.\n{error}", file=sys.stderr)
        return 2


def _run(command: str, *, with_pdf: bool) -> int:
    """Each command imports what it needs: a build with nothing to do needs little."""
    if command == "verify":
        from publishing.verify import verify

        return 0 if verify() else 1
    if command == "cite":
        from publishing.citation import cff
        from publishing.identity import CODEMETA, as_json, codemeta
        from publishing.metadata import read_publication
        from publishing.origin import identifiers

        publication = read_publication(METADATA)
        text = cff(publication, identifiers())
        (PROJECT / "CITATION.cff").write_text(text, encoding="utf-8")
        (PROJECT / CODEMETA).write_bytes(as_json(codemeta(publication)))
    elif command == "release":
        from publishing.release import release

        print(release())
    elif command == "register":
        from publishing.corpus_package import write_descriptor

        print(write_descriptor(corpus_folder()))
    elif is_current(with_pdf=with_pdf):
        say_current()
    else:
        from publishing.build import build

        build(with_pdf=with_pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
