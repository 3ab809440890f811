"""Report text on its way into pages: always characters, never markup."""

from __future__ import annotations

import re
import unicodedata

# Invisible characters that could reorder or break a page are shown by their number instead.
_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile(r"[ \t\u3000]*[\r\n]+[ \t\u3000]*")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_FENCE = "`" * 12
# Search drops the tags of such a block: without a space the words on both sides become one.
_ENDS_OF_BLOCKS = re.compile(r"(</(?:t[dhr]|d[dt]|h\d|li|p|summary|caption|button|option)>)(?=<)")


def shown(text: str) -> str:
    """The text with line breaks closed up and unprintable characters named.

    >>> shown("甲\\u202e乙")
    '甲〔U+202E〕乙'
    """
    text = _BREAKS.sub(_joined, text)
    return _UNSHOWN.sub(lambda match: f"〔U+{ord(match[0]):04X}〕", text)


def markdown(text: str) -> str:
    """The text as MyST on one line: every punctuation mark of ASCII is escaped.

    >>> markdown("*a* {b}")
    '\\\\*a\\\\* \\\\{b\\\\}'
    """
    return _PUNCTUATION.sub(r"\\\1", shown(text).strip())


def raw_html(fragment: str) -> str:
    """A fragment of HTML as a MyST block, which no text in it can close or put out of order."""
    parted = _ENDS_OF_BLOCKS.sub(r"\1 ", shown(fragment).replace("`", "&#96;"))
    return f"{_FENCE}{{raw}} html\n{parted}\n{_FENCE}\n"


def _joined(match: re.Match[str]) -> str:
    """Chinese closes up where a line broke; between Latin letters a space stays."""
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    wide = (unicodedata.east_asian_width(char) in "WF" for char in before + after)
    return "" if any(wide) else " "
