"""Which text of a report is counted, as one string that leads back to the file.

Counted are the headings and the body's paragraphs. Page chrome, title, catalogue cards,
addressee, signature, date and annexes are not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import NamedTuple

from govreports.report.model import Report

# A line break inside a unit is page layout, not language: words run on across it.
_WRAP = re.compile(r"\s*[\r\n\u2028\u2029\f\v\x1c-\x1e\x85]\s*")  # breaks as of str.splitlines


class Unit(NamedTuple):
    """A sentence, or a heading on its own line, by its place in the counted text.

    A heading on its own line has no sentence or paragraph in the text model; it is a unit of
    resampling of its own here, ``h2.1`` for the heading of section 2.1.
    """

    start: int
    end: int
    section: str
    paragraph: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CountedText:
    """The counted text of a report: its units in order, one a line, with line breaks taken out."""

    text: str
    units: tuple[Unit, ...]
    starts: tuple[int, ...]  # where unbroken stretches start in ``text``
    origins: tuple[int, ...]  # and in the file

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the file of the non-empty stretch ``text[start:end]``."""
        return self._origin(start), self._origin(end - 1) + 1

    def unit(self, position: int) -> Unit:
        """The unit that holds a place of ``text``."""
        return self.units[bisect_right(self.units, position, key=_start_of) - 1]

    def _origin(self, position: int) -> int:
        stretch = bisect_right(self.starts, position) - 1
        return self.origins[stretch] + position - self.starts[stretch]


_start_of = attrgetter("start")


def counted_text(report: Report) -> CountedText:
    """The counted text of ``report``, own-line headings included, in the order of the file."""
    pieces: list[str] = []
    units, starts, origins = [], [], []
    position = 0
    for section, paragraph, sentence, spans in _ordered(report):
        first = position
        for start, end in _unbroken(report.text, spans):
            pieces.append(report.text[start:end])
            starts.append(position)
            origins.append(start)
            position += end - start
        if position > first:
            units.append(Unit(first, position, section, paragraph, sentence))
            pieces.append("\n")
            position += 1
    return CountedText("".join(pieces), tuple(units), tuple(starts), tuple(origins))


def counted_lines(report: Report) -> str:
    """The counted text of ``report``, one unit a line, in the order of the file, without places."""
    text = report.text
    return "\n".join(
        [
            "".join([text[start:end] for start, end in _unbroken(text, unit[3])])
            for unit in _ordered(report)
        ]
    )


_Spans = tuple[tuple[int, int], ...]


def _ordered(report: Report) -> list[tuple[str, str, str, _Spans]]:
    return sorted(_spans(report), key=itemgetter(3))


def _spans(report: Report) -> Iterator[tuple[str, str, str, _Spans]]:
    run_in = set()
    for paragraph in report.paragraphs:
        for sentence in paragraph.sentences:
            run_in.add(sentence.start)
            spans = sentence.parts or ((sentence.start, sentence.end),)
            yield sentence.section, sentence.paragraph, sentence.id, spans
    for section in report.sections:
        if section.heading and section.heading[0] not in run_in:
            unit = f"h{section.id}"
            yield section.id, unit, unit, (section.heading,)


def _unbroken(text: str, spans: _Spans) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        if len(text[start:end].splitlines()) > 1:
            for wrap in _WRAP.finditer(text, start, end):
                if wrap.start() > start:
                    yield start, wrap.start()
                start = wrap.end()
        if end > start:
            yield start, end
