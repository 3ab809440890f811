"""A folder of reports with its register, read only if the two agree to the byte.

The register is a CSV file whose header names some of ``COLUMNS``. ``REQUIRED`` are due; what the
others leave empty is read from the report where its text says it, and stays empty where not.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from govreports.claims.privacy import Span, load_masks, masked_report
from govreports.coding.outlines import LEVELS
from govreports.errors import ArgumentError, CorpusError, ReportError
from govreports.tables import read_text, rows_of
from govreports.text.decode import decode
from govreports.text.model import Report
from govreports.text.parse import read_report

REGISTER = "reports.csv"
REPORTS = "reports"
MASKS = "masks.csv"
GENRES = ("rule-of-law", "disclosure", "other")

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"(?:19|20)\d\d")
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
_STATED = ("title", "issuer", "issued", "document_number")  # read from the text if left empty


def label_of(identifier: str) -> str:
    """The short English name that an identifier spells; any other name stays as it is.

    >>> label_of("linhe-bureau-2023"), label_of("linhe-2018-disclosure"), label_of("linhe-2023-b")
    ('Linhe Bureau 2023', 'Linhe 2018 (disclosure)', 'Linhe 2023 B')
    """
    if not _IDENTIFIER.fullmatch(identifier):
        return identifier
    words = identifier.split("-")
    year = next((at for at, word in enumerate(words) if _YEAR.fullmatch(word)), len(words))
    name, after = words[: year + 1], words[year + 1 :]
    if "-".join(after) in GENRES:
        return f"{' '.join(map(str.capitalize, name))} ({' '.join(after)})"
    return " ".join(map(str.capitalize, words))


@dataclass(frozen=True, slots=True)
class Corpus:
    """Reports in the order of their register."""

    records: tuple[Record, ...]
    reports: Mapping[str, Report]
    paths: Mapping[str, Path]

    def of_genre(self, genre: str) -> Mapping[str, Report]:
        """The parsed reports of one genre: other genres are never pooled silently."""
        return {r.id: self.reports[r.id] for r in self.records if r.genre == genre}


def load_corpus(folder: str | Path) -> Corpus:
    """Read ``folder/reports.csv`` and the reports it lists.

    Raises ``CorpusError``, naming the file and the row, when the register is malformed, a listed
    file is missing, empty, altered, not UTF-8 or listed twice, or a file is not listed.
    """
    folder = Path(folder)
    rows = list(_read_register(folder / REGISTER))
    if not rows:
        raise CorpusError(f"{folder / REGISTER}: no report is listed")
    paths = {record.id: folder / record.file for _, record in rows}
    records, held = [], dict[str, str]()
    for line, record in rows:
        place = f"{REGISTER}, line {line} ({record.id})"
        measured = _checked_file(folder / record.file, record, place)
        if (other := held.setdefault(measured.sha256, record.id)) != record.id:
            raise CorpusError(f"{folder / place}: the file is the same as that of {other}")
        records.append(measured)
    listed = {path.name for path in paths.values()}
    for path in sorted((folder / REPORTS).iterdir()):
        if path.name not in listed and not path.name.startswith("."):
            raise CorpusError(f"{path}: the file has no row in {REGISTER}")
    reports = {name: read_report(path) for name, path in paths.items()}
    return Corpus(
        records=tuple(_completed(record, reports[record.id]) for record in records),
        reports=MappingProxyType(reports),
        paths=MappingProxyType(paths),
    )


def published_corpus(folder: str | Path) -> Corpus:
    """``load_corpus(folder)`` with the names that ``folder/masks.csv`` lists replaced by ■.

    Everything that is published starts here; identifiers and offsets are those of the files. A
    folder without such a list names nobody who must not be named.
    """
    corpus, masks = load_corpus(folder), Path(folder) / MASKS
    return masked_corpus(corpus, load_masks(masks, corpus.reports)) if masks.exists() else corpus


def masked_corpus(corpus: Corpus, masks: Mapping[str, Sequence[Span]]) -> Corpus:
    """The corpus with these spans of each report replaced by ■, in its records as in its texts."""
    masked = {name: masked_report(report, masks[name]) for name, report in corpus.reports.items()}
    records = []
    for record in corpus.records:
        before, after = corpus.reports[record.id], masked[record.id]
        for field in _STATED:
            if getattr(record, field) == before.stated(field) != after.stated(field):
                record = record._replace(**{field: after.stated(field)})  # type: ignore[arg-type]
        records.append(record)
    return replace(corpus, records=tuple(records), reports=MappingProxyType(masked))


def read_register(folder: str | Path) -> tuple[Record, ...]:
    """The rows of ``folder/reports.csv``, checked among themselves but not against the files.

    What a row leaves empty is empty here: ``load_corpus`` reads it from the report.
    """
    return tuple(record for _, record in _read_register(Path(folder) / REGISTER))


def _read_register(path: Path) -> Iterator[tuple[int, Record]]:
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
        "id": (_matches(_IDENTIFIER, given["id"]), "lower-case letters, digits and hyphens"),
        "file": (given["file"] == f"{REPORTS}/{given['id']}.txt", f"{REPORTS}/{given['id']}.txt"),
        "genre": (given["genre"] in GENRES, f"one of {', '.join(GENRES)}"),
        "level": (given["level"] in ("", *LEVELS), f"empty or one of {', '.join(LEVELS)}"),
        "reporting_year": (_matches(_YEAR, given["reporting_year"]), "empty or a year, as 2020"),
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


def _checked_file(path: Path, record: Record, row: str) -> Record:
    """The record with checksum and length of the file, which are those registered."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}); {row}") from error
    if not content.strip():
        raise CorpusError(f"{path}: the file is empty; {row}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"{path}: not UTF-8 at byte {error.start}{_told_encoding(content)}; {row}"
        ) from error
    sha256 = hashlib.sha256(content).hexdigest()
    if record.sha256 and sha256 != record.sha256:
        raise CorpusError(f"{path}: altered, its SHA-256 is not the registered one; {row}")
    if record.code_points not in (None, len(text)):
        raise CorpusError(
            f"{path}: {len(text)} code points where {record.code_points} are registered; {row}"
        )
    return record._replace(sha256=sha256, code_points=len(text))


