"""Names of the files that pages offer for download, all in one folder of the HTML."""

from __future__ import annotations

from publishing.metadata import Publication

FOLDER = "downloads"
NOTEBOOKS = f"{FOLDER}/notebooks"
EXHIBITS = f"{FOLDER}/exhibits"


def pdf_name(publication: Publication) -> str:
    """The book as PDF."""
    return f"{publication.name}.pdf"


def archive_name(publication: Publication) -> str:
    """Data, codebook and codings in one archive."""
    return f"{publication.name}-{publication.version}-data.zip"
