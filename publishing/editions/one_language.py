"""What stands in the English edition alone: for those who read no Chinese, Chinese is said again.

The Chinese edition leaves out columns of working translations, and what generated pages mark with
the class ``english-only``: a name in English beside the one in Chinese.
"""

from __future__ import annotations

import re
from html import unescape

# Heads of the columns of translations, as notebooks write them.
TRANSLATIONS = ("in English", "that in English", "gloss", "English")
# With elements of its own name one level deep in it.
_MARKED = re.compile(
    r'<(?P<tag>\w+)\b[^>]*\bclass="[^"]*\benglish-only\b[^"]*"[^>]*>'
    r"(?:(?!</?(?P=tag)\b).|<(?P=tag)\b(?:(?!</?(?P=tag)\b).)*</(?P=tag)>)*</(?P=tag)>\s*",
    re.DOTALL,
)
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"(<tr\b[^>]*>)(.*?)(</tr>)", re.DOTALL)
_CELL = re.compile(r"\s*<(t[hd])\b[^>]*>.*?</\1>", re.DOTALL)
_COLUMNS = re.compile(r"<colgroup>.*?</colgroup>", re.DOTALL)
_WIDTH = re.compile(r'<col style="width: ([\d.]+)%"\s*/?>')
_TAG = re.compile("<[^>]*>")


def without_english(page: str) -> str:
    """A page of the Chinese edition without what says its Chinese again.

    >>> without_english(
    ...     "<table><tr><th>句</th><th>gloss</th></tr><tr><td>甲</td><td>A</td></tr></table>"
    ... )
    '<table><tr><th>句</th></tr><tr><td>甲</td></tr></table>'
    >>> without_english('T4 <span class="english-only">Enforcement</span> 行政执法')
    'T4 行政执法'
    """
    return _TABLE.sub(_table, _MARKED.sub("", page))


def _table(match: re.Match[str]) -> str:
    table = match[0]
    rows = [_cells(row[2]) for row in _ROW.finditer(table)]
    heads = [_said(cell) for cell in rows[0]] if rows else []
    dropped = {index for index, head in enumerate(heads) if head in TRANSLATIONS}
    # Cells that span columns are counted by nobody: such a table stays as it is.
    if not dropped or {len(row) for row in rows} != {len(heads)}:
        return table

    def kept(row: re.Match[str]) -> str:
        cells = (c for index, c in enumerate(_cells(row[2])) if index not in dropped)
        return f"{row[1]}{''.join(cells)}{row[3]}"

    return _COLUMNS.sub(lambda columns: _columns(columns[0], dropped), _ROW.sub(kept, table))


def _columns(group: str, dropped: set[int]) -> str:
    """The widths of the columns that stay, which share what the others had."""
    widths = [float(width) for width in _WIDTH.findall(group)]
    kept = [width for index, width in enumerate(widths) if index not in dropped]
    share = sum(widths) / (sum(kept) or 1)
    told = "".join(f'<col style="width: {width * share:.1f}%" />\n' for width in kept)
    return f"<colgroup>\n{told}</colgroup>" if kept else group


def _cells(row: str) -> list[str]:
    return [cell[0] for cell in _CELL.finditer(row)]


def _said(cell: str) -> str:
    return unescape(_TAG.sub("", cell)).strip()
