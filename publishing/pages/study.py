"""What the pages show of each report: codings, quantities and repeated passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from govreports.analysis import Analysis
from govreports.codebook.model import Codebook
from govreports.coding.coder import Coding
from govreports.corpus.reading import Corpus, Record
from govreports.numbers.quantities import Quantity
from govreports.report.model import Report
from publishing.paths import STORE


class Repeat(NamedTuple):
    """A passage of a report that stands at another place too."""

    start: int
    end: int
    other: str  # report of the other place
    place: str  # its paragraph, ``p12``; empty in a heading on its own line


@dataclass(frozen=True)
class Studied:
    """One report, names of private persons masked, and what was found in it."""

    record: Record
    report: Report
    codings: Mapping[str, Coding]  # by sentence
    quantities: tuple[Quantity, ...]
    repeats: tuple[Repeat, ...]

    @property
    def id(self) -> str:
        """The identifier of the report."""
        return self.record.id

    @property
    def name(self) -> str:
        """A short English name."""
        return self.record.label


@dataclass(frozen=True)
class Study:
    """All that the pages show, computed once."""

    analysis: Analysis
    reports: tuple[Studied, ...]

    def __getitem__(self, name: str) -> Studied:
        return next(one for one in self.reports if one.id == name)

    @property
    def codebook(self) -> Codebook:
        """The codes and rules that the reports were coded by."""
        return self.analysis.codebook


def study(corpus: Corpus) -> Study:
    """The analysis of the reports, report by report."""
    analysis = Analysis(corpus, store=STORE)
    repeats = _repeats(analysis)
    return Study(
        analysis,
        tuple(
            Studied(
                record=record,
                report=analysis.reports[name],
                codings={coding.sentence.id: coding for coding in analysis.coded[name]},
                quantities=analysis.counted[name],
                repeats=tuple(sorted(repeats[name])),
            )
            for name, record in analysis.records.items()
        ),
    )


def _repeats(analysis: Analysis) -> dict[str, list[Repeat]]:
    found: dict[str, list[Repeat]] = {name: [] for name in analysis.names}
    places = analysis.passages[["a", "a_start", "a_end", "b", "b_start", "b_end"]]
    for place in places.to_numpy().tolist():
        a, b = place[:3], place[3:]
        if a[0] == b[0] and b[1] < a[2]:
            continue  # a run of one character repeats itself at every step
        for (report, start, end), (other, other_start, _) in ((a, b), (b, a)):
            paragraph = _paragraph(analysis.reports[other], other_start)
            found[report].append(Repeat(start, end, other, paragraph))
    return found


def _paragraph(report: Report, offset: int) -> str:
    held = (p.id for p in report.paragraphs if p.start <= offset < p.end)
    return next(held, "")
