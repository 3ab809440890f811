"""Files written aside and renamed: whoever reads finds all of a file or nothing of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from govreports.errors import DataError

PART = ".part"  # the ending of what is not whole yet


@contextmanager
def open_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to, which has its name when all of it is there, and is gone otherwise.

    Raises ``DataError``, naming it, where it cannot be written. What is no regular file (a device,
    a pipe) is written to and stays.
    """
    regular = path.is_file() or not path.exists()
    aside = path.with_name(f"{path.name[:40]}{PART}") if regular else path
    with writing(path):
        file = aside.open("wb")
    try:
        with writing(path), file:
            yield file
        if regular:
            with writing(path):
                os.replace(aside, path)
    except BaseException:
        if regular:
            aside.unlink(missing_ok=True)
        raise


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, all of it or nothing. Raises as ``open_whole`` does."""
    with open_whole(path) as file:
        file.write(content)


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
