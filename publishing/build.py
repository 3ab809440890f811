"""The build, step by step; the last good book stays in place until the new one is complete."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TypeVar

from publishing.contents import is_study
from publishing.corpus_package import write_descriptor
from publishing.errors import BuildError
from publishing.fingerprint import build_key, execution_key
from publishing.html.downloads import add_downloads
from publishing.html.finish import finish_html
from publishing.metadata import commit, load_publication
from publishing.notebooks import execute_notebooks
from publishing.pages import generate_pages
from publishing.pages.study import study
from publishing.paths import (
    CORPUS,
    EXECUTED,
    HTML,
    LOG,
    PDF,
    PROJECT,
    ROOT,
    STAGE,
    STAMP,
    STORE,
    corpus_folder,
)
from publishing.pdf import make_pdf
from publishing.reading import read_corpus
from publishing.sphinx_build import run_jupyter_book

_KEPT_STATES = 3
_KEPT_FRAMES = 20
_T = TypeVar("_T")


def is_current(*, with_pdf: bool = True) -> bool:
    """Whether ``_build`` holds the book of exactly these sources, and its PDF where one is due."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    printed = PDF.is_dir() and stamp.get("pdf") is True
    return bool(stamp.get("key") == build_key() and HTML.is_dir() and (printed or not with_pdf))


def build(*, with_pdf: bool = True, say: Callable[[str], None] = print) -> None:
    """Build HTML and PDF into ``_build``, unless nothing changed.

    Without the PDF, that of an earlier build stays where it is.

    Raises:
        BuildError, govreports.errors.GovReportsError: one clear message; ``_build`` is as before.
    """
    folder = corpus_folder()
    corpus = read_corpus(folder)
    if folder == CORPUS:
        write_descriptor(folder)
    if is_current(with_pdf=with_pdf):
        say("Nothing has changed since the last build.")
        report_places(say)
        return
    key = build_key()
    publication = load_publication()
    if ROOT == PROJECT and not is_study():
        say("This corpus is not that of the chapters: chapters and cases are left out.")
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)
    LOG.write_text("", encoding="utf-8")

    def step(what: str, work: Callable[[], _T]) -> _T:
        started = time.perf_counter()
        result = work()
        say(f"{what:<28} {time.perf_counter() - started:5.1f} s")
        return result

    state = EXECUTED / execution_key()
    studied = step("corpus analysed", lambda: study(corpus))
    run = step("notebooks executed", lambda: execute_notebooks(state, say=say))
    say(f"  {run.ran} of {len(run.paths)} ran, the others are unchanged")
    step(
        "pages generated",
        lambda: generate_pages(studied, publication, run, state.name, with_pdf=with_pdf),
    )
    sphinx = partial(run_jupyter_book, executed=state, epoch=publication.epoch)

    def make_html() -> Path:
        html = step("HTML built", lambda: sphinx("html", output=STAGE / "pages"))
        step("HTML finished", lambda: finish_html(html))
        return html

    def print_book() -> Path:
        single = step("one-page HTML built", lambda: sphinx("singlehtml", output=STAGE / "single"))
        return step("PDF set", lambda: make_pdf(single, STAGE / "pdf"))

    # The two know nothing of each other; most of their work is done in processes of their own.
    with ThreadPoolExecutor(max_workers=2) as pool:
        printed = pool.submit(print_book) if with_pdf else None
        html = pool.submit(make_html).result()
        pdf = printed.result() if printed else None
    step("files added", lambda: add_downloads(html, pdf, studied, publication, run, state))
    _install(html, pdf.parent if pdf else None)
    _forget_old_states(state)
    stamp = {"key": key, "pdf": with_pdf, "commit": commit(), "version": publication.version}
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    report_places(say)


def report_places(say: Callable[[str], None]) -> None:
    """Say where the results are."""
    say(f"HTML  {(HTML / 'index.html').relative_to(PROJECT)}")
    if json.loads(STAMP.read_text(encoding="utf-8"))["pdf"]:
        for path in sorted(PDF.glob("*.pdf")):
            say(f"PDF   {path.relative_to(PROJECT)}  ({path.stat().st_size / 1e6:.1f} MB)")


def _install(html: Path, pdf: Path | None) -> None:
    STAMP.unlink(missing_ok=True)
    for new, place in ((html, HTML), *([(pdf, PDF)] if pdf else [])):
        if not any(new.iterdir()):
            raise BuildError(f"nothing was built in {new.relative_to(PROJECT)}")
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)
    shutil.rmtree(STAGE)


def _forget_old_states(current: Path) -> None:
    """Keep the executed notebooks of the last few states only."""
    current.touch()
    states = sorted(EXECUTED.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for state in states[_KEPT_STATES:]:
        shutil.rmtree(state)
    frames = sorted(STORE.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for frame in frames[_KEPT_FRAMES:]:
        frame.unlink()
