"""Two builds in two clean folders, compared byte for byte."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from publishing.errors import BuildError
from publishing.metadata import COMMIT_VARIABLE, commit
from publishing.paths import PROJECT, PROJECT_VARIABLE

_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "_build", "_generated", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis"
)


def verify() -> bool:
    """Build twice and say which files differ, and where first; true when none does."""
    with tempfile.TemporaryDirectory() as folder:
        # Folders of different depth and hash seeds show what leaks into the output.
        first = _clean_build(Path(folder) / "one", seed="1")
        second = _clean_build(Path(folder) / "deeper" / "two", seed="2")
        differing = compare(first, second)
    for line in differing:
        print(line)
    print(f"{len(differing)} files differ." if differing else "Both builds are identical.")
    return not differing


def compare(first: Path, second: Path) -> list[str]:
    """One line for each file that only one folder has, or whose bytes differ."""
    names = [
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (first, second)
    ]
    lines = [f"only in the first build: {name}" for name in sorted(names[0] - names[1])]
    lines += [f"only in the second build: {name}" for name in sorted(names[1] - names[0])]
    for name in sorted(names[0] & names[1]):
        if not filecmp.cmp(first / name, second / name, shallow=False):
            lines.append(f"{name}: {_difference(first / name, second / name)}")
    return lines


def _difference(first: Path, second: Path) -> str:
    one, two = first.read_bytes(), second.read_bytes()
    at = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )
    line = one.count(b"\n", 0, at) + 1
    shown = [text[max(at - 30, 0) : at + 50].decode("utf-8", "replace") for text in (one, two)]
    return f"first differs in line {line}: {shown[0]!r} / {shown[1]!r}"


def copy_sources(folder: Path) -> None:
    """Copy what a build needs, and nothing that an earlier build left."""
    shutil.copytree(PROJECT, folder, ignore=_LEFT_OUT)


def _clean_build(folder: Path, *, seed: str) -> Path:
    copy_sources(folder)
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        PROJECT_VARIABLE: str(folder),
        "PYTHONHASHSEED": seed,
        COMMIT_VARIABLE: commit(),
    }
    done = subprocess.run([sys.executable, "-m", "publishing"], cwd=folder, env=environment)
    if done.returncode:
        raise BuildError("a clean build failed, see above")
    kept = folder / "_build" / "compared"
    kept.mkdir()
    for part in ("html", "pdf"):
        (folder / "_build" / part).rename(kept / part)
    return kept
