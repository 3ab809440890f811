"""What long tables repeat on every row and can do without: for whom reads it the page is the same.

The standard lets the ends of cells and rows be left out; an element that only says a language
gives it to the one around it.
"""

from __future__ import annotations

import re

_SAID = re.compile(
    r'<(td|th|a)((?: [^<>]*)?)><span lang="([\w-]+)">([^<]*(?:<b>[^<]*</b>[^<]*)?)</span></\1>'
)
_ENDS = re.compile(r"</t[dh]>(?=\s*(?:<t[dh]\b|</tr>))|\s*</tr>(?=\s*(?:<tr\b|</t))")


def slim(page: str) -> str:
    """The page with its tables as short as they can be written.

    >>> slim('<tr><td><span lang="zh-Hans">甲</span></td> <td>1</td> </tr></tbody>')
    '<tr><td lang="zh-Hans">甲 <td>1</tbody>'
    """
    return _ENDS.sub("", _SAID.sub(r'<\1\2 lang="\3">\4</\1>', page))
