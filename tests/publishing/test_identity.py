"""What machines read of the publication: valid, from one source, none invented."""

import dataclasses
import json
from importlib import resources

import pytest
from jsonschema import Draft7Validator
from rocrate.rocrate import ROCrate

from publishing.identity import CODEMETA, CRATE, as_json, codemeta, crate, deposit
from publishing.metadata import load_publication
from publishing.paths import ROOT

PUBLICATION = load_publication()
WHOLE = dataclasses.replace(
    PUBLICATION,
    authors=("Li, Ann", "Wu, Bo"),
    abstract="What it is.",
    abstract_zh="这是什么。",
    doi="10.1234/x",
    publisher="A Press",
    repository="https://example.org/repository",
    base_url="https://example.org/book/",
)
FILES = {"README.txt": b"read", "tables/a b.csv": b"a\n1\n", "网页.html": b"<p>"}


def values(content):
    """Every text of a structure."""
    if isinstance(content, dict):
        content = list(content.values())
    if isinstance(content, list):
        return [value for item in content for value in values(item)]
    return [content]


def datacite_schema():
    folder = resources.files("datacite") / "schemas"
    return json.loads((folder / "datacite-v4.5.json").read_text("utf-8"))


@pytest.mark.parametrize("publication", [PUBLICATION, WHOLE])
def test_the_deposit_record_is_valid_by_the_schema_of_datacite(publication):
    errors = [
        error.message
        for error in Draft7Validator(datacite_schema()).iter_errors(deposit(publication))
    ]
    assert errors == []


@pytest.mark.parametrize("publication", [PUBLICATION, WHOLE])
def test_an_archive_is_read_as_a_crate_with_every_file(publication, tmp_path):
    for name, content in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    (tmp_path / CRATE).write_bytes(as_json(crate(publication, FILES, "data")))
    found = ROCrate(tmp_path)
    assert found.root_dataset["license"]["name"] == publication.licence
    files = {entity["name"]: entity for entity in found.get_by_type("File")}
    assert set(files) == set(FILES)
    assert {name: int(one["contentSize"]) for name, one in files.items()} == {
        name: len(content) for name, content in FILES.items()
    }
    known = {entity.id for entity in found.get_entities()}
    authors = found.root_dataset["author"]
    assert {one.id for one in (authors if isinstance(authors, list) else [authors])} <= known


@pytest.mark.parametrize("made", [codemeta, deposit, lambda p: crate(p, FILES, "data")])
def test_what_has_no_value_is_left_out_and_what_has_one_is_there(made):
    assert all(values(made(PUBLICATION)))
    told = json.dumps(made(PUBLICATION), ensure_ascii=False)
    assert "Ann" not in told
    assert "doi.org" not in told
    whole = json.dumps(made(WHOLE), ensure_ascii=False)
    for value in ("Ann", "Wu", WHOLE.doi, WHOLE.abstract, WHOLE.base_url, WHOLE.version):
        assert value in whole


def test_the_description_of_the_software_is_up_to_date():
    assert (ROOT / CODEMETA).read_bytes() == as_json(codemeta(load_publication()))
