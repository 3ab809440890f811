"""Pages made from the corpus before Sphinx reads the book, in ``book/_generated``."""

from __future__ import annotations

import shutil
from pathlib import Path

from govreports.corpus import Corpus
from publishing.pages.codebook import codebook_page
from publishing.pages.concordance import concordance_page, corpus_script
from publishing.pages.outline import outline_page
from publishing.pages.reader import report_page
from publishing.pages.study import Study, study
from publishing.pages.tables import glossary_page, timeline_fragment
from publishing.paths import EXHIBITS, GENERATED, GENERATED_REPORTS, GENERATED_STATIC


def generate_pages(corpus: Corpus) -> Study:
    """Write all pages anew (the exhibits that notebooks saved stay); returns what they show."""
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
    _write(GENERATED / "concordance.md", concordance_page())
    _write(GENERATED / "outline.md", outline_page(studied))
    _write(GENERATED / "codebook.md", codebook_page(studied))
    _write(GENERATED / "glossary.md", glossary_page(studied))
    _write(GENERATED / "timeline.md", timeline_fragment())
    _write(GENERATED_STATIC / "js" / "corpus.js", corpus_script(studied))
    return studied


def _write(path: Path, page: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
