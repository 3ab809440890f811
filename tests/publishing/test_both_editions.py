"""The built Chinese edition: the same pages, places and files, in its language."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from axe_playwright_python.sync_playwright import Axe

from govreports.corpus.reading import load_corpus
from publishing.editions.one_language import TRANSLATIONS
from publishing.paths import CORPUS
from publishing.report_citation import report_gbt7714
from tests.machine import refuses_other_hosts, serving

PAGES = ("book/rerun.html", "book/_generated/codebook.html", "search.html", "book/index.html")


@pytest.fixture(scope="module")
def chinese(built_book):
    return built_book.html / "zh"


def parsed(path: Path):
    return lxml.html.fromstring(path.read_text(encoding="utf-8"))


def test_both_editions_have_the_same_pages(built_book, chinese):
    ours = {path.relative_to(chinese) for path in chinese.rglob("*.html")}
    theirs = {
        path.relative_to(built_book.html)
        for path in built_book.html.rglob("*.html")
        if chinese not in path.parents and "_static" not in path.parts
    }
    assert ours == theirs


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_its_language_and_leads_to_the_other_edition(built_book, chinese, address):
    for folder, own, other in (
        (chinese, "zh-CN", "en"),
        (built_book.html, "en", "zh-CN"),
    ):
        page = parsed(folder / address)
        assert page.get("lang") == own
        (switch,) = page.xpath('//a[contains(@class, "edition-switch")]')
        assert switch.get("hreflang") == other
        goal = (folder / address).parent / switch.get("href")
        assert (
            goal.resolve()
            == ((chinese if other == "zh-CN" else built_book.html) / address).resolve()
        )
        assert {link.get("hreflang") for link in page.xpath('//link[@rel="alternate"]')} == {
            "en", "zh-CN",
        }  # fmt: skip


def test_the_title_of_a_chinese_page_is_chinese(chinese):
    page = parsed(chinese / "book/rerun.html")
    assert re.fullmatch(r"[\u4e00-\u9fff、]+ — [\u4e00-\u9fff]+", page.findtext(".//title"))
    assert re.search("[\u4e00-\u9fff]", page.xpath('string(//meta[@name="description"]/@content)'))


def test_what_chinese_pages_show_and_run_is_there(chinese):
    lacking = set()
    for path in chinese.rglob("*.html"):
        for link in parsed(path).xpath(
            "//script/@src | //img/@src | //link[@rel='stylesheet']/@href"
        ):
            if not (path.parent / link.partition("?")[0]).is_file():
                lacking.add((path.name, link))
    assert not lacking


def test_files_that_both_editions_show_are_there_once(built_book, chinese):
    for path in chinese.rglob("*"):
        other = built_book.html / path.relative_to(chinese)
        if path.is_file() and path.suffix != ".html" and other.is_file():
            assert path.read_bytes() != other.read_bytes(), path


def test_anchors_of_chapters_are_those_of_the_english(built_book, chinese):
    """What Sphinx names by the heading's words differs; what authors name does not."""
    for name in ("fig-", "tab-"):
        for path in sorted((built_book.html / "book").glob("*.html")):
            wanted = {i for i in parsed(path).xpath("//article//@id") if i.startswith(name)}
            found = {*parsed(chinese / "book" / path.name).xpath("//article//@id")}
            assert wanted <= found, path.name


def test_definitions_of_the_codebook_are_chinese(chinese):
    page = parsed(chinese / "book/_generated/codebook.html")
    for entry in page.xpath('//dl[@class="code"][starts-with(@data-t, "T")]//dd'):
        assert re.search("[\u4e00-\u9fff]", entry.text_content())


def test_both_editions_are_printed(built_book):
    pdf = built_book.html.parent / "pdf"
    printed = {path.name for path in pdf.iterdir()}
    assert printed == {
        f"govreports-book{what}{edition}.pdf"
        for what in ("", "-codebook")
        for edition in ("", "-zh")
    }
    assert all((built_book.html / "downloads" / name).is_file() for name in printed)


def test_the_switch_keeps_the_place(browser, built_book):
    with serving(built_book.html) as address:
        page = browser.new_page()
        page.goto(f"{address}zh/book/_generated/codebook.html#T4")
        page.click(".edition-switch")
        page.wait_for_url(f"{address}book/_generated/codebook.html#T4")
        assert page.evaluate("document.documentElement.lang") == "en"
        page.close()


# Names of methods and programs that Chinese texts write as they are.
LATIN = {"jieba", "HMM"}
REPORT = re.compile(r"\b[a-z]+-\d{4}(?:-disclosure)?\b")  # the identifier of one


def test_figures_of_the_chinese_edition_say_nothing_in_english(built_book, chinese):
    drawn, english = 0, set()
    for path in chinese.rglob("*.html"):
        page = parsed(path)
        said = page.xpath("//article//figure//svg//@aria-label")
        said += page.xpath("//article//figure//svg//*[local-name()='title']/text()")
        for name in page.xpath("//article//img/@src[contains(., '.svg')]"):
            drawing = (path.parent / name).read_text(encoding="utf-8")
            said += re.findall("<!-- (.*?) -->", drawing)
            drawn += 1
        told = [REPORT.sub("", text) for text in said]
        words = {word for text in told for word in re.findall("[A-Za-z]{3,}", text)}
        english |= {(path.name, word) for word in words - LATIN}
    assert drawn > 10
    assert not english


