"""The data behind the book as one archive: tables, texts, codebook and codings, described.

The description is a Frictionless data package. Names of private persons are masked in all of it.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from functools import cache
from typing import Any

import pandas as pd
import yaml
from pandas.api import types

from govreports.analysis import Analysis
from govreports.coding.coded_reports import coded_reports, rules_first
from govreports.coding.handcodings import of_rules, read_all_codings
from govreports.corpus.reading import REGISTER, read_register
from govreports.refi.archive import project_archive
from govreports.schema import frames
from govreports.tables import packaged
from publishing.citation import citation_files
from publishing.downloads import stem as stem_of
from publishing.identity import CRATE, as_json, crate
from publishing.masked_corpus import FOLDER, masked_files
from publishing.metadata import Publication
from publishing.origin import cited_copy, data_checksum, identifiers, origin
from publishing.pages.study import Study
from publishing.paths import EXHIBITS, PROJECT, PUBLISHING, corpus_folder
from publishing.reading import CODINGS
from publishing.rerun import INSTALL, rerun_files
from publishing.zipping import zipped

COLUMNS = PUBLISHING / "columns.yaml"
FRAMES = "frames"  # folder of the archive
# Files whose columns are described; others are part of the library or read by a notebook.
_TABULAR = (f"{FRAMES}/", "tables/", f"{FOLDER}/{REGISTER}", f"{FOLDER}/{CODINGS}/")
_README = """{title}: data
{version}
Tables that the book shows (tables/, as CSV and Parquet); the corpus (corpus/): the reports with the
names of private persons masked by ■, their register, and what coders coded by hand where anybody
did, with a card that says who each was; the frames of the library (frames/: codings of every
sentence with their evidence, quantities, repeated passages, terms and more); all codings as a
REFI-QDA project (codings.qdpx); and the codebook (codebook/). Offsets count code points of a
report's text. datapackage.json describes every file and every column, ro-crate-metadata.json the
whole.

The library (govreports/) and the notebooks that made the tables (notebooks/) are here too. With
Python 3.11 to 3.13, in this folder:

    {install}
    python rerun.py                     lists the notebooks
    python rerun.py 03_count_terms      runs one and says whether its tables are those in tables/
    python rerun.py all                 runs all of them

