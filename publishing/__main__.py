"""``python -m publishing COMMAND``: make the book, prove it, or cite it.

``register`` describes the corpus as a data package, ``release`` makes the archive that a repository
keeps, ``zh`` says what of the Chinese edition is not as the English one.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from govreports.errors import GovReportsError
from publishing.editions.languages import CHINESE_EDITION, LANGUAGES_VARIABLE
from publishing.errors import BuildError
from publishing.paths import CORPUS_VARIABLE, HTML, METADATA, PROJECT, corpus_folder
from publishing.sources import lay_out
from publishing.stamp import is_current, say_current

_COMMANDS = ("build", "verify", "cite", "register", "release", "zh")


def main() -> int:
    """Run one command; a failure is one message on standard error and exit status 2."""
    parser = argparse.ArgumentParser(prog="python -m publishing", description=__doc__)
    parser.add_argument("command", nargs="?", choices=_COMMANDS, default="build")
    parser.add_argument(
        "--corpus", metavar="DIR", help="a corpus of your own, not that of the book"
    )
    parser.add_argument("--html-only", action="store_true", help="build no PDF")
    parser.add_argument("--languages", help="the editions to build: en, or en,zh")
    parser.add_argument(
        "--accept", metavar="FILE", nargs="+", help="zh: chapters that say the English as it is now"
    )
    parser.add_argument(
        "--missing", action="store_true", help="zh: what built Chinese pages still say in English"
    )
    given = parser.parse_args()
    if given.corpus:
        os.environ[CORPUS_VARIABLE] = os.path.abspath(given.corpus)
    if given.languages:
        os.environ[LANGUAGES_VARIABLE] = given.languages
    try:
        lay_out()
        if given.command == "zh":
            return _chinese(given.accept or [], is_missing_asked=given.missing)
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


def _chinese(accepted: list[str], *, is_missing_asked: bool) -> int:
    """Accept chapters, list missing strings, or say what is not as it should be."""
    if is_missing_asked:
        from publishing.editions.missing import missing

        for text, count in missing(sorted((HTML / CHINESE_EDITION).rglob("*.html"))).most_common():
            print(f"{count:6} {text}")
        return 0
    from publishing.editions.agreement import all_differences
    from publishing.editions.sources import accept_chapters

    accept_chapters(list(map(Path, accepted)))
    lines = [] if accepted else all_differences()
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
