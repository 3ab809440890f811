"""The files that pages offer: PDF, data, citations, and each notebook as script and notebook."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat

from publishing.citation import citation_files
from publishing.data_package import archive
from publishing.downloads import FOLDER, NOTEBOOKS, archive_name
from publishing.metadata import Publication
from publishing.notebooks import Execution, executed_notebook
from publishing.pages.study import Study


def add_downloads(
    html: Path, pdf: Path, study: Study, publication: Publication, run: Execution, state: Path
) -> None:
    """Fill the folder that download links of the pages point to."""
    folder, notebooks = html / FOLDER, html / NOTEBOOKS
    notebooks.mkdir(parents=True)
    shutil.copyfile(pdf, folder / pdf.name)
    (folder / archive_name(publication)).write_bytes(archive(study, publication))
    for name, content in citation_files(publication).items():
        (folder / name).write_text(content, encoding="utf-8")
    for path in run.paths:
        shutil.copyfile(path, notebooks / path.name)
        text = nbformat.writes(executed_notebook(state, path))
        (notebooks / f"{path.stem}.ipynb").write_text(f"{text}\n", encoding="utf-8")
