"""What the publication says about itself, read from ``metadata.yaml``.

The book of the study has all fields there. A book over another corpus has those that
``metadata.yaml`` in the folder of its corpus gives, and neutral ones for the rest.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from publishing.contents import is_study
from publishing.errors import BuildError
from publishing.paths import METADATA, PROJECT, corpus_folder

COMMIT_VARIABLE = "BOOK_COMMIT"
BASE_URL_VARIABLE = "BOOK_BASE_URL"
_UNDATED = dt.date(2000, 1, 1)  # what files of a publication without a date bear
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Publication:
    """The fields of ``metadata.yaml``; a field without a real value is an empty string."""

    name: str
    title: str
    subtitle: str
    title_zh: str
    author: str
    version: str
    released: dt.date | None
    language: str
    licence: str
    licence_code: str
    abstract: str
    abstract_zh: str
    keywords: tuple[str, ...]
    publisher: str
    doi: str
    repository: str
    base_url: str

    @property
    def dated(self) -> dt.date:
        """The date that files bear: the only clock a build reads."""
        return self.released or _UNDATED

    @property
    def epoch(self) -> int:
        """The same at noon UTC, in seconds."""
        noon = dt.datetime.combine(self.dated, dt.time(12), tzinfo=dt.UTC)
        return int(noon.timestamp())


def load_publication() -> Publication:
    """What the book over the corpus in use says about itself."""
    if is_study():
        return read_publication(METADATA)
    folder = corpus_folder()
    path = folder / METADATA.name
    return read_publication(path if path.exists() else None, neutral(folder.name))


def neutral(folder: str) -> dict[str, Any]:
    """What is said of a book over a folder of reports where its owner says nothing."""
    words = re.findall("[a-z0-9]+", folder.lower())
    return dict.fromkeys(Publication.__dataclass_fields__, "") | {
        "name": "-".join(["reports", *words]),
        "title": f"Reports of {folder}",
        "subtitle": "A text study of Chinese local-government reports",
        "released": None,
        "language": "en",
        "keywords": [],
    }


def read_publication(path: Path | None, defaults: Mapping[str, Any] | None = None) -> Publication:
    """Read the metadata; an unknown, missing or misread field is an error naming it.

    With ``defaults`` any field may be missing, or all of them.
    """
    values = _read(path) if path else {}
    expected = Publication.__dataclass_fields__
    unmatched = set(values) - set(expected)
    if defaults is None:
        unmatched |= set(expected) - set(values)
    if unmatched:
        raise BuildError(
            f"{path}: unknown or missing: {', '.join(sorted(unmatched))};"
            f" the fields are {', '.join(expected)}"
        )
    values = {**(defaults or {}), **values}
    for field, (kind, what) in _KINDS.items():
        if not isinstance(values[field], kind):
            raise BuildError(f"{path}: {field}: not {what}: {values[field]!r}")
    if not _NAME.fullmatch(values["name"]):
        raise BuildError(f"{path}: name: not lower-case letters, digits and hyphens")
    values["keywords"] = tuple(map(str, values["keywords"]))
    values["base_url"] = os.environ.get(BASE_URL_VARIABLE, values["base_url"])
    return Publication(**values)


_KINDS: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(Publication.__dataclass_fields__, (str, "a text")),
    "released": (dt.date | None, "a date (YYYY-MM-DD)"),
    "keywords": (list, "a list"),
}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BuildError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(content, dict):
        raise BuildError(f"{path}: not fields with their values")
    # A version such as 1.0 is a number to YAML, and a text may be set over several lines.
    content = {str(k): str(v) if k == "version" else v for k, v in content.items()}
    return {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in content.items()}


@cache
def commit() -> str:
    """The commit being built, ``+changes`` when files differ from it, or ``unknown``.

    ``BOOK_COMMIT`` says it where a build runs outside the repository.
    """
    if said := os.environ.get(COMMIT_VARIABLE):
        return said
    head = _git("rev-parse", "--short=10", "HEAD")
    if not head:
        return "unknown"
    return f"{head}+changes" if _git("status", "--porcelain", "--untracked-files=no") else head


def _git(*arguments: str) -> str:
    # A checkout owned by another user (a container's) is still this checkout.
    command = ["git", "-c", "safe.directory=*", "-C", str(PROJECT), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
