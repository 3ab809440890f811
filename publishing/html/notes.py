"""What a reference shows of its goal without leaving the page: data of the cards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

_BLANKS = re.compile(r"\s+")
Sentences = dict[str, list[str]]  # by anchor: themes, move, working translation
Exhibits = dict[str, list[str]]  # by address: caption, address of the image
Sections = dict[str, list[str]]  # by address: heading, beginning of the text
_BEGINNING = 220  # characters


def notes(pages: Mapping[Path, str], html: Path) -> dict[str, object]:
    """Captions of figures and tables, how sections begin, codes and translations of sentences."""
    exhibits: Exhibits = {}
    parts: Sections = {}
    sentences: dict[str, Sentences] = {}
    for path, page in pages.items():
        address = path.relative_to(html).as_posix()
        if address.startswith("book/_generated/reports/"):
            sentences[path.stem] = dict(_sentences(lxml.html.fromstring(page)))
        elif address.startswith("book/") and not address.startswith("book/_generated/"):
            folder = path.parent.relative_to(html)
            read = lxml.html.fromstring(page)
            for names, heading, beginning in _sections(read):
                parts |= {f"{address}#{name}": [heading, beginning] for name in names}
            for name, caption, image in _exhibits(read):
                # The images stand in a folder of the root.
                source = re.sub(r"^(?:\.\./)+", "", image) if folder.parts else image
                exhibits[f"{address}#{name}"] = [caption, source]
    return {"exhibits": exhibits, "sections": parts, "sentences": sentences}


def _sections(page: HtmlElement) -> Iterator[tuple[list[str], str, str]]:
    """Each section with all its names; that of the whole page has the empty one as well."""
    for number, section in enumerate(page.iterfind(".//article//section[@id]")):
        heading = next(iter(section.xpath("./h1|./h2|./h3|./h4")), None)
        if heading is None:
            continue
        names = [
            str(section.get("id")),
            *section.xpath("./span[@id]/@id"),
            *([] if number else [""]),
        ]
        first = next((_BLANKS.sub(" ", one.text_content()) for one in section.iterfind("p")), "")
        whole = first.strip()
        cut = whole if len(whole) <= _BEGINNING else f"{whole[:_BEGINNING].rsplit(' ', 1)[0]}…"
        yield names, _told(heading), cut


def _exhibits(page: HtmlElement) -> Iterator[tuple[str, str, str]]:
    for exhibit in page.iterfind(".//article//*[@id]"):
        captions = (
            exhibit.xpath("./caption|./figcaption") if exhibit.tag in ("figure", "table") else []
        )
        if captions:
            image = exhibit.find(".//img")
            source = "" if image is None else str(image.get("src"))
            yield str(exhibit.get("id")), _told(captions[0]), source


def _told(caption: HtmlElement) -> str:
    """The caption without its link and the name of its notebook."""
    left_out = caption.xpath(
        './/*[contains(@class,"headerlink") or contains(@class,"made-by")]//text()'
    )
    kept = (text for text in caption.xpath(".//text()") if text not in left_out)
    return _BLANKS.sub(" ", "".join(kept)).strip()


def _sentences(page: HtmlElement) -> Iterator[tuple[str, list[str]]]:
    english = {
        str(item.get("data-of")): _BLANKS.sub(" ", item.text_content())
        for item in page.xpath('//*[@class="translation"]')
    }
    for sentence in page.xpath('//span[@class="s"]'):
        name = str(sentence.get("id"))
        told = [str(sentence.get("data-t") or ""), str(sentence.get("data-m") or "")]
        yield name, [*told, english.get(name, "")]
