"""From Sphinx's one-page HTML to the plain HTML that pandoc turns into Typst.

Screen furniture goes, Sphinx's numbers stay, every identifier becomes unique and every link
points at one that exists.
"""

from __future__ import annotations

import re
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from publishing.contents import parts
from publishing.html.language import HAN, mark_chinese
from publishing.pdf.glyphs import drawable

# What only a screen can use: code is read and run from the HTML edition or the repository.
_SCREEN_ONLY = (
    "a.headerlink, script, style, button, nav, input, template, noscript, .cell_input, "
    ".screen-only, .toggle-button, .notebook-files, hr.footnotes, .citation > .label"
)
# Pages that are nothing without a screen.
_SCREEN_PAGES = ("concordance", "sentences")
_LONG_WORD = re.compile(f"[^\\s{HAN}]{{25,}}")
_HEADINGS = ["h3", "h4", "h5", "h6"]
_DOCUMENT = "document-"
# A place in a report, from a resolved link or from HTML that a notebook printed.
_PLACE = re.compile(
    r"(?:#report=|(?:.*/)?(?:_generated/)?reports/)([a-z0-9-]+)(?:=|\.html#)([\w-]*)$"
)
# Citations are linked to the page that is being written.
_OWN_PAGE = re.compile(r"book/index\.html#(.+)$")
_REPORTS = "book-_generated-reports-"


def clean(path: Path, *, base_url: str = "") -> str:
    """The body of the book as HTML, chapters at level 2 below the parts at level 1."""
    soup = BeautifulSoup(mark_chinese(path.read_text(encoding="utf-8")), "lxml")
    article = soup.select_one("article.bd-article")
    assert article is not None, "Sphinx's page has no article"
    for tag in article.select(_SCREEN_ONLY):
        tag.decompose()
    _drop_screen_pages(article)
    _shorten_notebooks(article)
    _open_front_page(article)
    _insert_parts(soup, article)
    _prepare_reports(article)
    _resolve_identifiers(article, base_url)
    _set_footnotes(soup, article)
    _prepare_tables(article)
    for text in article.find_all(string=True):
        printable = _LONG_WORD.sub(_breakable, drawable(str(text)))
        # Formulas have a font of their own.
        if printable != text and not text.find_parent("math"):
            text.replace_with(printable)
    return str(article)


def slug(identifier: str) -> str:
    """An identifier that Typst accepts as a label.

    >>> slug("document-book/corpus")
    'document-book-corpus'
    """
    return re.sub(r"[^A-Za-z0-9_-]", "-", identifier)


def _drop_screen_pages(article: Tag) -> None:
    for name in _SCREEN_PAGES:
        marker = article.find(id=f"{_DOCUMENT}book/_generated/{name}")
        if isinstance(marker, Tag):
            section = marker.find_next_sibling("section")
            if isinstance(section, Tag):
                section.decompose()
            marker.decompose()


def _shorten_notebooks(article: Tag) -> None:
    """Of a notebook the question stays: its figures and tables stand in the chapters."""
    for marker in article.select(f'span[id^="{_DOCUMENT}notebooks/"]'):
        section = marker.find_next_sibling("section")
        if isinstance(section, Tag):
            for tag in section.find_all(["section", "div"], recursive=False):
                tag.decompose()
            if isinstance(title := section.find("h2"), Tag):
                title["class"] = "running"


def _open_front_page(article: Tag) -> None:
    title = article.find("h1")
    if isinstance(title, Tag):
        title.string = "Summary"
        for section in title.find_next_siblings("section"):
            for heading in section.find_all("h2", recursive=False):
                heading["class"] = "running"


def _insert_parts(soup: BeautifulSoup, article: Tag) -> None:
    """Parts have captions in the table of contents but no place in one-page HTML."""
    markers = article.select(f'span[id^="{_DOCUMENT}"]')
    for caption, pattern in parts():
        wanted = _DOCUMENT + pattern.removesuffix(".md").removesuffix(".py")
        found = (marker for marker in markers if fnmatchcase(str(marker["id"]), wanted))
        if caption and (first := next(found, None)):
            heading = soup.new_tag("h1", attrs={"class": "part"})
            heading.string = caption
            first.insert_before(heading)


