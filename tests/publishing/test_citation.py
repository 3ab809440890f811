"""Every form of the citation says the same, says it validly, and invents nothing."""

import dataclasses
import datetime as dt
from html.parser import HTMLParser

import pytest
import yaml
from pybtex.database import parse_string

from publishing.citation import bibtex, cff, citation_files, gbt7714, highwire, ris, sentence
from publishing.errors import BuildError
from publishing.metadata import load_publication, read_publication
from publishing.paths import ROOT

PUBLICATION = load_publication()
PLACED = dataclasses.replace(
    PUBLICATION, base_url="https://example.org/book/", doi="10.1234/x", publisher="A Press"
)


def test_bibtex_keeps_the_author_one_name():
    (entry,) = parse_string(bibtex(PUBLICATION), "bibtex").entries.values()
    (author,) = entry.persons["author"]
    assert author.last_names == [f"{{{PUBLICATION.author}}}"]
    assert entry.fields["title"].startswith(PUBLICATION.title)
    assert entry.fields["year"] == str(PUBLICATION.released.year)


def test_ris_is_one_complete_record():
    lines = ris(PUBLICATION).splitlines()
    assert all(line[2:6] == "  - " for line in lines)
    assert lines[0] == "TY  - BOOK"
    assert lines[-1].startswith("ER")
    assert f"AU  - {PUBLICATION.author}" in lines


def test_cff_has_what_the_format_requires():
    made = yaml.safe_load(cff(PUBLICATION))
    assert made["cff-version"] == "1.2.0"
    assert made["authors"] == [{"name": PUBLICATION.author}]
    assert {"message", "title"} <= set(made)
    assert isinstance(made["date-released"], dt.date)
    assert made["preferred-citation"]["type"] == "book"


def test_the_file_in_the_repository_is_the_one_made_from_the_metadata():
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == cff(PUBLICATION)


def test_gbt_names_medium_version_and_year():
    assert "[M]. " in gbt7714(PUBLICATION)
    assert gbt7714(PUBLICATION).rstrip().endswith(f"{PUBLICATION.released.year}.")
    assert "[M/OL]" in gbt7714(PLACED)


def test_what_is_not_known_is_left_out_everywhere():
    bare = dataclasses.replace(PUBLICATION, base_url="", doi="", publisher="", repository="")
    for text in [*citation_files(bare).values(), sentence(bare), highwire(bare)]:
        assert "doi" not in text.lower()
        assert "http" not in text


def test_what_is_known_stands_everywhere():
    for text in citation_files(PLACED).values():
        assert PLACED.doi in text
        assert PLACED.base_url in text


def test_highwire_tags_are_meta_elements_of_the_landing_page():
    found = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            assert tag == "meta"
            found[dict(attrs)["name"]] = dict(attrs)["content"]

        handle_startendtag = handle_starttag

    Reader().feed(highwire(PLACED))
    assert found["citation_author"] == PUBLICATION.author
    assert found["citation_publication_date"] == f"{PUBLICATION.released:%Y/%m/%d}"
    assert found["citation_pdf_url"].startswith(PLACED.base_url)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        (lambda text: text.replace("publisher:", "published_by:"), "published_by"),
        (lambda text: text.replace(f"{PUBLICATION.released}", "soon"), "soon"),
    ],
)
def test_metadata_that_cannot_be_used_is_refused_by_name(tmp_path, changed, named):
    from publishing.paths import METADATA

    path = tmp_path / "metadata.yaml"
    path.write_text(changed(METADATA.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(BuildError, match=named):
        read_publication(path)
