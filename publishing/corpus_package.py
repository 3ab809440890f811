"""The corpus as a Frictionless Data Package (version 2.0), described in place.

``python -m publishing.corpus_package`` writes ``corpus/datapackage.json``, which describes the
files as received. What may leave the repository is the data package beside the book, whose
reports are masked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from govreports.corpus import Record, read_register
from publishing.metadata import load_publication
from publishing.paths import CORPUS, PUBLISHING

DESCRIPTOR = "datapackage.json"

_PROFILES = "https://datapackage.org/profiles/2.0"
_STATIC = PUBLISHING / "corpus_package.yaml"


def describe(folder: Path) -> dict[str, Any]:
    """The descriptor of the corpus in ``folder``: schemas, sizes, hashes, licences, sources."""
    static = yaml.safe_load(_STATIC.read_text(encoding="utf-8"))
    publication = load_publication()
    licences = static["licences"]
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        **static["package"],
        "version": publication.version,
        "created": f"{publication.released.isoformat()}T00:00:00Z",
        "licenses": [licences["own"], licences["official"]],
        "contributors": [{"title": publication.author}],
        "resources": [
            *(
                _table(folder, name, table, licences["own"])
                for name, table in static["tables"].items()
            ),
            *(_report(folder, record, licences["official"]) for record in read_register(folder)),
        ],
    }


def write_descriptor(folder: Path) -> Path:
    """Write ``datapackage.json`` beside the files it describes."""
    path = folder / DESCRIPTOR
    text = json.dumps(describe(folder), ensure_ascii=False, indent=2)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return path


def _table(
    folder: Path, name: str, table: Mapping[str, Any], licence: Mapping[str, str]
) -> dict[str, Any]:
    fields = [{"name": field, **details} for field, details in table["fields"].items()]
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
    source = f"Page of a government or procurement portal, received as {record.original_file}"
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


if __name__ == "__main__":
    print(write_descriptor(CORPUS))
