"""A folder of reports with its register, read only if the two agree to the byte."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from govreports.claims.privacy import Span, load_masks, masked_report
from govreports.errors import ArgumentError, CorpusError
from govreports.tables import read_rows
from govreports.text.model import Report
from govreports.text.parse import read_report

REGISTER = "reports.csv"
REPORTS = "reports"
MASKS = "masks.csv"
GENRES = ("rule-of-law", "disclosure", "other")

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_YEAR = re.compile(r"(?:19|20)\d\d")
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
    level: str  # administrative level, in English
    genre: str  # one of ``GENRES``
    reporting_year: int | None
    issued: str  # ISO date printed in the report, else on the page that carried it
    document_number: str
    source: str  # the source line of the page, as printed
    sha256: str  # of the file's bytes
    code_points: int

    @property
    def label(self) -> str:
        """A short English name: place, year and, where it is another genre, which.

        It is read from the identifier, which is written so: ``nantong-2018-disclosure``.
        """
        place, *rest = self.id.split("-")
        years = [word for word in rest if word.isdigit()]
        others = [word for word in rest if not word.isdigit()]
        named = " ".join([place.capitalize(), *years])
        return f"{named} ({' '.join(others)})" if others else named


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
    for line, record in rows:
        _check_file(folder / record.file, record, f"{REGISTER}, line {line} ({record.id})")
    listed = {path.name for path in paths.values()}
    for path in sorted((folder / REPORTS).iterdir()):
        if path.name not in listed and not path.name.startswith("."):
            raise CorpusError(f"{path}: the file has no row in {REGISTER}")
    return Corpus(
        records=tuple(record for _, record in rows),
        reports=MappingProxyType({name: read_report(path) for name, path in paths.items()}),
        paths=MappingProxyType(paths),
    )


def published_corpus(folder: str | Path) -> Corpus:
    """``load_corpus(folder)`` with the names that ``folder/masks.csv`` lists replaced by ■.

    Everything that is published starts here; identifiers and offsets are those of the files.
    """
    corpus = load_corpus(folder)
    return masked_corpus(corpus, load_masks(Path(folder) / MASKS, corpus.reports))


def masked_corpus(corpus: Corpus, masks: Mapping[str, Sequence[Span]]) -> Corpus:
    """The corpus with these spans of each report replaced by ■."""
    masked = {name: masked_report(report, masks[name]) for name, report in corpus.reports.items()}
    return replace(corpus, reports=MappingProxyType(masked))


def read_register(folder: str | Path) -> tuple[Record, ...]:
    """The rows of ``folder/reports.csv``, checked among themselves but not against the files."""
    return tuple(record for _, record in _read_register(Path(folder) / REGISTER))


def _read_register(path: Path) -> Iterator[tuple[int, Record]]:
    seen: dict[str, tuple[str, int]] = {}
    for line, row in read_rows(path, Record._fields, CorpusError):
        place = f"{path}, line {line}"
        record = _record(row, place)
        for key in (record.id, record.sha256):
            if key in seen:
                other, before = seen[key]
                raise CorpusError(f"{place} ({record.id}): duplicate of line {before} ({other})")
            seen[key] = (record.id, line)
        yield line, record


def _record(given: dict[str, str], place: str) -> Record:
    checks = {
        "id": bool(_IDENTIFIER.fullmatch(given["id"])),
        "file": given["file"] == f"{REPORTS}/{given['id']}.txt",
        "genre": given["genre"] in GENRES,
        "reporting_year": not given["reporting_year"] or _matches(_YEAR, given["reporting_year"]),
        "issued": not given["issued"] or _matches(_DATE, given["issued"]),
        "sha256": _matches(_SHA256, given["sha256"]),
        "code_points": given["code_points"].isascii() and given["code_points"].isdecimal(),
    }
    for field, valid in checks.items():
        if not valid:
            raise CorpusError(f"{place}: {field} cannot be {given[field]!r}")
    year = given.pop("reporting_year")
    length = int(given.pop("code_points"))
    return Record(**given, reporting_year=int(year) if year else None, code_points=length)


def _matches(pattern: re.Pattern[str], value: str) -> bool:
    return pattern.fullmatch(value) is not None


def _check_file(path: Path, record: Record, row: str) -> None:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}); {row}") from error
    if not content.strip():
        raise CorpusError(f"{path}: the file is empty; {row}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(f"{path}: not UTF-8 at byte {error.start}; {row}") from error
    if hashlib.sha256(content).hexdigest() != record.sha256:
        raise CorpusError(f"{path}: altered, its SHA-256 is not the registered one; {row}")
    if len(text) != record.code_points:
        raise CorpusError(
            f"{path}: {len(text)} code points where {record.code_points} are registered; {row}"
        )


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
    year = report.stated("reporting_year")
    return Record(
        id=name,
        file="",
        original_file="",
        title=report.stated("title"),
        issuer=report.stated("issuer"),
        province="",
        jurisdiction="",
        level="",
        genre=report.genre,
        reporting_year=int(year) if year else None,
        issued=report.stated("issued"),
        document_number=report.stated("document_number"),
        source="",
        sha256=hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest(),
        code_points=len(report.text),
    )
