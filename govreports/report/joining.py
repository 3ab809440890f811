"""Sentences as their reader joins them: over line breaks of the page, and over its furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreports.report.model import Sentence

_WRAP = re.compile(r"[^\S\r\n]*[\r\n]\s*")


class Unwrapped(NamedTuple):
    """A stretch of text in which a sentence stands in one piece.

    ``text`` and its one-to-one narrow ``folded`` are the report's own, and ``origin`` is empty,
    where the sentence is printed on one line. Else they hold the sentence alone, its pieces
    joined, and ``origin`` says of each character where it stands in the report.
    """

    text: str
    folded: str
    start: int  # where the sentence begins in ``text``
    end: int
    origin: Sequence[int]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]``, which must not be empty, stands in the report."""
        return (self.origin[start], self.origin[end - 1] + 1) if self.origin else (start, end)

    def written(self, words: Iterable[str], start: int, end: int) -> tuple[str, ...]:
        """Words read in ``folded[start:end]`` in the characters that the report has for them.

        >>> Unwrapped("“村（居）”3个", '"村(居)"3个', 0, 8, ()).written(['"村(居)"'], 0, 8)
        ('“村（居）”',)
        """
        found = []
        for word in words:
            at = self.folded.find(word, start, end)
            found.append(self.text[at : at + len(word)] if at >= 0 else word)
        return tuple(found)


def unwrapped(text: str, folded: str, sentence: Sentence) -> Unwrapped:
    """The sentence in one piece; ``folded`` is the report's ``text`` folded.

    >>> text = "参考率\\n    达到97%。"
    >>> whole = unwrapped(text, text, Sentence("p1.s1", 0, len(text), "1", "p1"))
    >>> whole.text, whole.printed(5, 8)
    ('参考率达到97%。', (10, 13))
    """
    start, end = sentence.start, sentence.end
    if not sentence.parts and text.find("\n", start, end) < 0:
        return Unwrapped(text, folded, start, end, ())
    origin: list[int] = []
    for first, last in sentence.parts or ((start, end),):
        place = first
        for wrap in _WRAP.finditer(text, first, last):
            origin += range(place, wrap.start())
            place = wrap.end()
        origin += range(place, last)
    joined, narrow = ("".join([whole[k] for k in origin]) for whole in (text, folded))
    return Unwrapped(joined, narrow, 0, len(origin), origin)
