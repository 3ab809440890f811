"""Places as a program counts them, turned into places of the text with one line end.

Programs count the line end of Windows (CR LF) as one place or as two; which is known for some and
told by the selections for others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence, Set

from lxml import etree

# Programs that count CR LF as one place or as two, by the beginning of the project's origin; the
# reader of QualCoder takes every origin but the first of these for two.
_ONE = ("atlas.ti", "govreports")
_TWO = ("nvivo", "maxqda", "qualcoder")
_WHOLE = re.compile(r"\s*[0-9]{1,12}\s*")


def places(
    text: str, selections: Sequence[etree._Element], origin: str
) -> Callable[[str | None], int | None]:
    """The function that turns a stated position into a place in the text with one line end."""
    within = [end.start() + 1 for end in re.finditer("\r\n", text)]
    two = bool(within) and _counts_two(text, set(within), selections, origin.strip().lower())

    def place(stated: str | None) -> int | None:
        position = _number(stated)
        if position is None or not two:
            return position
        # Every line end of two characters before it shortens the place by one.
        return position - bisect_left(within, position)

    return place


def _counts_two(
    text: str, within: Set[int], selections: Sequence[etree._Element], origin: str
) -> bool:
    """Whether the program counted CR LF as two places, by its name or by what fits.

    A selection cannot end between the two characters of a line end, nor outside its text, and
    where it bears the words it selects, they are the text there.
    """
    if origin.startswith((*_ONE, *_TWO)):
        return origin.startswith(_TWO)
    plain = text.replace("\r\n", "\n")
    as_one = as_two = 0
    for selection in selections:
        start, end = (_number(selection.get(side)) for side in ("startPosition", "endPosition"))
        if start is None or end is None:
            continue
        as_one -= end > len(plain)
        as_two -= end > len(text) or start in within or end in within
        words = "".join((selection.get("name") or "").split()).rstrip(".…")  # often cut short
        if words:
            as_one += "".join(plain[start:end].split()).startswith(words)
            as_two += "".join(text[start:end].split()).startswith(words)
    return as_two >= as_one


def _number(stated: str | None) -> int | None:
    return int(stated) if stated and _WHOLE.fullmatch(stated) else None
