"""Running the notebooks before Sphinx reads them, and keeping what they produced."""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any, NamedTuple

from govreports.store import VARIABLE as STORE_VARIABLE
from publishing.contents import notebook_paths
from publishing.errors import BuildError
from publishing.executed import folder_of, is_held, keep, read_notebook, saved_files
from publishing.files import write_if_changed
from publishing.paths import CORPUS_VARIABLE, EXHIBITS, NOTEBOOKS, ROOT, STORE, TOC, corpus_folder

# Read by notebooks: the folder in which a running notebook saves figures and tables.
EXHIBITS_VARIABLE = "BOOK_EXHIBITS"
# And how its page leads to the top of the book, for links in tables.
PAGE_ROOT_VARIABLE = "BOOK_PAGE_ROOT"
# Where a kernel tells at its end which files it opened.
OPENED_VARIABLE = "BOOK_OPENED"
# Against a cell that never ends; generous, since a busy machine is no fault of the notebook.
CELL_TIMEOUT_SECONDS = 900
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Execution(NamedTuple):
    """What running the notebooks gave."""

    paths: tuple[Path, ...]
    ran: int  # how many ran now; the others came from the cache
    owners: dict[str, Path]  # the notebook that saved each exhibit's file


def execute_notebooks(
    state: Path, *, workers: int | None = None, say: Callable[[str], None] = print
) -> Execution:
    """Run the notebooks that ``state`` (a folder of one execution key) does not hold yet.

    All exhibits, new and kept, are then gathered in ``book/_generated/exhibits``. A notebook that
    fails costs only itself: the others are kept, and one error names cell and line of each.
    """
    paths = notebook_paths()
    _check_paths(paths)
    waiting = [path for path in paths if not is_held(state, path)]
    failed = _run_all(waiting, state, workers or os.cpu_count() or 1, say) if waiting else {}
    if failed:
        raise BuildError("\n".join(failed[path] for path in paths if path in failed))
    return Execution(tuple(paths), len(waiting), gather_exhibits(state, paths))


def are_held(state: Path) -> bool:
    """Whether there is nothing to run."""
    return all(is_held(state, path) for path in notebook_paths())


def _run_all(
    paths: Iterable[Path], state: Path, workers: int, say: Callable[[str], None]
) -> dict[Path, str]:
    """Run them; returns what went wrong, by notebook."""
    from publishing.kernels import use_forked_kernels

    use_forked_kernels()
    failed: dict[Path, str] = {}
    # Kernels are processes of their own; threads only wait for them.
    with ThreadPoolExecutor(max_workers=workers) as pool:
        running = {pool.submit(_run, path, state): path for path in paths}
        for done in as_completed(running):
            path = running[done]
            try:
                say(f"  {path.stem:<26} {done.result():5.1f} s")
            except BuildError as error:
                failed[path] = str(error)
                say(f"  {path.stem:<26} failed")
    return failed


def _check_paths(paths: Iterable[Path]) -> None:
    named: dict[str, Path] = {}
    for path in paths:
        place = path.relative_to(ROOT)
        if not path.is_file():
            raise BuildError(f"{TOC.name}: no such notebook: {place}")
        if (other := named.setdefault(path.stem, path)) != path:
            raise BuildError(f"{TOC.name}: {place} and {other.relative_to(ROOT)} have one name")


def gather_exhibits(state: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Copy each notebook's saved files to one folder; returns whose each file is.

    Two notebooks that save files of one name are an error.
    """
    EXHIBITS.mkdir(parents=True, exist_ok=True)
    owners: dict[str, Path] = {}
    for path in paths:
        for source in sorted(saved_files(state, path).iterdir()):
            if source.name in owners:
                names = f"{owners[source.name].name} and {path.name}"
                raise BuildError(f"{names}: both save a file called {source.name}")
            owners[source.name] = path
            write_if_changed(EXHIBITS / source.name, source.read_bytes())
    for stale in {path.name for path in EXHIBITS.iterdir()} - set(owners):
        (EXHIBITS / stale).unlink()
    return owners


def _run(path: Path, state: Path) -> float:
    """Run one notebook and keep what it gave; returns the seconds that it took."""
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    started = time.perf_counter()
    notebook = read_notebook(path)
    folder, saved = folder_of(state, path), saved_files(state, path)
    shutil.rmtree(folder, ignore_errors=True)
    saved.mkdir(parents=True)
    told = folder / "opened.json"
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT_SECONDS,
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
        kernel_name="python3",
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    try:
        # A result that depends on the seed of hashes is found by the comparison of two builds.
        seed = os.environ.get("PYTHONHASHSEED", "0")
        own = {
            EXHIBITS_VARIABLE: str(saved),
            PAGE_ROOT_VARIABLE: "../" * (len(path.relative_to(ROOT).parts) - 1),
            CORPUS_VARIABLE: str(corpus_folder()),
            STORE_VARIABLE: str(STORE),
            OPENED_VARIABLE: str(told),
        }
        client.execute(env={**os.environ, "PYTHONHASHSEED": seed, **own})
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        shutil.rmtree(folder)
        raise BuildError(_failure(path, notebook, error)) from None
    opened = {Path(name) for name in json.loads(told.read_text("utf-8"))} if told.exists() else None
    told.unlink(missing_ok=True)
    keep(folder, path, notebook, opened)
    return time.perf_counter() - started


def _failure(path: Path, notebook: Any, error: Exception) -> str:
    """``notebooks/02_x.py, cell 4, line 61: ValueError: …``."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    # Cells after the failing one never ran and have no count.
    number = max((index for index, cell in enumerate(code, 1) if cell.execution_count), default=1)
    cell = code[number - 1]
    place = path.read_text(encoding="utf-8").find(cell.source)
    first = path.read_text(encoding="utf-8").count("\n", 0, max(place, 0)) + 1
    trace = _ANSI.sub("", str(error))
    inside = re.search(r"Cell In\[\d+\], line (\d+)", trace)
    line = first + int(inside[1]) - 1 if inside else first
    if hasattr(error, "ename") and hasattr(error, "evalue"):
        message = f"{error.ename}: {' '.join(_ANSI.sub('', error.evalue).split())}"
    else:
        message = trace.strip().splitlines()[0]
    return f"{path.relative_to(ROOT)}, cell {number}, line {line}: {message}"
