"""The folder that an analysis writes to: what is its own, and what it leaves alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from govreports.atomic import PART, writing
from govreports.errors import DataError
from govreports.folder.batch import NAMES
from govreports.readers.files import kept_as
from govreports.schema import frames

PARTS, TEXTS, PAGES, TABLES, FIGURES = ".parts", "texts", "reports", "tables", "figures"
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


def read_back(out: Path, name: str) -> str:
    """The text of a file that was read, as it was kept."""
    return text_file(out, name).read_bytes().decode("utf-8", "surrogatepass")


def report_page(out: Path, name: str) -> Path:
    """The page that shows a report sentence by sentence."""
    return out / PAGES / kept_as(name, ".html")


def withdraw(out: Path, keys: Iterable[str], names: Iterable[str]) -> None:
    """Remove all that earlier runs left but the parts ``keys`` and the texts of ``names``.

    What an earlier run left is no result of this one, and may hold what is now masked. Things
    that no analysis made stay.
    """
    kept = {out / PARTS / key for key in keys} | {text_file(out, name) for name in names}
    with writing(out):
        for path in _results(out):
            path.unlink(missing_ok=True)
        for folder in (TEXTS, PAGES):
            for path in sorted((out / folder).rglob("*"), reverse=True):
                if path.is_dir() and not path.is_symlink():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif path not in kept:
                    path.unlink()
        for path in (out / PARTS).glob("*"):
            if path not in kept:
                _remove(path)
        for folder in (TABLES, FIGURES):
            if (out / folder).is_dir() and not any((out / folder).iterdir()):
                (out / folder).rmdir()


def _results(out: Path) -> Iterator[Path]:
    """What an analysis writes of all reports, also where it was killed in writing it."""
    own = [out / "index.html", out / "log.json", *(out / FIGURES).glob("*.svg")]
    for ending in ("csv", "parquet"):
        own += [out / f"{name}.{ending}" for name in (NAMES, "rejected")]
        own += [out / TABLES / f"{name}.{ending}" for name in frames()]
    for path in own:
        yield path
        yield path.with_name(f"{path.name[:40]}{PART}")


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
