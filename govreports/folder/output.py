"""The folder that an analysis writes to: what is its own, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from govreports.atomic import writing
from govreports.errors import DataError
from govreports.readers.files import kept_as

PARTS, TEXTS, PAGES = ".parts", "texts", "reports"
_MARKS = (PARTS, "log.json")  # what every analysis leaves


def check_output(out: Path) -> None:
    """Refuse a folder that holds something and no analysis; raise ``DataError``."""
    if not out.exists():
        return
    if not out.is_dir():
        raise DataError(f"{out}: is a file; --out names a folder")
    with writing(out):
        held = sorted(entry.name for entry in out.iterdir())
    if held and not any(mark in held for mark in _MARKS):
        raise DataError(f"{out}: holds {held[0]!r} and no analysis; name an empty folder")


def text_file(out: Path, name: str) -> Path:
    """Where the text of a file that was read is kept."""
    return out / TEXTS / kept_as(name)


def report_page(out: Path, name: str) -> Path:
    """The page that shows a report sentence by sentence."""
    return out / PAGES / kept_as(name, ".html")


def remove_others(out: Path, keys: Iterable[str], names: Iterable[str]) -> None:
    """Remove parts, texts and pages of files that are not there any more; other things stay.

    Where nothing was read, the results of an earlier run go too.
    """
    own = {made for name in names for made in (text_file(out, name), report_page(out, name))}
    kept = {out / PARTS / key for key in keys}
    with writing(out):
        for path in (out / PARTS).iterdir() if (out / PARTS).is_dir() else ():
            if path not in kept:
                _remove(path)
        for folder in (TEXTS, PAGES):
            for path in sorted((out / folder).rglob("*"), reverse=True):
                if path.is_dir() and not path.is_symlink():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif path not in own:
                    path.unlink()
        if not own:
            for name in ("tables", "figures", "index.html"):
                _remove(out / name)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
