"""The glossary, and the timeline that a chapter includes."""

from __future__ import annotations

from publishing.pages.html import block
from publishing.pages.study import Study
from publishing.reference import load_glossary, load_timeline

_INTRODUCTION = """# Glossary

Terms of law and administration as this book translates them, with other translations in use. The
last column counts the places in the running text of the reports[ and leads to them]{.screen-only}.
"""


def glossary_page(study: Study) -> str:
    """The translations of terms, as MyST with a table in HTML."""
    texts = [one.report.wording(p) for one in study.reports for p in one.report.paragraphs]
    terms = [(term, sum(text.count(term.zh) for text in texts)) for term in load_glossary()]
    return f"{_INTRODUCTION}\n{block('glossary.html', terms=terms)}"


def timeline_fragment() -> str:
    """The changes in law and organisation that a reader needs, as a table of a chapter."""
    return block("timeline.html", events=load_timeline())
