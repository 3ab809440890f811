"""Every identifier unique, and every link to one that exists or out of the book."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from bs4 import Tag

DOCUMENT = "document-"  # what Sphinx puts before the name of a page in one-page HTML
# A place in a report, from a resolved link or from HTML that a notebook printed.
_PLACE = re.compile(
    r"(?:#report=|(?:.*/)?(?:_generated/)?reports/)([a-z0-9-]+)(?:=|\.html#)([\w-]*)$"
)
# Citations are linked to the page that is being written.
_OWN_PAGE = re.compile(r"book/(?:_generated/)?index\.html#(.+)$")
_REPORTS = "book-_generated-reports-"


class _Names(NamedTuple):
    """The new name of each identifier, by what an old one may have meant."""

    own: dict[tuple[str, str], str]  # by document and old identifier
    first: dict[str, str]  # the first that had it anywhere
    cited: dict[str, str]  # entries of the bibliography


def resolve_identifiers(article: Tag, base_url: str) -> None:
    """Name each identifier by its document where two documents use the same one; link anew."""
    names = _rename(article)
    for link in article.find_all("a", href=True):
        target = unquote(str(link["href"]))
        if name := _named(target, _home(link), names):
            link["href"] = f"#{name}"
        elif urlsplit(target).scheme in {"http", "https", "mailto"}:
            continue
        elif base_url and not target.startswith("#"):
            link["href"] = base_url + target.removeprefix("../")
        else:
            link.name = "span"
            del link["href"]


def _rename(article: Tag) -> _Names:
    counts = Counter(str(tag["id"]) for tag in article.find_all(id=True))
    names = _Names({}, {}, {})
    taken: Counter[str] = Counter()
    for tag in article.find_all(id=True):
        old, home = str(tag["id"]), _home(tag)
        new = slug(old if counts[old] == 1 else f"{home}--{old}")
        taken[new] += 1
        if taken[new] > 1:
            new = f"{new}--{taken[new]}"
        tag["id"] = new
        names.own.setdefault((home, old), new)
        names.first.setdefault(old, new)
        if "citation" in (tag.get("class") or ()):
            names.cited[old] = new
    return names


def _named(target: str, home: str, names: _Names) -> str | None:
    """What a link means: a place of a report, an entry of the bibliography, or a place here."""
    if place := _PLACE.match(target):
        whole = f"{DOCUMENT}book/_generated/reports/{place[1]}"
        return names.own.get((f"{_REPORTS}{place[1]}", place[2])) or names.first.get(whole)
    if entry := _OWN_PAGE.match(target):
        return names.cited.get(entry[1]) or names.first.get(entry[1])
    if target.startswith("#"):
        return names.own.get((home, target[1:])) or names.first.get(target[1:])
    return None


def _home(tag: Tag) -> str:
    """The document an element came from: that of the last document marker before it."""
    marker = tag
    if not str(tag.get("id", "")).startswith(DOCUMENT):
        for parent in tag.parents:
            sibling = parent.find_previous_sibling("span", id=True)
            if isinstance(sibling, Tag) and str(sibling["id"]).startswith(DOCUMENT):
                marker = sibling
                break
        else:
            return "front"
    return slug(str(marker["id"]).removeprefix(DOCUMENT))


def slug(identifier: str) -> str:
    """An identifier that Typst accepts as a label.

    >>> slug("document-book/corpus")
    'document-book-corpus'
    """
    return re.sub(r"[^A-Za-z0-9_-]", "-", identifier)
