"""Hashes of what a build depends on, so that nothing old is shown and nothing is redone."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from publishing.contents import all_notebook_paths
from publishing.editions.languages import ENGLISH, languages
from publishing.metadata import commit, load_publication
from publishing.origin import origin
from publishing.paths import (
    BOOK,
    CHINESE,
    CONFIG,
    DESCRIPTOR,
    EXHIBITS,
    GENERATED,
    LIBRARY,
    LOCK,
    NOTEBOOKS,
    PROJECT,
    PUBLISHING,
    ROOT,
    TOC,
    corpus_folder,
)

_IGNORED = re.compile(r"^__pycache__$|^\.ruff_cache$|^\.ipynb_checkpoints$|\.egg-info$")


def execution_key() -> str:
    """All that the results of notebooks depend on besides their own code."""
    return _digest([*_corpus(), *_files(LIBRARY), *_helpers(), LOCK])[:16]


def library_key() -> str:
    """What every notebook runs with: library and its data, helpers and environment.

    The other files that a notebook reads are known once it ran.
    """
    return _digest([*_files(LIBRARY), *_helpers(), LOCK])[:16]


def reading_key(language: str = ENGLISH) -> str:
    """All that changes every page alike: with it the same, Sphinx reads changed pages only."""
    book = (
        path
        for path in _files(BOOK)
        if path.suffix != ".md"
        and not _is_generated(path)
        and not (language == ENGLISH and path.is_relative_to(CHINESE))
    )
    made = [*_corpus(), *_files(LIBRARY), *_files(PUBLISHING), *book, CONFIG, TOC, LOCK]
    return _digest(made, language, load_publication().base_url)[:16]


def data_key() -> str:
    """All that the archive of data is made from."""
    words = (execution_key(), load_publication().base_url, *map(str, origin()))
    licences = sorted(PROJECT.glob("LICENSE*"))
    again = [*_sources(NOTEBOOKS), *(path for path in _files(BOOK) if path.suffix != ".md")]
    again += [
        path for name in ("README.md", "pyproject.toml", "NOTICE") for path in ROOT.glob(name)
    ]
    again = [path for path in again if not _is_generated(path)]
    return _digest([*_files(EXHIBITS), *_files(PUBLISHING), *licences, *again], *words)[:24]


def build_key() -> str:
    """Everything that can change a byte of the built book."""
    book = [path for path in _files(BOOK) if not _is_generated(path)]
    inside = [*_corpus(), *_files(LIBRARY), *_sources(NOTEBOOKS), *_files(PUBLISHING)]
    root_files = [
        CONFIG,
        TOC,
        LOCK,
        *sorted(PROJECT.glob("pyproject.toml")),
        *sorted(PROJECT.glob("LICENSE*")),
    ]
    return _digest(
        [*inside, *book, *root_files], commit(), load_publication().base_url, *languages()
    )


def _corpus() -> Iterator[Path]:
    """The corpus in use, without the description that is made from it."""
    folder = corpus_folder()
    return (path for path in _files(folder) if path != folder / DESCRIPTOR)


def _bases() -> tuple[Path, ...]:
    """What the names of files are told from: wherever it stands, a corpus is the same."""
    return corpus_folder(), ROOT, PROJECT, LIBRARY.parent, PUBLISHING.parent


def _helpers() -> Iterator[Path]:
    """The code beside the notebooks that they share."""
    own = set(all_notebook_paths())
    return (path for path in _sources(NOTEBOOKS) if path not in own)


def _is_generated(path: Path) -> bool:
    return path.is_relative_to(GENERATED)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(map(_IGNORED.search, path.parts)):
            yield path


def _sources(notebooks: Path) -> Iterator[Path]:
    """Notebooks and what they read, without the copies that a laboratory saves beside them."""
    return (path for path in _files(notebooks) if path.suffix != ".ipynb")


def _digest(paths: Iterable[Path], *words: str) -> str:
    total = hashlib.sha256(platform.python_version().encode())
    for word in words:
        total.update(word.encode() + b"\0")
    for path in paths:
        base = next(folder for folder in _bases() if path.is_relative_to(folder))
        total.update(path.relative_to(base).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
