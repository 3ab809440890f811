"""Characters that the fonts of the PDF can draw; any other is shown by its number.

Typst refuses to write PDF/A with a character missing from every font. Reports may hold any
character, so one that cannot be drawn becomes 〔U+1F600〕: visible, and searchable as such.
"""

from __future__ import annotations

from functools import cache

from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import sans_path, serif_path

# Drawn by the faces that Typst itself carries: Latin, Greek, Cyrillic, punctuation, raised and
# lowered digits, currencies, letter-like signs, fractions, arrows, operators, shapes.
_LATIN = (
    *(range(0x20, 0x7F), range(0xA0, 0x250), range(0x391, 0x3A2), range(0x3A3, 0x3CF)),
    *(range(0x400, 0x460), range(0x2010, 0x2028), range(0x2030, 0x2041), range(0x2074, 0x208F)),
    *(range(0x2090, 0x209D), range(0x20A0, 0x20C0), range(0x2100, 0x211F), range(0x2190, 0x2300)),
    range(0x25A0, 0x2600),
)
_SPACES = {"\n", "\t", "\r", "\u200b", "\u2009", "\u202f"}


def drawable(text: str) -> str:
    """The text with every character that no font has replaced by its number.

    >>> drawable("法治 α \\U0001f600")
    '法治 α 〔U+1F600〕'
    """
    if _drawn().issuperset(text):
        return text
    return "".join(char if char in _drawn() else f"〔U+{ord(char):04X}〕" for char in text)


@cache
def _drawn() -> frozenset[str]:
    characters = {chr(code) for codes in _LATIN for code in codes} | _SPACES
    for path in (serif_path(), sans_path()):
        characters.update(map(chr, TTFont(path, lazy=True).getBestCmap()))
    return frozenset(characters)
