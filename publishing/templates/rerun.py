"""Run notebooks of this archive again: ``python rerun.py NAME…``.

A NAME is that of a file in notebooks/ or notebooks/cases/ without ``.py``; ``all`` stands for
every one, and without a name they are listed. Tables and figures go into results/, and each table
is compared with the archive's own of the same name in tables/. ``--lab`` opens them in JupyterLab
instead. First: ``pip install '.[notebooks]'``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESULTS, TABLES = HERE / "results", HERE / "tables"
NOTEBOOKS = {path.stem: path for path in sorted((HERE / "notebooks").rglob("[0-9]*.py"))}


def main(names: list[str]) -> int:
    """0 where all ran and every table is that of the archive."""
    if names == ["--lab"]:
        return _python("-m", "jupyter", "lab", str(HERE / "notebooks"))
    chosen = list(NOTEBOOKS) if names == ["all"] else names
    if unknown := [name for name in chosen if name not in NOTEBOOKS]:
        print(f"no notebook is called {', '.join(unknown)}", file=sys.stderr)
        return 2
    if not chosen:
        print("\n".join(NOTEBOOKS))
    return max(map(_again, chosen), default=0)


def _again(name: str) -> int:
    """Run one notebook, and compare what it saved."""
    folder = RESULTS / name
    status = _python(str(NOTEBOOKS[name]), BOOK_EXHIBITS=str(folder))
    if status:
        print(f"{name}: failed", file=sys.stderr)
        return 1
    saved = [path for path in sorted(folder.glob("*.csv")) if not path.stem.endswith(".shown")]
    other = [path.name for path in saved if not _same(path, TABLES / path.name)]
    told = f"not as in tables/: {', '.join(other)}" if other else "all as in tables/"
    print(f"{name}: tables saved: {len(saved)}, {told}")
    return int(bool(other))


def _same(one: Path, two: Path) -> bool:
    return two.is_file() and one.read_bytes() == two.read_bytes()


def _python(*arguments: str, **variables: str) -> int:
    paths = [str(HERE), str(HERE / "notebooks"), os.environ.get("PYTHONPATH", "")]
    environment = {
        "MPLBACKEND": "Agg",
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, paths)),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        **variables,
    }
    return subprocess.run([sys.executable, *arguments], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
