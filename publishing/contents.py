"""The table of contents, read for what the build itself must know of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from publishing.paths import GENERATED, ROOT, TOC


def notebook_paths() -> list[Path]:
    """The notebooks of the book, in order."""
    return [path for path in _paths() if path.suffix == ".py"]


def chapter_paths() -> list[Path]:
    """The chapters that authors wrote, in order, the front page first."""
    return [path for path in _paths() if path.suffix == ".md" and GENERATED not in path.parents]


def parts() -> list[tuple[str, str]]:
    """The caption of each part and the first file (or pattern of files) in it."""
    found = []
    for part in _contents().get("parts", []):
        first = part["chapters"][0]
        found.append((part.get("caption", ""), first.get("file") or first.get("glob", "")))
    return found


def _contents() -> dict[str, Any]:
    return dict(yaml.safe_load(TOC.read_text(encoding="utf-8")))


def _paths() -> Iterator[Path]:
    contents = _contents()
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
