"""Columns of numbers are set flush right, of sentences kept wide; intervals stay whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from publishing.editions.languages import CHINESE_EDITION, language
from publishing.editions.strings import strings
from publishing.html.language import HAN

_END = r"[−+-]?\d[\d,.]*%?"
_RANGE = re.compile(rf"[(（]?{_END}[–至]{_END}[)）]?")  # a browser would break it after the dash
_PROSE = 40  # widths of a Latin letter from which a column holds sentences
_WIDE = re.compile(f"[{HAN}]")  # such a character has two
_NUMBER = re.compile(r"[−+-]?\d[\d,.]*\s*%?(?:\s*(?:to|–|-)\s*[−+-]?\d[\d,.]*\s*%?)?|")
_BRACKETED = re.compile(rf"\s*\(({_END})–({_END})\)")


def setup(app: Sphinx) -> None:
    """Classify columns and intervals before a page is written."""
    app.add_post_transform(AlignNumbers)
    app.add_post_transform(KeepIntervals)


class AlignNumbers(SphinxPostTransform):
    """Give the cells of a column of numbers the class ``number``, of sentences ``prose``."""

    default_priority = 800

    def run(self, **kwargs: object) -> None:
        """Look at all tables of the page."""
        for group in self.document.findall(nodes.tgroup):
            bodies = [row.children for body in group.findall(nodes.tbody) for row in body.children]
            heads = [row.children for head in group.findall(nodes.thead) for row in head.children]
            if len({len(cells) for cells in bodies + heads}) != 1:
                continue  # cells that span columns: left as they are
            for column in zip(*bodies, strict=True):
                texts = [cell.astext().strip() for cell in column]
                if any(texts) and all(_NUMBER.fullmatch(text) for text in texts):
                    index = bodies[0].index(column[0])
                    for cell in [*column, *(row[index] for row in heads)]:
                        cell["classes"].append("number")
                elif max(map(_width, texts)) >= _PROSE:
                    for cell in column:
                        cell["classes"].append("prose")


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))


class KeepIntervals(SphinxPostTransform):
    """Give an interval in a cell, ``10%–40%``, the class ``range``."""

    default_priority = 801

    def run(self, **kwargs: object) -> None:
        """Look at the words of all cells, put into Chinese before they are parted."""
        say = _in_chinese if language() == CHINESE_EDITION else str
        texts = [t for cell in self.document.findall(nodes.entry) for t in cell.findall(nodes.Text)]
        for text in texts:
            if _RANGE.search(text.astext()):
                text.parent.replace(text, [*_parted(say(text.astext()))])


def _in_chinese(text: str) -> str:
    """A cell in Chinese; an interval in brackets as Chinese prose writes it."""
    return _BRACKETED.sub("（\\1至\\2）", strings()(text))


def _parted(text: str) -> Iterator[nodes.Node]:
    end = 0
    for found in _RANGE.finditer(text):
        yield nodes.Text(text[end : found.start()])
        yield nodes.inline("", found[0], classes=["range"])
        end = found.end()
    yield nodes.Text(text[end:])
