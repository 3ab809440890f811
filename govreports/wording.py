"""How messages word what they tell."""

from __future__ import annotations


def how_many(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun; ``plural`` where an s does not make it.

    >>> how_many(1, "report"), how_many(1200, "report"), how_many(0, "body", "bodies")
    ('1 report', '1,200 reports', '0 bodies')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
