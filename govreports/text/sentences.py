"""Where sentences end: at 。；;！!？? with the quotes and brackets that close there."""

from __future__ import annotations

import re

_STOP = re.compile(r"[。;!?]+")
_CLOSERS = "”’」』）)】》〉]"
_DIGITS = re.compile(r"\d{1,2}(?![\d年月日、.])")


def spans(text: str, view: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, without the blanks around them.

    ``view`` is the normalised view of ``text``. A straight quote closes where an odd number of
    straight quotes is open in the paragraph. A 。 between digits is a misread decimal point.

    >>> text = "“法治是最好的营商环境。”我区完成2项；其余有序推进"
    >>> [text[a:b] for a, b in spans(text, text.replace("；", ";"))]
    ['“法治是最好的营商环境。”', '我区完成2项；', '其余有序推进']
    """
    end = len(text) if end is None else end
    straight = '"' in text
    found: list[tuple[int, int]] = []
    at = start
    for stop in _STOP.finditer(view, start, end):
        closed = stop.end()
        if closed <= at:
            continue
        if closed < end:
            follower = text[closed]
            if follower.isdecimal() and _misread(view, stop.start(), closed):
                continue
            if follower in _CLOSERS or follower == '"':
                closed = _closed(text, start, closed, end, straight)
                # After a closed quote the sentence may go on: “……。”、“……！”等。
                if closed > stop.end() and closed < end and view[closed] in ",、。;:!?":
                    continue
        _add(found, text, at, closed)
        at = closed
    if at < end:
        _add(found, text, at, end)
    return found


def _misread(view: str, start: int, end: int) -> bool:
    return (
        view[start:end] == "。" and view[start - 1].isdecimal() and bool(_DIGITS.match(view, end))
    )


def _closed(text: str, start: int, at: int, end: int, straight: bool) -> int:
    while at < end and text[at] in _CLOSERS:
        at += 1
    if straight and at < end and text[at] == '"' and text.count('"', start, at) & 1:
        at += 1
    return at


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
