"""Whether a report holds what the instrument in force on its day of issue prescribes.

The word is "prescribed", not "statutory": the Outline of 2015 and the Provisions of 2019 are
joint instruments of Party and State. Whether text shows a content is judged, not its quality.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

import pandas as pd

from govreports.codebook.outlines import (
    Deadline,
    Element,
    Prescription,
    check_level,
    load_prescriptions,
)
from govreports.coding.coder import Coding
from govreports.corpus.reading import Record
from govreports.coverage.searching import (
    Hit,
    Unit,
    compiled,
    find,
    joined_spans,
    searched,
    units_of,
)
from govreports.report import dates
from govreports.report.folding import fold
from govreports.report.model import Report, Sentence
from govreports.schema import frame

PRESCRIBED_COLUMNS = (
    "prescription", "prescription_zh", "prescription_en", "named", "checked", "kind", "element",
    "zh", "en", "state", "note", "sentences", "spans", "searched",
)  # fmt: skip


_PARTS = {"problem": "problems", "plan": "outlook"}
_PUBLISHED = re.compile(r"(?:发布|公开)(?:时间|日期)[: ]*(?P<day>.*)")


def in_force(genre: str, day: date, prescriptions: Sequence[Prescription]) -> Prescription | None:
    """The instrument that prescribes a genre's contents on a day; None where there is none."""
    for found in prescriptions:
        if found.genre == genre and found.first <= day and (not found.last or day <= found.last):
            return found
    return None


def day_of_publication(report: Report) -> date | None:
    """The day on which the page that carried a report says it was published, if it says so."""
    for block in report.blocks:
        if block.kind == "metadata":
            stated = _PUBLISHED.search(fold(report.text[block.start : block.end]))
            day = dates.find(stated["day"]) if stated else None
            if day:
                with suppress(ValueError):  # no such day, as 31 February
                    return date.fromisoformat(day.iso)
    return None


def prescribed_contents(
    report: Report,
    codings: Sequence[Coding],
    *,
    issued: date | None = None,
    published: date | None = None,
    reporting_year: int | None = None,
    genre: str = "rule-of-law",
    level: str = "",
    prescriptions: Sequence[Prescription] | None = None,
) -> pd.DataFrame:
    """The checklist of prescribed contents and dates, one row an element.

    Args:
        report, codings: the report and its sentences as coded by `govreports.coding.coder`
        issued: day of issue; where it is unknown, 1 January after the reporting year is supposed,
            and the rows say so
        published: day of publication, where it is known
        reporting_year: the year the report is about; needed for the dates
        genre, level: of the report and of its issuer; an empty level is unknown

    Returns:
        DataFrame with ``PRESCRIBED_COLUMNS``, empty where no instrument was in force or where day
        and year are unknown. ``named`` says whether the instrument names issuers of this level
        (``yes``, ``no``, ``unknown``); ``checked`` whether its wording was read in a source.
        ``kind`` is ``content`` or ``deadline``. ``state`` of a content: ``present``; ``formula
        only`` where a part on problems or on what comes next says nothing but formula; ``not
        found``; ``not checkable`` in the text. A part whose heading has the wording sought counts
        whole. ``state`` of a deadline: ``met``; ``early``, before the reported year was over;
        ``late``; ``unknown``; ``issued in time`` where publication was due and only the day of
        issue is known. ``sentences`` and ``spans`` are the evidence.

    Raises:
        ArgumentError: The level is unknown.
    """
    check_level(level)
    prescriptions = load_prescriptions() if prescriptions is None else prescriptions
    day = issued or (date(reporting_year + 1, 1, 1) if reporting_year else None)
    found = in_force(genre, day, prescriptions) if day else None
    rows: list[tuple[object, ...]] = []
    if found:
        named = ("yes" if level in found.levels else "no") if level else "unknown"
        head = (found.id, found.zh, found.en, named, found.checked)
        supposed = "" if issued else f"day of issue unknown; {day} supposed"
        said = [coding for coding in codings if coding.move != "frame"]
        for element in found.contents:
            rows.append((*head, "content", *_content(element, report, said, supposed)))
        for deadline in filter(lambda one: one.is_for(level), found.deadlines):
            rows.append(
                (*head, "deadline", *_deadline(deadline, issued, published, reporting_year))
            )
    return pd.DataFrame(rows, columns=list(PRESCRIBED_COLUMNS))


