"""A one-to-one form of a text for matching: widths, spaces, quotes and script made alike.

It has the length of the text, so an offset in one is an offset in the other.
"""

from __future__ import annotations

import html
import re
import unicodedata

from govreports.report.characters import PLAIN

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
_RARE = {**PLAIN, **dict.fromkeys("„‟〝〞＂″", '"'), **dict.fromkeys("‘’‚‛′＇", "'")}
_HAS_RARE = re.compile("[" + re.escape("".join(_RARE.keys() - _COMMON.keys())) + "]")
_TABLE = str.maketrans(_RARE)
# Left over from HTML; a semicolon in them ends no sentence.
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BEFORE = ("Ps", "Pi", "Sm", "Sc")  # signs that belong to what follows: ( “ ≥ ￥


def tight(line: str) -> str:
    """A line without blanks where they were only set to space its characters out.

    >>> tight("存 在 的 问 题"), tight("第一章 总则")
    ('存在的问题', '第一章 总则')
    """
    return line.replace(" ", "") if 5 * line.count(" ") > 2 * len(line) else line


def fold(text: str) -> str:
    """The text with full-width forms, odd spaces, curly quotes and traditional characters replaced.

    >>> fold("（一）推进“3550”改革，")
    '(一)推进"3550"改革,'
    >>> fold("公开率&ge;95%&mdash;&mdash;")
    '公开率___≥95%—______—______'
    """
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    for odd, plain in _COMMON.items():
        text = text.replace(odd, plain)
    # Translating is many times slower than replacing, and few reports hold what it is for.
    return text.translate(_TABLE) if _HAS_RARE.search(text) else text


def _character(entity: re.Match[str]) -> str:
    """The character that an entity stands for, filled up to the length of the entity."""
    written = entity.group()
    plain = html.unescape(written)
    if plain == written or not plain:
        return written[:-1] + "_"  # unknown; its semicolon ends no sentence either
    if plain.isspace() or PLAIN.get(plain) == " ":
        return " " * len(written)
    if unicodedata.category(plain[0]) in _BEFORE:
        return plain.rjust(len(written), "_")
    return plain.ljust(len(written), "_")
