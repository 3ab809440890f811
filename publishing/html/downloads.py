"""The files that pages offer: PDF, data, citations, exhibits, and each notebook in two forms."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import nbformat

from publishing.citation import citation_files
from publishing.downloads import (
    EXHIBITS,
    FOLDER,
    NOTEBOOKS,
    archive_name,
    citation_name,
    source_name,
)
from publishing.editions.languages import CHINESE_EDITION, languages
from publishing.editions.publication import edition_publication
from publishing.executed import executed_notebook
from publishing.metadata import Publication
from publishing.notebooks import Execution
from publishing.origin import cited_copy, identifiers
from publishing.paths import EXHIBITS as SAVED
from publishing.rerun import prefaced_notebook, prefaced_script
from publishing.source_archive import source_archive


def add_downloads(
    html: Path,
    pdfs: Sequence[Path],
    data: bytes,
    publication: Publication,
    run: Execution,
    state: Path,
) -> None:
    """Fill the folder that download links of the pages point to."""
    folder, notebooks = html / FOLDER, html / NOTEBOOKS
    notebooks.mkdir(parents=True)
    _add_exhibits(html / EXHIBITS, run)
    for pdf in pdfs:
        shutil.copyfile(pdf, folder / pdf.name)
    (folder / archive_name(publication)).write_bytes(data)
    (folder / source_name(publication)).write_bytes(source_archive(publication))
    for name, content in citation_files(publication, cited_copy(), identifiers()).items():
        (folder / name).write_text(content, encoding="utf-8")
    if CHINESE_EDITION in languages():
        chinese = edition_publication(CHINESE_EDITION)
        made = citation_files(chinese, cited_copy())
        for name in made.keys() - {"citation.cff"}:
            path = folder / citation_name(name, CHINESE_EDITION)
            path.write_text(made[name], encoding="utf-8")
    for path in run.paths:
        script = prefaced_script(path, publication)
        (notebooks / path.name).write_text(script, encoding="utf-8")
        text = nbformat.writes(prefaced_notebook(executed_notebook(state, path), path, publication))
        (notebooks / f"{path.stem}.ipynb").write_text(f"{text}\n", encoding="utf-8")


def _add_exhibits(folder: Path, run: Execution) -> None:
    folder.mkdir(parents=True)
    for name in run.owners:
        # How a chapter prints a table is of no use beside its data.
        if not name.endswith(".shown.csv"):
            shutil.copyfile(SAVED / name, folder / name)
