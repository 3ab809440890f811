"""Spans shown on a text, cut where they overlap so that they nest in nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A span of a report's file that is shown, and the class that shows it."""

    start: int
    end: int
    kind: str


def pieces(spans: Iterable[tuple[int, int]], marks: Sequence[Mark]) -> Iterator[Mark]:
    """Cut ``spans`` where the kinds of marks on them change; kinds are joined by a space.

    >>> [*pieces([(0, 4)], [Mark(1, 3, "a"), Mark(2, 9, "b")])] == [
    ...     Mark(0, 1, ""), Mark(1, 2, "a"), Mark(2, 3, "a b"), Mark(3, 4, "b")]
    True
    """
    for start, end in spans:
        near = [mark for mark in marks if mark.start < end and start < mark.end]
        edges = {edge for mark in near for edge in mark[:2] if start < edge < end}
        open_piece = Mark(start, start, "")
        for begin, stop in pairwise([start, *sorted(edges), end]):
            covering = {mark.kind for mark in near if mark.start <= begin and stop <= mark.end}
            kind = " ".join(sorted(covering))
            if kind != open_piece.kind and open_piece.start < open_piece.end:
                yield open_piece
                open_piece = Mark(begin, stop, kind)
            else:
                open_piece = Mark(open_piece.start, stop, kind)
        yield open_piece
