"""The codebook as a PDF of its own: its page, taken out of the one-page HTML of the book."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import lxml.html

from publishing.contents import root_page
from publishing.downloads import codebook_name
from publishing.editions.languages import ENGLISH
from publishing.editions.publication import edition_publication
from publishing.editions.strings import strings
from publishing.errors import BuildError
from publishing.metadata import Publication
from publishing.pdf.links import DOCUMENT
from publishing.pdf.typeset import set_page

_PAGE = f"{DOCUMENT}book/_generated/codebook"
_FRONT = "<section><h1>Summary</h1><p>{}</p></section>"
_SUMMARY = (
    "The codebook by itself: themes, moves, measures and instruments, each with its definition,"
    " directions for use and near misses, as the book uses them. Chapters, tables and sentences"
    " that it speaks of are those of the book."
)


def make_codebook_pdf(single: Path, folder: Path, *, language: str = ENGLISH) -> Path:
    """Set the codebook from the folder of one-page HTML; returns the path of the PDF.

    Raises:
        BuildError: where the book has no codebook, or Typst cannot set it.
    """
    name = f"{root_page()}.html"
    publication = edition_publication(language)
    page = codebook_alone((single / name).read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        alone = Path(place) / name
        alone.parent.mkdir(parents=True, exist_ok=True)
        alone.write_text(page, encoding="utf-8")
        target = folder / codebook_name(publication, language)
        return set_page(Path(place), target, _titled(publication, language), language)


def _titled(publication: Publication, language: str) -> Publication:
    """The metadata of the book, under the title of its codebook."""
    say = str if language == ENGLISH else strings()
    return replace(publication, title=say("The codebook"), subtitle=publication.title, title_zh="")


def codebook_alone(page: str) -> str:
    """The one-page HTML with nothing in its article but a short front and the codebook.

    Raises:
        BuildError: where the page has no article, or the article no codebook.
    """
    document = lxml.html.fromstring(page)
    article = document.find(".//article")
    if article is None:
        raise BuildError("PDF: the one-page HTML has no article")
    marker = next((tag for tag in article.iter("span") if tag.get("id") == _PAGE), None)
    codebook = marker.getnext() if marker is not None else None
    if marker is None or codebook is None:
        raise BuildError("PDF: the one-page HTML has no codebook")
    kept = [lxml.html.fromstring(_FRONT.format(_SUMMARY)), marker, codebook]
    for tag in list(article):
        article.remove(tag)
    article.extend(kept)
    return lxml.html.tostring(document, encoding="unicode")
