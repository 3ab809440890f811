"""Books over other corpora than that of the chapters: complete, sound, and of no absent report."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from copy import copy
from datetime import date
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pikepdf
import pytest
import yaml
from bs4 import BeautifulSoup
from frictionless import Package

from govreports.codebook.loader import load_codebook
from govreports.corpus.reading import read_register
from publishing.packed import unpacked
from publishing.paths import CORPUS
from publishing.verify import copy_sources
from tests.machine import PDFTOTEXT, missing
from tests.publishing.corpora import NAMES, invented, write_corpus

pytestmark = pytest.mark.other_corpora

# How the reports of the chapters are called, in either script.
OURS = re.compile(
    "|".join({record.id.partition("-")[0] for record in read_register(CORPUS)})
    + "|威海|南通|连云港|苏锡通",
    re.IGNORECASE,
)
OWNER = "县志编辑室 <office>"


class Built(NamedTuple):
    """A book over a corpus: what the build said, where its folders are, its pages parsed."""

    said: str
    folder: Path
    soups: dict[str, BeautifulSoup]

    @property
    def pdf(self) -> Path:
        """The English book; its codebook and the other edition add to its name."""
        return min((self.folder / "pdf").glob("*.pdf"), key=lambda path: len(path.name))


@pytest.fixture(scope="module")
def builder(tmp_path_factory):
    """One copy of the project, in which each book is built after the other and moved aside."""
    root = tmp_path_factory.mktemp("other") / "project"
    copy_sources(root)

    def build(corpus: Path, *options: str) -> Built:
        done = subprocess.run(
            [sys.executable, "-m", "publishing", "build", *options],
            cwd=root,
            env={
                **os.environ,
                "PYTHONPATH": str(root),
                "BOOK_COMMIT": "0000000000",
                "BOOK_CORPUS": str(corpus),
            },
            capture_output=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        kept = corpus.parent / "built"
        kept.mkdir()
        for part in ("html", "pdf"):
            if (root / "_build" / part).exists():
                shutil.move(root / "_build" / part, kept / part)
        pages = (p for p in sorted((kept / "html").rglob("*.html")) if "_static" not in p.parts)
        soups = {
            page.relative_to(kept / "html").as_posix(): BeautifulSoup(
                page.read_text(encoding="utf-8"), "lxml"
            )
            for page in pages
        }
        return Built(done.stdout, kept, soups)

    return build


@pytest.fixture(scope="module")
def others(builder, tmp_path_factory):
    """Three reports of one genre; the register has three columns, the folder's name blanks."""
    folder = write_corpus(tmp_path_factory.mktemp("others") / "reports of mine", invented())
    return builder(folder)


