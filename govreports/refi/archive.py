"""REFI-QDA archives: written to the same bytes every time, read back without trust.

The schema lets dangling references, impossible offsets and sources without text pass, so these
are checked here, on the way out and on the way in.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from govreports.errors import DataError, extra
from govreports.refi.projects import to_xml

with extra("qda"):
    from pydantic import BaseModel, ValidationError
    from pyrefiqda.models import project as refi
    from xsdata.exceptions import ParserError
    from xsdata_pydantic.bindings import XmlParser

PROJECT_FILE = "project.qde"
SOURCES = "sources/"
MOST_ENTRIES = 10_000
MOST_BYTES = 500_000_000
_ENTRY = re.compile(r"sources/[^/\\]+\.txt|project\.qde")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
# What `zipfile` unpacks no further than it is told to.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    *(OSError, zipfile.BadZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, EOFError),
)


class Contents(NamedTuple):
    """What an archive holds: the project and its sources' texts by file name."""

    project: refi.Project
    texts: Mapping[str, str]


def pack(project: refi.Project, texts: Mapping[str, str], created: datetime) -> bytes:
    """The archive as bytes. Raises ``DataError`` where project and texts do not fit together.

    Entries are stored, not compressed: compressed bytes differ between versions of zlib.
    """
    _refuse(problems(project, texts), "export")
    date = max(created.astimezone(UTC).timetuple()[:6], _EARLIEST)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        entries = {PROJECT_FILE: to_xml(project)}
        entries |= {SOURCES + name: texts[name].encode("utf-8") for name in sorted(texts)}
        for name, content in entries.items():
            entry = zipfile.ZipInfo(name, date)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return target.getvalue()


