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
    """Cut ``spans`` at every edge of a mark; the kinds of a piece are joined by a space.

    >>> [*pieces([(0, 4)], [Mark(1, 3, "a"), Mark(2, 9, "b")])] == [
    ...     Mark(0, 1, ""), Mark(1, 2, "a"), Mark(2, 3, "a b"), Mark(3, 4, "b")]
    True
    """
    for start, end in spans:
        near = [mark for mark in marks if mark.start < end and start < mark.end]
        edges = {edge for mark in near for edge in mark[:2] if start < edge < end}
        places = [start, *sorted(edges), end]
        for begin, stop in pairwise(places):
            kinds = {mark.kind for mark in near if mark.start <= begin and stop <= mark.end}
            yield Mark(begin, stop, " ".join(sorted(kinds)))
