"""Text that reports share with one another or repeat within themselves.

What is compared is the counted text of a report (its headings and paragraphs), exactly as
printed; page chrome, titles, metadata, signatures and annexes are left out. It is compared by
stretches: a paragraph with its run-in headings, or a heading on its own line. A shared passage
lies within one stretch. Line breaks inside a hard-wrapped paragraph, and page furniture that
cuts one, are no characters of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from re import compile as regex
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreports.repeats.groups import groups
from govreports.repeats.maximal import match_batches, repeated
from govreports.report.model import Report, Sentence

MIN_LENGTH = 15

_BREAK = regex(r"[^\S\r\n]*[\r\n]\s*")

Span = tuple[int, int]


class Stretch(NamedTuple):
    """Counted text that runs on, with the parts of the file it comes from."""

    report: str
    text: str
    parts: tuple[Span, ...]

    def offset(self, place: int) -> int:
        """Where the character at ``place`` of this stretch stands in the file."""
        begins = [0, *accumulate(end - start for start, end in self.parts)]
        part = min(bisect_right(begins, place), len(self.parts)) - 1
        return self.parts[part][0] + place - begins[part]

    def span(self, start: int, end: int) -> Span:
        """The span of the file that holds ``[start, end)`` of this stretch."""
        return self.offset(start), self.offset(end - 1) + 1


class Passage(NamedTuple):
    """The same text at two places. In one report ``a_start < b_start``, and they may overlap."""

    a: str
    a_start: int
    a_end: int
    b: str
    b_start: int
    b_end: int
    text: str


def stretches(name: str, report: Report) -> list[Stretch]:
    """The counted text of a report, in order."""
    starts = [paragraph.start for paragraph in report.paragraphs]
    found: list[list[Span]] = []
    home_before, end_before = -1, 0
    for block in report.blocks:
        if block.kind not in ("heading", "paragraph"):
            continue
        home = bisect_right(starts, block.start) - 1
        between = report.text[end_before : block.start]
        if found and (_runs_on(between) or (home == home_before and home >= 0)):
            if _runs_on(between):
                found[-1].append((end_before, block.start))
        else:
            found.append([])
        found[-1].extend(_lines(report.text, block.start, block.end))
        end_before = block.end
        home_before = home if home >= 0 and block.end <= report.paragraphs[home].end else -1
    return [_stretch(name, report.text, parts) for parts in found]


def sentence_stretch(name: str, report: Report, sentence: Sentence) -> Stretch:
    """One sentence, without the line breaks and page furniture that cut it."""
    whole = sentence.parts or ((sentence.start, sentence.end),)
    parts = [part for start, end in whole for part in _lines(report.text, start, end)]
    return _stretch(name, report.text, parts)


def whole_file(name: str, report: Report) -> Stretch:
    """The file as it is, chrome and line breaks included, as one stretch."""
    return Stretch(name, report.text, ((0, len(report.text)),))


class Group(NamedTuple):
    """A passage with all the places where it stands, each ``(report, start, end)``."""

    text: str
    places: list[tuple[str, int, int]]


def shared_passages(compared: Iterable[Stretch], min_length: int = MIN_LENGTH) -> Iterator[Passage]:
    """Every maximal passage of at least ``min_length`` characters that stands at two places.

    Maximal: the characters before the two places differ, or one of them begins its stretch;
    likewise after them. Each pair of places is listed once, in the order of the stretches.
    """
    listed = list(compared)
    for batch in match_batches([s.text for s in listed], min_length):
        for i, start, j, other, length in zip(*(c.tolist() for c in batch), strict=True):
            a, b = listed[i], listed[j]
            a_start, a_end = a.span(start, start + length)
            b_start, b_end = b.span(other, other + length)
            text = a.text[start : start + length]
            yield Passage(a.report, a_start, a_end, b.report, b_start, b_end, text)


def grouped_passages(compared: Iterable[Stretch], min_length: int = MIN_LENGTH) -> Iterator[Group]:
    """Every shared or repeated passage once, with all its places (see `repeats.groups`).

    A passage that stands inside longer ones only, wherever it stands, is not listed by itself.
    """
    listed = [stretch for stretch in compared if stretch.text]
    origins = np.concatenate([np.empty(0, np.int32), *map(_origins, listed)])
    sizes = [len(stretch.text) + 1 for stretch in listed]
    begins = np.cumsum([0, *sizes])
    names = [stretch.report for stretch in listed]
    for length, places in groups([stretch.text for stretch in listed], min_length):
        starts = origins[places].tolist()
        ends = (origins[places + length - 1] + 1).tolist()
        homes = (np.searchsorted(begins, places, side="right") - 1).tolist()
        at = int(places[0] - begins[homes[0]])
        yield Group(
            listed[homes[0]].text[at : at + length],
            list(zip(map(names.__getitem__, homes), starts, ends, strict=True)),
        )


def _origins(stretch: Stretch) -> NDArray[np.int32]:
    """Where each character of a stretch stands in its file; one more for the stretch's end."""
    parts = [np.arange(start, end, dtype=np.int32) for start, end in stretch.parts]
    return np.concatenate([*parts, np.zeros(1, np.int32)])


def passages_of(reports: Mapping[str, Report], min_length: int = MIN_LENGTH) -> list[Passage]:
    """The shared passages between and within the reports given."""
    return list(shared_passages(all_stretches(reports), min_length))


def all_stretches(reports: Mapping[str, Report]) -> list[Stretch]:
    """The stretches of all reports, in the order given."""
    return [s for name, report in reports.items() for s in stretches(name, report)]


def shared_spans(
    reports: Mapping[str, Report], min_length: int = MIN_LENGTH, *, within: bool = False
) -> dict[str, list[Span]]:
    """The parts of each report that stand in another report too, as sorted spans of the file.

    With ``within``, also what a report repeats of itself. The spans are the union of the maximal
    passages; finding them takes near-linear time however often a phrase is used.
    """
    listed = all_stretches(reports)
    numbers = {name: number for number, name in enumerate(reports)}
    owners = None if within else [numbers[s.report] for s in listed]
    spans: dict[str, list[Span]] = {name: [] for name in reports}
    for stretch, runs in zip(
        listed, repeated([s.text for s in listed], min_length, owners), strict=True
    ):
        spans[stretch.report].extend(stretch.span(start, end) for start, end in runs)
    return spans


def _runs_on(between: str) -> bool:
    return not between.strip() and not _BREAK.search(between)


def _lines(text: str, start: int, end: int) -> list[Span]:
    parts = []
    for found in _BREAK.finditer(text, start, end):
        parts.append((start, found.start()))
        start = found.end()
    return [*parts, (start, end)]


def _stretch(name: str, text: str, parts: Sequence[Span]) -> Stretch:
    filled = tuple((start, end) for start, end in parts if end > start)
    return Stretch(name, "".join(text[start:end] for start, end in filled), filled)