def test_numbers_of_figures_and_tables_are_told_apart_by_their_page(built_book, chinese):
    numbers = {}
    for path in sorted(built_book.html.rglob("*.html")):
        for number in parsed(path).xpath('//article//*[@class="caption-number"]/text()'):
            named = (chinese in path.parents, number.strip())
            assert numbers.setdefault(named, path) == path
            if path.name in ("methods.html", "coverage.html", "folder.html"):
                assert re.fullmatch(r"(?:图|表|Fig\. |Table )A\.\d+", number.strip())
    assert {"图4.1", "表A.1"} <= {number for is_chinese, number in numbers if is_chinese}
    assert 2 * sum(is_chinese for is_chinese, _ in numbers) == len(numbers)


def test_terms_and_codes_are_explained_in_chinese(browser, built_book):
    with serving(built_book.html) as address:
        page = browser.new_page()
        for query, english in (("行政复议", False), ("administrative reconsideration", True)):
            page.goto(f"{address}zh/search.html?q={query}")
            page.wait_for_selector(".search-summary[data-state=finished]", state="attached")
            link = page.locator('#search-results a[href*="glossary.html#term-"]').first
            assert ("administrative" in link.inner_text()) == english
            told = link.locator("xpath=..").inner_text()
            assert re.search("[\u4e00-\u9fff]{6}", told.replace("行政复议", ""))
        page.keyboard.press("Tab")
        link.focus()
        card = page.locator(".book-card")
        card.wait_for(state="visible")
        assert not re.search("[A-Za-z]{3}", card.inner_text())
        page.close()


def test_search_answers_in_chinese(browser, built_book):
    with serving(built_book.html) as address:
        page = browser.new_page()
        page.goto(f"{address}zh/search.html?q=法律顾问")
        page.wait_for_selector(".search-summary[data-state=finished]", state="attached")
        heads = page.locator("#search-results h2").all_text_contents()
        assert "报告中" in heads
        assert not any(re.search("[A-Za-z]{3}", head) for head in heads)
        page.close()


def test_every_link_of_a_chinese_page_leads_somewhere(built_book, chinese):
    @cache
    def anchors(path):
        return frozenset(parsed(path).xpath("//@id | //a/@name"))

    lost = set()
    for path in chinese.rglob("*.html"):
        for link in parsed(path).xpath("//a/@href"):
            address = urlsplit(link)
            if address.scheme:
                continue
            goal = (path.parent / unquote(address.path)).resolve() if address.path else path
            if not goal.exists() or (
                address.fragment
                and goal.suffix == ".html"
                and unquote(address.fragment) not in anchors(goal)
            ):
                lost.add((path.name, link))
    assert not lost


def test_no_table_of_a_chinese_page_translates_into_english(chinese):
    heads = set()
    for path in chinese.rglob("*.html"):
        page = parsed(path)
        heads |= {head.text_content().strip() for head in page.xpath("//article//th")}
        assert not page.xpath('//*[contains(@class, "english-only")]'), path.name
    assert heads
    assert not heads & {*TRANSLATIONS, "英译"}


def test_a_report_of_the_chinese_edition_says_how_it_is_cited(chinese):
    page = parsed(chinese / "book/_generated/reports/nantong-2019.html")
    (box,) = page.find_class("cite-page")
    record = next(one for one in load_corpus(CORPUS).records if one.id == "nantong-2019")
    assert box.text_content().startswith("引用本页")
    assert report_gbt7714(record) in box.text_content()
    front = parsed(chinese / "book/index.html")
    (title,) = front.xpath('//meta[@name="citation_title"]/@content')
    assert re.search("[\u4e00-\u9fff]", title)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (375, "light")])
def test_chinese_pages_break_no_rule_of_accessibility(browser, built_book, width, scheme):
    options = {"preload": False, "resultTypes": ["violations"]}
    with serving(built_book.html) as address:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        with refuses_other_hosts(page, address):
            for name in (*PAGES, "book/themes.html", "notebooks/07_code_themes.html"):
                page.goto(f"{address}zh/{name}")
                found = Axe().run(page, options=options).response["violations"]
                assert not [(name, rule["id"]) for rule in found]
        page.close()


def test_the_reader_tells_in_chinese_what_a_theme_marks(browser, built_book):
    with serving(built_book.html) as address:
        page = browser.new_page()
        page.goto(f"{address}zh/book/_generated/reports/nantong-2019.html")
        page.click('[data-theme-id="T4"]')
        assert re.search("句带主题T4", page.locator(".reader-tools .found").inner_text())
        page.close()


def test_the_desk_opens_in_chinese_from_the_chinese_codebook(browser, built_book):
    with serving(built_book.html) as address:
        page = browser.new_page(locale="en-GB")
        page.goto(f"{address}zh/book/_generated/codebook.html")
        page.click('a[href*="desk.html"]')
        page.wait_for_url("**/desk.html?lang=zh")
        assert page.get_attribute("html", "lang") == "zh-CN"
        page.close()
