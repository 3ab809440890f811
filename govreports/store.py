"""Frames kept on disk, under a name made of all that they depend on.

Only what is costly is kept: segmenting words needs a dictionary of seconds, resampling thousands
of draws. What is kept is found again by a hash of the texts, the library's code and its data, so
that nothing old is ever served; a folder of results may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pandas as pd

VARIABLE = "GOVREPORTS_STORE"


class Store:
    """A folder of frames; without a folder nothing is kept and everything is made anew."""

    def __init__(self, folder: str | Path | None = None) -> None:
        """``folder`` is made when first written to; by default ``$GOVREPORTS_STORE``, if set."""
        chosen = folder or os.environ.get(VARIABLE)
        self.folder = Path(chosen) if chosen else None

    def frame(
        self, name: str, inputs: Iterable[str | bytes], make: Callable[[], pd.DataFrame]
    ) -> pd.DataFrame:
        """The frame that ``make`` gives for these inputs: kept from before, or made and kept.

        ``inputs`` are all that the result depends on besides library and data. A file that
        cannot be read (cut short, say) is made anew.
        """
        if self.folder is None:
            return make()
        path = self.folder / f"{name}-{digest(name, *inputs)[:24]}.parquet"
        try:
            return pd.read_parquet(path)
        except (OSError, ValueError):
            made = make()
        self.folder.mkdir(parents=True, exist_ok=True)
        # Written aside and renamed: whoever reads finds all of it or nothing.
        with tempfile.NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as aside:
            made.to_parquet(aside, index=False)
        os.replace(aside.name, path)
        return made


def digest(*inputs: str | bytes) -> str:
    """SHA-256 of the inputs and of the library with its data, as hexadecimal digits."""
    total = hashlib.sha256(_library())
    for item in inputs:
        content = item.encode() if isinstance(item, str) else item
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


@cache
def _library() -> bytes:
    total = hashlib.sha256()
    for name, file in sorted(_files(resources.files("govreports"), "")):
        total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.digest()


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry, f"{prefix}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield f"{prefix}{entry.name}", entry
