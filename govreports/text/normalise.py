"""A one-to-one view of a text for matching: widths, spaces, quotes and script made alike.

The view has the length of the text, so an offset in one is an offset in the other.
"""

from __future__ import annotations

import re

from govreports.text.traditional import SIMPLIFIED

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u2060\ufeff"
_COMMON = {
    "，": ",",
    "：": ":",
    "；": ";",
    "（": "(",
    "）": ")",
    "“": '"',
    "”": '"',
    "\u3000": " ",
    "\u00a0": " ",
    "！": "!",
    "？": "?",
    "．": ".",
}
_RARE = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys(_SPACES + _INVISIBLE + "\u202f\u205f\u3000", " "),
    **dict.fromkeys("„‟〝〞＂″", '"'),
    **dict.fromkeys("‘’‚‛′＇", "'"),
}
_RARE |= SIMPLIFIED
_HAS_RARE = re.compile("[" + re.escape("".join(_RARE.keys() - _COMMON.keys())) + "]")
_TABLE = str.maketrans(_RARE)


# Left over from HTML; a semicolon in them ends no sentence.
_ENTITIES = {
    "&nbsp;": "",
    "&ensp;": "",
    "&emsp;": "",
    "&ldquo;": '"',
    "&rdquo;": '"',
    "&middot;": "·",
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&quot;": '"',
}


def tight(line: str) -> str:
    """A line without blanks where they were only set to space its characters out.

    >>> tight("存 在 的 问 题"), tight("第一章 总则")
    ('存在的问题', '第一章 总则')
    """
    return line.replace(" ", "") if 5 * line.count(" ") > 2 * len(line) else line


def view(text: str) -> str:
    """The text with full-width forms, odd spaces, curly quotes and traditional characters replaced.

    >>> view("（一）推进“3550”改革，")
    '(一)推进"3550"改革,'
    """
    for odd, plain in _COMMON.items():
        text = text.replace(odd, plain)
    if "&" in text:
        for entity, plain in _ENTITIES.items():
            text = text.replace(entity, plain.ljust(len(entity), "_"))
    # Translating is many times slower than replacing, and few reports hold what it is for.
    return text.translate(_TABLE) if _HAS_RARE.search(text) else text
