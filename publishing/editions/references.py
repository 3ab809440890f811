"""The references as the Chinese edition has them: Chinese names, and titles without a gloss."""

from __future__ import annotations

import re

from pybtex.database import BibliographyData, Entry, Person, parse_file

from publishing.editions.strings import strings
from publishing.paths import BOOK

REFERENCES = BOOK / "references.bib"
_HAN = re.compile("[\u4e00-\u9fff·]+")
_GLOSS = re.compile(r"(?<=[\u4e00-\u9fff）)”]) \[.*\]$")
_SAID = ("title", "note", "journal")


def chinese_references() -> str:
    """The references as BibTeX, in Chinese where the table of strings or the entry has it."""
    data: BibliographyData = parse_file(str(REFERENCES))
    for entry in data.entries.values():
        authors = [_chinese_name(person) for person in entry.persons.get("author", [])]
        if authors and all(authors):
            # One name to BibTeX, whose own “and” is English.
            entry.persons["author"] = [Person(f"{{{'、'.join(authors)}}}")]
        for name in _SAID:
            if name in entry.fields:
                entry.fields[name] = _said(entry, name)
        if {"number", "pages"} <= set(entry.fields) and "volume" not in entry.fields:
            entry.fields["volume"] = ""  # or the style leaves out the issue and says “pages”
    # As the file itself has them: the writer would put a backslash before each _ of an address.
    return str(data.to_string("bibtex")).replace("\\_", "_")


def _chinese_name(person: Person) -> str:
    """The name in characters; of a body, what the table has; empty where there is neither."""
    english = _plain(str(person))
    if found := _HAN.search(english):
        return found[0]
    said = strings()(english)
    return said if said != english else ""


def _said(entry: Entry, name: str) -> str:
    value = str(entry.fields[name])
    bare = _GLOSS.sub("", value)
    said = strings()(_plain(bare))
    return said if said != _plain(bare) else bare


def _plain(text: str) -> str:
    """A text without the braces that keep its capitals."""
    return text.replace("{", "").replace("}", "").replace("--", "–")
