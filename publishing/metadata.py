"""What the publication says about itself, read from ``metadata.yaml``."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from publishing.errors import BuildError
from publishing.paths import METADATA, ROOT

COMMIT_VARIABLE = "BOOK_COMMIT"
BASE_URL_VARIABLE = "BOOK_BASE_URL"


@dataclass(frozen=True)
class Publication:
    """The fields of ``metadata.yaml``; a field without a real value is an empty string."""

    name: str
    title: str
    subtitle: str
    title_zh: str
    author: str
    version: str
    released: dt.date
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
    def epoch(self) -> int:
        """The release date at noon UTC, in seconds: the only clock a build reads."""
        noon = dt.datetime.combine(self.released, dt.time(12), tzinfo=dt.UTC)
        return int(noon.timestamp())


def load_publication(path: Path = METADATA) -> Publication:
    """Read the metadata; an unknown, missing or misread field is an error naming it."""
    values = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    expected = set(Publication.__dataclass_fields__)
    if unmatched := expected.symmetric_difference(values):
        raise BuildError(f"{path.name}: unknown or missing: {', '.join(sorted(unmatched))}")
    if not isinstance(values["released"], dt.date):
        raise BuildError(f"{path.name}: released: not a date (YYYY-MM-DD): {values['released']!r}")
    values["keywords"] = tuple(values["keywords"])
    values["version"] = str(values["version"])
    values["base_url"] = os.environ.get(BASE_URL_VARIABLE, values["base_url"])
    return Publication(**values)


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
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.strip()
