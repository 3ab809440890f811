"""Pages made from the corpus before Sphinx reads the book, in ``book/_generated``."""

from __future__ import annotations

import shutil
from pathlib import Path

from govreports.corpus import Corpus
from publishing.pages.reader import report_page
from publishing.pages.study import study
from publishing.paths import EXHIBITS, GENERATED, GENERATED_REPORTS


def generate_pages(corpus: Corpus) -> None:
    """Write all pages anew; the exhibits that notebooks saved stay."""
    for path in GENERATED.iterdir() if GENERATED.is_dir() else []:
        if path == EXHIBITS:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    studied = study(corpus)
    for one in studied.reports:
        _write(GENERATED_REPORTS / f"{one.id}.md", report_page(one, studied))


def _write(path: Path, page: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
