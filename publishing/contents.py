"""What the book consists of: that of the study, or the general one over another corpus.

The chapters and the notebooks of cases speak of named reports (``book/study.yaml``). Over a corpus
that holds other reports they are left out, and a generated front page stands before the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from govreports.corpus.reading import read_register
from publishing.paths import BOOK, CASES, GENERATED, GENERATED_TOC, ROOT, STUDY, TOC, corpus_folder

_FRONT = (GENERATED / "index").relative_to(ROOT).as_posix()


def is_study() -> bool:
    """Whether the corpus in use holds exactly the reports that the chapters are about."""
    return {record.id for record in read_register(corpus_folder())} == set(_study()["reports"])


def toc_file() -> Path:
    """The table of contents that Sphinx reads."""
    return TOC if is_study() else GENERATED_TOC


def root_page() -> str:
    """The front page, as Sphinx names it: without a suffix."""
    return str(_contents()["root"])


def notebook_paths() -> list[Path]:
    """The notebooks of the book, in order."""
    return [path for path in _paths(_contents()) if path.suffix == ".py"]


def all_notebook_paths() -> list[Path]:
    """The notebooks of the whole book, whether or not they are in the one over this corpus."""
    return [path for path in _paths(_whole()) if path.suffix == ".py"]


def chapter_paths() -> list[Path]:
    """The chapters that authors wrote, in order, the front page first."""
    return [
        path
        for path in _paths(_contents())
        if path.suffix == ".md" and GENERATED not in path.parents
    ]


def parts() -> list[tuple[str, str]]:
    """The caption of each part and the first file (or pattern of files) in it."""
    found = []
    for part in _contents().get("parts", []):
        first = part["chapters"][0]
        found.append((part.get("caption", ""), first.get("file") or first.get("glob", "")))
    return found


def general_toc() -> str:
    """The table of contents of a book about no named report, as YAML."""
    return yaml.safe_dump(_general(_whole()), sort_keys=False, allow_unicode=True)


def _study() -> dict[str, list[str]]:
    return _parsed(STUDY.read_text(encoding="utf-8"))


def _whole() -> dict[str, Any]:
    return _parsed(TOC.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> dict[str, Any]:
    """YAML, read once however often it is asked for: every page and link asks."""
    return dict(yaml.safe_load(text))


def _contents() -> dict[str, Any]:
    return _whole() if is_study() else _general(_whole())


def _general(contents: Mapping[str, Any]) -> dict[str, Any]:
    parts = []
    for part in contents.get("parts", []):
        kept = [entry for entry in part["chapters"] if not _is_about_reports(entry)]
        if kept:
            parts.append({**part, "chapters": kept})
    return {**contents, "root": _FRONT, "parts": parts}


def _is_about_reports(entry: Mapping[str, str]) -> bool:
    """Whether it is a notebook of cases, or a chapter that is not known to be general."""
    name = entry.get("file") or entry.get("glob", "")
    folders = (ROOT / name).parents
    is_written = BOOK in folders and GENERATED not in folders
    return CASES in folders or (is_written and name not in _study()["general"])


def _paths(contents: Mapping[str, Any]) -> Iterator[Path]:
    for entry in [contents["root"], *_files(contents)]:
        path = ROOT / entry
        if not path.suffix:
            path = path.with_suffix(".py" if entry.startswith("notebooks/") else ".md")
        yield path


def _files(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("file"), str):
            yield node["file"]
        for value in node.values():
            yield from _files(value)
    elif isinstance(node, list):
        for value in node:
            yield from _files(value)
