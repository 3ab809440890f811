"""Names of private persons, left out of every published view without moving an offset.

The list holds spans, not names. Each code point of a listed span becomes ■, so that a place in
the masked text is the same place in the report.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from govreports.corpus.spans import check_span
from govreports.errors import DataError
from govreports.report.model import Report, Stated
from govreports.tables import check_report, read_rows, whole_number

MASK = "■"

Span = tuple[int, int]


class Masked(NamedTuple):
    """A span that is not published, and why."""

    report: str
    start: int
    end: int
    reason: str


def load_masks(path: str | Path, reports: Mapping[str, Report]) -> dict[str, tuple[Span, ...]]:
    """The spans to mask in each report, in order; reports without any have an empty tuple.

    ``path`` is a CSV file with the columns of ``Masked``. Raises ``DataError``, naming file and
    line, where a row is malformed, names an unknown report, or lies outside its text or across
    another span; also where a masked name stands at another place that is not masked.
    """
    path = Path(path)
    spans: dict[str, list[Span]] = {name: [] for name in reports}
    for line, row in read_rows(path, Masked._fields):
        place = f"{path}, line {line}"
        start, end = (whole_number(row[field], field, place) for field in ("start", "end"))
        check_report(row["report"], reports, place)
        if not row["reason"]:
            raise DataError(f"{place}: a reason is due")
        check_span(start, end, reports[row["report"]].text, place)
        if any(
            start < other_end and other_start < end
            for other_start, other_end in spans[row["report"]]
        ):
            raise DataError(f"{place}: lies across another masked span")
        spans[row["report"]].append((start, end))
    masks = {name: tuple(sorted(listed)) for name, listed in spans.items()}
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
    return dataclasses.replace(
        report, text=mask(report.text, listed), metadata=MappingProxyType(stated), folded=""
    )


def masked_names(
    reports: Mapping[str, Report], masks: Mapping[str, Iterable[Span]]
) -> frozenset[str]:
    """What the masks hide: only for checking that no published file still holds it."""
    return frozenset(
        reports[name].text[start:end] for name, spans in masks.items() for start, end in spans
    )


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
