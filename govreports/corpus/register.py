"""The register of a corpus: a row for each report, in the order of all tables and figures.

It is a CSV file whose header names some of ``COLUMNS``. ``REQUIRED`` are due; what the others leave
empty is read from the report where its text says it, and stays empty where not.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govreports.codebook.outlines import LEVELS
from govreports.errors import CorpusError
from govreports.tables import read_text, rows_of

REGISTER = "reports.csv"
REPORTS = "reports"
GENRES = ("rule-of-law", "disclosure", "other")
YEAR = re.compile(r"(?:19|20)\d\d")
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"[0-9]+")
_DATE = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Record(NamedTuple):
    """One row of the register. Text fields are empty where the report does not say."""

    id: str  # stem of the file; lower-case letters, digits and hyphens
    file: str  # path inside the corpus folder, ``reports/<id>.txt``
    original_file: str  # name under which the file was received
    title: str
    issuer: str
    province: str
    jurisdiction: str
    level: str  # administrative level, one of ``LEVELS``
    genre: str  # one of ``GENRES``
    reporting_year: int | None
    issued: str  # ISO date printed in the report, else on the page that carried it
    document_number: str
    source: str  # the source line of the page, as printed
    sha256: str  # of the file's bytes
    code_points: int | None
    label: str  # a short English name, by default what the identifier spells


COLUMNS = Record._fields
REQUIRED = ("id", "file", "genre")


def label_of(identifier: str) -> str:
    """The short English name that an identifier spells; any other name stays as it is.

    >>> label_of("linhe-bureau-2023"), label_of("linhe-2018-disclosure"), label_of("linhe-2023-b")
    ('Linhe Bureau 2023', 'Linhe 2018 (disclosure)', 'Linhe 2023 B')
    """
    if not IDENTIFIER.fullmatch(identifier):
        return identifier
    words = identifier.split("-")
    year = next((at for at, word in enumerate(words) if YEAR.fullmatch(word)), len(words))
    name, after = words[: year + 1], words[year + 1 :]
    if "-".join(after) in GENRES:
        return f"{' '.join(map(str.capitalize, name))} ({' '.join(after)})"
    return " ".join(map(str.capitalize, words))


def read_register(folder: str | Path) -> tuple[Record, ...]:
    """The rows of ``folder/reports.csv``, checked among themselves but not against the files.

    What a row leaves empty is empty here: ``load_corpus`` reads it from the report.
    """
    return tuple(record for _, record in registered(Path(folder)))


def registered(folder: Path) -> Iterator[tuple[int, Record]]:
    """The rows of the register with their line numbers; ``CorpusError`` where one cannot be."""
    path = folder / REGISTER
    text = read_text(path, fault=CorpusError)
    seen: dict[str, tuple[str, int]] = {}
    for line, row in rows_of(text, path, _header(text, path), CorpusError):
        place = f"{path}, line {line}"
        record = _record(dict.fromkeys(COLUMNS, "") | row, place)
        for key in filter(None, (record.id, record.sha256)):
            if key in seen:
                other, before = seen[key]
                raise CorpusError(f"{place} ({record.id}): duplicate of line {before} ({other})")
            seen[key] = (record.id, line)
        yield line, record


def _header(text: str, path: Path) -> list[str]:
    """The columns of the register: those that must be there and any others of ``COLUMNS``."""
    header = next(csv.reader(text.splitlines()[:1]), [])
    missing = [column for column in REQUIRED if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    twice = [column for column in COLUMNS if header.count(column) > 1]
    faults = ((missing, "missing"), (unknown, "none of them"), (twice, "given twice"))
    for columns, fault in faults:
        if columns:
            others = ",".join(column for column in COLUMNS if column not in REQUIRED)
            raise CorpusError(
                f"{path}, line 1: the columns must be {','.join(REQUIRED)} and any of {others};"
                f" {','.join(columns)}: {fault}"
            )
    return header


def _record(given: dict[str, str], place: str) -> Record:
    checks = {
        "id": (_matches(IDENTIFIER, given["id"]), "lower-case letters, digits and hyphens"),
        "file": (given["file"] == f"{REPORTS}/{given['id']}.txt", f"{REPORTS}/{given['id']}.txt"),
        "genre": (given["genre"] in GENRES, f"one of {', '.join(GENRES)}"),
        "level": (given["level"] in ("", *LEVELS), f"empty or one of {', '.join(LEVELS)}"),
        "reporting_year": (_matches(YEAR, given["reporting_year"]), "empty or a year, as 2020"),
        "issued": (_matches(_DATE, given["issued"]), "empty or a date, as 2020-12-31"),
        "sha256": (
            _matches(_SHA256, given["sha256"]),
            "empty or the SHA-256 of the file, 64 digits and letters a to f",
        ),
        "code_points": (
            _matches(_NUMBER, given["code_points"]),
            "empty or how many Unicode code points the file has",
        ),
    }
    for field, (valid, allowed) in checks.items():
        if not (valid or (given[field] == "" and field not in REQUIRED)):
            raise CorpusError(f"{place}: {field} cannot be {given[field]!r}; it must be {allowed}")
    label = given.pop("label") or label_of(given["id"])
    year, length = given.pop("reporting_year"), given.pop("code_points")
    return Record(
        **given,
        reporting_year=int(year) if year else None,
        code_points=int(length) if length else None,
        label=label,
    )


def _matches(pattern: re.Pattern[str], value: str) -> bool:
    return pattern.fullmatch(value) is not None
