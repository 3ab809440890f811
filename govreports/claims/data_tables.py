"""The packaged tables that the reading of claims rests on."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib import resources


def read(name: str) -> list[tuple[int, Mapping[str, str]]]:
    """The rows of ``govreports/data/<name>``, each with its line in the file."""
    text = resources.files("govreports.data").joinpath(name).read_text(encoding="utf-8")
    return list(enumerate(csv.DictReader(text.splitlines()), start=2))
