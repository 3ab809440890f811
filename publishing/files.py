"""Writing files so that what stays the same keeps its time, by which Sphinx knows what changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_if_changed(path: Path, content: bytes) -> None:
    """Write ``content`` unless the file holds just that."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def fill(folder: Path, files: Mapping[str, str], *, besides: Path) -> None:
    """Let ``folder`` hold exactly these texts by name; what is in ``besides`` stays."""
    for name, text in files.items():
        write_if_changed(folder / name, text.encode())
    wanted = {folder / name for name in files}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_relative_to(besides) or path in wanted:
            continue
        if path.is_file():
            path.unlink()
        elif not any(path.iterdir()):
            path.rmdir()
