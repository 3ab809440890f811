"""Sentences that were carried over and changed, side by side with what changed.

Two sentences are near repeats when the runs of four characters that they share are at least half
of those of the shorter one (Szymkiewicz–Simpson overlap of shingles), and at least twelve. The
search is exact: a sentence that shares a share t of its n shingles must share one of its
n − ⌈t·n⌉ + 1 rarest (prefix filtering: Chaudhuri, Ganti & Kaushik 2006), so only those are looked
up, and common phrases cost nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from math import ceil
from typing import Literal, NamedTuple

import pandas as pd

from govreports.errors import ArgumentError
from govreports.repeats.shared import Span, Stretch, sentence_stretch
from govreports.report.model import Report
from govreports.schema import frame

SHINGLE = 4
OVERLAP = 0.5
MIN_SHARED = 12

# Shorter runs, which two sentences may share by chance, do not part one change from the next.
_KEPT = 3

ChangeKind = Literal["added", "removed", "figure", "wording"]

_FIGURE = re.compile(r"[\d.%％,，]+")
_SPACE = re.compile(r"\s")


class Change(NamedTuple):
    """What stands in one sentence in place of what stands in the other."""

    kind: ChangeKind  # ``figure`` where only digits differ
    a_start: int
    a_end: int
    a_text: str
    b_start: int
    b_end: int
    b_text: str


class NearRepeat(NamedTuple):
    """Two sentences that say nearly the same, with their spans in the files."""

    a: str
    a_start: int
    a_end: int
    a_text: str
    b: str
    b_start: int
    b_end: int
    b_text: str
    overlap: float  # shared shingles over those of the shorter sentence
    resemblance: float  # shared shingles over those of both (Jaccard)
    changes: tuple[Change, ...]


def near_repeats(
    reports: Mapping[str, Report], *, overlap: float = OVERLAP, min_shared: int = MIN_SHARED
) -> list[NearRepeat]:
    """All pairs of sentences, between and within reports, that nearly repeat one another.

    Sentences that are alike to the letter are shared passages and are left out. Pairs come in
    the order of the reports and of the text. Raises ``ArgumentError`` unless ``overlap`` lies above
    0 and not above 1.
    """
    listed = [
        sentence_stretch(name, report, sentence)
        for name, report in reports.items()
        for sentence in report.sentences
    ]
    shingled = [shingles(stretch.text) for stretch in listed]
    found = []
    for i, j in overlapping(shingled, overlap, min_shared):
        a, b = listed[i], listed[j]
        if a.text != b.text:
            found.append(_near_repeat(a, b, shingled[i], shingled[j]))
    return found


def near_table(reports: Mapping[str, Report], pairs: Iterable[NearRepeat]) -> pd.DataFrame:
    """The pairs of `near_repeats` with what changed, those most alike first.

    The frame ``near_repeats``.
    """
    rows = (
        (
            *pair[:4],
            _marked(reports[pair.a], pair[1:3], ((c.a_start, c.a_end) for c in pair.changes)),
            *pair[4:8],
            _marked(reports[pair.b], pair[5:7], ((c.b_start, c.b_end) for c in pair.changes)),
            pair.overlap,
            pair.resemblance,
            "; ".join(f"{c.a_text or '–'} → {c.b_text or '–'}" for c in pair.changes),
        )
        for pair in pairs
    )
    table = frame("near_repeats", rows)
    return table.sort_values("resemblance", ascending=False, kind="stable", ignore_index=True)


def shingles(text: str) -> frozenset[str]:
    """The runs of four characters of a text, spaces left out."""
    packed = _SPACE.sub("", text)
    return frozenset(packed[i : i + SHINGLE] for i in range(len(packed) - SHINGLE + 1))


def overlapping(
    sets: Sequence[frozenset[str]], overlap: float, min_shared: int = 1
) -> Iterator[tuple[int, int]]:
    """Pairs of sets whose common part is at least ``overlap`` of the smaller one, in order.

    >>> sets = [frozenset("依法行政"), frozenset("依法决策"), frozenset("政务公开")]
    >>> list(overlapping(sets, 0.5))
    [(0, 1)]
    """
    if not 0 < overlap <= 1:
        raise ArgumentError(f"an overlap lies above 0 and not above 1, not at {overlap}")
    frequency = Counter(shingle for members in sets for shingle in members)
    holders: dict[str, list[int]] = defaultdict(list)
    for i, members in enumerate(sets):
        for shingle in members:
            holders[shingle].append(i)
    pairs = set()
    for i, members in enumerate(sets):
        rarest = sorted(members, key=lambda shingle: (frequency[shingle], shingle))
        looked_up = rarest[: len(members) - ceil(overlap * len(members)) + 1]
        for j in {j for shingle in looked_up for j in holders[shingle]} - {i}:
            shared = len(members & sets[j])
            smaller = min(len(members), len(sets[j]))
            if shared >= max(min_shared, overlap * smaller):
                pairs.add((min(i, j), max(i, j)))
    yield from sorted(pairs)


def changes(a: Stretch, b: Stretch) -> tuple[Change, ...]:
    """What stands in ``a`` and in ``b`` between the runs of three or more that both keep."""
    return tuple(
        Change(
            _kind(a.text[i:j], b.text[k:m]),
            *_span(a, i, j),
            a.text[i:j],
            *_span(b, k, m),
            b.text[k:m],
        )
        for i, j, k, m in _differences(a.text, b.text)
    )


def _near_repeat(a: Stretch, b: Stretch, of_a: frozenset[str], of_b: frozenset[str]) -> NearRepeat:
    shared = len(of_a & of_b)
    return NearRepeat(
        a.report,
        *a.span(0, len(a.text)),
        a.text,
        b.report,
        *b.span(0, len(b.text)),
        b.text,
        shared / min(len(of_a), len(of_b)),
        shared / len(of_a | of_b),
        changes(a, b),
    )


def _marked(report: Report, sentence: Span, spans: Iterable[Span]) -> str:
    """A sentence without blanks, in brackets the spans of the file that it alone has."""
    begin, text = sentence[0], report.text[slice(*sentence)]
    for start, end in sorted(spans, reverse=True):
        if start < end:
            start, end = start - begin, end - begin
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return _SPACE.sub("", text)


def _differences(a: str, b: str) -> Iterator[tuple[int, int, int, int]]:
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    i = k = 0
    for block in blocks:
        if 0 < block.size < _KEPT:
            continue
        if block.a > i or block.b > k:
            yield i, block.a, k, block.b
        i, k = block.a + block.size, block.b + block.size


def _kind(before: str, after: str) -> ChangeKind:
    if not before:
        return "added"
    if not after:
        return "removed"
    return "figure" if _FIGURE.fullmatch(before) and _FIGURE.fullmatch(after) else "wording"


def _span(stretch: Stretch, start: int, end: int) -> tuple[int, int]:
    if start < end:
        return stretch.span(start, end)
    place = stretch.offset(start)
    return place, place
