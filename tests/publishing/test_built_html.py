"""The built HTML: complete, sound in every link, light, and silent about what is masked."""

import gc
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from govreports.corpus.masks import load_masks, masked_names
from govreports.corpus.reading import load_corpus
from publishing.citation import FORMATS
from publishing.contents import chapter_paths, notebook_paths
from publishing.downloads import FOLDER, NOTEBOOKS, archive_name
from publishing.editions.languages import languages
from publishing.metadata import commit, load_publication
from publishing.packed import unpacked
from publishing.pages.exhibits import find_exhibits
from publishing.paths import CORPUS, ROOT
from publishing.rerun import prefaced_script

KILOBYTE = 1000
DATA = ("corpus", "terms", "codes", "pages", "notes")  # packed, for search and cards


@pytest.fixture(scope="module")
def soups(built_book):
    """Every page, parsed."""
    parsed = {
        path: BeautifulSoup(path.read_text(encoding="utf-8"), "lxml") for path in built_book.pages
    }
    gc.freeze()  # millions of nodes, else looked through at every collection
    yield parsed
    gc.unfreeze()


def test_every_chapter_notebook_and_report_has_its_page(built_book):
    for path in [*chapter_paths(), *notebook_paths()]:
        assert (built_book.html / path.relative_to(ROOT)).with_suffix(".html").is_file()
    for report in load_corpus(CORPUS).reports:
        assert (built_book.html / "book/_generated/reports" / f"{report}.html").is_file()


def test_no_page_shows_an_error_or_a_bare_object(soups):
    for path, soup in soups.items():
        article = soup.select_one("article")
        # The quickstart shows in its examples what a mistake looks like.
        texts = article.find_all(string=True) if article else []
        text = "".join(t for t in texts if not t.find_parent(class_="highlight"))
        text += "".join(output.get_text() for output in soup.select(".cell_output"))
        for trace in ("Traceback (most recent", "<Figure size", "<Axes", "<pandas.", "nan%"):
            assert trace not in text, f"{path.name}: {trace}"
        assert not soup.select(".cell_output .stderr, .system-message"), path.name


def test_every_link_and_image_leads_somewhere(built_book, soups):
    identifiers = {
        path: {str(tag["id"]) for tag in soup.find_all(id=True)} for path, soup in soups.items()
    }
    broken = []
    for path, soup in soups.items():
        for tag in soup.find_all(["a", "img", "link", "script"]):
            target = tag.get("href") or tag.get("src")
            if not target or tag.get("rel") == ["canonical"]:
                continue
            parts = urlsplit(str(target))
            if parts.scheme in {"http", "https", "mailto", "data"}:
                continue
            goal = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not goal.is_file():
                broken.append(f"{path.name} → {target}")
            known = identifiers.get(goal)
            if parts.fragment and known is not None and unquote(parts.fragment) not in known:
                broken.append(f"{path.name} → {target}")
    assert not broken, broken[:20]


def test_nothing_is_fetched_from_another_host(built_book, soups):
    for path, soup in soups.items():
        for tag in soup.select("script[src], link[href], img[src], iframe, object, source"):
            target = str(tag.get("src") or tag.get("href") or "")
            if tag.get("rel") != ["canonical"]:
                assert not re.match(r"(https?:)?//", target), f"{path.name}: {target}"
    for sheet in built_book.html.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", text), sheet.name


def test_version_and_commit_stand_on_every_page(soups):
    version = load_publication().version
    told = {
        "en": f"Version {version}, commit {commit()}",
        "zh-CN": f"版本 {version}，提交 {commit()}",
    }
    lacking = [
        path.name
        for path, soup in soups.items()
        if soup.article and told[soup.html["lang"]] not in soup.get_text()
    ]
    assert not lacking


def test_chinese_in_articles_is_marked_as_chinese(soups):
    han = re.compile("[\u4e00-\u9fff]")
    for path, soup in soups.items():
        article = soup.select_one("article")
        for text in article.find_all(string=han) if article else []:
            ancestors = list(text.parents)
            if any(tag.name in {"pre", "code", "script", "math"} for tag in ancestors):
                continue
            marked = any(str(tag.get("lang", "")).startswith("zh") for tag in ancestors)
            assert marked, f"{path.name}: {text.strip()[:40]}"


