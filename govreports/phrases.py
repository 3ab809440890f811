"""Texts in Chinese by one table, English to Chinese: whole texts, never parts of one, never code.

An entry is a whole text: a message, a help text, an element of a page or an attribute that is read.
``{}`` stands for what differs from place to place, and is looked up in its turn; ``{#}`` for a
whole number. The Chinese has ``{}`` for either, or ``{0}`` by number.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cached_property

_BLANKS = re.compile(r"\s+")
_HOLE = re.compile(r"\\\{(\\#)?\\\}")
_FILLED = re.compile(r"\{(\d*)\}")
_NUMBER = r"(\d[\d,]*)"
_TOKEN = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|textarea|pre|code|math)\b[^>]*>.*?</\1\s*>"
    r'|<(\w+)\b[^>]*\btranslate="no"[^>]*>.*?</\2\s*>'
    r"|<[^>]*>"
    r"|[^<]+",
    re.DOTALL,
)
_READ = re.compile(r'(?<=\s)(aria-label|title|alt|placeholder|content)="([^"]*[A-Za-z][^"]*)"')
_DASH = " &#8212; "  # as Sphinx writes it in titles
# What an entry of a table head begins with, where the same word says another thing elsewhere.
_HEAD = "head: "
_HEAD_TAG = re.compile(r"</?th\b")
_LETTER = re.compile("[A-Za-z]")


class Phrases:
    """The table, and how a text is looked up in it."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """``table`` has the texts without needless blanks."""
        self.table = table
        self._known: dict[str, str | None] = {}

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """Those with holes, the ones with the most words of their own first."""
        holed = [key for key in self.table if "{}" in key or "{#}" in key]
        holed.sort(key=lambda key: (-len(key), key))
        return [(_pattern(key), self.table[key]) for key in holed]

    def find(self, text: str) -> str | None:
        """The Chinese of a whole text, or nothing."""
        if text not in self._known:
            self._known[text] = self.table.get(text) or self._filled(text)
        return self._known[text]

    def __call__(self, text: str) -> str:
        """The Chinese of a whole text, else the text; blanks around it stay."""
        wanted = plain(text)
        found = self.find(wanted) if _LETTER.search(wanted) else None
        if found is None:
            return text
        before = text[: len(text) - len(text.lstrip())]
        return f"{before}{found}{text[len(text.rstrip()) :]}"

    def _is_known(self, text: str) -> bool:
        return not _LETTER.search(text) or self.find(text) is not None

    def _filled(self, text: str) -> str | None:
        for pattern, chinese in self._patterns:
            if match := pattern.fullmatch(text):
                held = match.groups()
                # What has no word of its own says something only around what is known.
                if _LETTER.search(pattern.pattern) or all(map(self._is_known, held)):
                    return _fill(chinese, [self(one) for one in held])
        return None

    def page(self, page: str) -> str:
        """HTML with every text and every attribute that is read looked up; code stays."""
        is_head = False
        parts = []
        for match in _TOKEN.finditer(page):
            token = match[0]
            if _HEAD_TAG.match(token):
                is_head = not token.startswith("</")
            parts.append(self._token(token, is_head=is_head))
        return "".join(parts)

    def _token(self, token: str, *, is_head: bool) -> str:
        if not token.startswith("<"):
            if not _LETTER.search(token):
                return token
            head = self.table.get(_HEAD + plain(html.unescape(token))) if is_head else None
            return html.escape(head, quote=False) if head else self._text(token)
        if '="' not in token or token.startswith("<!--"):
            return token
        end = token.find(">") + 1  # of an element that is left alone its tag is read all the same
        return _READ.sub(self._attribute, token[:end]) + token[end:]

    def _attribute(self, match: re.Match[str]) -> str:
        return f'{match[1]}="{self._escaped(match[2], quote=True)}"'

    def _text(self, token: str) -> str:
        """A text between tags; a title names page and book, with a dash between."""
        return _DASH.join(self._escaped(part, quote=False) for part in token.split(_DASH))

    def _escaped(self, text: str, *, quote: bool) -> str:
        said = html.unescape(text)
        found = self(said)
        return text if found == said else html.escape(found, quote=quote)


def _pattern(key: str) -> re.Pattern[str]:
    """What an entry with holes matches."""
    holes = _HOLE.sub(lambda hole: _NUMBER if hole[1] else "(.+?)", re.escape(key))
    return re.compile(holes, re.DOTALL)


def _fill(chinese: str, values: list[str]) -> str:
    """``{}`` in order, or ``{0}`` by number; what braces a value has stay."""
    in_order = iter(values)
    return _FILLED.sub(
        lambda hole: values[int(hole[1])] if hole[1] else next(in_order, hole[0]), chinese
    )


def plain(text: str) -> str:
    """A text as it is looked up: Sphinx bends an apostrophe."""
    return _BLANKS.sub(" ", text).strip().replace("’", "'")
