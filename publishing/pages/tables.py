"""The glossary, and the timeline that a chapter includes."""

from __future__ import annotations

from publishing.pages.html import Html, chinese, table
from publishing.pages.study import Study
from publishing.pages.text import escaped, raw_html
from publishing.reference import Event, load_glossary, load_timeline

_INTRODUCTION = """# Glossary

Terms of law and administration as this book translates them, with other translations in use. The
last column counts the places in the running text of the reports[ and leads to them]{.screen-only}.
"""


def glossary_page(study: Study) -> str:
    """The translations of terms, as MyST with a table in HTML."""
    texts = [one.report.wording(p) for one in study.reports for p in one.report.paragraphs]
    rows = []
    for term in load_glossary():
        count = sum(text.count(term.zh) for text in texts)
        link = f'<a href="concordance.html?q={escaped(term.zh)}">{count}</a>'
        others = "; ".join(term.alternatives)
        name = Html(f'<span id="term-{escaped(term.zh)}">{chinese(term.zh)}</span>')
        rows.append((name, term.en, others, term.sense, Html(link) if count else "0"))
    head = ("Term", "In this book", "Also translated", "Sense", "Places")
    return f"{_INTRODUCTION}\n{raw_html(table(head, rows, label='Glossary', kind='glossary'))}"


def timeline_fragment() -> str:
    """The changes in law and organisation that a reader needs, as a table of a chapter."""
    rows = [(event.date, _named(event), event.matters, _rests(event)) for event in load_timeline()]
    head = ("Date", "Event", "Why it matters here", "Source")
    return raw_html(table(head, rows, caption="Changes in the law", kind="timeline"))


def _named(event: Event) -> Html:
    return Html(f'<span class="english-only">{escaped(event.en)}</span> {chinese(event.zh)}')


def _rests(event: Event) -> str:
    return event.source if event.checked else "date and content were not checked in a source"
