"""The style of the bibliography: by the name under which a work is cited, the year after it."""

from __future__ import annotations

from typing import Any

from pybtex.database import Entry
from pybtex.plugin import register_plugin
from pybtex.style.formatting.unsrt import Style as Unsorted
from pybtex.style.sorting import BaseSortingStyle
from pybtex.style.template import field, href, join, optional
from sphinx.application import Sphinx

from publishing.editions.languages import CHINESE_EDITION, language

STYLE = "author_year"
_DATED = "dated"  # the year, where it has moved to the authors


def setup(app: Sphinx) -> None:
    """Make the style known by its name."""
    register_plugin("pybtex.style.formatting", STYLE, AuthorYear)
    register_plugin("pybtex.style.sorting", STYLE, ByName)


class ByName(BaseSortingStyle):
    """By the authors, then by year."""

    def sorting_key(self, entry: Entry) -> tuple[str, str, str]:
        """What the entries are ordered by."""
        authors = " ".join(str(person) for person in entry.persons.get("author", ()))
        return authors.lower(), entry.fields.get("year", ""), entry.fields.get("title", "")


class AuthorYear(Unsorted):
    """The plain style with the year in brackets after the authors."""

    default_name_style = "lastfirst"
    default_sorting_style = STYLE

    def format_entry(self, label: str, entry: Entry, bib_data: Any = None) -> Any:
        """The entry, its year moved from the end."""
        if entry.persons.get("author"):
            fields = {**entry.fields, "year": "", _DATED: entry.fields.get("year", "")}
            key = entry.key
            entry = Entry(entry.type, fields, entry.persons)
            entry.key = key
        return super().format_entry(label, entry, bib_data)

    def format_url(self, e: Entry) -> Any:
        """The address, with what it is in the language of the edition."""
        if language() != CHINESE_EDITION:
            return super().format_url(e)
        url = field("url", raw=True)
        return join["网址：", href(url)[url]]

    def format_edition(self, e: Entry) -> Any:
        """Which edition of a book it is: “4th edition”, “第4版”."""
        if language() != CHINESE_EDITION:
            return super().format_edition(e)
        number = field("edition", apply_func=lambda said: str(said).rstrip("dhnrst"))
        return optional[join["第", number, "版"]]

    def format_names(self, role: str, as_sentence: bool = True) -> Any:
        """The names, and for authors the year."""
        if role != "author":
            return super().format_names(role, as_sentence)
        return join[super().format_names(role, as_sentence=False), " (", field(_DATED), ")."]