class _Names(NamedTuple):
    """The new name of each identifier, by what an old one may have meant."""

    own: dict[tuple[str, str], str]  # by document and old identifier
    first: dict[str, str]  # the first that had it anywhere
    cited: dict[str, str]  # entries of the bibliography


def _resolve_identifiers(article: Tag, base_url: str) -> None:
    """Name each identifier by its document where two documents use the same one; link anew."""
    names = _rename(article)
    for link in article.find_all("a", href=True):
        target = unquote(str(link["href"]))
        if name := _named(target, _home(link), names):
            link["href"] = f"#{name}"
        elif urlsplit(target).scheme in {"http", "https", "mailto"}:
            continue
        elif base_url and not target.startswith("#"):
            link["href"] = base_url + target.removeprefix("../")
        else:
            link.name = "span"
            del link["href"]


def _rename(article: Tag) -> _Names:
    counts = Counter(str(tag["id"]) for tag in article.find_all(id=True))
    names = _Names({}, {}, {})
    taken: Counter[str] = Counter()
    for tag in article.find_all(id=True):
        old, home = str(tag["id"]), _home(tag)
        new = slug(old if counts[old] == 1 else f"{home}--{old}")
        taken[new] += 1
        if taken[new] > 1:
            new = f"{new}--{taken[new]}"
        tag["id"] = new
        names.own.setdefault((home, old), new)
        names.first.setdefault(old, new)
        if "citation" in (tag.get("class") or ()):
            names.cited[old] = new
    return names


def _named(target: str, home: str, names: _Names) -> str | None:
    """What a link means: a place of a report, an entry of the bibliography, or a place here."""
    if place := _PLACE.match(target):
        whole = f"{_DOCUMENT}book/_generated/reports/{place[1]}"
        return names.own.get((f"{_REPORTS}{place[1]}", place[2])) or names.first.get(whole)
    if entry := _OWN_PAGE.match(target):
        return names.cited.get(entry[1]) or names.first.get(entry[1])
    if target.startswith("#"):
        return names.own.get((home, target[1:])) or names.first.get(target[1:])
    return None


def _home(tag: Tag) -> str:
    """The document an element came from: that of the last document marker before it."""
    marker = tag
    if not str(tag.get("id", "")).startswith(_DOCUMENT):
        for parent in tag.parents:
            sibling = parent.find_previous_sibling("span", id=True)
            if isinstance(sibling, Tag) and str(sibling["id"]).startswith(_DOCUMENT):
                marker = sibling
                break
        else:
            return "front"
    return slug(str(marker["id"]).removeprefix(_DOCUMENT))


def _set_footnotes(soup: BeautifulSoup, article: Tag) -> None:
    """Notes go where they are called; Typst numbers them and sets them at the foot."""
    notes = {str(note["id"]): note for note in article.select("aside.footnote[id]")}
    for call in article.select("a.footnote-reference[href]"):
        note = notes.get(str(call["href"])[1:])
        if note is None:
            continue
        inline = soup.new_tag("span", attrs={"class": "footnote"})
        copied = BeautifulSoup(str(note), "lxml").select_one("aside")
        assert copied is not None
        for label in copied.select("span.label, .backrefs"):
            label.decompose()
        for paragraph in copied.find_all("p"):
            inline.extend(list(paragraph.children))
        call.replace_with(inline)
    for note in article.select("aside.footnote-list, aside.footnote"):
        note.decompose()


def _prepare_reports(article: Tag) -> None:
    """Headings of reports stay out of the contents; paragraphs carry their numbers."""
    for marker in article.select(f'span[id^="{_DOCUMENT}book/_generated/reports/"]'):
        section = marker.find_next_sibling("section")
        if isinstance(section, Tag):
            for part in section.find_all("section"):
                for heading in part.find_all(_HEADINGS, recursive=False):
                    heading["class"] = "unlisted"
    for paragraph in article.select("div.rp"):
        if number := paragraph.select_one("a.pn"):
            paragraph["number"] = number.get_text()
            number.decompose()


def _prepare_tables(article: Tag) -> None:
    for cell in article.select("table th, table td"):
        del cell["style"]
    for colgroup in article.select("colgroup"):
        colgroup.decompose()


def _breakable(word: re.Match[str]) -> str:
    """Checksums, addresses and the like may break anywhere: none runs over the edge."""
    return "\u200b".join(word[0])
