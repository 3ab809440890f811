"""Every form of the citation says the same, says it validly, and invents nothing."""

import dataclasses
import datetime as dt
from html.parser import HTMLParser

import pytest
import yaml
from pybtex import PybtexEngine
from pybtex.database import parse_string

from govreports.corpus.reading import load_corpus
from publishing.citation import bibtex, cff, chicago, citation_files, gbt7714, highwire, ris
from publishing.editions.publication import edition_publication
from publishing.errors import BuildError
from publishing.metadata import load_publication, read_publication
from publishing.origin import identifiers
from publishing.pages.cite_in_chinese import chinese_sentence_line
from publishing.paths import CORPUS, METADATA, ROOT
from publishing.report_citation import report_bibtex, report_chicago, report_gbt7714

PUBLICATION = load_publication()
PLACED = dataclasses.replace(
    PUBLICATION, base_url="https://example.org/book/", doi="10.1234/x", publisher="A Press"
)
SIGNED = dataclasses.replace(PLACED, authors=("Li, Ann", "Wu, Bo"))
AWKWARD = dataclasses.replace(
    PUBLICATION, title=r"Law & order_{100%} ~^\ #1$ }", author="A & B {", title_zh="法 & 治"
)
COPY = "swh:1:rev:" + "0123456789" * 4


def test_bibtex_keeps_the_author_one_name():
    (entry,) = parse_string(bibtex(PUBLICATION), "bibtex").entries.values()
    (author,) = entry.persons["author"]
    assert author.last_names == [f"{{{PUBLICATION.author}}}"]
    assert entry.fields["title"] == f"{{{PUBLICATION.title}: {PUBLICATION.subtitle}}}"
    assert entry.fields["year"] == str(PUBLICATION.released.year)


@pytest.mark.parametrize("style", ["plain", "unsrt", "alpha"])
@pytest.mark.parametrize("publication", [PUBLICATION, PLACED, SIGNED, AWKWARD])
def test_standard_styles_take_the_book_and_a_chapter(publication, style):
    text = bibtex(publication, copy=COPY) + bibtex(publication, "A Chapter & more", COPY)
    assert len(parse_string(text, "bibtex").entries) == 2
    made = PybtexEngine().format_from_string(
        text, style=style, output_backend="plaintext", citations=["*"]
    )
    assert made.count(publication.title.split()[0]) == 2


def test_bibtex_says_one_thing_for_each_mark_that_tex_reads_otherwise():
    (entry,) = parse_string(bibtex(AWKWARD), "bibtex").entries.values()
    title = entry.fields["title"]
    assert title.count("{") == title.count("}")
    for mark in (r"\&", r"\_", r"\%", r"\#", r"\$", r"\textbraceright{}", r"\textasciitilde{}"):
        assert mark in title


def test_authors_stand_as_each_form_wants_them():
    assert [
        str(p)
        for p in parse_string(bibtex(SIGNED), "bibtex").entries.popitem()[1].persons["author"]
    ] == list(SIGNED.authors)
    assert chicago(SIGNED).startswith("Li, Ann and Bo Wu. ")
    assert gbt7714(SIGNED).startswith("LI Ann, WU Bo. ")
    assert [line for line in ris(SIGNED).splitlines() if line.startswith("AU")] == [
        "AU  - Li, Ann",
        "AU  - Wu, Bo",
    ]
    people = yaml.safe_load(cff(SIGNED))["authors"]
    assert people[1] == {"family-names": "Wu", "given-names": "Bo"}


def test_the_chinese_title_stands_in_every_record():
    for text in [*citation_files(PUBLICATION).values(), chicago(PUBLICATION)]:
        assert PUBLICATION.title_zh in text


def test_a_copy_names_itself_where_there_is_no_address():
    for make in (chicago, gbt7714):
        assert COPY in make(PUBLICATION, copy=COPY)
        assert COPY not in make(PLACED, copy=COPY)
    assert COPY in bibtex(PUBLICATION, copy=COPY)


def test_a_part_and_a_place_in_it_are_cited_with_the_whole():
    assert chicago(PLACED, "Coverage", "fig. 7").index("“Coverage.” In ") > 0
    assert "Coverage[M/OL]//" in gbt7714(PLACED, "Coverage")
    assert gbt7714(PLACED, at="7").count(": 7.") == 1


@pytest.mark.parametrize("record", load_corpus(CORPUS).records, ids=lambda record: record.id)
def test_a_report_is_cited_by_what_its_head_says(record):
    (entry,) = parse_string(report_bibtex(record), "bibtex").entries.values()
    assert entry.fields["title"] == f"{{{record.title}}}"
    assert record.sha256 in entry.fields["note"]
    for line in (report_gbt7714(record), report_chicago(record)):
        assert line.startswith(f"{record.issuer}. ")
        assert record.title in line
        assert record.document_number in line
        assert "govreports" not in line
        assert record.issued[:4] in line or "n.d." in line or "[日期不详]" in line


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
    assert (ROOT / "CITATION.cff").read_text(encoding="utf-8") == cff(PUBLICATION, identifiers())


def test_gbt_names_medium_version_and_year():
    assert "[M]. " in gbt7714(PUBLICATION)
    assert gbt7714(PUBLICATION).rstrip().endswith(f"{PUBLICATION.released.year}.")
    assert "[M/OL]" in gbt7714(PLACED)


def test_what_is_not_known_is_left_out_everywhere():
    bare = dataclasses.replace(PUBLICATION, base_url="", doi="", publisher="", repository="")
    for text in [*citation_files(bare).values(), chicago(bare), highwire(bare)]:
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
        (lambda text: text.replace("authors: []", "authors: [Ann Li]"), "authors: not as .*Ann Li"),
        (lambda text: text.replace("required: [", "required: [fame, "), "no such field: fame"),
    ],
)
def test_metadata_that_cannot_be_used_is_refused_by_name(tmp_path, changed, named):
    path = tmp_path / "metadata.yaml"
    path.write_text(changed(METADATA.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(BuildError, match=named):
        read_publication(path)


def test_the_chinese_edition_cites_in_chinese_alone():
    chinese = edition_publication("zh")
    line = gbt7714(chinese, copy=COPY).replace(COPY, "").replace(PUBLICATION.author, "")
    assert f"{PUBLICATION.title_zh}[M]. {PUBLICATION.version}版. [出版地不详]: [出版者不详]" in line
    assert PUBLICATION.title not in line
    assert "LA  - zh" in ris(chinese)
    assert f"TI  - {PUBLICATION.title_zh}" in ris(chinese)
    (entry,) = parse_string(bibtex(chinese), "bibtex").entries.values()
    assert entry.fields["language"] == "zh"
    assert entry.fields["title"] == f"{{{PUBLICATION.title_zh}}}"


@pytest.mark.parametrize("record", load_corpus(CORPUS).records, ids=lambda record: record.id)
def test_a_sentence_is_cited_in_chinese_by_report_and_book(record):
    line = chinese_sentence_line(record, "¶ 2.1")
    assert line.startswith(f"{record.issuer}. {record.title}")
    assert line.index(": ¶ 2.1. 见：") < line.index(PUBLICATION.title_zh)
    assert not {"In", "Report", "Version", "s.l."} & set(line.replace(".", " ").split())
