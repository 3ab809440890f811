"""What the publication says about itself, read from ``metadata.yaml``.

The book of the study has all fields there. A book over another corpus has those that
``metadata.yaml`` in the folder of its corpus gives, and neutral ones for the rest.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from govreports import __version__
from publishing.contents import is_study
from publishing.errors import BuildError
from publishing.paths import METADATA, ROOT, corpus_folder

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
    author: str  # as shown
    authors: tuple[str, ...]  # persons, as "Family, Given"; empty where a group alone is named
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
    required: tuple[str, ...]  # fields that a release must have

    @property
    def dated(self) -> dt.date:
        """The date that files bear: the only clock a build reads."""
        return self.released or _UNDATED

    @property
    def epoch(self) -> int:
        """The same at noon UTC, in seconds."""
        noon = dt.datetime.combine(self.dated, dt.time(12), tzinfo=dt.UTC)
        return int(noon.timestamp())

    @property
    def lacking(self) -> tuple[str, ...]:
        """The fields without a value that a release must have."""
        return tuple(name for name in self.required if not getattr(self, name))


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
        **{field: [] for field in _LISTS},
    }


def read_publication(path: Path | None, defaults: Mapping[str, Any] | None = None) -> Publication:
    """Read the metadata; an unknown, missing or misread field is an error naming it.

    With ``defaults`` any field may be missing, or all of them.
    """
    values = _read(path) if path else {}
    if defaults is None:  # the book of the study, whose version is that of the library
        values = {"version": __version__, **values}
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
    for field in _LISTS:
        values[field] = tuple(map(str, values[field]))
    _check_lists(path, values, set(expected))
    if values["authors"]:
        values["author"] = joined([" ".join(reversed(parted(a))) for a in values["authors"]])
    values["base_url"] = os.environ.get(BASE_URL_VARIABLE, values["base_url"])
    return Publication(**values)


@cache
def _parsed(text: str) -> Any:
    """YAML, read once: every page asks."""
    return yaml.safe_load(text) or {}


def parted(author: str) -> tuple[str, str]:
    """Family and given names of an author.

    >>> parted("Fang, Xueyong")
    ('Fang', 'Xueyong')
    """
    family, _, given = author.partition(",")
    return family.strip(), given.strip()


def joined(names: Sequence[str]) -> str:
    """Names as a list in a sentence.

    >>> joined(["A", "B", "C"]), joined(["A", "B"]), joined(["A"])
    ('A, B and C', 'A and B', 'A')
    """
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _check_lists(path: Path | None, values: Mapping[str, Any], known: set[str]) -> None:
    for author in values["authors"]:
        if not all(parted(author)):
            raise BuildError(f"{path}: authors: not as 'Family, Given': {author!r}")
    if unknown := set(values["required"]) - known:
        raise BuildError(f"{path}: required: no such field: {', '.join(sorted(unknown))}")


_LISTS = ("keywords", "authors", "required")
_KINDS: dict[str, tuple[Any, str]] = {
    **dict.fromkeys(Publication.__dataclass_fields__, (str, "a text")),
    "released": (dt.date | None, "a date (YYYY-MM-DD)"),
    **dict.fromkeys(_LISTS, (list, "a list")),
}


def _read(path: Path) -> dict[str, Any]:
    try:
        content = _parsed(path.read_text(encoding="utf-8"))
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
    head = git("rev-parse", "--short=10", "HEAD")
    if not head:
        return "unknown"
    return f"{head}+changes" if git("status", "--porcelain", "--untracked-files=no") else head


def git(*arguments: str) -> str:
    """What git answers, on one line or several; empty where it does not."""
    # A checkout owned by another user (a container's) is still this checkout.
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
