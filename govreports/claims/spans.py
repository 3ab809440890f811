"""Spans that people list by hand, checked against the text they lie in."""

from __future__ import annotations

from govreports.errors import DataError


def check_span(start: int, end: int, text: str, place: str) -> None:
    """Refuse a span that is empty or not inside the text."""
    if not start < end <= len(text):
        raise DataError(f"{place}: {start}–{end} is no span of a text of {len(text)} code points")
