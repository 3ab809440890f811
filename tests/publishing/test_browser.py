"""The built book as a reader meets it, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from govreports.corpus.reading import load_corpus
from govreports.words.counted_text import counted_text
from publishing.paths import CORPUS
from publishing.sphinx_ext.chinese_search import ChinesePairs

READER = "book/_generated/reports/nantong-2019.html"
CONCORDANCE = "book/_generated/concordance.html"
KINDS_OF_PAGE = [
    "book/index.html",
    "book/corpus.html",
    "book/themes.html",
    "book/cite.html",
    "notebooks/01_describe_corpus.html",
    READER,
    f"{CONCORDANCE}?q=行政执法",
    "book/_generated/sentences.html",
    "book/_generated/outline.html",
    "book/_generated/codebook.html",
    "book/_generated/glossary.html",
    "book/_generated/exhibits.html",
    "book/_generated/status.html",
    "search.html?q=行政",
]


@pytest.fixture
def visit(browser, site):
    """Open a page; what it asks of other hosts, or complains of, fails the test."""
    opened = []

    def go(address, *, width=1440, scheme="light", javascript=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
        )
        page = context.new_page()
        wrong = []
        page.on("request", lambda r: r.url.startswith((site, "data:")) or wrong.append(r.url))
        page.on("console", lambda m: m.type == "error" and wrong.append(m.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(site + address)
        opened.append((context, wrong))
        return page

    yield go
    for context, wrong in opened:
        context.close()
        assert not wrong


def found_by_search(page):
    page.wait_for_function(
        "document.querySelector('#search-results .search-summary, "
        "#search-results p')?.textContent.match(/finished|found|match/i)"
    )
    return [link.get_attribute("href") for link in page.query_selector_all("#search-results li a")]


@pytest.mark.parametrize("term", ["行政执法", "复议", "双随机", "规范性文件", "放管服改革"])
def test_search_finds_words_and_compounds(visit, term):
    results = found_by_search(visit(f"search.html?q={term}"))
    assert any("reports/" in address for address in results)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("shortcomings", ["shortcomings"]),
        ("legal counsel", ["legal", "counsel"]),
        ("Krippendorff's α", ["Krippendorff", "s", "α"]),
        ("法", ["法"]),
        ("行政执法", ["行政", "政执", "执法"]),
        ("3550改革 reform", ["3550", "改革", "reform"]),
        ("?!、。", []),
    ],
)
def test_a_query_is_cut_as_the_index_is(visit, query, words):
    assert visit("search.html").evaluate("splitQuery", query) == words
    indexed = set(ChinesePairs({}).split(query))
    assert set(words) <= indexed


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("shortcomings", "book/shortcomings.html"),
        ("Krippendorff", "book/methods.html"),
        ("legal counsel", "book/_generated/glossary.html"),
        ("random inspection", "book/_generated/glossary.html"),
        ("执法 enforcement", "book/_generated/codebook.html"),
    ],
)
def test_search_finds_english_and_mixed_queries(visit, query, page):
    results = found_by_search(visit(f"search.html?q={query}"))
    assert any(address.partition("?")[0] == page for address in results)
    for address in results:
        marked = re.search(r"[?&]highlight=([^&#]*)", address)
        assert marked is None or len(marked[1]) > 1


@pytest.mark.parametrize("nonsense", ["鲸鱼跳舞", "曜犇骉", "zzyzzx"])
def test_search_finds_nothing_for_nonsense(visit, nonsense):
    assert found_by_search(visit(f"search.html?q={nonsense}")) == []


def test_a_theme_is_switched_on_and_off_in_the_reader(visit):
    page = visit(READER)
    button = page.locator('[data-theme-id="T4"]')
    primary = int(button.locator(".n").inner_text())
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.locator('.s.on[data-t^="T4"]').count() == primary
    count = page.locator('.s[data-t~="T4"]').count()
    assert page.locator(".s.on").count() == count > primary
    told = page.locator(".reader-tools .found").inner_text()
    assert str(count) in told
    assert str(primary) in told
    page.locator(".reader-tools .found button").click()
    assert f"1 of {count}" in page.locator(".reader-tools .found button").inner_text()
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".s.on").count() == 0


def test_quantities_and_repeats_can_be_hidden(visit):
    page = visit(READER)
    for layer in ("quantity", "repeat"):
        page.locator(f'[data-layer="{layer}"]').uncheck()
        assert page.locator(f".bd-article.no-{layer}").count() == 1


def test_the_rule_behind_a_label_is_reached_by_keyboard(visit):
    page = visit(READER)
    summary = page.locator("#p3 .why summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator("#p3 .why .rule").first.is_visible()


def test_the_reader_is_complete_without_javascript(visit):
    page = visit(READER, javascript=False)
    report = load_corpus(CORPUS).reports["nantong-2019"]
    shown = re.sub(r"\s", "", page.locator(".bd-article").inner_text())
    for paragraph in report.paragraphs:
        wording = re.sub(r"\s", "", report.wording(paragraph.sentences[-1]))
        assert wording in shown or "■" in shown
    assert not page.locator(".reader-tools").is_visible()


def test_a_deep_link_shows_its_sentence(visit):
    page = visit(f"{READER}#p30-s2")
    page.wait_for_function(
        "() => { const r = document.getElementById('p30-s2').getBoundingClientRect();"
        " return r.top >= 0 && r.top < innerHeight }"
    )
    assert page.locator(".s:target").get_attribute("id") == "p30-s2"


def test_a_table_leads_to_a_sentence(visit):
    page = visit("book/_generated/sentences.html#T6-weihai-2017")
    link = page.locator("#T6-weihai-2017 li a").first
    assert link.is_visible()
    link.click()
    page.wait_for_load_state()
    assert re.search(r"weihai-2017\.html#p\d+-s\d+$", page.url)
    assert page.locator(":target").count() == 1


def test_the_concordance_agrees_with_the_text(visit):
    page = visit(CONCORDANCE)
    page.get_by_label("Term").fill("行政复议")
    page.keyboard.press("Enter")
    expected = {
        name: counted_text(report).text.count("行政复议")
        for name, report in load_corpus(CORPUS).reports.items()
    }
    cells = page.locator(".kwic-counts tbody td:nth-child(2)").all_inner_texts()
    assert [int(cell) for cell in cells] == list(expected.values())
    rows = page.locator(".kwic tbody tr")
    assert rows.count() == sum(expected.values())
    assert set(page.locator(".kwic .node").all_inner_texts()) == {"行政复议"}


def test_the_concordance_does_not_see_what_the_lexicon_does_not_see(visit):
    found = set()
    for form in ("双随机、一公开", "双随机,一公开", "双随机，一公开", "“双随机”、“一公开”"):
        page = visit(f"{CONCORDANCE}?q={form}")
        found.add(page.locator(".kwic-found").inner_text())
        nodes = page.locator(".kwic .node").all_inner_texts()
        assert {re.sub('[“”"]', "", node)[0::6] for node in nodes} == {"双开"}
    assert len(found) == 1
    assert visit(f"{CONCORDANCE}?q=“").locator(".kwic tr").count() == 0


def test_a_heading_is_found_and_leads_to_its_place(visit):
    page = visit(f"{CONCORDANCE}?q=数字法治政府情况")
    link = page.locator(".kwic .place a", has_text="heading").first
    name = link.inner_text()
    link.click()
    page.wait_for_load_state()
    assert page.locator(":target").count() == 1, name
    heading = """() => [...document.querySelectorAll("h2, h3, h4, h5")].find(
      (one) => document.querySelector(":target").compareDocumentPosition(one) & 4).textContent"""
    assert "数字法治政府情况" in page.evaluate(heading)


@pytest.mark.parametrize("width", [1440, 1000, 375])
def test_every_place_of_the_concordance_can_be_read(visit, width):
    page = visit(f"{CONCORDANCE}?q=公开", width=width)
    cut = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).length"
    assert page.locator(".kwic .place").evaluate_all(cut) == 0


def test_concordance_lines_sort_by_what_follows(visit):
    page = visit(f"{CONCORDANCE}?q=行政&sort=right")
    following = page.locator(".kwic .right").all_inner_texts()
    starts = [text[:1] for text in following]
    assert len(starts) > 20
    groups = sum(1 for i, start in enumerate(starts) if i == 0 or start != starts[i - 1])
    assert groups == len(set(starts))


def test_a_concordance_line_leads_to_its_sentence(visit):
    page = visit(f"{CONCORDANCE}?q=双随机")
    page.locator(".kwic .place a").first.click()
    page.wait_for_load_state()
    assert "双随机" in page.locator(".s:target").inner_text()


def test_the_concordance_works_from_a_file(browser, built_book):
    page = browser.new_page()
    page.goto((built_book.html / CONCORDANCE).as_uri() + "?q=法治")
    assert page.locator(".kwic tbody tr").count() > 10
    page.close()


def test_the_examples_of_the_concordance_are_found(visit):
    page = visit(CONCORDANCE)
    examples = page.locator(".kwic-examples a").all_inner_texts()
    assert len(examples) > 2
    for example in examples:
        page.get_by_role("link", name=example, exact=True).click()
        assert page.locator(".kwic .node").first.inner_text() == example


def test_a_filter_that_fits_nothing_says_so(visit):
    page = visit("book/_generated/quantities.html?q=zzyzzx")
    assert page.locator(".table-count").inner_text() == "No quantity fits."
    assert not page.locator("table.quantities").is_visible()
    page.get_by_role("button", name="Show all").click()
    assert page.locator("table.quantities").is_visible()


def test_figures_keep_a_size_that_can_be_read_on_a_narrow_screen(visit):
    for address in ("book/coverage.html", "book/words.html"):
        page = visit(address, width=375)
        drawings = page.locator("figure:not(.shown-as-table) .figure-frame > :is(a, img, svg)")
        assert drawings.count() == page.locator("figure:not(.shown-as-table)").count() > 0
        assert all(drawing.bounding_box()["width"] > 600 for drawing in drawings.all())


def test_a_figure_says_that_it_goes_on_until_its_end(visit):
    page = visit("book/coverage.html", width=375)
    frame = page.locator(".figure-frame").first
    shade = "frame => Number(getComputedStyle(frame, '::after').opacity)"
    box = "frame => getComputedStyle(frame, '::after').position"
    assert frame.evaluate(box) == "sticky"
    assert frame.evaluate(shade) == 1
    frame.evaluate("frame => frame.scrollTo(9999, 0)")
    page.wait_for_timeout(200)
    assert frame.evaluate(shade) < 0.1


def lines_of(cells):
    """How many lines each element takes."""
    lines = "all => all.map(one => new Set([...one.getClientRects()].map(r => r.top)).size)"
    return cells.evaluate_all(lines)


def test_names_of_reports_and_intervals_are_not_broken(visit):
    page = visit("book/themes.html", width=375)
    assert set(lines_of(page.locator("table .range"))) == {1}
    page = visit("book/_generated/quantities.html")
    words = """cells => cells.flatMap(cell => {
      const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, text.data.trimEnd().search(/ |$/));
      return new Set([...range.getClientRects()].map(r => r.top)).size;
    })"""
    assert set(page.locator("table.quantities td:nth-child(2)").evaluate_all(words)) == {1}


def test_links_to_the_pages_around_have_room_on_a_narrow_screen(visit):
    page = visit("book/coverage.html", width=375)
    for link in page.locator(".prev-next-area a").all():
        assert link.bounding_box()["height"] < 100


def test_excerpts_of_the_search_are_of_the_text(visit):
    page = visit("search.html?q=法治政府")
    page.wait_for_selector("#search-results .context")
    page.wait_for_timeout(500)
    for excerpt in page.locator("#search-results .context").all_inner_texts():
        assert "Contents" not in excerpt


def test_a_search_from_a_file_says_what_it_lacks(browser, built_book):
    page = browser.new_page()
    page.goto((built_book.html / "search.html").as_uri() + "?q=法治")
    assert "without excerpts" in page.locator(".search-note").inner_text()
    page.close()


def test_what_is_typed_is_never_markup(visit):
    page = visit(CONCORDANCE)
    page.get_by_label("Term").fill("<img src=x onerror=document.title='run'>")
    page.keyboard.press("Enter")
    assert page.locator(".kwic-found img, .kwic img").count() == 0
    assert page.title() != "run"


def violations(page, **rules):
    # Preloading would fetch style sheets again from where they are not.
    options = {"preload": False, "resultTypes": ["violations"], "rules": rules}
    report = Axe().run(page, options=options)
    return [
        f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in report.response["violations"]
    ]


@pytest.mark.parametrize("address", KINDS_OF_PAGE)
@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (375, "light")])
def test_no_kind_of_page_breaks_a_rule_of_accessibility(visit, address, width, scheme):
    page = visit(address, width=width, scheme=scheme)
    page.wait_for_timeout(200)
    assert not violations(page)


def addresses(book):
    """Every page but the one that only leads to the front page."""
    all_pages = (path.relative_to(book.html).as_posix() for path in book.pages)
    return [address for address in all_pages if address != "index.html"]


def test_no_page_breaks_a_rule_of_accessibility(visit, site, built_book):
    page, broken = visit("book/index.html"), {}
    for address in addresses(built_book):
        page.goto(site + address)
        # Contrast takes most of the time and is the same on all pages of a kind.
        if found := violations(page, **{"color-contrast": {"enabled": False}}):
            broken[address] = found
    assert not broken


def test_no_page_scrolls_sideways_on_a_narrow_screen(visit, site, built_book):
    page, wide = visit("book/index.html", width=375), {}
    for address in addresses(built_book):
        page.goto(site + address)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 375:
            wide[address] = width
    assert not wide


def test_dark_mode_is_dark(visit):
    page = visit("book/index.html", scheme="dark")
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert all(int(part) < 60 for part in re.findall(r"\d+", colour)[:3])


def test_figures_of_notebooks_stand_on_the_white_of_the_chapters(visit):
    page = visit("notebooks/05_trace_words.html", scheme="dark")
    images = page.locator(".cell_output img")
    assert images.count()
    colours = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    assert set(images.evaluate_all(colours)) == {"rgb(255, 254, 251)"}


def test_a_first_visit_is_light_and_a_further_page_lighter(browser, site):
    context = browser.new_context()
    page = context.new_page()
    loaded = []
    page.on("response", lambda response: loaded.append(len(response.body())))
    page.goto(f"{site}book/index.html", wait_until="networkidle")
    assert sum(loaded) < 3_000_000
    loaded.clear()
    page.on("response", lambda r: r.from_service_worker)
    page.goto(f"{site}book/_generated/glossary.html", wait_until="networkidle")
    sizes = page.evaluate(
        "performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
        ".reduce((sum, entry) => sum + entry.transferSize, 0)"
    )
    assert sizes < 500_000
    context.close()
