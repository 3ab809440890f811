"""Columns of numbers are set flush right, to be compared by eye; columns of sentences kept wide."""

from __future__ import annotations

import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

_PROSE = 40  # characters from which a column holds sentences
_NUMBER = re.compile(r"[−+-]?\d[\d,.]*\s*%?(?:\s*(?:to|–|-)\s*[−+-]?\d[\d,.]*\s*%?)?|")


def setup(app: Sphinx) -> None:
    """Classify columns before a page is written."""
    app.add_post_transform(AlignNumbers)


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
                elif max(map(len, texts)) >= _PROSE:
                    for cell in column:
                        cell["classes"].append("prose")
