"""The sentences of a sample as a coder meets them: in their paragraph, under their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govreports.coding.sampling import Drawn
from govreports.errors import ArgumentError
from govreports.report.model import Report, Sentence


class DeskUnit(NamedTuple):
    """One sentence to code, with what its coder may see; offsets in code points of the file."""

    report: str
    sentence: str
    start: int
    end: int
    weight: float  # inverse of the probability of being drawn
    title: str  # of the report
    headings: tuple[str, ...]  # over the sentence, the outermost first
    before: str  # the rest of its paragraph
    text: str
    after: str


def desk_units(drawn: Iterable[Drawn], reports: Mapping[str, Report]) -> tuple[DeskUnit, ...]:
    """The drawn sentences with their surroundings, in their order.

    Texts are without blanks and line breaks. Raises ``ArgumentError`` for a report or a sentence
    that is not there.
    """
    wanted = tuple(drawn)
    numbered: dict[str, dict[str, int]] = {}
    for unit in wanted:
        if unit.report not in reports:
            raise ArgumentError(
                f"no report is called {unit.report!r}; there are {', '.join(reports)}"
            )
        if unit.report not in numbered:
            sentences = reports[unit.report].sentences
            numbered[unit.report] = {s.id: at for at, s in enumerate(sentences)}
        if unit.sentence not in numbered[unit.report]:
            raise ArgumentError(f"{unit.report} has no sentence {unit.sentence!r}")
    return tuple(
        _unit(unit, reports[unit.report], numbered[unit.report][unit.sentence]) for unit in wanted
    )


def _unit(drawn: Drawn, report: Report, at: int) -> DeskUnit:
    sentence = report.sentences[at]
    paragraph = [s for s in report.sentences if s.paragraph == sentence.paragraph]
    here = paragraph.index(sentence)
    return DeskUnit(
        *drawn,
        title=report.stated("title"),
        headings=tuple(_headings(sentence, report)),
        before=_wording(paragraph[:here], report),
        text=_wording([sentence], report),
        after=_wording(paragraph[here + 1 :], report),
    )


def _wording(sentences: Iterable[Sentence], report: Report) -> str:
    return "".join("".join(report.wording(sentence).split()) for sentence in sentences)


def _headings(sentence: Sentence, report: Report) -> Iterator[str]:
    sections = {section.id: section for section in report.sections}
    above = []
    at: str | None = sentence.section
    while at:
        above.append(sections[at].title)
        at = sections[at].parent
    return (title for title in reversed(above) if title)
