"""Reports that are in a folder twice: the same text, or nearly.

Two reports resemble one another by the share of runs of eight characters that both have
(Broder's resemblance). It is estimated from the least hash of such runs in each of 128 parts of
the range of hashes (one-permutation hashing), which finds likely pairs without comparing all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

RUN = 8  # characters
PARTS = 128
_BAND = 8  # parts that must agree for a pair to be looked at
_SAME = 0.9  # resemblance from which a report counts as another's duplicate
_EMPTY = np.uint64(2**64 - 1)

Sketch = npt.NDArray[np.uint64]


class About(NamedTuple):
    """What tells two reports apart however alike they are; empty where it is not known."""

    year: str = ""
    issuer: str = ""  # as `govreports.corpus.years.same_issuer` has it

    def apart(self, other: About) -> bool:
        """Whether both know something that differs."""
        return any(one and two and one != two for one, two in zip(self, other, strict=True))


class Alike(NamedTuple):
    """A report that repeats an earlier one, whole or nearly."""

    report: str
    of: str
    resemblance: float  # 1 for the same text
    counts: bool  # a report on another year, or of another issuer: no duplicate


def sketch(text: str) -> Sketch:
    """The least hash of runs of characters in each part of the range; shape (``PARTS``,).

    Digits count as one another, so that redrawn figures hide no copy.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint64)
    codes[(codes >= ord("0")) & (codes <= ord("9"))] = ord("0")
    least = np.full(PARTS, _EMPTY)
    if len(codes) < RUN:
        return least
    with np.errstate(over="ignore"):
        hashes = np.zeros(len(codes) - RUN + 1, dtype=np.uint64)
        for step in range(RUN):
            hashes = hashes * np.uint64(1_000_003) + codes[step : step + len(hashes)]
        hashes = _mixed(hashes)
    part = (hashes >> np.uint64(57)).astype(np.intp)
    np.minimum.at(least, part, hashes)
    return least


def _mixed(values: Sketch) -> Sketch:
    """Each value spread over all bits (the finalizer of splitmix64)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def resemblance(a: Sketch, b: Sketch) -> float:
    """The estimated share of runs that both have; 0 where neither has any."""
    filled = (a != _EMPTY) | (b != _EMPTY)
    return float((a == b)[filled].mean()) if filled.any() else 0.0


def repeating(
    names: Sequence[str],
    fingerprints: Sequence[str],
    about: Sequence[About],
    sketches: Sequence[Sketch] | None,
) -> list[Alike]:
    """Reports that repeat an earlier one of the list, whole or nearly, in the order of the list.

    A duplicate is one of the first report that it resembles, which is none itself. Two years'
    reports of one issuer, or two issuers' reports, are no duplicates even where only figures
    differ: such a report carries over the earlier one's text, and counts. Without sketches only
    those with the same fingerprint are found.
    """
    firsts: dict[str, list[int]] = defaultdict(list)
    found: dict[int, Alike] = {}
    for place, fingerprint in enumerate(fingerprints):
        same = firsts[fingerprint]
        one = next((first for first in same if not about[first].apart(about[place])), None)
        if same:
            first = same[0] if one is None else one
            found[place] = Alike(names[place], names[first], 1.0, one is None)
        if one is None:
            same.append(place)
    if sketches is not None:
        distinct = sorted(place for same in firsts.values() for place in same)
        pairs = sorted(_likely([sketches[place] for place in distinct]))
        nearly = ((distinct[a], distinct[b]) for a, b in pairs)
        _add_nearly(found, nearly, names, about, sketches)
    return [found[place] for place in sorted(found)]


def _add_nearly(
    found: dict[int, Alike],
    pairs: Iterable[tuple[int, int]],
    names: Sequence[str],
    about: Sequence[About],
    sketches: Sequence[Sketch],
) -> None:
    for one, other in pairs:
        apart = about[one].apart(about[other])
        dropped = {place for place in (one, other) if place in found and not found[place].counts}
        if dropped or (apart and other in found):
            continue
        likeness = resemblance(sketches[one], sketches[other])
        if likeness >= _SAME:
            found[other] = Alike(names[other], names[one], likeness, apart)


def _likely(sketches: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Pairs that agree in a whole band."""
    return {pair for bucket in _buckets(sketches) for pair in combinations(bucket, 2)}


def _buckets(sketches: Sequence[Sketch]) -> Iterator[list[int]]:
    for start in range(0, PARTS, _BAND):
        alike: dict[bytes, list[int]] = defaultdict(list)
        for place, values in enumerate(sketches):
            band = values[start : start + _BAND]
            if (band != _EMPTY).any():
                alike[band.tobytes()].append(place)
        yield from (bucket for bucket in alike.values() if len(bucket) > 1)
