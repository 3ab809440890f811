"""The built book says how to cite it and its reports, and names the copy by its sources."""

import zipfile

import pytest
from bs4 import BeautifulSoup
from pybtex.database import parse_string

from govreports.corpus.reading import load_corpus
from publishing.downloads import FOLDER, archive_name, source_name
from publishing.metadata import load_publication
from publishing.origin import origin
from publishing.paths import CORPUS
from publishing.report_citation import report_chicago, report_gbt7714
from publishing.source_archive import source_files

RECORDS = load_corpus(CORPUS).records


@pytest.fixture(scope="module")
def chapter(built_book):
    """The chapter on how to cite."""
    return BeautifulSoup((built_book.html / "book" / "cite.html").read_text("utf-8"), "lxml")


def test_the_chapter_has_each_reports_lines_and_the_copys_identifiers(chapter):
    text = chapter.get_text()
    for record in RECORDS:
        assert report_gbt7714(record) in text
        assert report_chicago(record) in text
    assert origin().tree in text
    assert origin().revision in text


def test_what_stands_there_as_bibtex_is_bibtex(chapter):
    blocks = [block.get_text() for block in chapter.find_all("pre")]
    entries = [block[block.index("@") :] for block in blocks if "\n@" in f"\n{block}"]
    assert len(entries) == 2 + len(RECORDS)
    assert len(parse_string("\n".join(entries), "bibtex").entries) == len(entries)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.id)
def test_the_page_of_a_report_cites_its_issuer_first(built_book, record):
    page = built_book.html / "book" / "_generated" / "reports" / f"{record.id}.html"
    box = BeautifulSoup(page.read_text("utf-8"), "lxml").find(class_="cite-page").get_text()
    told = box.index(report_chicago(record))
    assert told < box.index(load_publication().author)


def test_the_sources_can_be_downloaded(built_book):
    folder = built_book.html / FOLDER
    with zipfile.ZipFile(folder / source_name(load_publication())) as packed:
        names = {name.partition("/")[2] for name in packed.namelist()}
    assert names == set(source_files())


def test_the_data_package_says_what_it_was_made_from(built_book):
    with zipfile.ZipFile(built_book.html / FOLDER / archive_name(load_publication())) as packed:
        (name,) = [n for n in packed.namelist() if n.count("/") == 1 and n.endswith("README.txt")]
        told = packed.read(name).decode()
    assert origin().tree in told
    assert origin().revision in told
