"""Spans of a report's text: checked where people list them by hand, and the place they lie in."""

from __future__ import annotations

from govreports.errors import DataError
from govreports.text.model import Report


def paragraph_at(report: Report, position: int) -> str:
    """The paragraph that holds a position, or the first under the heading that does.

    Below the last paragraph, as in a heading at the end, it is the last. Raises ``DataError``
    where the report has no paragraph.
    """
    if not report.paragraphs:
        raise DataError("a report without paragraphs has no place to tell")
    return next((p.id for p in report.paragraphs if position < p.end), report.paragraphs[-1].id)


def check_span(start: int, end: int, text: str, place: str) -> None:
    """Refuse a span that is empty or not inside the text."""
    if not start < end <= len(text):
        raise DataError(f"{place}: {start}–{end} is no span of a text of {len(text)} code points")