def unpack(path: str | Path) -> Contents:
    """Read an archive in memory, trusting nothing about it.

    Raises ``DataError`` for what is no archive, one with other entries than a project and flat
    text sources, with too many, too large or strangely compressed ones, with a document type
    declaration, text that is not UTF-8, XML that is no REFI-QDA project, or any of the
    ``problems``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            contents = {name: _text(archive, name, path) for name in _entries(archive, path)}
    except _UNREADABLE as error:
        raise DataError(f"{path}: not a readable archive ({error})") from error
    if PROJECT_FILE not in contents:
        raise DataError(f"{path}: holds no {PROJECT_FILE}")
    project = parse_project(contents.pop(PROJECT_FILE), str(path))
    texts = {name.removeprefix(SOURCES): text for name, text in contents.items()}
    _refuse(problems(project, texts), str(path))
    return Contents(project, texts)


def parse_project(xml: str, name: str) -> refi.Project:
    """The project that an XML text holds; ``DataError`` where it holds none."""
    if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
        raise DataError(f"{name}: has a document type declaration, which REFI-QDA does not")
    try:
        return XmlParser().from_string(xml, refi.Project)
    except (ParserError, ValidationError, ValueError, TypeError, SyntaxError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(f"{name}: no REFI-QDA project ({reason})") from error


def _entries(archive: zipfile.ZipFile, path: str | Path) -> list[str]:
    entries = [entry for entry in archive.infolist() if entry.filename != SOURCES]
    names = [entry.filename for entry in entries]
    strange = [name for name in names if not _ENTRY.fullmatch(name)]
    if strange:
        raise DataError(f"{path}: entry {strange[0]!r} is neither the project nor a text source")
    other = [entry.filename for entry in entries if entry.compress_type not in _COMPRESSIONS]
    if other:
        raise DataError(f"{path}: entry {other[0]!r} is neither stored nor deflated")
    if len(set(names)) < len(names):
        raise DataError(f"{path}: holds two entries of one name")
    if len(names) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise DataError(f"{path}: too many or too large entries")
    return names


def _text(archive: zipfile.ZipFile, name: str, path: str | Path) -> str:
    # The stated size is a claim: unpack no more than that; what is longer fails its checksum.
    with archive.open(name) as stream:
        content = stream.read(archive.getinfo(name).file_size + 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: {name} is not UTF-8 at byte {error.start}") from error


def _refuse(found: Iterator[str], name: str) -> None:
    first = next(found, None)
    if first is not None:
        raise DataError(f"{name}: {first}")


def problems(project: refi.Project, texts: Mapping[str, str]) -> Iterator[str]:
    """What the schema does not see, one line each: nothing for a sound project."""
    used = Counter(item.guid for item in _walk(project) if getattr(item, "guid", None))
    for identifier, times in used.items():
        if times > 1:
            yield f"identifier {identifier} is given {times} times"
    yield from _dangling(project)
    sources = project.sources.text_source if project.sources else []
    named = set()
    for source in sources:
        path = source.plain_text_path or ""
        file = path.removeprefix("internal://")
        text = texts.get(file) if path.startswith("internal://") else source.plain_text_content
        if text is None:
            yield f"source {source.name or source.guid} has no text"
            continue
        named.add(file)
        if "\r" in text or text.startswith("\ufeff"):
            yield f"source {source.name or source.guid} has carriage returns or a byte-order mark"
        for selection in source.plain_text_selection:
            start, end = selection.start_position, selection.end_position
            if not 0 <= start < end <= len(text):
                yield f"selection {start}–{end} lies outside source {source.name or source.guid}"
    for file in sorted(set(texts) - named):
        yield f"text {file} belongs to no source"


_REFERENCES = {
    refi.CodeRefType: ("target_guid", "code"),
    refi.NoteRefType: ("target_guid", "note"),
    refi.SourceRefType: ("target_guid", "source"),
    refi.VariableRefType: ("target_guid", "variable"),
    refi.SelectionRefType: ("target_guid", "selection"),
}


def _dangling(project: refi.Project) -> Iterator[str]:
    known: dict[str, set[str]] = {
        "user": {user.guid for user in (project.users.user if project.users else [])},
        **{kind: set() for _, kind in _REFERENCES.values()},
    }
    kinds: Mapping[type, str] = {
        refi.CodeType: "code",
        refi.TextSourceType: "source",
        refi.VariableType: "variable",
        refi.PlainTextSelectionType: "selection",
    }
    items = list(_walk(project))
    notes = {id(note) for note in (project.notes.note if project.notes else [])}
    for item in items:
        kind = "note" if id(item) in notes else kinds.get(type(item))
        if kind:
            known[kind].add(item.guid)
    for item in items:
        if type(item) in _REFERENCES:
            field, kind = _REFERENCES[type(item)]
            if getattr(item, field) not in known[kind]:
                yield f"reference to a {kind} that is not there: {getattr(item, field)}"
        for field in ("creating_user", "modifying_user", "creating_user_guid"):
            user = getattr(item, field, None)
            if user and user not in known["user"]:
                yield f"reference to a user that is not there: {user}"


def _walk(model: BaseModel) -> Iterator[Any]:
    yield model
    for field in type(model).model_fields:
        value = getattr(model, field)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, BaseModel):
                yield from _walk(item)


def coded_segments(contents: Contents) -> pd.DataFrame:
    """Every coding of an archive: one row a code of a selection, in the order of the file.

    Columns: ``user, source, start, end, code, text``: names where the project gives them.
    """
    project, texts = contents
    users = {user.guid: user.name for user in (project.users.user if project.users else [])}
    codes = {item.guid: item.name for item in _walk(project) if isinstance(item, refi.CodeType)}
    rows = []
    for source in project.sources.text_source if project.sources else []:
        text = texts.get((source.plain_text_path or "").removeprefix("internal://"), "")
        text = text or source.plain_text_content or ""
        for selection in source.plain_text_selection:
            start, end = selection.start_position, selection.end_position
            for coding in selection.coding:
                user = users.get(coding.creating_user or "", "")
                code = codes[coding.code_ref.target_guid]
                rows.append((user, source.name, start, end, code, text[start:end]))
    return pd.DataFrame(rows, columns=["user", "source", "start", "end", "code", "text"])
