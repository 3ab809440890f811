"""Where patterns of measures and prescribed contents occur in a report, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreports.codebook.model import Pattern
from govreports.coding.matching import Spans, lay_out
from govreports.report.folding import fold
from govreports.report.model import Report, Section, Sentence


class Unit(NamedTuple):
    """A sentence, or a heading on a line of its own, ready to be searched."""

    id: str  # the sentence's, or ``§`` and the section's
    heading: bool  # own-line or run-in
    text: str  # matching view without blanks
    origin: Sequence[int]  # where each character stands in the report's text


class Hit(NamedTuple):
    """The first place in a unit at which one of the patterns occurs."""

    unit: str
    heading: bool
    start: int
    end: int


def units_of(
    report: Report, sentences: Sequence[Sentence], sections: Iterable[Section] = ()
) -> tuple[Unit, ...]:
    """Lay sentences and the own-line headings of sections out for `find`."""
    inline = {report.text[s.start : s.end].strip() for s in sentences if s.is_heading}
    entries: list[tuple[str, bool, Spans]] = [
        (s.id, s.is_heading, s.parts or ((s.start, s.end),)) for s in sentences
    ]
    for section in sections:
        if section.heading and report.text[slice(*section.heading)].strip() not in inline:
            entries.append((f"§{section.id}", True, (section.heading,)))
    if not entries:
        return ()
    laid = lay_out(report.folded, [spans for _, _, spans in entries])
    units, position = [], 0
    for (name, heading, _), text in zip(entries, laid.text.split("\n"), strict=False):
        origin = laid.origin[position : position + len(text)].tolist()
        units.append(Unit(name, heading, text, origin))
        position += len(text) + 1
    return tuple(units)


def compiled(patterns: Iterable[Pattern]) -> re.Pattern[str]:
    """One expression for all patterns, in the view that `units_of` gives."""
    return re.compile("|".join(_expression(pattern) for pattern in patterns))


def find(units: Iterable[Unit], expression: re.Pattern[str]) -> tuple[Hit, ...]:
    """The units in which the expression occurs, each with its first place."""
    hits = []
    for unit in units:
        match = expression.search(unit.text)
        if match and match.end() > match.start():
            start, end = unit.origin[match.start()], unit.origin[match.end() - 1] + 1
            hits.append(Hit(unit.id, unit.heading, start, end))
    return tuple(hits)


def searched(patterns: Iterable[Pattern]) -> str:
    """The patterns as a reader can repeat the search: literals, and expressions in slashes."""
    return " | ".join(f"/{p.text}/" if p.regex else p.text for p in patterns)


def legible(patterns: Iterable[Pattern]) -> str:
    """The patterns for readers: … for words between, (a/b) for either, [a] for what may be absent.

    What must not stand beside a wording is left out; `searched` has the patterns in full.

    >>> legible([Pattern("决策[^。;]{0,20}(?:跟踪|后)评估", regex=True, weight=1.0)])
    '决策…(跟踪/后)评估'
    """
    found = (_legible(p.text) if p.regex else p.text for p in patterns)
    return "; ".join(dict.fromkeys(found))


def joined_spans(hits: Iterable[Hit]) -> str:
    """Spans of hits as ``start-end`` joined by blanks, for tables."""
    return " ".join(f"{hit.start}-{hit.end}" for hit in hits)


_STEPS: tuple[tuple[str, str], ...] = (
    (r"\\\(", "（"),
    (r"\\\)", "）"),
    (r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)", ""),  # what must not, or must, stand beside
    (r"\[\^[^\]]*\](?:\{[\d,]*\}|[*+?]{0,2})", "…"),
    (r"\\d(?:\+|\{[\d,]*\})?", "‹number›"),
    (r"(?:\[[^\w\s]*\]|[\"“”])\?", ""),  # a mark that may be absent
    (r"\(\?:", "("),
    (r"\[([^\s^])([^\s^])\]", r"(\1/\2)"),
    (r"\(([^()]*)\)\?", r"[\1]"),
    (r"(\w)\?", r"[\1]"),
    (r"\|", "/"),
    (r"\\(.)", r"\1"),
)


def _legible(text: str) -> str:
    for step, shown in _STEPS:
        text = re.sub(step, shown, text)
    return text


def _expression(pattern: Pattern) -> str:
    if pattern.regex:
        return f"(?:{fold(pattern.text)})"
    return re.escape("".join(fold(pattern.text).split()))