@pytest.fixture(scope="module")
def one(builder, tmp_path_factory):
    """A single report, whose owner says what the book is called and by whom it is."""
    folder = write_corpus(tmp_path_factory.mktemp("one") / "one", invented("shiqiao-2021"))
    about = {
        "name": "shiqiao",
        "title": "Shiqiao & its report",
        "author": OWNER,
        "version": 3,
        "licence": "CC0-1.0",
        "released": date(2026, 1, 2),
    }
    (folder / "metadata.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
    return builder(folder, "--html-only", "--corpus", str(folder))


@pytest.fixture(scope="module")
def six(builder, tmp_path_factory):
    """The reports of the chapters with one short report more, and all that stands beside them."""
    folder = Path(shutil.copytree(CORPUS, tmp_path_factory.mktemp("six") / "six"))
    for name, text in invented("linhe-2023").items():
        (folder / "reports" / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        with (folder / "reports.csv").open("a", encoding="utf-8", newline="") as file:
            row = [name, f"reports/{name}.txt", *[""] * 6, "rule-of-law", *[""] * 7]
            csv.writer(file, lineterminator="\n").writerow(row)
    return builder(folder, "--html-only")


@pytest.fixture(params=["others", "one", "six"])
def built(request):
    """Each of the books in turn."""
    return request.getfixturevalue(request.param)


def visible(soup: BeautifulSoup) -> str:
    """All of a page but the examples of the codebook, which name the report they are from."""
    soup = BeautifulSoup(str(soup), "lxml")
    for title in soup.select("dl.code dt"):
        if title.get_text() == "Example":
            title.parent.decompose()
    return str(soup)


def test_the_build_says_that_the_chapters_are_left_out(built):
    assert built.said.count("chapters and cases are left out") == 1
    written = {path for path in built.soups if re.fullmatch(r"book/\w+\.html", path)}
    assert written <= {"book/quickstart.html"}
    assert not [path for path in built.soups if path.startswith("notebooks/cases/")]


@pytest.mark.parametrize("name", ["others", "one"])
def test_no_page_speaks_of_a_report_that_is_not_there(request, name):
    built = request.getfixturevalue(name)
    speaking = {
        path: found[0]
        for path, soup in built.soups.items()
        if (found := OURS.search(visible(soup)))
    }
    assert not speaking
    for data in ("corpus", "pages", "notes"):
        script = (built.folder / f"html/_static/js/{data}.js").read_text(encoding="utf-8")
        assert not OURS.search(json.dumps(unpacked(script), ensure_ascii=False))


def test_the_pdf_speaks_of_no_report_that_is_not_there(others):
    if PDFTOTEXT is None:
        missing("pdftotext")
    done = subprocess.run([PDFTOTEXT, str(others.pdf), "-"], capture_output=True, check=True)
    pages = done.stdout.decode("utf-8").split("\f")
    # Its name stands at the head of each of its pages, on the first below that of the part.
    codebook = [at for at, page in enumerate(pages) if "The codebook" in page[:120]]
    speaking = {at for at, page in enumerate(pages) if OURS.search(page)}
    assert codebook
    assert speaking <= {*range(codebook[0], codebook[-1] + 1)}


def test_the_codebook_cites_its_examples_without_a_link(others):
    soup = others.soups["book/_generated/codebook.html"]
    examples = [row.dd for row in soup.select("dl.code div") if row.dt.get_text() == "Example"]
    titles = {source.title for source in load_codebook().sources.values()}
    assert examples
    for example in examples:
        assert any(title in example.get_text() for title in titles)
        assert not example.select("a")


def test_the_codebook_leads_to_its_examples_where_the_report_is_there(six):
    soup = six.soups["book/_generated/codebook.html"]
    examples = [row.dd for row in soup.select("dl.code div") if row.dt.get_text() == "Example"]
    assert all(example.select_one('a[href^="reports/"]') for example in examples)


def test_every_link_leads_somewhere(built):
    html = built.folder / "html"
    known = {
        path: {str(tag["id"]) for tag in soup.find_all(id=True)}
        for path, soup in built.soups.items()
    }
    broken = []
    for path, soup in built.soups.items():
        for tag in soup.find_all(["a", "img", "link", "script"]):
            parts = urlsplit(str(tag.get("href") or tag.get("src") or "#"))
            if parts.scheme or tag.get("rel") == ["canonical"]:
                continue
            goal = (html / path).parent / unquote(parts.path) if parts.path else html / path
            name = os.path.relpath(goal, html)
            if not goal.is_file() or (
                parts.fragment and name in known and unquote(parts.fragment) not in known[name]
            ):
                broken.append(f"{path} → {parts.geturl()}")
    assert not broken


def test_no_page_shows_an_error(built):
    for path, soup in built.soups.items():
        shown = copy(soup.article) if soup.article else BeautifulSoup("", "lxml")
        for code in shown.select(".cell_input"):
            code.decompose()  # a notebook may name what is undefined
        text = shown.get_text()
        trace = r"Traceback" if path.startswith("notebooks/") else r"<Figure size"
        assert not re.search(rf"{trace}|nan%|\bnan\b|<Figure size", text), path
        assert not soup.select(".cell_output .stderr, .system-message"), path


def test_the_front_page_says_what_the_corpus_holds(others, six):
    front = others.soups["book/_generated/index.html"].article
    assert front.h1.get_text().startswith("Reports of reports of mine")
    text = " ".join(front.get_text().split())
    assert (
        "reads 3 reports on law-based government. The years reported on are 2021 to 2023." in text
    )
    assert "They have 3 issuers" in text
    rows = front.select_one("table").select("tbody tr")
    assert [row.a["href"] for row in rows] == [f"reports/{name}.html" for name in NAMES]
    text = " ".join(six.soups["book/_generated/index.html"].article.get_text().split())
    assert "6 reports: 5 reports on law-based government and 1 report on the disclosure" in text


def test_the_entry_leads_to_the_front_page(built):
    assert built.soups["index.html"].a["href"] == "book/_generated/index.html"


def test_who_says_nothing_is_given_no_author_and_no_citation(others):
    for path, soup in others.soups.items():
        assert "govreports contributors" not in str(soup), path
        assert "Accounts of Law-Based Government" not in str(soup), path
    assert not list((others.folder / "html/downloads").glob("citation.*"))
    assert others.soups["book/_generated/status.html"].select(".cite-page")


def test_what_the_owner_says_is_cited_as_text(one):
    cited = one.soups["book/_generated/codebook.html"].select_one(".cite-page")
    assert f"{OWNER}. 2026. “The codebook" in cited.get_text()
    assert "Shiqiao & its report" in cited.get_text()
    assert "shiqiao-2021, ¶ " in cited.get_text()
    assert cited.a["href"].endswith("book/_generated/index.html#how-to-cite")
    for name in ("citation.bib", "citation.ris", "citation.cff", "shiqiao-3-data.zip"):
        assert (one.folder / "html/downloads" / name).is_file()
    bibtex = (one.folder / "html/downloads/citation.bib").read_text(encoding="utf-8")
    assert r"Shiqiao \& its report" in bibtex
    assert not (one.folder / "pdf").exists()
    front = one.soups["book/_generated/index.html"]
    assert not front.select('a[href$=".pdf"]')


def test_the_pdf_is_sound(others):
    with pikepdf.open(others.pdf) as document, document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Reports of reports of mine"
        assert "dc:creator" not in metadata
    packed = others.folder / "html/downloads" / others.pdf.name
    assert packed.read_bytes() == others.pdf.read_bytes()


def test_the_data_package_is_valid_and_says_what_each_column_means(built, tmp_path):
    (archive,) = (built.folder / "html/downloads").glob("*-data.zip")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])[:5]
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    lacking = [
        f"{resource['path']}: {field['name']}"
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", [])
        if not field.get("description")
    ]
    assert not lacking
