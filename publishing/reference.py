"""Glossary and timeline: what readers need beside the tables, as data for the book."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from govreports.codebook.strict_yaml import Entry, read_yaml
from publishing.paths import ENGLISH, GLOSSARY, TIMELINE


class Term(NamedTuple):
    """A Chinese term, the translation used, others in use, and one line of sense."""

    zh: str
    en: str
    alternatives: tuple[str, ...]
    sense: str


class Event(NamedTuple):
    """A dated change of law or organisation; ``date`` is ISO, to the day or to the month."""

    date: str
    zh: str
    en: str
    matters: str  # why a reader of the reports needs it
    source: str
    checked: bool  # whether date and content were read in the source


def load_glossary(source: Path = GLOSSARY) -> tuple[Term, ...]:
    """The terms of the book in the order of the file.

    Raises:
        DataError: The file is malformed or gives a term twice; the message names file and line.
    """
    terms: dict[str, Term] = {}
    for at in _entries(source, "terms"):
        at.only("zh", "en", "alternatives", "sense")
        term = Term(
            at.text("zh"), at.text("en"), tuple(at.items("alternatives", str)), at.text("sense")
        )
        if term.zh in terms:
            raise at.error(f"{term.zh} is given twice")
        terms[term.zh] = term
    return tuple(terms.values())


@cache
def load_english() -> dict[str, str]:
    """Working translations of words and sentences by their exact wording."""
    return dict(yaml.safe_load(ENGLISH.read_text(encoding="utf-8")))


def load_timeline(source: Path = TIMELINE) -> tuple[Event, ...]:
    """The events of the timeline in the order of the file, which is that of time.

    Raises:
        DataError: The file is malformed, out of order, or calls an event checked without a source.
    """
    events: list[Event] = []
    for at in _entries(source, "events"):
        at.only("date", "zh", "en", "matters", "source", "checked")
        checked = at.content.get("checked")
        event = Event(
            at.text("date"),
            at.text("zh"),
            at.text("en"),
            at.text("matters"),
            at.text("source", ""),
            checked is True,
        )
        if not isinstance(checked, bool) or (checked and not event.source):
            raise at.error("field 'checked' must be true, with a source, or false")
        if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", event.date):
            raise at.error(f"date {event.date!r} is no ISO day or month")
        if events and event.date[:7] < events[-1].date[:7]:
            raise at.error("events must stand in order of time")
        events.append(event)
    return tuple(events)


def _entries(source: Path, key: str) -> list[Entry]:
    top = Entry(str(source), read_yaml(source, str(source)))
    top.only(key)
    return list(top.entries(key))
