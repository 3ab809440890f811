"""The texts that were read, kept beside the results: every offset counts in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FOLDER = "texts"


def text_file(out: Path, name: str) -> Path:
    """Where the text of a file that was read is kept."""
    return out / FOLDER / f"{name}.txt"


def read_back(out: Path, name: str) -> str:
    """The text of a file that was read, as it was kept."""
    return text_file(out, name).read_bytes().decode("utf-8", "surrogatepass")


def sweep_texts(out: Path, names: Iterable[str]) -> None:
    """Remove the texts of files that are not among those read."""
    kept = {text_file(out, name) for name in names}
    for path in sorted((out / FOLDER).rglob("*")):
        if path.is_file() and path not in kept:
            path.unlink()
