"""Spans of a report's text: checked where people list them by hand, and the place they lie in."""

from __future__ import annotations

from govreports.errors import DataError
from govreports.report.model import Report


def paragraph_at(report: Report, position: int) -> str:
    """The paragraph that holds a position, or the first under the heading that does.

    In a heading with nothing under it, at the end, it is the last paragraph of the report.
    """
    return next((p.id for p in report.paragraphs if position < p.end), report.paragraphs[-1].id)


def check_span(start: int, end: int, text: str, place: str) -> None:
    """Refuse a span that is empty or not inside the text."""
    if not start < end <= len(text):
        raise DataError(f"{place}: {start}–{end} is no span of a text of {len(text)} code points")
