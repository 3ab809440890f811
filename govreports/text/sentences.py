"""Where sentences end: at 。；;！!？? with the quotes and brackets that close there."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STOP = re.compile(r"[。;!?]+")
_DECIMAL = re.compile(r"\d。\d{1,2}(?![\d年月日、.])")
_CLOSERS = "”’」』）)】》〉]"


def spans(
    text: str, view: str, start: int = 0, end: int | None = None
) -> Iterator[tuple[int, int]]:
    """The sentences of ``text[start:end]``, without the blanks around them.

    ``view`` is the normalised view of ``text``. A straight quote closes where an odd number of
    straight quotes is open in the paragraph. A 。 between digits is a misread decimal point.
    """
    end = len(text) if end is None else end
    straight = '"' in text
    at = start
    for stop in _STOP.finditer(view, start, end):
        stop_end = stop.end()
        if stop_end <= at or (stop.group() == "。" and _DECIMAL.match(view, stop.start() - 1, end)):
            continue
        closed = stop_end
        while closed < end and text[closed] in _CLOSERS:
            closed += 1
        if straight and text[closed : closed + 1] == '"' and text.count('"', start, closed) & 1:
            closed = min(closed + 1, end)
        # After a closed quote the sentence may go on: “……。”、“……！”等。
        if closed > stop_end and closed < end and view[closed] in ",、。;:!?":
            continue
        yield from _bare(text, at, closed)
        at = closed
    yield from _bare(text, at, end)


def _bare(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        left = end - len(piece.lstrip())
        yield left, left + len(bare)
