"""Pages made from short lists that the authors keep as YAML: the glossary and the timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from publishing.errors import BuildError
from publishing.pages.html import Html, chinese, table
from publishing.pages.study import Study
from publishing.pages.text import escaped, raw_html
from publishing.paths import BOOK

GLOSSARY = BOOK / "glossary.yaml"
TIMELINE = BOOK / "timeline.yaml"

_INTRODUCTION = """# Glossary

Terms of law and administration as this book translates them, with the alternatives in use. The
last column counts the places in the running text of the reports and leads to them.
"""


def glossary_page(study: Study) -> str:
    """The translations of terms, as MyST with a table in HTML."""
    texts = [one.report.wording(p) for one in study.reports for p in one.report.paragraphs]
    rows = []
    for entry in _entries(GLOSSARY, {"zh", "en"}, {"alternatives", "note"}):
        count = sum(text.count(entry["zh"]) for text in texts)
        link = f'<a href="concordance.html?q={escaped(entry["zh"])}">{count}</a>'
        rows.append(
            (
                chinese(entry["zh"]),
                entry["en"],
                "; ".join(entry.get("alternatives", [])),
                entry.get("note", ""),
                Html(link) if count else "0",
            )
        )
    head = ("Term", "In this book", "Also translated", "Note", "Places")
    return f"{_INTRODUCTION}\n{raw_html(table(head, rows, caption='Glossary', kind='glossary'))}"


def timeline_fragment() -> str:
    """The legal changes that a reader needs, as a table to be included in a chapter."""
    rows = [
        (entry["date"], Html(f"{escaped(entry['en'])} {chinese(entry['zh'])}"), entry["matters"])
        for entry in _entries(TIMELINE, {"date", "zh", "en", "matters"}, set())
    ]
    head = ("Date", "Event", "Why it matters here")
    return raw_html(table(head, rows, caption="Changes in the law", kind="timeline"))


def _entries(path: Path, needed: set[str], allowed: set[str]) -> list[dict[str, Any]]:
    """The entries of a list; one that lacks a field or has an unknown one is an error."""
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise BuildError(f"{path.name}: {' '.join(str(error).split())}") from None
    for number, entry in enumerate(entries, 1):
        fields = set(entry) if isinstance(entry, dict) else set()
        if not needed <= fields <= needed | allowed:
            wrong = ", ".join(sorted((needed - fields) | (fields - needed - allowed)))
            raise BuildError(f"{path.name}, entry {number}: missing or unknown: {wrong}")
    return list(entries)
