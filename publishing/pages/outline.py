"""How each report was read: its outline, with depth and length, and what was left out and why."""

from __future__ import annotations

from govreports.report.model import Section
from publishing.pages.html import Html, chinese, table
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, markdown, raw_html

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


def outline_page(study: Study) -> str:
    """The page, as MyST with tables in HTML."""
    parts = [_INTRODUCTION]
    for one in study.reports:
        parts += [f"## {markdown(one.name)}\n", raw_html(_sections(one)), raw_html(_left_out(one))]
    return "\n".join(parts)


def _sections(one: Studied) -> str:
    report = one.report
    paragraphs: dict[str, list[int]] = {}
    for paragraph in report.paragraphs:
        length = len(report.wording(paragraph))
        paragraphs.setdefault(paragraph.section, []).append(length)
    rows = []
    for section in report.sections:
        own = [
            length
            for name, lengths in paragraphs.items()
            if name == section.id or name.startswith(f"{section.id}.")
            for length in lengths
        ]
        rows.append(
            (
                Html(f'<span class="depth-{section.level}">{escaped(section.id)}</span>'),
                section.level,
                _title(one, section),
                section.role,
                len(own),
                sum(own),
            )
        )
    head = ("Section", "Level", "Heading", "Part", "Paragraphs", "Characters")
    return table(head, rows, label=f"{one.name}: outline", kind="outline")


def _title(one: Studied, section: Section) -> Html:
    first = next((p.id for p in one.report.paragraphs if p.start >= section.start), "")
    words = chinese(f"{section.marker}{section.title}") if section.heading else Html("no heading")
    return Html(f'<a href="reports/{one.id}.html#{first}">{words}</a>')


def _left_out(one: Studied) -> str:
    rows = []
    for block in one.report.blocks:
        if block.kind in ("heading", "paragraph"):
            continue
        text = one.report.text[block.start : block.end]
        short = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
        reason = block.reason or _REASONS.get(block.kind, "")
        rows.append((f"{block.start}–{block.end}", block.kind, reason, chinese(short)))
    head = ("Place in the file", "Kind", "Why", "Text")
    return table(head, rows, caption="Not counted", label=f"{one.name}: not counted")
