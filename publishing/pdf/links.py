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


def markers(article: Tag, of: str = "") -> list[Tag]:
    """Where each document begins whose name begins with ``of``, in order."""
    return [
        tag
        for tag in article.find_all("span", id=True)
        if str(tag["id"]).startswith(f"{DOCUMENT}{of}")
    ]


def resolve_identifiers(article: Tag, base_url: str) -> None:
    """Name each identifier by its document where two documents use the same one; link anew."""
    homes = _homes(article)
    names = _rename([(tag, home) for tag, home in homes if tag.get("id") is not None])
    for link, home in homes:
        if link.name != "a" or not link.get("href"):
            continue
        target = unquote(str(link["href"]))
        if name := _named(target, home, names):
            link["href"] = f"#{name}"
        elif urlsplit(target).scheme in {"http", "https", "mailto"}:
            continue
        elif base_url and not target.startswith("#"):
            link["href"] = base_url + target.removeprefix("../")
        else:
            link.name = "span"
            del link["href"]


def _homes(article: Tag) -> list[tuple[Tag, str]]:
    """Every element that is named or leads somewhere, with the document it stands in."""
    found, home = [], "front"
    for tag in article.find_all(True):
        name = tag.get("id")
        if name is not None and str(name).startswith(DOCUMENT) and tag.name == "span":
            home = slug(str(name).removeprefix(DOCUMENT))
        if name is not None or tag.name == "a":
            found.append((tag, home))
    return found


def _rename(tags: list[tuple[Tag, str]]) -> _Names:
    counts = Counter(str(tag["id"]) for tag, _ in tags)
    names = _Names({}, {}, {})
    taken: Counter[str] = Counter()
    for tag, home in tags:
        old = str(tag["id"])
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


def slug(identifier: str) -> str:
    """An identifier that Typst accepts as a label.

    >>> slug("document-book/corpus")
    'document-book-corpus'
    """
    return re.sub(r"[^A-Za-z0-9_-]", "-", identifier)
