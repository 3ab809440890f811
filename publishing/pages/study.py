"""What the pages show of each report: codings, quantities and repeated passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from govreports.claims.quantities import Quantity, quantities
from govreports.claims.reuse import shared_passages, stretches
from govreports.coding.codebook import Codebook, load_codebook
from govreports.coding.coder import Coder, Coding
from govreports.corpus import Corpus, Record
from govreports.text.model import Report


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

    codebook: Codebook
    reports: tuple[Studied, ...]

    def __getitem__(self, name: str) -> Studied:
        return next(one for one in self.reports if one.id == name)


def study(corpus: Corpus) -> Study:
    """Code the reports, read their quantities and compare them with one another."""
    codebook = load_codebook()
    coder = Coder(codebook)
    repeats = _repeats(corpus)
    return Study(
        codebook,
        tuple(
            Studied(
                record=record,
                report=corpus.reports[record.id],
                codings={c.sentence.id: c for c in coder.code(corpus.reports[record.id])},
                quantities=quantities(corpus.reports[record.id]),
                repeats=tuple(sorted(repeats[record.id])),
            )
            for record in corpus.records
        ),
    )


def _repeats(corpus: Corpus) -> dict[str, list[Repeat]]:
    found: dict[str, list[Repeat]] = {name: [] for name in corpus.reports}
    texts = [part for name, report in corpus.reports.items() for part in stretches(name, report)]
    for passage in shared_passages(texts):
        if passage.a == passage.b and passage.b_start < passage.a_end:
            continue  # a run of one character repeats itself at every step
        a, b = (passage.a, passage.a_start, passage.a_end), passage[3:6]
        for (report, start, end), (other, other_start, _) in ((a, b), (b, a)):
            place = _paragraph(corpus.reports[other], other_start)
            found[report].append(Repeat(start, end, other, place))
    return found


def _paragraph(report: Report, offset: int) -> str:
    held = (p.id for p in report.paragraphs if p.start <= offset < p.end)
    return next(held, "")