def test_the_abstract_in_chinese_holds_no_english_word(built_book, soups):
    abstract = soups[built_book.html / "book/index.html"].select_one("div.zh").get_text()
    assert len(abstract) > 600
    assert not re.findall("[A-Za-z]{2,}", abstract)


def test_masked_names_stand_in_no_published_file(built_book):
    reports = load_corpus(CORPUS).reports
    names = masked_names(reports, load_masks(CORPUS / "masks.csv", reports))
    assert names
    archive = built_book.html / FOLDER / archive_name(load_publication())
    with zipfile.ZipFile(archive) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    for path in built_book.html.rglob("*"):
        if path.suffix in {".html", ".js", ".json", ".csv", ".svg", ".txt", ".ipynb", ".py"}:
            contents[str(path)] = path.read_bytes()
    for name in DATA:
        script = (built_book.html / "_static/js" / f"{name}.js").read_text(encoding="utf-8")
        contents[name] = json.dumps(unpacked(script), ensure_ascii=False).encode()
    for place, content in contents.items():
        text = content.decode("utf-8", "ignore")
        assert not any(name in text for name in names), place


def test_a_page_weighs_little_beside_what_all_pages_share(built_book, soups):
    shared = ("css", "js", "woff2")
    for path in soups:
        # Figures that lead to lines are drawn in the page itself.
        text = re.sub(r"<svg.*?</svg>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert len(text.encode()) < 500 * KILOBYTE, path.name
        assert path.stat().st_size < 1000 * KILOBYTE, path.name
    static = [p for p in (built_book.html / "_static").rglob("*") if p.suffix[1:] in shared]
    assert sum(path.stat().st_size for path in static) < 2300 * KILOBYTE


def test_what_search_reads_is_small(built_book):
    folder = built_book.html / "_static/js"
    sizes = {name: (folder / f"{name}.js").stat().st_size for name in DATA}
    assert sum(sizes.values()) < 300 * KILOBYTE
    assert sizes["corpus"] + sizes["terms"] < 100 * KILOBYTE


def test_every_figure_and_table_leads_to_its_notebook(built_book, soups):
    exhibits = find_exhibits(chapter_paths())
    assert exhibits
    for exhibit in exhibits:
        page = (built_book.html / exhibit.chapter.relative_to(ROOT)).with_suffix(".html")
        caption = soups[page].find(id=exhibit.label).find(["caption", "figcaption"])
        assert caption.select('a[href*="notebooks/"]'), exhibit.label


def test_files_for_download_are_there(built_book):
    folder = built_book.html / FOLDER
    publication = load_publication()
    for name in [*FORMATS, archive_name(publication), built_book.pdf.name]:
        assert (folder / name).stat().st_size > 0
    for path in notebook_paths():
        script = (built_book.html / NOTEBOOKS / path.name).read_text(encoding="utf-8")
        assert script == prefaced_script(path, publication)
        assert (built_book.html / NOTEBOOKS / f"{path.stem}.ipynb").is_file()


def test_only_the_landing_page_tells_indexers_of_the_book(soups):
    with_tags = [p for p, soup in soups.items() if soup.select('meta[name^="citation_"]')]
    assert [path.relative_to(path.parents[1]) for path in with_tags] == [
        Path("book/index.html")
    ] * len(languages())


def test_every_page_says_what_it_is_about(soups):
    for path, soup in soups.items():
        if soup.article and path.name != "search.html":
            described = soup.select_one('meta[name="description"]')
            assert described, path.name
            # Chinese says the same in a third of the characters.
            shortest = 20 if soup.html["lang"] == "en" else 10
            assert shortest < len(described["content"]) < 220, path.name


def test_no_page_has_two_elements_of_one_name(soups):
    for path, soup in soups.items():
        fields = soup.select("#search-input")
        assert len(fields) <= 1, path.name


def test_figures_have_alternative_text(soups):
    for path, soup in soups.items():
        for image in soup.select("article img"):
            assert str(image.get("alt", "")).strip(), f"{path.name}: {image.get('src')}"
