"""What print shows in another form than a screen: notebooks, captions, pairs of figures, notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from publishing.html.linked_figures import png_size
from publishing.pdf.links import markers

_NOTEBOOKS_HEAD = "<thead><tr><th>{}</th><th>{}</th></tr></thead>"
_SIZE = re.compile(r'<svg\b[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')
_OPENING = re.compile(r"\s*[^\w\s]*\w?")  # of a sentence
_TEXT_WIDTH, _HIGH = 442, 320  # points
_Say = Callable[[str], str]  # a text in the language of the edition
_HEADINGS = ["h3", "h4", "h5", "h6"]


def list_notebooks(soup: BeautifulSoup, article: Tag, say: _Say) -> None:
    """Of a notebook question and method stay: its figures and tables stand in the chapters."""
    body = soup.new_tag("tbody")
    titles = _NOTEBOOKS_HEAD.format(say("Notebook"), say("Question and method"))
    head = BeautifulSoup(titles, "html.parser")
    for marker in markers(article, "notebooks/"):
        section = marker.find_next_sibling("section")
        title = section and section.find("h2")
        if not (isinstance(section, Tag) and isinstance(title, Tag)):
            continue
        if not body.contents:
            table = soup.new_tag("table")
            table.extend([head, body])
            marker.insert_before(table)
        elif isinstance(end := marker.find_previous_sibling("div", class_="chapter-end"), Tag):
            end.decompose()
        for number in title.find_all(class_="section-number"):
            number.decompose()
        title.name = "strong"
        file, what = soup.new_tag("td"), soup.new_tag("td")
        name = soup.new_tag("code")
        name.string = str(marker["id"]).rpartition("/")[2] + ".py"
        file.extend([marker.extract(), name])
        what.append(title.wrap(soup.new_tag("p")))
        what.extend(section.find_all("p", recursive=False))
        row = soup.new_tag("tr")
        row.extend([file, what])
        body.append(row)
        section.decompose()
    # A part of which nothing is left has no page of its own.
    for part in article.find_all("h1", class_="part"):
        following = part.find_next_sibling()
        while following is not None and "chapter-end" in (following.get("class") or ()):
            following = following.find_next_sibling()
        if following is None or "part" in (following.get("class") or ()):
            part.decompose()


def end_parts(article: Tag) -> None:
    """A part opens a page, whatever the last chapter before it left."""
    for part in article.find_all("h1", class_="part"):
        end = part.find_previous_sibling()
        if isinstance(end, Tag) and "chapter-end" in (end.get("class") or ()):
            end["class"] = "chapter-end part-end"


def prepare_notebooks(article: Tag) -> None:
    """Without chapters notebooks stand in full, but for code and sections of nothing else."""
    for marker in markers(article, "notebooks/"):
        section = marker.find_next_sibling("section")
        if not isinstance(section, Tag):
            continue
        for toggle in section.find_all("details", class_="above-input"):
            toggle.decompose()
        for part in reversed(section.find_all("section")):
            heading = part.find(_HEADINGS)
            said = part.get_text(strip=True)
            if heading and said == heading.get_text(strip=True) and not part.find(["img", "table"]):
                part.decompose()


def prepare_captions(article: Tag) -> None:
    """The number of an exhibit stands out."""
    for number in article.find_all(class_="caption-number"):
        number.name = "strong"


def mark_high_figures(article: Tag, folder: Path) -> None:
    """Figures that take half a page or more may move to the head of the next."""
    for figure in article.find_all("figure"):
        image = figure.find("img", src=True)
        width, height = _size(folder / str(image["src"])) if isinstance(image, Tag) else (0, 0)
        if width and height * min(1, _TEXT_WIDTH / width) > _HIGH:
            figure["class"] = " ".join([*(figure.get("class") or ()), "high"])


def _size(path: Path) -> tuple[float, float]:
    """Width and height of an image in points; nothing where it is none that the book has."""
    if path.suffix == ".svg" and path.is_file():
        found = _SIZE.search(path.read_text("utf-8"))
        return (float(found[1]), float(found[2])) if found else (0, 0)
    if path.suffix == ".png" and path.is_file():
        width, height = png_size(path)
        return width, height
    return 0, 0


def pair_figures(soup: BeautifulSoup, article: Tag) -> None:
    """Figures of half the width stand side by side."""
    for figure in article.find_all("figure", class_="half"):
        before = figure.find_previous_sibling()
        if isinstance(before, Tag) and "halves" in (before.get("class") or ()):
            before.append(figure)
        else:
            figure.wrap(soup.new_tag("div", attrs={"class": "halves"}))


def prepare_reports(soup: BeautifulSoup, article: Tag) -> None:
    """Headings of reports stay out of the contents; paragraphs and sentences are numbered."""
    for marker in markers(article, "book/_generated/reports/"):
        section = marker.find_next_sibling("section")
        if isinstance(section, Tag):
            for part in section.find_all("section"):
                for heading in part.find_all(_HEADINGS, recursive=False):
                    heading["class"] = "unlisted"
    for paragraph in article.find_all("div", class_="rp"):
        if number := paragraph.find("a", class_="pn"):
            paragraph["number"] = number.get_text()
            number.decompose()
        sentences = paragraph.find_all("span", class_="s", id=True)
        for sentence in sentences if len(sentences) > 1 else ():
            _number(soup, sentence)


def _number(soup: BeautifulSoup, sentence: Tag) -> None:
    """The number goes before the first character, and marks before it, on the same line."""
    text = sentence.find(string=lambda string: bool(string and string.strip()))
    opening = _OPENING.match(str(text)) if text else None
    if text is None or opening is None:
        return
    first = soup.new_tag("span", attrs={"number": str(sentence["id"]).rpartition("-s")[2]})
    first.string = opening[0]
    text.replace_with(first, str(text)[opening.end() :])


def set_footnotes(soup: BeautifulSoup, article: Tag) -> None:
    """Notes go where they are called; Typst numbers them and sets them at the foot."""
    notes = {
        str(note["id"]): note for note in article.find_all("aside", class_="footnote", id=True)
    }
    for call in article.find_all("a", class_="footnote-reference", href=True):
        note = notes.get(str(call["href"])[1:])
        if note is None:
            continue
        inline = soup.new_tag("span", attrs={"class": "footnote"})
        copied = copy(note)
        for label in copied.find_all(["span"], class_=["label", "backrefs"]):
            label.decompose()
        for paragraph in copied.find_all("p"):
            inline.extend(list(paragraph.children))
        call.replace_with(inline)
    for note in article.find_all("aside", class_=["footnote-list", "footnote"]):
        note.decompose()
