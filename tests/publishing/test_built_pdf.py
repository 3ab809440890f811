"""The built PDF: an accessible archive file with Chinese text, links that resolve, nothing cut."""

import re
import subprocess
from itertools import pairwise

import pikepdf
import pytest
from bs4 import BeautifulSoup

from govreports.corpus.reading import read_register
from publishing.metadata import commit, load_publication
from publishing.paths import CORPUS
from publishing.reading import read_corpus
from tests.machine import PDFTOTEXT, missing


@pytest.fixture(scope="session")
def document(built_book):
    """The PDF, opened."""
    with pikepdf.open(built_book.pdf) as opened:
        yield opened


@pytest.fixture(scope="session")
def pdf_text(built_book):
    """Its text layer."""
    if PDFTOTEXT is None:
        missing("pdftotext")
    done = subprocess.run([PDFTOTEXT, str(built_book.pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def test_it_is_tagged_and_declares_both_standards(document):
    with document.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfaid:conformance"] == "B"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == load_publication().title
    assert document.Root.MarkInfo.Marked
    assert "/StructTreeRoot" in document.Root
    assert str(document.Root.Lang).startswith("en")


def test_every_font_is_embedded(document):
    fonts = 0
    for item in document.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            fonts += 1
            assert any(key in item for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    assert fonts >= 2


def test_every_figure_has_alternative_text(document):
    figures = [
        item
        for item in document.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") in ("/Figure", "/Formula")
    ]
    assert figures
    assert all(str(item.get("/Alt", "")).strip() for item in figures)


def test_bookmarks_name_parts_and_reports(document):
    def titles(items):
        for item in items:
            yield item.title
            yield from titles(item.children)

    with document.open_outline() as outline:
        found = list(titles(outline.root))
    assert "The study" in found
    assert any("2019" in title for title in found)


def test_internal_links_lead_to_places_that_exist(document):
    pages = {page.objgen for page in document.pages}
    links = 0
    for page in document.pages:
        for annotation in page.get("/Annots", []):
            target = annotation.get("/Dest")
            if target is None and "/A" in annotation and annotation.A.get("/S") == "/GoTo":
                target = annotation.A.D
            if isinstance(target, pikepdf.Array):
                links += 1
                assert target[0].objgen in pages
    assert links > 20


def test_size_and_edition(built_book, pdf_text):
    assert built_book.pdf.stat().st_size < 5_000_000
    assert commit() in pdf_text
    assert f"Version {load_publication().version}" in pdf_text


def test_chinese_words_are_text(pdf_text):
    joined = re.sub(r"\s", "", pdf_text)
    for word in ("法治政府", "行政执法", "政务公开", "行政复议"):
        assert word in joined


def test_no_character_is_missing(pdf_text):
    assert "\ufffd" not in pdf_text
    assert "〔U+" not in pdf_text


def test_checksums_can_be_copied(pdf_text):
    assert "\u200b" not in pdf_text
    for record in read_register(CORPUS):
        assert record.sha256 in pdf_text.split()


def test_a_sentence_is_copied_as_the_file_has_it(pdf_text):
    pages = [re.sub(r"\s", "", page) for page in pdf_text.split("\f")]

    def stands(words):
        return any(words in page for page in pages) or any(
            words[:cut] in page and words[cut:] in following
            for cut in range(1, len(words))
            for page, following in pairwise(pages)
        )

    for report in read_corpus(CORPUS).reports.values():
        for sentence in report.sentences:
            assert stands(re.sub(r"\s", "", report.wording(sentence))), sentence.id


def test_half_width_marks_stay_those_of_the_file(pdf_text):
    joined = re.sub(r"\s", "", pdf_text)
    for record in read_register(CORPUS):
        text = (CORPUS / record.file).read_text(encoding="utf-8")
        if marked := re.search(r"[\u4e00-\u9fff]{4},[\u4e00-\u9fff]{4}", text):
            assert marked[0] in joined


def test_a_chapter_begins_where_half_a_page_is_left(document):
    with document.open_outline() as outline:
        (study,) = (part for part in outline.root if part.title == "The study")
        heights = {item.title: float(item.destination[3]) for item in study.children}
    assert len(heights) > 7
    # At the head of its page, below the title of the part, or after a chapter that ends early.
    assert min(heights.values()) > 400, heights


def test_pages_for_screens_alone_are_left_out(document):
    with document.open_outline() as outline:
        titles = {item.title for part in outline.root for item in part.children}
    assert "The codebook" in titles
    assert not titles & {"Concordance", "Sentences by theme", "All quantities"}


def test_numbered_figures_and_tables_are_those_of_the_html(built_book, pdf_text):
    joined = re.sub(r"\s+", " ", pdf_text)
    numbers = set()
    for path in (built_book.html / "book").glob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        numbers |= {tag.get_text().strip() for tag in soup.select(".caption-number")}
    assert numbers
    lacking = sorted(number for number in numbers if number not in joined)
    assert not lacking


def test_nothing_runs_over_the_edge_of_a_page(built_book):
    if PDFTOTEXT is None:
        missing("pdftotext")
    command = [PDFTOTEXT, "-bbox", str(built_book.pdf), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    over = []
    number, width = 0, 0.0
    for line in boxes.splitlines():
        if page := re.search(r'<page width="([\d.]+)" height="([\d.]+)"', line):
            number, width = number + 1, float(page[1])
        elif word := re.search(r'<word xMin="([-\d.]+)".*xMax="([\d.]+)".*>(.*)</word>', line):
            outside = float(word[1]) < 20 or float(word[2]) > width - 20
            over += [f"page {number}: {word[3]}"] if outside else []
    assert number > 10
    assert not over, over[:20]
