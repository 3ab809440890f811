"""The corpus as the book uses it: checked against its register before anything is made."""

from __future__ import annotations


def checked_corpus() -> None:
    """Waits for the parser."""
