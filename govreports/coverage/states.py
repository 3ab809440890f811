"""Which measures of the two Outlines a report speaks of, in four states.

A measure is *found* where a wording of its codebook entry occurs in a sentence that is no mere
formula. Absence from a report is not absence of conduct: *not found* says what was searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from govreports.codebook.model import Code, Codebook, Pattern
from govreports.codebook.outlines import (
    Lack,
    Outline,
    Standing,
    load_competences,
    load_outlines,
)
from govreports.coding.coder import Coding
from govreports.corpus.reading import Record
from govreports.coverage.searching import Hit, compiled, find, joined_spans, searched, units_of
from govreports.report.model import Report
from govreports.schema import frame

STATES = ("found", "not found", "not applicable", "not yet in force")
COVERAGE_COLUMNS = (
    "outline", "measure", "item", "zh", "en", "theme", "state", "reason", "caveat",
    "strength", "sentences", "spans", "moves", "searched", "expected",
)  # fmt: skip


class Search(NamedTuple):
    """A measure and how it is looked for."""

    measure: Code
    patterns: tuple[Pattern, ...]
    expression: re.Pattern[str]


def searches(codebook: Codebook) -> tuple[Search, ...]:
    """The measures of a codebook with their patterns, compiled once for any number of reports."""
    by_code: dict[str, tuple[Pattern, ...]] = {}
    for rule in codebook.rules:
        by_code[rule.code] = by_code.get(rule.code, ()) + rule.patterns
    return tuple(
        Search(code, by_code[code.id], compiled(by_code[code.id]))
        for code in codebook.of_kind("measure")
        if code.id in by_code
    )


def coverage(
    report: Report,
    codings: Sequence[Coding],
    codebook: Codebook,
    *,
    level: str = "",
    reporting_year: int | None = None,
    genre: str = "rule-of-law",
    looked_for: Sequence[Search] | None = None,
    outlines: Mapping[str, Outline] | None = None,
) -> pd.DataFrame:
    """Each measure of both Outlines in one report, one row a measure, in the codebook's order.

    Args:
        report, codings: the report and its sentences as coded by `govreports.coding.coder`
        level: administrative level of the issuer, one of ``outlines.LEVELS``; empty if unknown, and
            then nothing is held to lie outside its competence
        reporting_year: the year the report is about; None if unknown
        genre: a report of another genre than ``rule-of-law`` is asked only for what it is about
        looked_for: what `searches` gave for the codebook, to spare compiling it again

    Returns:
        DataFrame with ``COVERAGE_COLUMNS``: ``state`` is one of ``STATES``; ``reason`` says why a
        measure does not apply or is not yet in force; ``caveat`` that the issuer's competence is
        arguable; ``strength`` is ``said`` or ``heading only``; ``sentences`` (identifiers, ``§``
        and a section's for a heading on a line of its own) and ``spans`` (``start-end`` in code
        points) are the evidence, joined by blanks; ``moves`` the moves of those sentences;
        ``searched`` the patterns; ``expected`` whether the measure could be looked for in such a
        report at all, which its text has no part in. Evidence is given in every state: a report may
        speak of a measure before its time.

        A measure is not expected, and ``reason`` says why, where the Outline was not yet or no
        longer in force, where the report is of another genre, or where issuers of the level clearly
        lack competence. In the last two cases it is ``not applicable`` if the report is silent and
        ``found`` if not: an issuer may help with what it has no competence for. Shares are to be
        taken of what was expected.

    Raises:
        ArgumentError: The level is unknown.
    """
    looked_for = searches(codebook) if looked_for is None else looked_for
    outlines = load_outlines() if outlines is None else outlines
    lacks = load_competences(level)
    said = [coding for coding in codings if coding.move != "frame"]
    move_of = {coding.sentence.id: coding.move for coding in said}
    spoken = {coding.sentence.section for coding in said}
    sections = [s for s in report.sections if s.id in spoken]
    units = units_of(report, [coding.sentence for coding in said], sections)
    rows = []
    for measure, patterns, expression in looked_for:
        outline = outlines[measure.origin]
        hits = find(units, expression)
        lack = lacks.get(measure.id)
        standing = outline.standing(reporting_year)
        reason = _unexpected(measure.id, outline, reporting_year, genre, lack)
        caveat = lack.reason if lack and not lack.clear and _asked(standing) else ""
        rows.append(
            (
                outline.id, measure.id, int(measure.id.rpartition("-")[2]), measure.zh,
                measure.en, measure.parent, _state(standing, hits, expected=not reason), reason,
                caveat, _strength(hits),
                " ".join(hit.unit for hit in hits), joined_spans(hits),
                " ".join(sorted({move_of[h.unit] for h in hits if h.unit in move_of})),
                searched(patterns), not reason,
            )
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(COVERAGE_COLUMNS))


def coverage_frame(
    records: Iterable[Record],
    reports: Mapping[str, Report],
    codings: Mapping[str, Sequence[Coding]],
    codebook: Codebook,
) -> pd.DataFrame:
    """``coverage`` of every report, by what its record says of it (frame ``coverage``)."""
    looked_for, outlines = searches(codebook), load_outlines()
    tables = [
        coverage(
            reports[record.id],
            codings[record.id],
            codebook,
            level=record.level,
            reporting_year=record.reporting_year,
            genre=record.genre,
            looked_for=looked_for,
            outlines=outlines,
        ).assign(report=record.id)
        for record in records
    ]
    return frame("coverage", pd.concat(tables, ignore_index=True) if tables else [])


def _asked(standing: Standing) -> bool:
    return standing in ("in force", "unknown")


def _unexpected(
    measure: str, outline: Outline, reporting_year: int | None, genre: str, lack: Lack | None
) -> str:
    """Why a measure is not looked for in a report, whatever it says; empty where it is."""
    standing = outline.standing(reporting_year)
    if standing == "not yet in force":
        return f"issued on {outline.issued}; the report is about {reporting_year}"
    if standing == "lapsed":
        period = f"{outline.first_year}-{outline.last_year}"
        return f"period {period} ended before {reporting_year}"
    if genre != "rule-of-law" and measure not in outline.of_disclosure:
        return f"the report is of another genre ({genre})"
    return lack.reason if lack and lack.clear else ""


def _state(standing: Standing, hits: Sequence[Hit], *, expected: bool) -> str:
    if standing == "not yet in force":
        return standing
    if hits and _asked(standing):
        return "found"
    return "not found" if expected else "not applicable"


def _strength(hits: Sequence[Hit]) -> str:
    if not hits:
        return ""
    return "heading only" if all(hit.heading for hit in hits) else "said"
