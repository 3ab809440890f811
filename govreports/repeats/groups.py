"""Passages that stand at several places, each once with all of its places.

A passage is listed where at one of its places, at least, nothing longer that is repeated holds
it; then it is listed with all of its places, those inside longer ones too. Every passage that
two places share lies inside one that is listed, and what is listed grows with the text, where
pairs of places grow with its square.

A suffix array (of the UTF-8 bytes, whose order is that of the characters) and the lengths that
neighbours in it have in common tell for every place the longest passage that stands elsewhere
too; those that reach further than the one a character before are the passages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pydivsufsort import divsufsort, kasai

from govreports.errors import ArgumentError

Integers = NDArray[np.int32]

_BLOCK = 64
_END = b"\xff"  # of a stretch; no byte of UTF-8


class Group(NamedTuple):
    """A passage: its length, and the places in the joined stretches where it stands, in order."""

    length: int
    places: Integers


class Sorted(NamedTuple):
    """The suffixes of stretches joined, with one character between them, in order."""

    suffixes: Integers  # where each begins
    common: Integers  # how many characters each has in common with the next


def groups(stretches: Sequence[str], min_length: int) -> Iterator[Group]:
    """Every passage of at least ``min_length`` characters, by its first place, then the longest.

    Places count the characters of all stretches, and one behind each. Raises ``ArgumentError``
    when ``min_length`` is less than 1.

    >>> found = groups(["甲乙丙丁", "乙丙丁", "丙丁"], 2)
    >>> [(group.length, group.places.tolist()) for group in found]
    [(3, [1, 5]), (2, [2, 6, 9])]
    """
    if min_length < 1:
        raise ArgumentError(f"a passage has at least one character, not {min_length}")
    if not any(stretches):
        return
    order = sort(stretches)
    ranks, lengths = _longest(order, stretches, min_length)
    ends = _reach(order.common, ranks, lengths)
    last = len(order.common) - 1
    begins = last - _reach(order.common[::-1], last - ranks + 1, lengths) + 1
    # Places of one passage lead to the same stretch of the order.
    _, once = np.unique(begins.astype(np.int64) << 32 | lengths, return_index=True)
    begins, ends, lengths = begins[once], ends[once], lengths[once]
    first = np.array(
        [order.suffixes[a : b + 1].min() for a, b in zip(begins, ends, strict=True)], np.int64
    )
    for at in np.lexsort((-lengths, first)).tolist():
        places = np.sort(order.suffixes[begins[at] : ends[at] + 1])
        yield Group(int(lengths[at]), places)


def sort(stretches: Sequence[str]) -> Sorted:
    """The suffixes of stretches in order; a match may run on past the end of a stretch."""
    data = b"".join(s.encode("utf-8", "surrogatepass") + _END for s in stretches)
    text = np.frombuffer(bytearray(data), np.uint8)
    suffixes = divsufsort(text)
    common = kasai(text, suffixes)
    continued = (text & 0xC0) == 0x80
    # Suffixes that begin inside a character lie together, between ASCII and all others.
    ascii_only = int(np.count_nonzero(text < 0x80))
    others = ascii_only + int(np.count_nonzero(continued))
    number = np.cumsum(~continued, dtype=np.int32) - 1
    number = np.append(number, number[-1] + 1).astype(np.int32)
    kept = [slice(0, ascii_only), slice(others, None)]
    suffixes = np.concatenate([suffixes[part] for part in kept])
    common = np.concatenate([common[part] for part in kept])
    if ascii_only:
        common[ascii_only - 1] = 0
    begins = number[suffixes]
    return Sorted(begins, number[suffixes + common] - begins)


def _longest(
    order: Sorted, stretches: Sequence[str], min_length: int
) -> tuple[NDArray[np.intp], Integers]:
    """Ranks and lengths of the passages that nothing longer holds at their place."""
    with_next = order.common
    with_last = np.concatenate([[0], with_next[:-1]])
    size = len(order.suffixes)
    length = np.empty(size, np.int32)
    length[order.suffixes] = np.maximum(with_next, with_last)
    sizes = np.fromiter(map(len, stretches), np.int64, len(stretches)) + 1
    ends = np.cumsum(sizes)
    rest = (np.repeat(ends - 1, sizes) - np.arange(size)).astype(np.int32)
    np.minimum(length, rest, out=length)
    kept = length >= min_length
    longer = np.ones(size, bool)
    longer[1:] = length[1:] >= length[:-1]
    longer[ends[:-1]] = True
    kept &= longer
    ranks = np.flatnonzero(kept[order.suffixes])
    return ranks, length[order.suffixes[ranks]]


def _reach(values: Integers, starts: NDArray[np.intp], least: Integers) -> NDArray[np.intp]:
    """From each start on, the first place where a value is less than ``least``.

    Whole blocks of values are passed by their least, and by twice as many of them at a time.
    """
    blocks = -(-len(values) // _BLOCK) + 1
    padded = np.full(blocks * _BLOCK, -1, values.dtype)
    padded[: len(values)] = values
    levels = [padded.reshape(blocks, _BLOCK).min(axis=1)]
    while (step := 1 << (len(levels) - 1)) < blocks:
        below = levels[-1]
        above = np.full(blocks, -1, values.dtype)
        np.minimum(below[:-step], below[step:], out=above[:-step])
        levels.append(above)
    places = starts.copy()
    _step(padded, places, least, to_border=True)
    block, rest = np.divmod(places, _BLOCK)
    at_border = rest == 0
    for power in range(len(levels) - 1, -1, -1):
        passed = at_border & (levels[power][np.minimum(block, blocks - 1)] >= least)
        block[passed] += 1 << power
    places[at_border] = block[at_border] * _BLOCK
    _step(padded, places, least, to_border=False)
    return places


def _step(values: Integers, places: NDArray[np.intp], least: Integers, *, to_border: bool) -> None:
    """Move places on, one by one, past what is not less than ``least``."""
    moving = np.arange(len(places))
    while len(moving):
        going = values[places[moving]] >= least[moving]
        if to_border:
            going &= places[moving] % _BLOCK != 0
        moving = moving[going]
        places[moving] += 1
