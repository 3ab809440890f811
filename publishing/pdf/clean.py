"""From Sphinx's one-page HTML to the plain HTML that pandoc turns into Typst.

Screen furniture goes, Sphinx's numbers stay, every identifier becomes unique and every link
points at one that exists.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from publishing.contents import is_study, parts
from publishing.html.language import mark_chinese
from publishing.pdf.forms import (
    list_notebooks,
    pair_figures,
    prepare_captions,
    prepare_notebooks,
    prepare_reports,
    set_footnotes,
)
from publishing.pdf.glyphs import drawable
from publishing.pdf.links import DOCUMENT, resolve_identifiers

# What only a screen can use: code is read and run from the HTML edition or the repository.
_SCREEN_ONLY = (
    "a.headerlink, script, style, button, nav, input, template, noscript, .cell_input, "
    ".screen-only, .toggle-button, .notebook-files, hr.footnotes, .citation > .label"
)
# Pages that are nothing without a screen.
_SCREEN_PAGES = ("concordance", "sentences", "quantities")
_BEFORE_REPORTS = """<p>Each report stands here in full, as its file has it. The numbers in the
margin count the paragraphs, the small raised numbers the sentences of a paragraph: <em>¶ 12.3</em>
is the third sentence of paragraph 12. Half-width commas, colons and brackets beside Chinese are
drawn as full-width ones; copied from this PDF they are the characters of the file. What stands
behind a grey line is not part of the report and is not counted.</p>"""


def clean(path: Path, *, base_url: str = "") -> str:
    """The body of the book as HTML, chapters at level 2 below the parts at level 1."""
    soup = BeautifulSoup(mark_chinese(path.read_text(encoding="utf-8")), "lxml")
    article = soup.select_one("article.bd-article")
    assert article is not None, "Sphinx's page has no article"
    for tag in article.select(_SCREEN_ONLY):
        tag.decompose()
    _drop_screen_pages(article)
    _open_front_page(article)
    for marker in article.select(f'span[id^="{DOCUMENT}"]'):
        marker.insert_before(soup.new_tag("div", attrs={"class": "chapter-end"}))
    _insert_parts(soup, article)
    if is_study():
        list_notebooks(soup, article)
    else:
        prepare_notebooks(article)
    prepare_captions(article)
    pair_figures(soup, article)
    prepare_reports(soup, article)
    resolve_identifiers(article, base_url)
    set_footnotes(soup, article)
    _prepare_tables(article)
    for text in article.find_all(string=True):
        printable = drawable(str(text))
        # Formulas have a font of their own.
        if printable != text and not text.find_parent("math"):
            text.replace_with(printable)
    return str(article)


def _drop_screen_pages(article: Tag) -> None:
    for name in _SCREEN_PAGES:
        marker = article.find(id=f"{DOCUMENT}book/_generated/{name}")
        if isinstance(marker, Tag):
            section = marker.find_next_sibling("section")
            if isinstance(section, Tag):
                section.decompose()
            marker.decompose()


def _open_front_page(article: Tag) -> None:
    title = article.find("h1")
    if isinstance(title, Tag):
        title.string = "Summary"
        for section in title.find_next_siblings("section"):
            for heading in section.find_all("h2", recursive=False):
                heading["class"] = "running"


def _insert_parts(soup: BeautifulSoup, article: Tag) -> None:
    """Parts have captions in the table of contents but no place in one-page HTML."""
    markers = article.select(f'span[id^="{DOCUMENT}"]')
    for caption, pattern in parts():
        wanted = DOCUMENT + pattern.removesuffix(".md").removesuffix(".py")
        found = (marker for marker in markers if fnmatchcase(str(marker["id"]), wanted))
        if caption and (first := next(found, None)):
            heading = soup.new_tag("h1", attrs={"class": "part"})
            heading.string = caption
            first.insert_before(heading)
            if pattern.endswith("*"):
                heading.insert_after(BeautifulSoup(_BEFORE_REPORTS, "html.parser"))


def _prepare_tables(article: Tag) -> None:
    for cell in article.select("table th, table td"):
        del cell["style"]
    for colgroup in article.select("colgroup"):
        colgroup.decompose()
