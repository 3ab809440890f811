"""Tables as a page shows them: columns of numbers flush right, places as links."""

from __future__ import annotations

import html
import os
import re
from dataclasses import dataclass
from typing import Any

import pandas as pd
from IPython.display import HTML

# How the page of this notebook leads to the top of the book.
PAGE_ROOT = os.environ.get("BOOK_PAGE_ROOT", "../")

# A number, or an interval of two: "1,204", "−3.1%", "2.5 to 8.1"; empty cells do not count.
_AMOUNT = r"[-+−]?\d[\d,.]*\s*%?"
_NUMBER = re.compile(rf"({_AMOUNT}(\s*(to|–|-)\s*{_AMOUNT})?)?")


# Headings of the columns that are left out where nobody has translated anything in them.
TRANSLATED = ("in English", "gloss")


def readable(shown: pd.DataFrame) -> pd.DataFrame:
    """A table without those of its columns of translations that are empty from top to bottom."""
    empty = [name for name in shown if name in TRANSLATED and not shown[name].any()]
    return shown.drop(columns=empty)


def table_of(shown: pd.DataFrame) -> HTML:
    """A table as a notebook shows it: columns of numbers set flush right, as the chapters do."""
    shown = readable(shown)
    plain = shown.map(_plain)
    # By place: two reports may have one short name.
    flush = [all(map(_NUMBER.fullmatch, column)) for _, column in plain.items()]
    head = [
        _as_cell("th", html.escape(str(name)), right)
        for name, right in zip(plain, flush, strict=True)
    ]
    rows = [
        [
            _as_cell("td", _as_html(cell), right)
            for cell, right in zip(row, flush, strict=True)
        ]
        for row in shown.itertuples(index=False, name=None)
    ]
    body = "\n".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return HTML(
        f'<table class="dataframe">\n<thead><tr>{"".join(head)}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


@dataclass(frozen=True)
class Place:
    """A paragraph (``p12``), sentence (``p12.s3``) or heading on its own line (``h2.1``, that of
    section 2.1) of a report; a link in tables that show it.

    ``words`` that stand there are shown beside the link.
    """

    report: str
    unit: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.report}#{re.sub('^h', 's', self.unit).replace('.', '-')}"

    @property
    def label(self) -> str:
        """As printed: ¶ 12.3, or § 2.1 for a heading. No line ends behind the mark."""
        mark = "§" if self.unit.startswith("h") else "¶"
        return f"{mark}\N{NO-BREAK SPACE}{self.unit[1:].replace('.s', '.')}"


def _as_cell(tag: str, content: str, right: bool) -> str:
    return (
        f'<{tag} class="number">{content}</{tag}>'
        if right
        else f"<{tag}>{content}</{tag}>"
    )


def _as_html(cell: Any) -> str:
    if isinstance(cell, Place):
        report, _, unit = str(cell).partition("#")
        target = f"{PAGE_ROOT}book/_generated/reports/{report}.html#{unit}"
        return (
            f'<a href="{target}">{cell.label}</a> {html.escape(cell.words)}'.rstrip()
        )
    return html.escape(_plain(cell))


def as_markdown(cell: Any) -> str:
    """A cell as MyST: punctuation is escaped, so that text from a report stays text."""
    if isinstance(cell, Place):
        return f"[{cell.label}](report:{cell}) {as_markdown(cell.words)}".rstrip()
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", _plain(cell))


def _plain(cell: Any) -> str:
    if isinstance(cell, float):
        return "" if pd.isna(cell) else f"{cell:.2f}"
    return "" if cell is None else str(cell)
