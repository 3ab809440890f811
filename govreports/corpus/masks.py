"""Names of private persons, left out of every published view without moving an offset.

The list holds spans, not names. Each code point of a listed span becomes ■, so that a place in
the masked text is the same place in the report.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from govreports.corpus.spans import check_span
from govreports.errors import DataError
from govreports.report.model import Report, Section, Stated
from govreports.tables import check_report, read_text, rows_of, whole_number

MASK = "■"

CHECKED = ("file", "start", "end", "text", "why")
"""The columns of the names to check that an analysis of a folder lists."""

Span = tuple[int, int]


class Masked(NamedTuple):
    """A span that is not published, and why."""

    report: str
    start: int
    end: int
    reason: str


class Listed(NamedTuple):
    """A row of a list of masks, before the text that it is about was seen."""

    start: int
    end: int
    text: str  # what stands there, where the list says so; else empty
    place: str  # file and line of the list, for messages


def listed_masks(path: str | Path, reports: Collection[str]) -> dict[str, tuple[Listed, ...]]:
    """The rows of a list of masks by report, in order; a report without any has no entry.

    ``path`` is a CSV file with the columns of ``Masked``, or of the names to check that
    ``govreports analyze`` lists (``CHECKED``), with the rows that are to be masked. Raises
    ``DataError``, naming file and line, where a row is malformed, names an unknown report, or
    lies across another.
    """
    path = Path(path)
    text = read_text(path)
    checked = text.partition("\n")[0].strip().replace('"', "") == ",".join(CHECKED)
    found: dict[str, list[Listed]] = {}
    for line, row in rows_of(text, path, CHECKED if checked else Masked._fields):
        place = f"{path}, line {line}"
        name, reason = (row["file"], row["why"]) if checked else (row["report"], row["reason"])
        start, end = (whole_number(row[field], field, place) for field in ("start", "end"))
        check_report(name, reports, place)
        if not reason:
            raise DataError(f"{place}: a reason is due")
        own = found.setdefault(name, [])
        if any(start < other.end and other.start < end for other in own):
            raise DataError(f"{place}: lies across another masked span")
        own.append(Listed(start, end, row["text"] if checked else "", place))
    return {name: tuple(sorted(own)) for name, own in found.items()}


def checked_spans(listed: Iterable[Listed], text: str) -> tuple[Span, ...]:
    """The spans of rows about one text; ``DataError`` where one is none, or holds other words.

    The message tells the place, not the name.
    """
    spans = []
    for row in listed:
        check_span(row.start, row.end, text, row.place)
        if row.text and row.text != text[row.start : row.end]:
            raise DataError(
                f"{row.place}: at {row.start}–{row.end} of the report stand other characters than"
                " the list says"
            )
        spans.append((row.start, row.end))
    return tuple(spans)


def load_masks(path: str | Path, reports: Mapping[str, Report]) -> dict[str, tuple[Span, ...]]:
    """The spans to mask in each report, in order; reports without any have an empty tuple.

    ``path`` is a list as ``listed_masks`` reads it. Raises ``DataError``, naming file and line,
    where a row is malformed, names an unknown report, or lies outside its text or across another
    span; also where a masked name stands at another place that is not masked.
    """
    path = Path(path)
    listed = listed_masks(path, reports)
    masks = {
        name: checked_spans(listed.get(name, ()), report.text) for name, report in reports.items()
    }
    _refuse_unmasked(path, reports, masks)
    return masks


def mask(text: str, spans: Iterable[Span], offset: int = 0) -> str:
    """The text with each code point of the spans replaced by ■.

    ``offset`` is where the text begins in the file that the spans refer to, so that a quotation
    can be masked by itself; spans may reach over its ends.

    >>> mask("涉及甲乙丙安置等事项", [(2, 5)])
    '涉及■■■安置等事项'
    >>> mask("乙丙安置", [(2, 5)], offset=3)
    '■■安置'
    """
    masked = list(text)
    for start, end in spans:
        for place in range(max(start - offset, 0), min(end - offset, len(text))):
            masked[place] = MASK
    return "".join(masked)


def masked_report(report: Report, spans: Iterable[Span]) -> Report:
    """The same parse over the masked text; every offset and identifier holds."""
    listed = tuple(spans)
    stated = {
        field: _masked_value(value, report.text, listed) for field, value in report.metadata.items()
    }
    sections = tuple(
        section._replace(title=_masked_title(section, report.text, listed))
        for section in report.sections
    )
    return dataclasses.replace(
        report,
        text=mask(report.text, listed),
        metadata=MappingProxyType(stated),
        sections=sections,
        folded="",
    )


def masked_names(
    reports: Mapping[str, Report], masks: Mapping[str, Iterable[Span]]
) -> frozenset[str]:
    """What the masks hide: only for checking that no published file still holds it."""
    return frozenset(
        reports[name].text[start:end] for name, spans in masks.items() for start, end in spans
    )


def _masked_title(section: Section, text: str, spans: tuple[Span, ...]) -> str:
    """The title, which is part of the heading where it is not joined from several lines."""
    if not section.heading or not section.title:
        return section.title
    start, end = section.heading
    place = text.find(section.title, start, end)
    span = (place, place + len(section.title)) if place >= 0 else (start, end)
    return _masked_value(Stated(section.title, *span), text, spans).value


def _masked_value(stated: Stated, text: str, spans: tuple[Span, ...]) -> Stated:
    if not any(start < stated.end and stated.start < end for start, end in spans):
        return stated
    if stated.value == text[stated.start : stated.end]:
        return stated._replace(value=mask(stated.value, spans, stated.start))
    # A value put in another form cannot be masked by place, so nothing of it is shown.
    return stated._replace(value=MASK * len(stated.value))


def _refuse_unmasked(
    path: Path, reports: Mapping[str, Report], masks: Mapping[str, tuple[Span, ...]]
) -> None:
    for hidden in sorted(masked_names(reports, masks)):
        for name, report in reports.items():
            place = mask(report.text, masks[name]).find(hidden)
            if place >= 0:
                raise DataError(
                    f"{path}: a name masked elsewhere stands in {name} at"
                    f" {place}–{place + len(hidden)}, where it is not masked"
                )
