"""What a report carries over from the one before it of the same issuer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from govreports.repeats.extent import formulas, kind_of
from govreports.repeats.maximal import repeated
from govreports.repeats.shared import MIN_LENGTH, Passage, Stretch, stretches
from govreports.report.model import Report
from govreports.schema import frame

_BETWEEN = "\n"  # in no stretch, so that no passage goes from one to the next


def carried(
    series: pd.DataFrame, reports: Mapping[str, Report], min_length: int = MIN_LENGTH
) -> pd.DataFrame:
    """The passages that each report shares with the issuer's one before it (frame ``carried``).

    ``series`` comes from ``corpus.years.series``. What is carried over is all that stands in the
    earlier report too, in runs of at least ``min_length`` characters. From left to right the
    longest passages are told, each with the first place in the earlier report at which it stands
    (the ends of two may overlap): never more passages than characters, however often a phrase
    is used.
    """
    phrases, rows = list(formulas()), []
    for row in series[series["previous"] != ""].itertuples():
        earlier, later = str(row.previous), str(row.report)
        both = {name: reports[name] for name in (earlier, later)}
        for passage in carried_between(earlier, later, both, min_length):
            kind = kind_of(passage, both, phrases)
            rows.append((row.issuer, *passage, kind, len(passage.text)))
    return frame("carried", rows)


def carried_between(
    earlier: str, later: str, reports: Mapping[str, Report], min_length: int = MIN_LENGTH
) -> Iterator[Passage]:
    """The passages of a later report (``b``) that stand in an earlier one (``a``), in order."""
    sources, targets = (stretches(name, reports[name]) for name in (earlier, later))
    owners = [0] * len(sources) + [1] * len(targets)
    runs = repeated([s.text for s in (*sources, *targets)], min_length, owners)
    before = _Joined.of(sources)
    for target, spans in zip(targets, runs[len(sources) :], strict=True):
        for start, end in spans:
            done = start
            while done < end:
                start, place, length = before.reaching(target.text, done, end, min_length)
                source, begin = before.at(place)
                done = start + length
                yield Passage(
                    earlier, *source.span(begin, begin + length),
                    later, *target.span(start, done), target.text[start:done],
                )  # fmt: skip


class _Joined(NamedTuple):
    """Stretches one after the other, to look for a passage in all of them at once."""

    text: str
    stretches: Sequence[Stretch]
    begins: Sequence[int]

    @classmethod
    def of(cls, stretches: Sequence[Stretch]) -> _Joined:
        lengths = (len(s.text) + len(_BETWEEN) for s in stretches)
        return cls(_BETWEEN.join(s.text for s in stretches), stretches, [0, *accumulate(lengths)])

    def reaching(self, text: str, place: int, end: int, least: int) -> tuple[int, int, int]:
        """A passage of ``text[:end]`` that holds ``place``: its start, where it stands, its length.

        The longest that begins there, or, where that is too short, before it: a place in a run
        of repeated text lies in some passage of ``least`` characters.
        """
        for start in range(place, max(place - least, -1), -1):
            found, length = self._longest(text[start:end])
            if length >= least and start + length > place:
                break
        return start, found, length

    def _longest(self, text: str) -> tuple[int, int]:
        """Where the longest beginning of ``text`` that occurs stands first, and its length."""
        place, low, high = self.text.find(text[0]), 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            found = self.text.find(text[:middle], max(place, 0))
            if found < 0:
                high = middle - 1
            else:
                place, low = found, middle
        return place, low

    def at(self, place: int) -> tuple[Stretch, int]:
        """The stretch that holds a place of the joined text, and the place in it."""
        number = bisect_right(self.begins, place) - 1
        return self.stretches[number], place - self.begins[number]
