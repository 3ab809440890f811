"""The corpus as a Frictionless Data Package (version 2.0), described in place.

``python -m publishing register`` writes ``datapackage.json`` into the folder of the corpus, and a
build keeps the one of this repository up to date. It describes the files as received. What may
leave the repository is the data package beside the book, whose reports are masked.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from govreports.codebook.outlines import LEVELS
from govreports.corpus.reading import GENRES, Record, load_corpus
from publishing.contents import is_study
from publishing.metadata import Publication, load_publication
from publishing.paths import DESCRIPTOR, PUBLISHING

_PROFILES = "https://datapackage.org/profiles/2.0"
_STATIC = PUBLISHING / "corpus_package.yaml"
_ALLOWED = {"genre": GENRES, "level": LEVELS}


def describe(folder: Path) -> dict[str, Any]:
    """The descriptor of the corpus in ``folder``: schemas, sizes, hashes, licences, sources."""
    static = yaml.safe_load(_STATIC.read_text(encoding="utf-8"))
    licences = static["licences"]
    tables = {
        name: table
        for name, table in static["tables"].items()
        if (folder / f"{name}.csv").is_file()
    }
    records = load_corpus(folder).records
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        **_about(load_publication(), static["package"]),
        "licenses": [licences["own"], licences["official"]],
        "resources": [
            *(_table(folder, name, table, licences["own"]) for name, table in tables.items()),
            *(_report(folder, record, licences["official"]) for record in records),
        ],
    }


def write_descriptor(folder: Path) -> Path:
    """Write ``datapackage.json`` beside the files it describes, unless it says just that."""
    path = folder / DESCRIPTOR
    text = json.dumps(describe(folder), ensure_ascii=False, indent=2) + "\n"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _about(publication: Publication, of_the_study: Mapping[str, Any]) -> dict[str, Any]:
    """Title, version and the like; of another corpus what its owner says of it."""
    released, author = publication.released, publication.author
    about = {
        "name": f"{publication.name}-corpus",
        "title": publication.title,
        "keywords": list(publication.keywords),
        **(of_the_study if is_study() else {}),
        "version": publication.version,
        "created": f"{released.isoformat()}T00:00:00Z" if released else "",
        "contributors": [{"title": author}] if author else [],
    }
    return {name: value for name, value in about.items() if value}


def _table(
    folder: Path, name: str, table: Mapping[str, Any], licence: Mapping[str, str]
) -> dict[str, Any]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    fields = [{"name": field, **table["fields"][field]} for field in header]
    for field in fields:
        if values := _ALLOWED.get(field["name"]):
            field["constraints"] = {**field.get("constraints", {}), "enum": [*values]}
    schema = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": fields,
        "primaryKey": table["primaryKey"],
        "missingValues": [""],
    }
    if any(field["name"] == "report" for field in fields):
        reference = {"resource": "reports", "fields": "id"}
        schema["foreignKeys"] = [{"fields": "report", "reference": reference}]
    return {
        "name": name,
        "$schema": f"{_PROFILES}/dataresource.json",
        "type": "table",
        "title": table["title"],
        "description": table["description"],
        **_file(folder, f"{name}.csv"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "licenses": [licence],
        "schema": schema,
    }


def _report(folder: Path, record: Record, licence: Mapping[str, str]) -> dict[str, Any]:
    name = record.original_file or Path(record.file).name
    source = f"Page of a government or procurement portal, received as {name}"
    if record.source:
        source += f"; its source line says {record.source}"
    return {
        "name": record.id,
        "$schema": f"{_PROFILES}/dataresource.json",
        "title": record.title,
        **_file(folder, record.file),
        "format": "txt",
        "mediatype": "text/plain",
        "encoding": "utf-8",
        "licenses": [licence],
        "sources": [{"title": source}],
    }


def _file(folder: Path, name: str) -> dict[str, Any]:
    content = (folder / name).read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"path": name, "bytes": len(content), "hash": f"sha256:{digest}"}
