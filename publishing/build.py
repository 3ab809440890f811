"""The build, step by step; the last good book stays in place until the new one is complete."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from govreports.corpus.reading import Corpus
from publishing.contents import is_study
from publishing.corpus_package import write_descriptor
from publishing.data_package import archive
from publishing.editions.languages import languages
from publishing.editions.sources import all_drift
from publishing.errors import BuildError
from publishing.fingerprint import build_key, data_key, execution_key, library_key, reading_key
from publishing.html.downloads import add_downloads
from publishing.html.editions import edition_folder
from publishing.html.finish import finish_html
from publishing.kept import forget_old, kept
from publishing.metadata import load_publication
from publishing.notebooks import are_held, execute_notebooks
from publishing.pages import generate_pages
from publishing.pages.current import are_current, forget, note, pages_key
from publishing.pages.study import Study, study
from publishing.paths import (
    CORPUS,
    EXECUTED,
    HTML,
    PDF,
    PROJECT,
    ROOT,
    SPHINX,
    STAGE,
    STAMP,
    STORE,
    corpus_folder,
)
from publishing.pdf import make_pdfs
from publishing.reading import read_corpus
from publishing.sphinx_build import run_sphinx
from publishing.stamp import is_current, report_places, say_current, write_stamp

_KEPT_STATES = 3
_KEPT_FRAMES = 20
_T = TypeVar("_T")


def build(*, with_pdf: bool = True, say: Callable[[str], None] = print) -> None:
    """Build HTML and PDF into ``_build``, unless nothing changed.

    Without the PDF, that of an earlier build stays where it is.

    Raises:
        BuildError, govreports.errors.GovReportsError: one clear message; ``_build`` is as before.
    """
    if is_current(with_pdf=with_pdf):
        say_current(say)
        return
    folder = corpus_folder()
    corpus = read_corpus(folder)
    if folder == CORPUS:
        write_descriptor(folder)
    key = build_key()
    publication = load_publication()
    if ROOT == PROJECT and not is_study():
        say("This corpus is not that of the chapters: chapters and cases are left out.")
    shutil.rmtree(STAGE, ignore_errors=True)
    STAGE.mkdir(parents=True)

    def step(what: str, work: Callable[[], _T]) -> _T:
        started = time.perf_counter()
        result = work()
        say(f"{what:<28} {time.perf_counter() - started:5.1f} s")
        return result

    state = EXECUTED / library_key()
    read = {language: SPHINX / reading_key(language) for language in languages()}
    analysed = cache(lambda: step("corpus analysed", lambda: _studied(corpus)))
    if not are_held(state):
        analysed()
    run = step("notebooks executed", lambda: execute_notebooks(state, say=say))
    say(f"  {run.ran} of {len(run.paths)} ran, the others are unchanged")
    made_from = pages_key(run, with_pdf=with_pdf)
    if not are_current(made_from):
        studied = analysed()
        forget()
        step(
            "pages generated",
            lambda: generate_pages(studied, publication, run, execution_key(), with_pdf=with_pdf),
        )
        note(made_from)
    builders = ["html", "singlehtml"] if with_pdf else ["html"]

    def read_and_write(language: str) -> None:
        run_sphinx(
            read[language],
            builders,
            executed=state,
            epoch=publication.epoch,
            language=language,
        )

    def make_data() -> bytes:
        return kept(f"{data_key()}.zip", lambda: archive(analysed(), publication))

    def make_html() -> Path:
        html = STAGE / "html"
        for language in read:
            shutil.copytree(read[language] / "html", edition_folder(html, language))
        step("HTML finished", lambda: finish_html(html, tuple(read)))
        return html

    def print_book(language: str) -> list[Path]:
        single = STAGE / f"single-{language}"
        shutil.copytree(read[language] / "singlehtml", single)
        what = f"PDF set ({language})"
        return step(what, lambda: make_pdfs(single, STAGE / "pdf", language=language))

    # What stands side by side here knows nothing of each other, and mostly waits for processes.
    with ThreadPoolExecutor(max_workers=2) as pool:
        packing = pool.submit(step, "data packed", make_data)
        reading = [
            pool.submit(step, f"pages read ({language})", partial(read_and_write, language))
            for language in read
        ]
        for done in reading:
            done.result()
        data = packing.result()
        printed = [pool.submit(print_book, language) for language in read if with_pdf]
        html = pool.submit(make_html).result()
        pdfs = [path for done in printed for path in done.result()]
    step("files added", lambda: add_downloads(html, pdfs, data, publication, run, state))
    _install(html, pdfs[0].parent if pdfs else None)
    _say_drift(say)
    _forget(state, read.values())
    write_stamp(key, with_pdf=with_pdf)
    report_places(say)


def _studied(corpus: Corpus) -> Study:
    """The study, its texts segmented and kept before several notebooks at a time ask for that."""
    studied = study(corpus)
    _ = studied.analysis.tokens, studied.analysis.multiword
    return studied


def _say_drift(say: Callable[[str], None]) -> None:
    """What of the Chinese edition is behind: the build goes on, and its pages say so."""
    lines = all_drift() if len(languages()) > 1 else []
    if lines:
        say(f"Chinese edition: {len(lines)} passages are behind (python -m publishing zh), first:")
        say(f"  {lines[0]}")


def _install(html: Path, pdf: Path | None) -> None:
    STAMP.unlink(missing_ok=True)
    for new, place in ((html, HTML), *([(pdf, PDF)] if pdf else [])):
        if not any(new.iterdir()):
            raise BuildError(f"nothing was built in {new.relative_to(PROJECT)}")
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)
    shutil.rmtree(STAGE)


def _forget(state: Path, read: Collection[Path]) -> None:
    """Keep the executed notebooks of the last few states, and the doctrees of this one."""
    if state.is_dir():  # there is none where a book has no notebooks
        state.touch()
    for old in _by_age(EXECUTED)[_KEPT_STATES:]:
        shutil.rmtree(old)
    for old in _by_age(SPHINX):
        if old not in read:
            shutil.rmtree(old)
    for frame in _by_age(STORE)[_KEPT_FRAMES:]:
        frame.unlink()
    forget_old()


def _by_age(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime, reverse=True)
