"""Files written aside and renamed: whoever reads finds all of a file or nothing of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from govreports.errors import DataError

PART = ".part"  # the ending of what is not whole yet


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file. Raises ``DataError``, naming it, where that cannot be.

    What is no regular file (a device, a pipe) is written to and stays.
    """
    with writing(path):
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        aside = path.with_name(f"{path.name[:40]}{PART}")
        aside.write_bytes(content)
        os.replace(aside, path)


def write_text(path: Path, text: str) -> None:
    """Write a text in UTF-8, and the folders it stands in; line ends stay as they are."""
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, text.encode("utf-8", "surrogatepass"))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """One line of error where the disk is full or the folder may not be written to."""
    try:
        yield
    except OSError as error:
        raise DataError(f"{path}: cannot be written ({error.strerror or error})") from None
