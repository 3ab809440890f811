"""The sources that the results were made with: library, notebooks, chapters, what builds the book.

The reports are not among them: as received they name private persons. The data package has them
with the names masked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publishing.downloads import source_name
from publishing.metadata import Publication
from publishing.paths import BOOK, GENERATED, LIBRARY, NOTEBOOKS, PUBLISHING, ROOT
from publishing.zipping import zipped

_FOLDERS = (LIBRARY, NOTEBOOKS, PUBLISHING, BOOK)
_FILES = (
    "CHANGELOG.md", "CITATION.cff", "LICENSE*", "Makefile", "NOTICE", "README.md", "_config.yml",
    "_toc.yml", "pyproject.toml", "requirements.txt",
)  # fmt: skip
_IGNORED = {"__pycache__", ".ipynb_checkpoints", GENERATED.name}


def source_files() -> dict[str, bytes]:
    """The sources by their place in the repository, wherever each part is installed."""
    named = {name: path for name, path in _inside() if _IGNORED.isdisjoint(path.parts)}
    named |= {path.name: path for name in _FILES for path in ROOT.glob(name)}
    return {name: named[name].read_bytes() for name in sorted(named)}


def _inside() -> Iterator[tuple[str, Path]]:
    for folder in _FOLDERS:
        for path in folder.rglob("*"):
            place = path.relative_to(folder.parent)
            if path.is_file() and not any(part.startswith(".") for part in place.parts):
                yield place.as_posix(), path


def source_archive(publication: Publication) -> bytes:
    """The archive; equal sources give equal bytes."""
    return zipped(source_files(), source_name(publication).removesuffix(".zip"), publication)
