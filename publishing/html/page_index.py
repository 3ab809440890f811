"""The text of the pages by section, for the search: whole words of it are found, and shown.

Reports are searched sentence by sentence, glossary and codebook term by term; of pages that only
repeat them the name alone is found. Code, what code printed, and cells that hold figures alone
are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

_LEFT_OUT = re.compile(r"book/_generated/reports/|search\.html$|_static/")
_NAMED = re.compile(
    r"book/_generated/(?:sentences|quantities|codebook|glossary|outline|exhibits|status)\.html$"
)
_UNREAD_TAGS = {"script", "style", "svg", "math", "noscript", "select", "button"}
_UNREAD = re.compile(
    r"\b(?:why|cell_input|text_html|text_plain|stream|cite-page|headerlink|made-by)\b"
)
_BLOCKS = {
    "p", "li", "td", "th", "dt", "dd", "tr", "table", "summary", "figcaption", "caption", "pre",
    "div", "section",
}  # fmt: skip
_HEADING = re.compile(r"h[1-6]$")
_LETTER = re.compile(r"[^\W\d_]")
_BLANKS = re.compile(r"\s+")
# Checksums are not typed into a search, and no packing makes them smaller.
_CHECKSUM = re.compile(r"\b[0-9a-f]{32,}\b")
Section = tuple[str, str, str]  # anchor, title, text


def page_index(pages: Mapping[Path, str], html: Path) -> list[dict[str, object]]:
    """Each page with its address, title and sections, in the order of addresses."""
    index: list[dict[str, object]] = []
    for path, page in pages.items():
        address = path.relative_to(html).as_posix()
        article = (
            None if _LEFT_OUT.match(address) else lxml.html.fromstring(page).find(".//article")
        )
        if article is None or not (found := list(sections(article))):
            continue
        anchor, title, _ = found[0]
        kept = [(anchor, title, "")] if _NAMED.match(address) else found
        index.append({"page": address, "title": title, "sections": kept})
    return index


def sections(article: HtmlElement) -> Iterator[Section]:
    """What stands under each heading, up to the next one; a line for each block."""
    anchor, title, text = "", "", [""]
    for node, words in _words(article):
        if node is not None:
            if title or "".join(text).strip():
                yield anchor, title, _lines(text)
            parent = node.getparent()
            anchor = str(parent.get("id") or "") if parent is not None else ""
            title, text = words, [""]
        else:
            text.append(words)
    if title:
        yield anchor, title, _lines(text)


def _words(element: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Texts in order; a heading comes as one, with its element."""
    if not isinstance(element.tag, str) or _is_unread(element):
        return
    if _HEADING.match(element.tag):
        yield element, _BLANKS.sub(" ", "".join(_plain(element))).strip()
        return
    if element.tag == "td" and not _LETTER.search(element.text_content()):
        return
    is_block = element.tag in _BLOCKS
    if is_block:
        yield None, "\n"
    yield None, _BLANKS.sub(" ", element.text or "")
    for child in element:
        yield from _words(child)
        yield None, _BLANKS.sub(" ", child.tail or "")
    if is_block:
        yield None, "\n"


def _plain(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _is_unread(child):
            yield from _plain(child)
        yield child.tail or ""


def _is_unread(element: HtmlElement) -> bool:
    return element.tag in _UNREAD_TAGS or bool(_UNREAD.search(element.get("class") or ""))


def _lines(texts: list[str]) -> str:
    text = _CHECKSUM.sub("", "".join(texts))
    lines = (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(filter(None, lines))
