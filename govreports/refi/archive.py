"""REFI-QDA archives, written to the same bytes every time.

The schema lets dangling references, impossible offsets and sources without text pass, so these
are checked here, on the way out.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from govreports.errors import DataError, extra
from govreports.refi.projects import to_xml

with extra("qda"):
    from pydantic import BaseModel
    from pyrefiqda.models import project as refi

PROJECT_FILE = "project.qde"
SOURCES = "sources/"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


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
