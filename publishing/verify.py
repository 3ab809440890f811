"""Two builds in two folders, compared byte for byte: one clean, the other after a change.

The other is first built with a chapter and a notebook changed; then the changes are taken back and
it is built again, from all that the first time left. Folders of different depth and hash seeds
show what else leaks into the output.
"""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from publishing.contents import chapter_paths, notebook_paths
from publishing.errors import BuildError
from publishing.metadata import COMMIT_VARIABLE, commit
from publishing.origin import ORIGIN_VARIABLE, said_of_origin
from publishing.paths import ROOT

# A heading more moves numbers and labels that other pages show; a value more is kept.
_CHANGES = {
    ".md": b"\n## A heading for a while\n\nA paragraph.\n",
    ".py": b"\n# %%\nfrom support import keep\n\nkeep(for_a_while=1)\nprint(1)\n",
}
_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "_build", "_generated", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis"
)


def verify() -> bool:
    """Build both and say which files differ, and where first; true when none does."""
    with tempfile.TemporaryDirectory() as place:
        clean, changed = Path(place) / "one", Path(place) / "deeper" / "two"
        for folder in (clean, changed):
            copy_sources(folder)
        before = {path: path.read_bytes() for path in _to_change(changed)}
        for path, content in before.items():
            path.write_bytes(content + _CHANGES[path.suffix])
        _build(changed, seed="2")
        for path, content in before.items():
            path.write_bytes(content)
        _build(changed, seed="2")
        _build(clean, seed="1")
        differing = compare(_results(clean), _results(changed))
    for line in differing:
        print(line)
    print(
        f"{len(differing)} files differ."
        if differing
        else "The clean build and the one after a change are identical."
    )
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
    shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)


def _to_change(folder: Path) -> list[Path]:
    """A chapter and a notebook of the copy, the last of each."""
    chosen = (chapter_paths()[-1], notebook_paths()[-1])
    return [folder / path.relative_to(ROOT) for path in chosen]


def _build(folder: Path, *, seed: str) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(folder),
        "PYTHONHASHSEED": seed,
        COMMIT_VARIABLE: commit(),
        ORIGIN_VARIABLE: said_of_origin(),
    }
    done = subprocess.run([sys.executable, "-m", "publishing"], cwd=folder, env=environment)
    if done.returncode:
        raise BuildError("a build in a clean folder failed, see above")


def _results(folder: Path) -> Path:
    """The results alone, without what a build keeps for the next one."""
    kept = folder / "_build" / "compared"
    kept.mkdir()
    for part in ("html", "pdf"):
        (folder / "_build" / part).rename(kept / part)
    return kept
