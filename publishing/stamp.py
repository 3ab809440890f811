"""What the last good build was made from. Light: a build with nothing to do asks only this."""

from __future__ import annotations

import json
from collections.abc import Callable

from publishing.fingerprint import build_key
from publishing.metadata import commit, load_publication
from publishing.paths import HTML, PDF, ROOT, STAMP


def is_current(*, with_pdf: bool = True) -> bool:
    """Whether ``_build`` holds the book of exactly these sources, and its PDF where one is due."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    printed = PDF.is_dir() and stamp.get("pdf") is True
    return bool(stamp.get("key") == build_key() and HTML.is_dir() and (printed or not with_pdf))


def write_stamp(key: str, *, with_pdf: bool) -> None:
    """Say that what ``_build`` holds was made from the sources of this key."""
    version = load_publication().version
    stamp = {"key": key, "pdf": with_pdf, "commit": commit(), "version": version}
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def say_current(say: Callable[[str], None] = print) -> None:
    """Say that there is nothing to do, and where the results are."""
    say("Nothing has changed since the last build.")
    report_places(say)


def report_places(say: Callable[[str], None]) -> None:
    """Say where the results are."""
    say(f"HTML  {(HTML / 'index.html').relative_to(ROOT)}")
    if json.loads(STAMP.read_text(encoding="utf-8"))["pdf"]:
        for path in sorted(PDF.glob("*.pdf")):
            say(f"PDF   {path.relative_to(ROOT)}  ({path.stat().st_size / 1e6:.1f} MB)")
