"""How each report was read: its outline, with depth and length, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govreports.report.model import Block, Report, Section
from publishing.pages.html import block
from publishing.pages.study import Study
from publishing.pages.text import markdown

_INTRODUCTION = """# How the reports were read

Each report was cut into sections, paragraphs and sentences before anything was counted. This page
shows the result, so that a wrong cut can be seen: the outline of each report with the level and
the length of every section, and the parts of its file that are not counted, with the reason.
Lengths are characters of running text (字数), headings in the text included.
"""
_REASONS = {
    "title": "the title of the report",
    "metadata": "catalogue card, source or number: kept as metadata",
    "addressee": "whom the report addresses",
    "signature": "who signed it",
    "date": "its date",
}
_SHOWN = 90


class _Row(NamedTuple):
    section: Section
    first: str  # paragraph under it or after it
    paragraphs: int
    characters: int


def outline_page(study: Study) -> str:
    """The page, as MyST with tables in HTML."""
    parts = [_INTRODUCTION]
    for one in study.reports:
        parts += [
            f"## {markdown(one.name)}\n",
            block("outline.html", one=one, sections=_sections(one.report)),
            block("left_out.html", one=one, blocks=_left_out(one.report)),
        ]
    return "\n".join(parts)


def _sections(report: Report) -> Iterator[_Row]:
    for section in report.sections:
        own = [
            len(report.wording(paragraph))
            for paragraph in report.paragraphs
            if f"{paragraph.section}.".startswith(f"{section.id}.")
        ]
        first = next((p.id for p in report.paragraphs if p.start >= section.start), "")
        yield _Row(section, first, len(own), sum(own))


def _left_out(report: Report) -> Iterator[tuple[Block, str, str]]:
    """Each block that is not counted, why, and how its text begins."""
    for part in report.blocks:
        if part.kind not in ("heading", "paragraph"):
            text = report.text[part.start : part.end]
            shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
            yield part, part.reason or _REASONS.get(part.kind, ""), shown
