"""Executed notebooks as they are kept: found again by their text and by the files they read.

A folder holds what ran with one state of library, helpers and environment, and in it each
notebook has a folder named by its text: outputs, saved files, and what it read besides.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode

from publishing.fingerprint import library_key
from publishing.paths import BUILD, EXECUTED, LIBRARY, ROOT, corpus_folder

# The folder of executed notebooks that Sphinx reads.
EXECUTED_VARIABLE = "BOOK_EXECUTED"
_NOTEBOOK, _READ, _SAVED = "notebook.ipynb", "read.json", "exhibits"
_WHOLE_CORPUS = "(all)"


def read_notebook(path: Path) -> NotebookNode:
    """A percent script as a notebook."""
    return jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")


def code_cells(path: Path) -> tuple[str, ...]:
    """The sources of the code cells of a percent script."""
    return _code_cells(path.read_text(encoding="utf-8"))


@cache
def _code_cells(text: str) -> tuple[str, ...]:
    cells = jupytext.reads(text, fmt="py:percent").cells
    return tuple(cell.source for cell in cells if cell.cell_type == "code")


def as_executed(text: str) -> NotebookNode:
    """What Sphinx reads for the text of a notebook: the notebook with its outputs."""
    state = Path(os.environ.get(EXECUTED_VARIABLE) or EXECUTED / library_key())
    return nbformat.read(_place(state, text) / _NOTEBOOK, as_version=4)


def executed_notebook(state: Path, path: Path) -> NotebookNode:
    """A notebook of ``state`` with its outputs, and nothing in it that changes by the run."""
    notebook = nbformat.read(folder_of(state, path) / _NOTEBOOK, as_version=4)
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
    return notebook


def folder_of(state: Path, path: Path) -> Path:
    """Where the outputs and saved files of a notebook are, or would be."""
    return _place(state, path.read_text(encoding="utf-8"))


def saved_files(state: Path, path: Path) -> Path:
    """The folder of the files that a notebook saved."""
    return folder_of(state, path) / _SAVED


def outputs_hash(state: Path, path: Path) -> str:
    """Equal for equal outputs."""
    return _sha256(folder_of(state, path) / _NOTEBOOK)


def keep(folder: Path, path: Path, notebook: NotebookNode, opened: set[Path] | None) -> None:
    """Complete the folder of a notebook that ran; ``opened`` is unknown where nothing was told."""
    nbformat.write(notebook, folder / _NOTEBOOK)
    read = _hashes(opened) if opened is not None else {_WHOLE_CORPUS: _whole_corpus()}
    told = {"notebook": path.relative_to(ROOT).as_posix(), "listing": _listing(), "read": read}
    # Written last: a folder without it is not complete.
    (folder / _READ).write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")


def is_held(state: Path, path: Path) -> bool:
    """Whether a notebook ran with this text, and what it read then is the same now."""
    folder = folder_of(state, path)
    try:
        told = json.loads((folder / _READ).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(
        (folder / _SAVED).is_dir()
        and told["notebook"] == path.relative_to(ROOT).as_posix()
        and told["listing"] == _listing()
        and _unchanged(told["read"])
    )


def _place(state: Path, text: str) -> Path:
    return state / hashlib.sha256(text.encode()).hexdigest()[:24]


def _unchanged(read: Mapping[str, str]) -> bool:
    if _WHOLE_CORPUS in read:
        return read == {_WHOLE_CORPUS: _whole_corpus()}
    corpus = corpus_folder()
    return all(
        _sha256((corpus if name.startswith("corpus:") else ROOT) / name.partition(":")[2]) == known
        for name, known in read.items()
    )


def _hashes(opened: set[Path]) -> dict[str, str]:
    """Of the files opened, those that are sources: of the corpus or of this repository.

    The library stands in the name of the state.
    """
    corpus = corpus_folder()
    found = {}
    for path in opened:
        if not path.is_file() or path.suffix == ".pyc":
            continue
        if path.is_relative_to(corpus):
            found[f"corpus:{path.relative_to(corpus).as_posix()}"] = _sha256(path)
        elif path.is_relative_to(ROOT) and not _is_made(path):
            found[f"root:{path.relative_to(ROOT).as_posix()}"] = _sha256(path)
    return found


def _is_made(path: Path) -> bool:
    first = path.relative_to(ROOT).parts[0]
    return path.is_relative_to(BUILD) or path.is_relative_to(LIBRARY) or first.startswith(".")


def _listing() -> str:
    """The names in the corpus: a notebook may ask whether a file is there."""
    folder = corpus_folder()
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _whole_corpus() -> str:
    hashes = (_sha256(path) for path in sorted(corpus_folder().rglob("*")) if path.is_file())
    return hashlib.sha256("".join(hashes).encode()).hexdigest()


def _sha256(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    return _digest_of(path, status.st_mtime_ns, status.st_size)


@cache
def _digest_of(path: Path, time: int, size: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
