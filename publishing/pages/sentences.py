"""All sentences by theme and report: what stands behind each cell of the tables of themes."""

from __future__ import annotations

from govreports.report.model import Sentence
from publishing.pages.html import block
from publishing.pages.study import Studied, Study
from publishing.pages.text import markdown

_INTRODUCTION = """# Sentences by theme

Every sentence of the reports under its primary theme, report by report, each with its place.
A sentence may deal with further themes; in the report reader they are shown as well.
"""


def sentences_page(study: Study) -> str:
    """The page, as MyST with lists in HTML; a cell has the address ``#T4-<report>``."""
    parts = [_INTRODUCTION]
    for theme in study.codebook.of_kind("theme"):
        by_report = ((one, _sentences(one, theme.id)) for one in study.reports)
        reports = [(one, sentences) for one, sentences in by_report if sentences]
        if reports:
            title = f"## {theme.id} {markdown(theme.en)} {markdown(theme.zh)}\n"
            parts += [title, block("sentences.html", theme=theme, reports=reports)]
    return "\n".join(parts)


def _sentences(one: Studied, theme: str) -> list[Sentence]:
    return [coding.sentence for coding in one.codings.values() if coding.primary == theme]
