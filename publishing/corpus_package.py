"""The corpus as a Frictionless Data Package (version 2.0): described in place, or masked.

``python -m publishing.corpus_package`` writes ``corpus/datapackage.json``, which describes the
files as received. ``write_masked_package`` makes the copy that may leave the repository.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from govreports.claims.errata import Erratum
from govreports.claims.privacy import Span, load_masks, mask
from govreports.corpus import Record, load_corpus, read_register
from govreports.tables import read_rows
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


def write_masked_package(folder: Path, out: Path) -> Path:
    """Copy the corpus to ``out`` with private names masked, and describe the copy.

    The register keeps the hashes of the files as received; the descriptor has those of the
    copies. Raises ``CorpusError`` or ``DataError`` where corpus or masks are not in order.
    """
    corpus = load_corpus(folder)
    masks = load_masks(folder / "masks.csv", corpus.reports)
    (out / "reports").mkdir(parents=True, exist_ok=True)
    for name, path in corpus.paths.items():
        text = path.read_bytes().decode("utf-8")
        masked = mask(text, masks[name]).encode("utf-8")
        (out / path.relative_to(folder)).write_bytes(masked)
    for name in ("reports.csv", "masks.csv", "README.md"):
        (out / name).write_bytes((folder / name).read_bytes())
    with (out / "errata.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(Erratum._fields)
        writer.writerows(_masked_errata(folder / "errata.csv", masks))
    return write_descriptor(out)


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


def _masked_errata(path: Path, masks: Mapping[str, tuple[Span, ...]]) -> Iterator[list[str]]:
    for _, row in read_rows(path, Erratum._fields):
        hidden = masks[row["report"]]
        yield list((row | {"text": mask(row["text"], hidden, int(row["start"]))}).values())


if __name__ == "__main__":
    print(write_descriptor(CORPUS))
