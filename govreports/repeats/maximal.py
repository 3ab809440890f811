"""All maximal matches between stretches of text, exactly, in near-linear time.

Windows of ``min_length`` characters are put into classes of equal windows by doubling (Karp,
Miller & Rosenberg 1972): two windows of length 2k are equal when their halves are. Each level is
one sort, so that n characters cost at most O(n log n · log min_length), and no match is found by
a hash that might collide. A maximal match begins where two equal windows have different
characters before them, which gives each match once; its length is found by running along both
places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreports.errors import ArgumentError

Integers = NDArray[np.int64]

_PAIRS_AT_ONCE = 1 << 19


class Matches(NamedTuple):
    """Maximal matches as parallel arrays, ordered by the first place and then the second."""

    first: Integers  # index of the stretch that holds the first place
    first_start: Integers
    second: Integers
    second_start: Integers
    length: Integers


def maximal_matches(stretches: Sequence[str], min_length: int) -> Matches:
    """Find every pair of places that hold the same text of at least ``min_length`` characters.

    A match cannot be made longer: the characters before the two places differ, or one of them
    begins its stretch; likewise after them. The first place always lies before the second, in
    the same stretch or an earlier one; two places may overlap. Time grows with the text and with
    the number of matches found; a text of k equal characters alone has k matches.

    >>> found = maximal_matches(["甲乙丙丁", "乙丙丁戊", "丙丁"], 2)
    >>> [tuple(map(int, match)) for match in zip(*found)]
    [(0, 1, 1, 0, 3), (0, 2, 2, 0, 2), (1, 1, 2, 0, 2)]

    Raises ``ArgumentError`` when ``min_length`` is less than 1.
    """
    batches = list(match_batches(stretches, min_length))
    empty = Matches(*[np.empty(0, np.int64)] * len(Matches._fields))
    return Matches(*map(np.concatenate, zip(empty, *batches, strict=True)))


def match_batches(stretches: Sequence[str], min_length: int) -> Iterator[Matches]:
    """The matches of `maximal_matches` in the same order, some at a time, however many there are.

    Raises ``ArgumentError`` when ``min_length`` is less than 1.
    """
    codes, begins = _encode(stretches)
    classes = _window_classes(codes, min_length)
    for left, right in _left_ends(codes, classes):
        length = _lengths(codes, classes, left, right, min_length)
        first = np.searchsorted(begins, left, side="right") - 1
        second = np.searchsorted(begins, right, side="right") - 1
        yield Matches(first, left - begins[first], second, right - begins[second], length)


def repeated(
    stretches: Sequence[str], min_length: int, owners: Sequence[int] | None = None
) -> list[list[tuple[int, int]]]:
    """The runs of each stretch that some maximal match covers, as ``[start, end)``, in order.

    With ``owners``, one for each stretch, only matches between stretches of different owners
    count. Runs that touch are joined. Nothing is paired, so the time does not depend on how many
    matches there are.

    >>> repeated(["政务公开", "公开政务"], 2)
    [[(0, 4)], [(0, 4)]]
    """
    codes, begins = _encode(stretches)
    classes = _window_classes(codes, min_length)
    order, starts = _groups(classes)
    hits = order
    if owners is not None:
        owner = np.asarray(owners, np.int64)[np.searchsorted(begins, order, side="right") - 1]
        hits = order[np.repeat(_differing(owner, starts), np.diff(starts))]
    shared = np.zeros(len(codes) + 1, np.int64)
    np.add.at(shared, hits, 1)
    np.add.at(shared, hits + min_length, -1)
    borders = np.flatnonzero(np.diff((np.cumsum(shared) > 0).astype(np.int8), prepend=0))
    # A run never reaches the mark at the end of its stretch, so its two borders lie together.
    home = np.searchsorted(begins, borders[::2], side="right") - 1
    runs = (borders.reshape(-1, 2) - begins[home, None]).tolist()
    firsts = np.searchsorted(home, np.arange(len(stretches) + 1))
    return [[(start, end) for start, end in runs[i:j]] for i, j in pairwise(firsts)]


def _encode(stretches: Sequence[str]) -> tuple[Integers, Integers]:
    """Code points with a mark after each stretch that equals nothing else, and the beginnings."""
    lengths = np.fromiter(map(len, stretches), np.int64, len(stretches)) + 1
    ends = np.cumsum(lengths)
    joined = "".join(f"{stretch}\0" for stretch in stretches)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    codes[ends - 1] = -1 - np.arange(len(stretches))
    return codes, ends - lengths


def _window_classes(codes: Integers, length: int) -> Integers:
    """A number for each position, the same for equal windows; negative where there is but one.

    Windows that reach over the end are the only ones of their kind.
    """
    if length < 1:
        raise ArgumentError(f"a match has at least one character, not {length}")
    classes = _numbered(codes, np.arange(len(codes)), len(codes))
    span = 1
    while span < length:
        # The last step overlaps: windows of 15 are two windows of 8, seven characters apart.
        shift = min(span, length - span)
        # A window that holds a part found nowhere else is found nowhere else itself.
        places = np.flatnonzero((classes[:-shift] >= 0) & (classes[shift:] >= 0))
        keys = classes[places] * len(codes) + classes[places + shift]
        classes = _numbered(keys, places, len(codes))
        span += shift
    return classes


def _numbered(keys: Integers, places: Integers, size: int) -> Integers:
    """Numbers from 0 for the keys that occur twice or more; every other place has its own."""
    _, classes, counts = np.unique(keys, return_inverse=True, return_counts=True)
    numbered = -1 - np.arange(size)
    often = counts[classes] > 1
    numbered[places[often]] = classes[often]
    return numbered


def _groups(classes: Integers) -> tuple[Integers, Integers]:
    """Positions of repeated windows, those of one class together, and where each class begins."""
    places = np.flatnonzero(classes >= 0)
    order = places[np.argsort(classes[places], kind="stable")]
    starts = np.flatnonzero(np.diff(classes[order], prepend=-1))
    return order, np.append(starts, len(order))


def _differing(values: Integers, starts: Integers) -> NDArray[np.bool_]:
    """Whether the values of each group are not all the same."""
    if not len(values):
        return np.zeros(0, np.bool_)
    lowest = np.minimum.reduceat(values, starts[:-1])
    return lowest != np.maximum.reduceat(values, starts[:-1])


def _left_ends(codes: Integers, classes: Integers) -> Iterator[tuple[Integers, Integers]]:
    """Pairs of equal windows that have different characters before them, in order, in batches."""
    order, starts = _groups(classes)
    before = np.where(order > 0, codes[order - 1], np.iinfo(np.int64).min)
    mixed = np.repeat(_differing(before, starts), np.diff(starts))
    # A window is paired with those of its class that come later.
    later = np.repeat(starts[1:], np.diff(starts)) - np.arange(len(order)) - 1
    paired = np.flatnonzero(mixed & (later > 0))
    paired = paired[np.argsort(order[paired], kind="stable")]
    pairs = np.cumsum(later[paired])
    done = 0
    while done < len(paired):
        reach = _PAIRS_AT_ONCE + (pairs[done - 1] if done else 0)
        stop = max(done + 1, int(np.searchsorted(pairs, reach, side="right")))
        one, counts = paired[done:stop], later[paired[done:stop]]
        left = np.repeat(one, counts)
        ends = np.cumsum(counts)
        right = left + 1 + np.arange(ends[-1]) - np.repeat(ends - counts, counts)
        differ = before[left] != before[right]
        yield order[left[differ]], order[right[differ]]
        done = stop


def _lengths(
    codes: Integers, classes: Integers, left: Integers, right: Integers, window: int
) -> Integers:
    """How far the text runs on alike from each pair of places, whole windows first."""
    length = np.zeros(len(left), np.int64)
    for values, step in ((classes, window), (codes, 1)):
        running = np.arange(len(left))
        while len(running):
            ahead = length[running]
            running = running[values[left[running] + ahead] == values[right[running] + ahead]]
            length[running] += step
    return length
