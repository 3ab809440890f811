"""Long tables show their first lines, and all of them where the reader asks.

All rows stand in the page: the browser's search and print find them, and a page without scripts
unfolds them as well, since a check box does it.
"""

from __future__ import annotations

import re

_ROWS = 16  # more are folded
_CHARACTERS = 2500  # of fewer rows that hold sentences
_FRAMED = re.compile(
    r'(<div class="(?:pst-scrollable-table-container|output text_html))'
    r'("[^>]*>)((?:(?!<div class="output|<section).)*?<table\b.*?</table>\s*(?:</div>\s*)?</div>)',
    re.DOTALL,
)
_ROW = re.compile(r"<tr\b")
_HEAD = re.compile(r"<thead\b.*?</thead>", re.DOTALL)
_TAG = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)


def fold_tables(page: str) -> str:
    """The page with every long table folded after its first lines."""
    return _FRAMED.sub(_folded, page)


def _folded(match: re.Match[str]) -> str:
    body = _HEAD.sub("", match[3])
    rows = len(_ROW.findall(body))
    if rows <= _ROWS and (rows < 3 or len(_TAG.sub("", body)) <= _CHARACTERS):
        return match[0]
    box = f'<label><input type="checkbox" /> All {rows} rows</label>'
    return f'{match[1]} folds{match[2]}{match[3]}<p class="unfold screen-only">{box}</p>'
