"""What the data archive holds so that its results can be made again outside the repository.

The library, the notebooks with the tables they read, and ``rerun.py``, which runs any of them and
says whether its tables are those of the archive. The corpus beside them is masked.
"""

from __future__ import annotations

from pathlib import Path

import nbformat

from publishing.contents import notebook_paths
from publishing.downloads import archive_name
from publishing.metadata import Publication
from publishing.paths import BOOK, LIBRARY, NOTEBOOKS, ROOT, TEMPLATES
from publishing.source_archive import source_files

INSTALL = "pip install '.[notebooks]'"
_PARTS = (f"{LIBRARY.name}/", "LICENSE", "NOTICE", "README.md", "pyproject.toml")
_READ = {".csv", ".html", ".txt", ".yaml"}  # of the book's folder, what notebooks read


def rerun_files() -> dict[str, bytes]:
    """Library, notebooks and what they read, by their places in the repository."""
    run = {path.relative_to(ROOT).as_posix() for path in notebook_paths()}
    helpers = NOTEBOOKS.relative_to(ROOT).as_posix()
    files = {
        name: content
        for name, content in source_files().items()
        if name.startswith(_PARTS)
        or name in run
        or (Path(name).parent.as_posix() == helpers and not Path(name).name[0].isdigit())
        or (Path(name).parts[0] == BOOK.name and Path(name).suffix in _READ)
    }
    return {**files, "rerun.py": (TEMPLATES / "rerun.py").read_bytes()}


def preface(path: Path, publication: Publication) -> str:
    """What a downloaded notebook needs and how it is run, as Markdown."""
    return (
        f"This notebook needs Python 3.11 to 3.13 and the archive `{archive_name(publication)}`,"
        " which is\noffered where it was and holds the library, all notebooks, the corpus and the"
        f" codings.\nUnpack it, and in its folder run `{INSTALL}`, then\n"
        f"`python rerun.py {path.stem}`; or `pip install jupyterlab jupytext` and\n"
        "`python rerun.py --lab`, and open it there."
    )


def prefaced_script(path: Path, publication: Publication) -> str:
    """A notebook as a script that begins with the preface, after what names its format."""
    head, mark, rest = path.read_text(encoding="utf-8").partition("\n# %%")
    said = "".join(f"# {line}\n" for line in preface(path, publication).split("\n"))
    return f"{head}\n# %% [markdown]\n{said}{mark}{rest}"


def prefaced_notebook(
    notebook: nbformat.NotebookNode, path: Path, publication: Publication
) -> nbformat.NotebookNode:
    """An executed notebook that begins with the preface."""
    first = nbformat.v4.new_markdown_cell(preface(path, publication), id="cell-0")
    return nbformat.from_dict({**notebook, "cells": [first, *notebook.cells]})
