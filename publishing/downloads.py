"""Names of the files that pages offer for download, all in one folder of the HTML."""

from __future__ import annotations

from publishing.editions.languages import ENGLISH
from publishing.metadata import Publication

FOLDER = "downloads"
NOTEBOOKS = f"{FOLDER}/notebooks"
EXHIBITS = f"{FOLDER}/exhibits"


def pdf_name(publication: Publication, language: str = ENGLISH) -> str:
    """The book as PDF, in one of its editions."""
    return f"{publication.name}{_edition(language)}.pdf"


def codebook_name(publication: Publication, language: str = ENGLISH) -> str:
    """The codebook as a PDF of its own, in one of the editions."""
    return f"{publication.name}-codebook{_edition(language)}.pdf"


def citation_name(name: str, language: str = ENGLISH) -> str:
    """A file of the citation, in one of the editions."""
    first, _, kind = name.partition(".")
    return f"{first}{_edition(language)}.{kind}"


def archive_name(publication: Publication) -> str:
    """Data, codebook and codings in one archive."""
    return f"{stem(publication)}-data.zip"


def source_name(publication: Publication) -> str:
    """The sources that it was made with."""
    return f"{stem(publication)}-source.zip"


def stem(publication: Publication) -> str:
    """The name of the publication with its version, where it has one."""
    return "-".join(filter(None, (publication.name, publication.version)))


def _edition(language: str) -> str:
    return "" if language == ENGLISH else f"-{language}"
