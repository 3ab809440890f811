"""Which measures of the two Outlines a report speaks of, in four states.

A measure is *found* where a wording of its codebook entry occurs in a sentence that is no mere
formula. Absence from a report is not absence of conduct: *not found* says what was searched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from govreports.coding.coder import Coding
from govreports.coding.codes import Code, Codebook, Pattern
from govreports.coding.outlines import (
    Lack,
    Outline,
    Standing,
    load_competences,
    load_outlines,
)
from govreports.coding.searching import Hit, compiled, find, joined_spans, searched, units_of
from govreports.text.model import Report

STATES = ("found", "not found", "not applicable", "not yet in force")
COVERAGE_COLUMNS = (
    "outline", "measure", "item", "zh", "en", "theme", "state", "reason", "caveat",
    "strength", "sentences", "spans", "moves", "searched",
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

    Parameters
    ----------
    report, codings : the report and its sentences as coded by `govreports.coding.coder`
    level : administrative level of the issuer, one of ``outlines.LEVELS``; empty if unknown,
        and then nothing is held to lie outside its competence
    reporting_year : the year the report is about; None if unknown
    genre : a report of another genre than ``rule-of-law`` is asked only for what it is about
    looked_for : what `searches` gave for the codebook, to spare compiling it again

    Returns
    -------
    DataFrame with ``COVERAGE_COLUMNS``: ``state`` is one of ``STATES``; ``reason`` says why a
    measure does not apply or is not yet in force; ``caveat`` that the issuer's competence is
    arguable; ``strength`` is ``said`` or ``heading only``; ``sentences`` (identifiers, ``§`` and
    a section's for a heading on a line of its own) and ``spans`` (``start-end`` in code points)
    are the evidence, joined by blanks; ``moves`` the moves of those sentences; ``searched`` the
    patterns. Evidence is given in every state: a report may speak of a measure before its time.

    A measure is ``not applicable`` where the Outline's period had ended, where the report is of
    another genre, or where issuers of the level clearly lack competence and the report is
    nonetheless silent: an issuer may help with what it has no competence for.

    Raises
    ------
    DataError
        The level is unknown.
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
        state, reason, caveat = _state(
            measure.id, hits, outline, reporting_year, genre, lacks.get(measure.id)
        )
        rows.append(
            (
                outline.id, measure.id, int(measure.id.rpartition("-")[2]), measure.zh,
                measure.en, measure.parent, state, reason, caveat, _strength(hits),
                " ".join(hit.unit for hit in hits), joined_spans(hits),
                " ".join(sorted({move_of[h.unit] for h in hits if h.unit in move_of})),
                searched(patterns),
            )
        )  # fmt: skip
    return pd.DataFrame(rows, columns=list(COVERAGE_COLUMNS))


def _state(
    measure: str,
    hits: Sequence[Hit],
    outline: Outline,
    reporting_year: int | None,
    genre: str,
    lack: Lack | None,
) -> tuple[str, str, str]:
    """State, reason and caveat of one measure."""
    standing: Standing = outline.standing(reporting_year)
    caveat = lack.reason if lack and not lack.clear else ""
    if standing == "not yet in force":
        return standing, f"issued on {outline.issued}; the report is about {reporting_year}", ""
    if standing == "lapsed":
        period = f"{outline.first_year}-{outline.last_year}"
        return "not applicable", f"period {period} ended before {reporting_year}", ""
    if hits:
        return "found", "", caveat
    if genre != "rule-of-law" and measure not in outline.of_disclosure:
        return "not applicable", f"the report is of another genre ({genre})", ""
    if lack and lack.clear:
        return "not applicable", lack.reason, ""
    return "not found", "", caveat


def _strength(hits: Sequence[Hit]) -> str:
    if not hits:
        return ""
    return "heading only" if all(hit.heading for hit in hits) else "said"
