"""A folder of reports with its register, read only if the two agree to the byte."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from govreports.corpus.masks import Span, load_masks, masked_report
from govreports.corpus.places import place_of
from govreports.corpus.register import (
    COLUMNS,
    GENRES,
    REGISTER,
    REPORTS,
    REQUIRED,
    YEAR,
    Record,
    label_of,
    read_register,
    registered,
)
from govreports.errors import ArgumentError, CorpusError, ReportError
from govreports.readers.source import read_report
from govreports.report.decode import decode
from govreports.report.model import Report

__all__ = [
    "COLUMNS", "GENRES", "MASKS", "REGISTER", "REPORTS", "REQUIRED", "Corpus", "Record",
    "corpus_of", "label_of", "load_corpus", "masked_corpus", "published_corpus", "read_off",
    "read_register",
]  # fmt: skip

MASKS = "masks.csv"
_STATED = ("title", "issuer", "issued", "document_number")  # read from the text if left empty


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
    rows = list(registered(folder))
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
    if record.reporting_year is None and YEAR.fullmatch(year):
        record = record._replace(reporting_year=int(year))
    return record


def corpus_of(reports: Mapping[str, Report], paths: Mapping[str, Path] | None = None) -> Corpus:
    """Parsed reports as a corpus; what a register would say is read from the texts.

    The identifiers are the keys, whatever they are. Raises ``ArgumentError`` where the reports
    are not given by name.
    """
    if not isinstance(reports, Mapping):
        raise ArgumentError("reports are given by name: {name: report}")
    records = tuple(read_off(name, report) for name, report in reports.items())
    return Corpus(records, MappingProxyType(dict(reports)), MappingProxyType(dict(paths or {})))


def read_off(name: str, report: Report) -> Record:
    """The row of a report, as far as its text tells it; no file is named."""
    place = place_of(report.stated("issuer"), report.stated("title"))
    record = Record(
        id=name,
        file="",
        original_file="",
        title="",
        issuer="",
        province=place.province,
        jurisdiction=place.jurisdiction,
        level=place.level,
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
