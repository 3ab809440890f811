"""Where sentences end: at 。；;！!？? with the quotes and brackets that close there."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(r"[。；;！!？?]+")
_CLOSERS = "”’」』）)】》〉]"


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets after each sentence of ``text[start:end]``, the last one included."""
    straight_from = start
    closed_until = start
    odd = False
    for stop in _STOP.finditer(text, start, end):
        at = stop.end()
        if at <= closed_until:
            continue
        while at < end and text[at] in _CLOSERS:
            at += 1
        # A straight quote closes only where one is open in this paragraph.
        if at < end and text[at] == '"':
            odd ^= bool(text.count('"', straight_from, at) & 1)
            straight_from = at
            if odd:
                at += 1
        closed_until = at
        if at < end and text[at] in "。；;！!？?,，、":
            continue
        yield at
    if closed_until < end:
        yield end


def spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]`` without the blanks around them."""
    for stop in ends(text, start, end):
        piece = text[start:stop]
        bare = piece.strip()
        if bare:
            left = start + len(piece) - len(piece.lstrip())
            yield left, left + len(bare)
        start = stop