What makes the book itself is in the archive of sources beside this one.
{copy}{licence}"""
_READERS: dict[str, Callable[..., pd.DataFrame]] = {
    "csv": pd.read_csv,
    "parquet": pd.read_parquet,
}
_TYPES: tuple[tuple[Callable[[Any], bool], str], ...] = (
    (types.is_bool_dtype, "boolean"),
    (types.is_integer_dtype, "integer"),
    (types.is_float_dtype, "number"),
)


def archive(study: Study, publication: Publication) -> bytes:
    """The archive; equal data give equal bytes."""
    files = dict(sorted(package_files(study, publication).items()))
    files[CRATE] = as_json(crate(publication, files, "data, notebooks and library"))
    files["datapackage.json"] = as_json(descriptor(files, publication))
    return zipped(files, stem_of(publication), publication)


def package_files(study: Study, publication: Publication) -> dict[str, bytes]:
    """Every file of the package but its description, by name."""
    cited = citation_files(publication, cited_copy(), identifiers())
    files = {
        "README.txt": _readme(publication).encode(),
        **rerun_files(),
        **masked_files(study),
        **{name: text.encode() for name, text in cited.items()},
        **{path.name: path.read_bytes() for path in sorted(PROJECT.glob("LICENSE*"))},
        **_frames(study.analysis),
        "codings.qdpx": _exchange(study, publication),
    }
    for path in sorted(EXHIBITS.iterdir()):
        if path.suffix in {".csv", ".parquet"} and not path.name.endswith(".shown.csv"):
            files[f"tables/{path.name}"] = path.read_bytes()
    for source in sorted(packaged("codebook").iterdir(), key=lambda item: item.name):
        if source.is_file():
            files[f"codebook/{source.name}"] = source.read_bytes()
    return files


def _readme(publication: Publication) -> str:
    licence = publication.licence
    told = f"Licence: {licence}; the reports are official documents outside copyright.\n"
    made, checksum = origin(), data_checksum(corpus_folder())
    lines = [f"Made from {made.tree} at {made.revision}."] if made.revision else []
    lines += [f"It was {made.caveat}."] if made.caveat else []
    lines += (
        [f"SHA-256 of the list of the corpus, datapackage.json: {checksum}."] if checksum else []
    )
    return _README.format(
        install=INSTALL,
        copy="".join(f"{line}\n" for line in lines),
        title=publication.title,
        version=f"Version {publication.version}\n" if publication.version else "",
        licence=told if licence else "",
    )


def descriptor(files: Mapping[str, bytes], publication: Publication) -> dict[str, Any]:
    """The Frictionless description: a resource for each file, a field for each column."""
    released, author = publication.released, publication.author
    about: dict[str, Any] = {
        "profile": "data-package",
        "name": publication.name,
        "title": f"{publication.title}: data",
        "version": publication.version,
        "created": f"{released.isoformat()}T12:00:00Z" if released else "",
        "licenses": [{"name": publication.licence}] if publication.licence else [],
        "contributors": [{"title": author, "role": "author"}] if author else [],
        "keywords": list(publication.keywords),
        "homepage": publication.base_url,
    }
    package = {name: value for name, value in about.items() if value}
    package["resources"] = [_resource(name, content) for name, content in files.items()]
    return package


def described_columns(table: str) -> dict[str, dict[str, str]]:
    """What each column of a table means: ``description`` and, where it has one, ``unit``."""
    known = _known_columns()
    of_report = dict.fromkeys(
        (record.id for record in read_register(corpus_folder())),
        known["columns"]["report of the corpus"],
    )
    return {**of_report, **known["columns"], **known["tables"].get(table, {})}


@cache
def _known_columns() -> dict[str, Any]:
    return dict(yaml.safe_load(COLUMNS.read_text(encoding="utf-8")))


def _columns_of(stem: str) -> dict[str, dict[str, str]]:
    """What the columns of a file mean: by the library's schema for its frames."""
    folder, _, table = stem.rpartition("/")
    if folder != FRAMES:
        return described_columns(table)
    return {
        column.name: {"description": column.description}
        | ({"unit": column.unit} if column.unit else {})
        for column in frames()[table].columns
    }


def _resource(name: str, content: bytes) -> dict[str, Any]:
    stem, _, suffix = name.rpartition(".")
    resource: dict[str, Any] = {
        "name": name.lower().replace("/", "-").replace("_", "-"),
        "path": name,
        "format": suffix or "txt",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if suffix == "parquet":
        # Validators that read Parquet count rows, not bytes; the checksum stands for both.
        del resource["bytes"]
    if suffix not in _READERS or not name.startswith(_TABULAR):
        resource["type"] = "file"  # also a table that a notebook reads: its columns are not told
    else:
        frame = _READERS[suffix](io.BytesIO(content))
        described = _columns_of(stem)
        fields = [
            {"name": str(column), "type": _type(frame[column]), **described.get(str(column), {})}
            for column in frame.columns
        ]
        resource |= {"profile": "tabular-data-resource", "encoding": "utf-8"}
        resource["schema"] = {"fields": fields, "missingValues": [""]}
    return resource


def _type(column: pd.Series[Any]) -> str:
    return next((name for test, name in _TYPES if test(column.dtype)), "string")


def _frames(analysis: Analysis) -> dict[str, bytes]:
    """The frames of the library, as CSV files by name."""
    shown = {
        "reports": analysis.register,
        "codings": analysis.codings,
        "evidence": analysis.evidence,
        "statements": analysis.statements,
        "quantities": analysis.quantities,
        "numerals": analysis.numerals,
        "passages": analysis.passages,
        "terms": analysis.terms,
    }
    return {
        f"{FRAMES}/{name}.csv": frame.to_csv(index=False, lineterminator="\n").encode()
        for name, frame in shown.items()
    }


def _exchange(study: Study, publication: Publication) -> bytes:
    """The codings of rules and coders as a project for qualitative analysis software."""
    reports = study.analysis.reports
    by_hand = read_all_codings(corpus_folder() / CODINGS, study.codebook, reports)
    created = datetime.combine(publication.dated, time(), UTC)
    coded = rules_first(coded_reports(reports.items(), by_hand), study.codebook)
    coders = [of_rules({}, study.codebook), *by_hand]
    return project_archive(coded, coders, study.codebook, created=created)
