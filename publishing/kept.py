"""Results kept under a hash of all that they are made from; made anew only when that changed."""

from __future__ import annotations

import os
from collections.abc import Callable

from publishing.paths import KEPT

_MOST = 24


def kept(name: str, make: Callable[[], bytes]) -> bytes:
    """The bytes kept under ``name``, which holds the hash, else those that ``make`` gives."""
    path = KEPT / name
    if path.is_file():
        content = path.read_bytes()
    else:
        content = make()
        KEPT.mkdir(parents=True, exist_ok=True)
        # Whoever reads finds all of it or nothing.
        aside = path.with_suffix(f".{os.getpid()}")
        aside.write_bytes(content)
        aside.replace(path)
    path.touch()
    return content


def forget_old() -> None:
    """Drop what has not been asked for longest."""
    paths = sorted(KEPT.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in paths[_MOST:]:
        path.unlink()
