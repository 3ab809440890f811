"""Small pages in the manner of government sites, and what is asked of their parse."""

from __future__ import annotations

from govreports.report.parse import parse

Heading = tuple[int, str, str]


def headings(text: str) -> list[Heading]:
    """Level, marker and title of each heading, in order."""
    return [(s.level, s.marker, s.title) for s in parse(text).sections if s.heading]


def roles(text: str) -> dict[str, str]:
    """The role of each section by its title, or by its identifier where it has none."""
    return {s.title or s.id: s.role for s in parse(text).sections}


def kinds(text: str) -> dict[str, str]:
    """The kind of each block by its wording."""
    report = parse(text)
    return {report.wording(block): block.kind for block in report.blocks}


def spoken(text: str) -> list[str]:
    """All sentences, joined where lines or pages break them."""
    report = parse(text)
    return [report.wording(sentence) for sentence in report.sentences]
