"""The data package describes every file and column it holds, and validates."""

import hashlib
import io
import json
import zipfile

import pandas as pd
import pytest
from frictionless import Package

from govreports.refi.reading import read_segments
from publishing.downloads import FOLDER, archive_name
from publishing.metadata import load_publication


@pytest.fixture(scope="module")
def unpacked(built_book, tmp_path_factory):
    """The folder that the archive holds."""
    folder = tmp_path_factory.mktemp("data")
    archive = built_book.html / FOLDER / archive_name(load_publication())
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    (inner,) = folder.iterdir()
    return inner


@pytest.fixture(scope="module")
def package(unpacked):
    return json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))


def test_every_file_is_listed_with_its_checksum(unpacked, package):
    listed = {resource["path"]: resource for resource in package["resources"]}
    files = {p.relative_to(unpacked).as_posix() for p in unpacked.rglob("*") if p.is_file()}
    assert set(listed) == files - {"datapackage.json"}
    for path, resource in listed.items():
        content = (unpacked / path).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource.get("bytes", len(content)) == len(content)


def test_it_holds_texts_codings_codebook_and_tables(package):
    paths = [resource["path"] for resource in package["resources"]]
    for start in ("corpus/reports/", "corpus/codings/", "codebook/", "tables/", "notebooks/"):
        assert any(path.startswith(start) for path in paths)
    tables = {path.rpartition(".")[0] for path in paths if path.startswith("tables/")}
    for stem in tables:
        assert {f"{stem}.csv", f"{stem}.parquet"} <= set(paths)


def test_every_column_says_what_it_means(package):
    lacking = [
        f"{resource['path']}: {field['name']}"
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", [])
        if not field.get("description")
    ]
    assert not lacking


def test_frictionless_finds_it_valid(unpacked):
    report = Package(str(unpacked / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])[:5]


def test_the_project_in_exchange_format_holds_rules_and_coders(unpacked):
    segments = read_segments(unpacked / "codings.qdpx").table
    assert segments["user"].nunique() == 4  # rules, two coders, the adjudicated sample
    sentences = pd.read_csv(unpacked / "frames" / "codings.csv")
    assert set(segments["source"]) == set(sentences["report"])
    for row in segments.itertuples():
        text = (unpacked / "corpus" / "reports" / f"{row.source}.txt").read_text(encoding="utf-8")
        assert text[row.start : row.end] == row.text


def test_the_archive_gives_away_no_time_or_machine(built_book):
    archive = built_book.html / FOLDER / archive_name(load_publication())
    released = load_publication().released
    with zipfile.ZipFile(io.BytesIO(archive.read_bytes())) as packed:
        assert {entry.date_time[:3] for entry in packed.infolist()} == {
            (released.year, released.month, released.day)
        }
