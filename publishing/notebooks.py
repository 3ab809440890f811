"""Running the notebooks before Sphinx reads them, and keeping what they produced.

Executed notebooks go into the cache that Jupyter Book reads. Beside each stand the files it
saved (its exhibits), which a hit in that cache alone would not bring back.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import NamedTuple

import jupytext
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn, JupyterCacheAbstract
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from govreports.store import VARIABLE as STORE_VARIABLE
from publishing.contents import notebook_paths
from publishing.errors import BuildError
from publishing.paths import CORPUS_VARIABLE, EXHIBITS, NOTEBOOKS, ROOT, STORE, TOC, corpus_folder

# Read by notebooks: the folder in which a running notebook saves figures and tables.
EXHIBITS_VARIABLE = "BOOK_EXHIBITS"
# And how its page leads to the top of the book, for links in tables.
PAGE_ROOT_VARIABLE = "BOOK_PAGE_ROOT"
CELL_TIMEOUT_SECONDS = 120
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
    state.mkdir(parents=True, exist_ok=True)
    cache = get_cache(str(state / "jupyter"))
    paths = notebook_paths()
    _check_paths(paths)
    waiting = [path for path in paths if not _is_held(cache, state, path)]
    failed: dict[Path, str] = {}
    # Kernels are processes of their own; threads only wait for them.
    with ThreadPoolExecutor(max_workers=workers or os.cpu_count() or 1) as pool:
        running = {pool.submit(_run, path, state): path for path in waiting}
        for done in as_completed(running):
            path = running[done]
            try:
                notebook, seconds = done.result()
            except BuildError as error:
                failed[path] = str(error)
                say(f"  {path.stem:<26} failed")
                continue
            bundle = CacheBundleIn(notebook, str(path), data={})
            cache.cache_notebook_bundle(bundle, check_validity=False, overwrite=True)
            say(f"  {path.stem:<26} {seconds:5.1f} s")
    if failed:
        raise BuildError("\n".join(failed[path] for path in paths if path in failed))
    return Execution(tuple(paths), len(waiting), gather_exhibits(state, paths))


def _check_paths(paths: Iterable[Path]) -> None:
    named: dict[str, Path] = {}
    for path in paths:
        place = path.relative_to(ROOT)
        if not path.is_file():
            raise BuildError(f"{TOC.name}: no such notebook: {place}")
        if (other := named.setdefault(path.stem, path)) != path:
            raise BuildError(f"{TOC.name}: {place} and {other.relative_to(ROOT)} have one name")


def executed_notebook(state: Path, path: Path) -> NotebookNode:
    """A notebook of ``state`` with its outputs, and nothing in it that changes by the run."""
    cache = get_cache(str(state / "jupyter"))
    _, notebook = cache.merge_match_into_notebook(read_notebook(path))
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{number}"
        cell.metadata.pop("execution", None)
    return notebook


def read_notebook(path: Path) -> NotebookNode:
    """A percent script as a notebook, read as Jupyter Book is configured to read it."""
    return jupytext.reads(path.read_text(encoding="utf-8"), fmt="py:percent")


def gather_exhibits(state: Path, paths: Iterable[Path]) -> dict[str, Path]:
    """Copy each notebook's saved files to one folder; returns whose each file is.

    Two notebooks that save files of one name are an error.
    """
    shutil.rmtree(EXHIBITS, ignore_errors=True)
    EXHIBITS.mkdir(parents=True)
    owners: dict[str, Path] = {}
    for path in paths:
        for source in sorted(_exhibits(state, path).iterdir()):
            if source.name in owners:
                names = f"{owners[source.name].name} and {path.name}"
                raise BuildError(f"{names}: both save a file called {source.name}")
            owners[source.name] = path
            shutil.copy2(source, EXHIBITS / source.name)
    return owners


def _exhibits(state: Path, path: Path) -> Path:
    return state / "exhibits" / path.stem


def _is_held(cache: JupyterCacheAbstract, state: Path, path: Path) -> bool:
    try:
        cache.match_cache_notebook(read_notebook(path))
    except KeyError:
        return False
    return _exhibits(state, path).is_dir()


def _run(path: Path, state: Path) -> tuple[NotebookNode, float]:
    """The notebook with its outputs, and the seconds that it took."""
    started = time.perf_counter()
    notebook = read_notebook(path)
    saved = _exhibits(state, path)
    shutil.rmtree(saved, ignore_errors=True)
    saved.mkdir(parents=True)
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
        }
        client.execute(env={**os.environ, "PYTHONHASHSEED": seed, **own})
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        shutil.rmtree(saved)
        raise BuildError(_failure(path, notebook, error)) from None
    return notebook, time.perf_counter() - started


def _failure(path: Path, notebook: NotebookNode, error: Exception) -> str:
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
    if isinstance(error, CellExecutionError):
        message = f"{error.ename}: {' '.join(_ANSI.sub('', error.evalue).split())}"
    else:
        message = trace.strip().splitlines()[0]
    return f"{path.relative_to(ROOT)}, cell {number}, line {line}: {message}"