def prescribed_frame(
    records: Iterable[Record],
    reports: Mapping[str, Report],
    codings: Mapping[str, Sequence[Coding]],
) -> pd.DataFrame:
    """``prescribed_contents`` of every report, by its record (frame ``prescribed``).

    The day of publication is the one that the page with the report states.
    """
    prescriptions = load_prescriptions()
    tables = [
        prescribed_contents(
            reports[record.id],
            codings[record.id],
            issued=date.fromisoformat(record.issued) if record.issued else None,
            published=day_of_publication(reports[record.id]),
            reporting_year=record.reporting_year,
            genre=record.genre,
            level=record.level,
            prescriptions=prescriptions,
        ).assign(report=record.id)
        for record in records
    ]
    filled = [table for table in tables if len(table)]
    return frame("prescribed", pd.concat(filled, ignore_index=True) if filled else [])


def _content(
    element: Element, report: Report, said: Sequence[Coding], supposed: str
) -> tuple[str, ...]:
    """The cells of one prescribed content from ``element`` on."""
    names = (element.id, element.zh, element.en)
    if not element.seek and not element.patterns:
        return (*names, "not checkable", supposed, "", "", "")
    chosen = [c.sentence for c in said if not element.seek or c.move == element.seek]
    units = units_of(report, chosen)
    hits = find(units, compiled(element.patterns)) if element.patterns else _whole(units)
    if not element.seek:
        hits = _with_parts(report, units, hits, compiled(element.patterns), chosen)
    state = "present" if any(not hit.heading for hit in hits) else "not found"
    if state == "not found" and element.seek in _PARTS and not element.patterns:
        parts = {s.id for s in report.sections if s.role == _PARTS[element.seek]}
        hits = _whole(units_of(report, [s for s in report.sentences if s.section in parts]))
        state = "formula only" if hits else state
    how = f"sentences of move {element.seek}" if element.seek else "all sentences"
    return (
        *names,
        state,
        supposed,
        " ".join(hit.unit for hit in hits),
        joined_spans(hits),
        ": ".join(filter(None, (how, searched(element.patterns)))),
    )


def _with_parts(
    report: Report,
    units: Sequence[Unit],
    hits: Sequence[Hit],
    expression: re.Pattern[str],
    sentences: Sequence[Sentence],
) -> tuple[Hit, ...]:
    """The hits, and every sentence of the parts whose heading has the wording."""
    headed = {
        section.id
        for section in report.sections
        if section.heading and expression.search("".join(fold(section.title).split()))
    }
    within = {s.id for s in sentences if headed & set(_around(s.section))}
    found = {hit.unit: hit for hit in hits}
    return tuple(
        found.get(unit.id) or _whole([unit])[0]
        for unit in units
        if unit.id in found or unit.id in within
    )


def _around(section: str) -> tuple[str, ...]:
    """A section and those around it, by their identifiers.

    >>> _around("2.1.3")
    ('2.1.3', '2.1', '2')
    """
    steps = section.split(".")
    return tuple(".".join(steps[:end]) for end in range(len(steps), 0, -1))


def _whole(units: Sequence[Unit]) -> tuple[Hit, ...]:
    return tuple(Hit(u.id, u.heading, u.origin[0], u.origin[-1] + 1) for u in units)


def _deadline(
    deadline: Deadline, issued: date | None, published: date | None, reporting_year: int | None
) -> tuple[str, ...]:
    """The cells of one deadline from ``element`` on."""
    names = (deadline.id, deadline.zh, deadline.en)
    if issued is None or reporting_year is None:
        lacking = {"day of issue": issued, "reporting year": reporting_year}
        note = f"{' and '.join(name for name, day in lacking.items() if day is None)} unknown"
        return (*names, "unknown", note, "", "", "")
    due = date(reporting_year + 1, deadline.month, deadline.day)
    public = deadline.id == "publication"
    day = published if public and published else issued
    state = "early" if day.year <= reporting_year else "met" if day <= due else "late"
    note = f"{'published' if day is published else 'issued'} {day}, due {due}"
    if public and not published:
        note += "; day of publication not stated"
        # What was issued in time may still have been published late.
        state = "issued in time" if state == "met" else state
    return (*names, state, note, "", "", "")
