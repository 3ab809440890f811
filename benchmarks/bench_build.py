"""The build of the book, in processor seconds beside those of commit defa8ea's clean build.

Both are built in one run, in turn, with the environment in place (that of this Python: the lock of
defa8ea is a part of today's) and no caches but those a row is about. Seconds are user and system
time of all processes of a build. `python -m benchmarks build` in a clone with its history.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from publishing.metadata import COMMIT_VARIABLE
from publishing.paths import ROOT
from publishing.verify import copy_sources

YARDSTICK = "defa8ea"
_BECOME_REAPER = 36  # PR_SET_CHILD_SUBREAPER


def rows() -> Iterator[dict[str, object]]:
    """One row a build: ``what``, processor ``seconds``, the ``ratio`` and its ``limit``."""
    # Processes whose parent is gone are waited for here, so that their time counts too.
    ctypes.CDLL(None).prctl(_BECOME_REAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory() as place:
        old, new = Path(place) / YARDSTICK, Path(place) / "book"
        _checkout(old)
        copy_sources(new)
        whole = _seconds(old)
        yield {"what": f"clean build of {YARDSTICK}", "seconds": whole}
        for what, limit, change, arguments in _BUILDS:
            change(new)
            seconds = _seconds(new, *arguments)
            yield {"what": what, "seconds": seconds, "ratio": seconds / whole, "limit": limit}


def _checkout(folder: Path) -> None:
    git = ["git", "-c", "safe.directory=*", "-c", "advice.detachedHead=false"]
    subprocess.run([*git, "clone", "--quiet", "--no-checkout", str(ROOT), str(folder)], check=True)
    subprocess.run([*git, "-C", str(folder), "checkout", "--quiet", YARDSTICK], check=True)


def _seconds(folder: Path, *arguments: str) -> float:
    """The processor time of a build, with that of every process it started."""
    before = _spent()
    environment = {**os.environ, "PYTHONPATH": str(folder), COMMIT_VARIABLE: "0000000000"}
    command = [sys.executable, "-m", "publishing", "build", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    while _has_children():
        os.wait()
    if done.returncode:
        raise SystemExit(f"the build in {folder} failed, see above")
    return _spent() - before


def _has_children() -> bool:
    try:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    except ChildProcessError:
        return False
    return True


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _nothing(folder: Path) -> None:
    """Leave it as it is."""


def _word(old: str, new: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        _replace(folder / "book" / "discussion.md", f" {old} ", f" {new} ")

    return change


def _cell(folder: Path) -> None:
    path = folder / "notebooks" / "19_name_issuers.py"
    path.write_text(path.read_text(encoding="utf-8").rstrip() + "\n# a remark\n", encoding="utf-8")


def _byte(folder: Path) -> None:
    """Change a comma in the middle of a report, and the register's checksum with it."""
    report = folder / "corpus" / "reports" / "lianyungang-2020.txt"
    before = report.read_bytes()
    head, _, tail = before.rpartition(b",")
    report.write_bytes(head + b":" + tail)
    sums = [hashlib.sha256(text).hexdigest() for text in (before, report.read_bytes())]
    _replace(folder / "corpus" / "reports.csv", *sums)


def _replace(path: Path, old: str, new: str) -> None:
    text, count = re.subn(re.escape(old), new, path.read_text(encoding="utf-8"), count=1)
    if not count:
        raise SystemExit(f"{path} does not hold {old!r}")
    path.write_text(text, encoding="utf-8", newline="\n")


_BUILDS: tuple[tuple[str, float, Callable[[Path], None], tuple[str, ...]], ...] = (
    ("clean build", 0.6, _nothing, ()),
    ("nothing changed", 0.02, _nothing, ()),
    ("one word changed in one chapter", 0.2, _word("and", "or"), ()),
    ("the same, HTML alone", 0.06, _word("the", "this"), ("--html-only",)),
    ("one cell changed in one notebook", 0.2, _cell, ()),
    ("one byte changed in one report", 0.6, _byte, ()),
)
