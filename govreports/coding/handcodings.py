"""Codings of sentences by whoever made them: read from files strictly, or taken from the rules.

A coding is a CSV file and, beside it under the same stem, a YAML file that says who or what coded.
The CSV has the columns ``report, sentence, start, end, primary, themes, move, flags, note`` and
may end with ``weight``, the inverse of the unit's probability of being sampled. ``themes`` are
all themes of the unit or only those besides the primary one, ``flags`` likewise a list, both
separated by ``;``. The YAML has ``coder``, ``kind`` (rules, language model or person), ``date``
(of rules none), ``codebook`` (its version), ``units`` (how many rows are due) and may have
``note``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from typing import NamedTuple

from govreports.codebook.model import Codebook
from govreports.codebook.strict_yaml import Entry, read_yaml
from govreports.coding.coder import Coder, Coding
from govreports.errors import ArgumentError, DataError
from govreports.report.model import Report
from govreports.tables import check_report, read_text, rows_of, whole_number

COLUMNS = ("report", "sentence", "start", "end", "primary", "themes", "move", "flags", "note")
ADJUDICATED = "adjudicated"
KINDS = ("rules", "language model", "person")
SCHEMES = ("primary", "move", "themes", "flags")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class CodedUnit(NamedTuple):
    """One sentence as one coder coded it."""

    report: str
    sentence: str
    start: int
    end: int
    primary: str
    themes: tuple[str, ...]  # the primary theme first
    move: str
    flags: tuple[str, ...] = ()
    note: str = ""
    weight: float = 1.0  # inverse of the probability of being sampled
    instruments: tuple[str, ...] = ()  # named by rules only


class Codings(NamedTuple):
    """The units that one coder coded, in the order given, with who or what coded them."""

    name: str  # stem of the file, ``rules`` for the rules
    coder: str
    kind: str
    date: str  # ISO; empty for the rules, which code anew each time
    codebook: str  # version
    units: tuple[CodedUnit, ...]
    schemes: tuple[str, ...] = SCHEMES  # of which kinds it gives codes; of a lacking one, none

    def by_unit(self) -> dict[tuple[str, str], CodedUnit]:
        """The units by report and sentence."""
        return {(unit.report, unit.sentence): unit for unit in self.units}


def by_rules(reports: Mapping[str, Report], codebook: Codebook) -> Codings:
    """What the rules of the codebook say about every sentence of the reports."""
    coder = Coder(codebook)
    return of_rules({name: coder.code(report) for name, report in reports.items()}, codebook)


def of_rules(coded: Mapping[str, Sequence[Coding]], codebook: Codebook) -> Codings:
    """What the rules gave every sentence, to be compared with codings by hand."""
    units = tuple(
        CodedUnit(
            name,
            coding.sentence.id,
            coding.sentence.start,
            coding.sentence.end,
            coding.primary,
            coding.themes,
            coding.move,
            coding.flags,
            instruments=coding.instruments,
        )
        for name, codings in coded.items()
        for coding in codings
    )
    return Codings(
        "rules", f"rules of codebook {codebook.version}", "rules", "", codebook.version, units
    )


def read_codings(path: str | Path, codebook: Codebook, reports: Mapping[str, Report]) -> Codings:
    """Read one coding and its sidecar; all of it or nothing.

    Raises ``DataError``, naming file and line, where a file is unreadable, malformed or cut
    short; where a row names a report, sentence, place or code that does not exist; where a
    unit is coded twice; and where codes contradict each other: the move is frame exactly when
    the theme is T0, T0 has no further themes, and flags go with the move report only. Also
    where the codebook's version is none that the codebook records.
    """
    path = Path(path)
    text = _whole(path)
    about = _about(path.with_suffix(".yaml"), codebook)
    places = {
        (name, sentence.id): (sentence.start, sentence.end)
        for name, report in reports.items()
        for sentence in report.sentences
    }
    units: dict[tuple[str, str], CodedUnit] = {}
    weighted = text.split("\n", 1)[0].rstrip("\r").endswith(",weight")
    for line, row in rows_of(text, path, (*COLUMNS, "weight") if weighted else COLUMNS):
        unit = _unit(row, codebook, f"{path}, line {line}")
        key = unit.report, unit.sentence
        check_report(unit.report, reports, f"{path}, line {line}")
        if key not in places:
            raise DataError(f"{path}, line {line}: {unit.report} has no sentence {unit.sentence!r}")
        if places[key] != (unit.start, unit.end):
            raise DataError(
                f"{path}, line {line}: sentence {unit.sentence} of {unit.report} is at"
                f" {places[key][0]}–{places[key][1]}, not {unit.start}–{unit.end}"
            )
        if key in units:
            raise DataError(f"{path}, line {line}: {unit.report} {unit.sentence} is coded twice")
        units[key] = unit
    if len(units) != about.due:
        raise DataError(
            f"{path}: {len(units)} units where {about.due} are due: cut short or altered"
        )
    return Codings(
        path.stem, about.coder, about.kind, about.date, about.codebook, tuple(units.values())
    )


def read_all_codings(
    folder: str | Path, codebook: Codebook, reports: Mapping[str, Report]
) -> tuple[Codings, ...]:
    """Every coding of a folder in the order of the names; none where there is no such folder.

    Raises as ``read_codings`` does.
    """
    files = sorted(Path(folder).glob("*.csv"))
    return tuple(read_codings(path, codebook, reports) for path in files)


def coders_and_reference(codings: Sequence[Codings]) -> tuple[tuple[Codings, ...], Codings]:
    """Who coded independently, and the coding that others are measured against.

    The reference is the coding whose file is called ``adjudicated``; without one it is the
    first, which then is a coder like the others. Raises ``ArgumentError`` without codings.
    """
    if not codings:
        raise ArgumentError("without codings there is no reference")
    coders = tuple(one for one in codings if one.name != ADJUDICATED)
    settled = [one for one in codings if one.name == ADJUDICATED]
    return coders, (settled or [*codings])[0]


class _About(NamedTuple):
    coder: str
    kind: str
    date: str
    codebook: str
    due: int


def _about(path: Path, codebook: Codebook) -> _About:
    entry = Entry(str(path), read_yaml(path, str(path)))
    entry.only("coder", "kind", "date", "codebook", "units", "note")
    blank = [
        field
        for field in ("coder", "kind", "date", "codebook", "units")
        if entry.content.get(field) in (None, "")
        and (field, entry.content.get("kind")) != ("date", "rules")
    ]
    if blank:
        raise DataError(f"{path}: fill in {', '.join(blank)}")
    kind, version, due = entry.text("kind"), entry.text("codebook"), entry.number("units") or 0
    given = entry.content.get("date")
    if kind not in KINDS:
        raise entry.error(f"kind {kind!r} is none of {', '.join(KINDS)}", "kind")
    undated = "" if kind == "rules" else None  # rules give the same on any day
    day = given.isoformat() if isinstance(given, date) else entry.text("date", undated)
    if day != undated and not _DATE.fullmatch(day):
        raise entry.error(f"date {day!r} is not of the form 2024-05-31", "date")
    if version not in {codebook.version, *(change.version for change in codebook.changelog)}:
        raise entry.error(f"codebook {version!r} is no version of this codebook", "codebook")
    return _About(entry.text("coder"), kind, day, version, due)


def _whole(path: Path) -> str:
    text = read_text(path)
    if not text.endswith("\n"):
        raise DataError(f"{path}: the last line does not end, the file is cut short")
    return text


def _unit(row: Mapping[str, str], codebook: Codebook, place: str) -> CodedUnit:
    themes = _list(row["themes"], "themes", place)
    primary, move = row["primary"], row["move"]
    flags = _list(row["flags"], "flags", place)
    for kind, codes in (("theme", (primary, *themes)), ("move", (move,)), ("flag", flags)):
        for code in codes:
            if code not in codebook.codes or codebook.codes[code].kind != kind:
                raise DataError(f"{place}: {code!r} is no {kind} of codebook {codebook.version}")
    everything = (primary, *(theme for theme in themes if theme != primary))
    if why := contradiction(everything, move, flags):
        raise DataError(f"{place}: {why}")
    return CodedUnit(
        row["report"],
        row["sentence"],
        whole_number(row["start"], "start", place),
        whole_number(row["end"], "end", place),
        primary,
        everything,
        move,
        flags,
        row["note"],
        _weight(row.get("weight", "1"), place),
    )


def contradiction(themes: Sequence[str], move: str, flags: Sequence[str]) -> str:
    """Why these codes cannot stand together, or ""; of themes or a move there may be none."""
    primary = next(iter(themes), "")
    if primary and move and (primary == "T0") != (move == "frame"):
        return f"theme {primary} contradicts move {move}"
    if "T0" in themes and len(themes) > 1:
        return "T0 means no theme, so it cannot stand with others"
    if flags and move and move != "report":
        return f"flag {flags[0]} contradicts move {move}"
    return ""


def _list(value: str, field: str, place: str) -> tuple[str, ...]:
    items = tuple(item.strip() for item in value.split(";")) if value.strip() else ()
    if len(set(items)) < len(items) or "" in items:
        raise DataError(f"{place}: {field} {value!r} repeats an entry or has an empty one")
    return items


def _weight(value: str, place: str) -> float:
    try:
        weight = float(value)
    except ValueError:
        weight = float("nan")
    if not (isfinite(weight) and weight >= 1):
        raise DataError(f"{place}: weight must be a number of at least 1, not {value!r}")
    return weight
