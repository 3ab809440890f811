"""From Sphinx's one-page HTML to the plain HTML that pandoc turns into Typst.

Screen furniture goes, Sphinx's numbers stay, every identifier becomes unique and every link
points at one that exists.
"""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from pathlib import Path

import lxml.etree
import lxml.html
from bs4 import BeautifulSoup, Tag
from lxml.html import HtmlElement

from publishing.contents import is_study, parts, root_page
from publishing.editions.languages import ENGLISH
from publishing.editions.one_language import without_english
from publishing.editions.strings import strings
from publishing.errors import BuildError
from publishing.html.language import mark_chinese
from publishing.pdf.forms import (
    end_parts,
    list_notebooks,
    mark_high_figures,
    pair_figures,
    prepare_captions,
    prepare_notebooks,
    prepare_reports,
    set_footnotes,
)
from publishing.pdf.glyphs import drawable
from publishing.pdf.links import DOCUMENT, markers, resolve_identifiers

# What only a screen can use: code is read and run from the HTML edition or the repository.
_SCREEN_TAGS = {"script", "style", "button", "nav", "input", "template", "noscript", "colgroup"}
_SCREEN_CLASSES = {
    "headerlink", "cell_input", "screen-only", "toggle-button", "notebook-files", "footnotes",
}  # fmt: skip
# Pages that are nothing without a screen.
_SCREEN_PAGES = {f"book/_generated/{name}" for name in ("concordance", "sentences", "quantities")}
_BEFORE_REPORTS = """Each report stands here in full, as its file has it. The numbers in the
margin count the paragraphs, the small raised numbers the sentences of a paragraph: <em>¶ 12.3</em>
is the third sentence of paragraph 12. Half-width commas, colons and brackets beside Chinese are
drawn as full-width ones; copied from this PDF they are the characters of the file. What stands
behind a grey line is not part of the report and is not counted."""


def clean(path: Path, *, base_url: str = "", language: str = ENGLISH) -> str:
    """The body of the book as HTML, chapters at level 2 below the parts at level 1."""
    page = path.read_text(encoding="utf-8")
    is_english = language == ENGLISH
    say = str if is_english else strings()
    page = mark_chinese(page) if is_english else strings().page(without_english(page))
    soup = BeautifulSoup(_printed(page), "lxml")
    article = soup.find("article")
    assert isinstance(article, Tag)
    _open_front_page(article, say("Summary"))
    for marker in markers(article):
        marker.insert_before(soup.new_tag("div", attrs={"class": "chapter-end"}))
    _insert_parts(soup, article, say)
    if is_study():
        list_notebooks(soup, article, say)
    else:
        prepare_notebooks(article)
    end_parts(article)
    prepare_captions(article)
    # Images are addressed from the folder that holds the whole book.
    mark_high_figures(article, path.parents[root_page().count("/")])
    pair_figures(soup, article)
    prepare_reports(soup, article)
    resolve_identifiers(article, base_url)
    set_footnotes(soup, article)
    for cell in article.find_all(["th", "td"]):
        del cell["style"]
    for text in article.find_all(string=True):
        printable = drawable(str(text))
        # Formulas have a font of their own.
        if printable != text and not text.find_parent("math"):
            text.replace_with(printable)
    return str(article)


def _printed(page: str) -> str:
    """The article without what only a screen can use, cut out before the slower parser sees it."""
    article = lxml.html.fromstring(page).find(".//article")
    if article is None:
        raise BuildError("PDF: the one-page HTML has no article")
    unprinted = _SCREEN_CLASSES | ({"cell"} if is_study() else set())
    for tag in list(article.iter(lxml.etree.Element)):
        classes = set((tag.get("class") or "").split())
        name = (tag.get("id") or "").removeprefix(DOCUMENT)
        if name in _SCREEN_PAGES and (section := tag.getnext()) is not None:
            section.drop_tree()
        elif not (tag.tag in _SCREEN_TAGS or classes & unprinted or _is_number(tag, classes)):
            continue
        tag.drop_tree()
    return lxml.html.tostring(article, encoding="unicode")


def _is_number(tag: HtmlElement, classes: set[str]) -> bool:
    """The number of an entry in the bibliography: citations name author and year."""
    parent = tag.getparent()
    return "label" in classes and parent is not None and "citation" in (parent.get("class") or "")


def _open_front_page(article: Tag, summary: str) -> None:
    title = article.find("h1")
    if isinstance(title, Tag):
        title.string = summary
        for section in title.find_next_siblings("section"):
            for heading in section.find_all("h2", recursive=False):
                heading["class"] = "running"


def _insert_parts(soup: BeautifulSoup, article: Tag, say: Callable[[str], str]) -> None:
    """Parts have captions in the table of contents but no place in one-page HTML."""
    documents = markers(article)
    for caption, pattern in parts():
        wanted = DOCUMENT + pattern.removesuffix(".md").removesuffix(".py")
        found = (marker for marker in documents if fnmatchcase(str(marker["id"]), wanted))
        if caption and (first := next(found, None)):
            heading = soup.new_tag("h1", attrs={"class": "part"})
            heading.string = say(caption)
            first.insert_before(heading)
            if pattern.endswith("*"):
                heading.insert_after(BeautifulSoup(f"<p>{say(_BEFORE_REPORTS)}</p>", "html.parser"))
