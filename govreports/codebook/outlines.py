"""What the national instruments ask for: the two Outlines, competences, prescribed contents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from govreports.codebook.model import OUTLINE_ITEMS, Pattern
from govreports.codebook.strict_yaml import Entry, Located, read_yaml
from govreports.errors import ArgumentError, DataError
from govreports.tables import Source, packaged, read_rows

LEVELS = (
    "province",
    "prefecture-level city",
    "county",
    "township",
    "development zone",
    "department",
)
"""Administrative levels that competences are known for; an unknown level is the empty string."""

Standing = Literal["in force", "not yet in force", "lapsed", "unknown"]


class Outline(NamedTuple):
    """One of the two Outlines; the years are those that reports are about."""

    id: str
    zh: str
    en: str
    issued: date
    published: date
    first_year: int
    last_year: int
    safeguards: range  # items on organisation and safeguards, after the measures of its tasks
    number_of_items: str  # in which source the number of its items was read; empty where in none
    collated: Mapping[str, str]  # measures whose title was read in another source: in which
    of_disclosure: frozenset[str]  # measures that a disclosure report is about
    note: str

    def standing(self, reporting_year: int | None) -> Standing:
        """Whether the Outline covered a year."""
        if reporting_year is None:
            return "unknown"
        if reporting_year < self.first_year:
            return "not yet in force"
        return "lapsed" if reporting_year > self.last_year else "in force"


class Lack(NamedTuple):
    """That issuers of a level have no competence for a measure, and why."""

    clear: bool  # else arguable: the measure applies, with this caveat
    reason: str


class Element(NamedTuple):
    """One prescribed content; what shows it in a text: a move, patterns, both, or nothing."""

    id: str
    zh: str
    en: str
    seek: str  # a move of the coder, or empty
    patterns: tuple[Pattern, ...]


class Deadline(NamedTuple):
    """A day of the following year by which something is due."""

    id: str
    zh: str
    en: str
    month: int
    day: int
    levels: tuple[str, ...]  # the issuers it is for; empty for all that the instrument names

    def is_for(self, level: str) -> bool:
        """Whether it is that of an issuer of a level; the empty string is an unknown one."""
        return not self.levels or level in self.levels


class Prescription(NamedTuple):
    """An instrument that says what a report of one genre must contain, and by when."""

    id: str
    genre: str
    zh: str
    en: str
    first: date
    last: date | None  # None while it is in force
    levels: tuple[str, ...]  # the issuers it names
    checked: bool
    source: str
    deadlines: tuple[Deadline, ...]
    contents: tuple[Element, ...]


def check_level(level: str) -> None:
    """Refuse a level that is neither known nor empty."""
    if level and level not in LEVELS:
        raise ArgumentError(f"level {level!r} is none of {', '.join(LEVELS)}")


def load_outlines(source: Source | None = None) -> Mapping[str, Outline]:
    """The Outlines by identifier (``outline-2015``, ``outline-2021``).

    Raises:
        DataError: The file is malformed; the message names file and line.
    """
    name, content = _read("outlines.yaml", source)
    found = {}
    for at in Entry(name, content).entries("outlines"):
        at.only(
            "id", "zh", "en", "issuers", "issued", "published", "first_year", "last_year", "items",
            "safeguards_from", "of_disclosure", "number_of_items", "collated", "note",
        )  # fmt: skip
        first, last = at.number("first_year"), at.number("last_year")
        if at.text("id") not in OUTLINE_ITEMS or first is None or last is None:
            raise at.error("an Outline needs a known id, first_year and last_year")
        items = OUTLINE_ITEMS[at.text("id")]
        found[at.text("id")] = Outline(
            id=at.text("id"),
            zh=at.text("zh"),
            en=at.text("en"),
            issued=_day(at, "issued"),
            published=_day(at, "published"),
            first_year=first,
            last_year=last,
            safeguards=range(at.number("safeguards_from") or items.stop, items.stop),
            number_of_items=at.text("number_of_items", ""),
            collated=_collated(at),
            of_disclosure=frozenset(at.items("of_disclosure", str)),
            note=at.text("note", ""),
        )
    return found


def _collated(at: Entry) -> Mapping[str, str]:
    """Sources by measure; a measure read in several has them all, joined by ``; ``."""
    known = OUTLINE_ITEMS[at.text("id")]
    found: dict[str, str] = {}
    for entry in at.entries("collated"):
        entry.only("items", "with")
        for item in entry.items("items", int):
            if item not in known:
                raise entry.error(f"the Outline has no measure {item}")
            measure = f"O{at.text('id')[-2:]}-{item:02d}"
            found[measure] = "; ".join(filter(None, (found.get(measure), entry.text("with"))))
    return found


def load_competences(level: str, source: Source | None = None) -> Mapping[str, Lack]:
    """Measures that issuers of a level lack competence for; empty for an unknown level.

    Raises:
        ArgumentError: The level is not one of ``LEVELS``.
        DataError: The file is malformed.
    """
    check_level(level)
    source = source or packaged("competence.csv")
    lacks = {}
    for line, row in read_rows(source, ("measure", "level", "certainty", "reason")):
        if row["level"] not in LEVELS or row["certainty"] not in ("clear", "arguable"):
            raise DataError(f"{source}, line {line}: unknown level or certainty")
        if row["level"] == level:
            lacks[row["measure"]] = Lack(row["certainty"] == "clear", row["reason"])
    return lacks


def load_prescriptions(source: Source | None = None) -> tuple[Prescription, ...]:
    """The instruments that prescribe contents, in the order of the file.

    Raises:
        DataError: The file is malformed; the message names file and line.
    """
    name, content = _read("contents.yaml", source)
    return tuple(_prescription(at) for at in Entry(name, content).entries("prescriptions"))


def _prescription(at: Entry) -> Prescription:
    at.only(
        "id", "genre", "zh", "en", "from", "until", "levels", "checked", "source",
        "deadlines", "contents",
    )  # fmt: skip
    return Prescription(
        id=at.text("id"),
        genre=at.text("genre"),
        zh=at.text("zh"),
        en=at.text("en"),
        first=_day(at, "from"),
        last=_day(at, "until") if at.text("until", "") else None,
        levels=tuple(at.items("levels", str)),
        checked=_truth(at, "checked"),
        source=at.text("source"),
        deadlines=tuple(_deadlines(at)),
        contents=tuple(_elements(at)),
    )


def _deadlines(at: Entry) -> Iterator[Deadline]:
    for entry in at.entries("deadlines"):
        entry.only("id", "zh", "en", "by", "levels")
        try:
            by = date.fromisoformat(f"2000-{entry.text('by')}")
        except ValueError as error:
            raise entry.error("field 'by' must be a day of the year like 04-15") from error
        names = entry.text("id"), entry.text("zh"), entry.text("en")
        yield Deadline(*names, by.month, by.day, tuple(entry.items("levels", str)))


def _elements(at: Entry) -> Iterator[Element]:
    for entry in at.entries("contents"):
        entry.only("id", "zh", "en", "seek", "patterns")
        seek = entry.text("seek", "")
        if seek not in ("", "report", "problem", "plan"):
            raise entry.error(f"seek {seek!r} is no move")
        yield Element(
            entry.text("id"),
            entry.text("zh"),
            entry.text("en"),
            seek,
            tuple(_pattern(entry, given) for given in entry.items("patterns", str)),
        )


def _pattern(at: Entry, given: str) -> Pattern:
    text = given.removeprefix("re:")
    try:
        re.compile(text)
    except re.error as error:
        raise at.error(f"pattern {given!r} does not compile: {error}") from error
    return Pattern(text, text != given, 1.0)


def _read(name: str, source: Source | None) -> tuple[str, Located]:
    source, name = source or packaged(name), str(source or name)
    return name, read_yaml(source, name)


def _day(at: Entry, key: str) -> date:
    try:
        return date.fromisoformat(at.text(key))
    except ValueError as error:
        raise at.error(f"field {key!r} must be a day like 2019-04-15") from error


def _truth(at: Entry, key: str) -> bool:
    value = at.content.get(key)
    if not isinstance(value, bool):
        raise at.error(f"field {key!r} must be true or false")
    return value
