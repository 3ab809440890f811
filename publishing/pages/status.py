"""The state in which the book was built: versions, checksums, notebooks."""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable
from pathlib import Path

from publishing.executed import code_cells
from publishing.metadata import Publication, commit
from publishing.origin import data_checksum, origin
from publishing.pages.html import block
from publishing.pages.study import Study
from publishing.paths import LOCK, corpus_folder

_INTRODUCTION = """# Status of this build

What the book was built from. Two builds of the same commit are the same to the byte;
`make verify` builds twice in clean folders and says what differs, if anything does. Running times
depend on the machine and would break that rule: `make bench` measures and prints them.
"""
_SHOWN = (
    "jupyter-book", "sphinx", "myst-nb", "jupytext", "pandas", "numpy", "scipy", "scikit-learn",
    "matplotlib", "jieba", "rjieba", "wordcloud", "typst", "pypandoc-binary",
)  # fmt: skip
_Row = tuple[str, ...]


def status_page(
    study: Study, publication: Publication, notebooks: Iterable[Path], execution: str
) -> str:
    """The page, as MyST with tables in HTML."""
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE))
    build = [
        ("Version", publication.version),
        ("Commit", commit()),
        ("Commit (SWHID)", origin().revision),
        ("Tree of its files (SWHID)", origin().tree),
        ("List of the corpus (SHA-256 of datapackage.json)", data_checksum(corpus_folder())),
        ("Released", publication.released.isoformat() if publication.released else ""),
        ("Codebook", study.codebook.version),
        ("State of corpus, library and lock", execution),
    ]
    build = [(what, value) for what, value in build if value]
    software = [("Python", ".".join(platform.python_version_tuple()[:2]))]
    software += [(name, locked[name]) for name in _SHOWN if name in locked]
    reports = [(one.id, f"{one.record.code_points:,}", one.record.sha256) for one in study.reports]
    sources = [(path.name, len(code_cells(path)), _sha256(path)) for path in notebooks]
    parts = [
        _section("Build", ("What", "Value"), build, "This build"),
        _files("Reports", ("Report", "Code points", "SHA-256"), reports),
        _files("Notebooks", ("Notebook", "Code cells", "SHA-256"), sources),
        _section("Software", ("Package", "Version"), software, "Software"),
    ]
    note = (
        f"\nAll {len(locked)} packages of the environment are pinned with their checksums in the "
        "lock file `requirements.txt`.\n"
    )
    return "\n".join([_INTRODUCTION, *parts]) + note


def _section(title: str, labels: _Row, rows: list[_Row], label: str) -> str:
    return f"## {title}\n\n{block('table.html', labels=labels, rows=rows, label=label)}"


def _files(title: str, labels: _Row, files: list[tuple[str, str | int, str]]) -> str:
    return f"## {title}\n\n{block('checksums.html', labels=labels, files=files, label=title)}"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