def _told_encoding(content: bytes) -> str:
    """How to bring a file into UTF-8, where it is in an encoding that reports come in."""
    try:
        _, encoding = decode(content)
    except ReportError:
        return ""
    return f", it is {encoding}: convert it with iconv -f {encoding} -t UTF-8"


def _completed(record: Record, report: Report) -> Record:
    """The record with what its report states where the register leaves a field empty."""
    for field in _STATED:
        if not getattr(record, field):
            record = record._replace(**{field: report.stated(field)})  # type: ignore[arg-type]
    year = report.stated("reporting_year")
    if record.reporting_year is None and _matches(_YEAR, year):
        record = record._replace(reporting_year=int(year))
    return record


def corpus_of(reports: Mapping[str, Report], paths: Mapping[str, Path] | None = None) -> Corpus:
    """Parsed reports as a corpus; what a register would say is read from the texts.

    The identifiers are the keys, whatever they are. Raises ``ArgumentError`` where the reports
    are not given by name.
    """
    if not isinstance(reports, Mapping):
        raise ArgumentError("reports are given by name: {name: report}")
    records = tuple(_read_off(name, report) for name, report in reports.items())
    return Corpus(records, MappingProxyType(dict(reports)), MappingProxyType(dict(paths or {})))


def _read_off(name: str, report: Report) -> Record:
    record = Record(
        id=name,
        file="",
        original_file="",
        title="",
        issuer="",
        province="",
        jurisdiction="",
        level="",
        genre=report.genre,
        reporting_year=None,
        issued="",
        document_number="",
        source="",
        sha256=hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        code_points=len(report.text),
        label=label_of(name),
    )
    return _completed(record, report)
