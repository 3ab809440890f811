"""The built book as a reader meets it, in a real browser."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from govreports.corpus.reading import load_corpus
from publishing.paths import CORPUS

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


def test_a_filter_that_fits_nothing_says_so(visit):
    page = visit("book/_generated/quantities.html?q=zzyzzx")
    assert page.locator(".table-count").inner_text() == "No quantity fits."
    assert not page.locator("table.quantities").is_visible()
    page.get_by_role("button", name="Show all").click()
    assert page.locator("table.quantities").is_visible()


def test_figures_keep_a_size_that_can_be_read_on_a_narrow_screen(visit):
    for address in ("book/themes.html", "book/words.html"):
        page = visit(address, width=375)
        drawings = page.locator("figure:not(.shown-as-table) .figure-frame > :is(a, img, svg)")
        assert drawings.count() == page.locator("figure:not(.shown-as-table)").count() > 0
        assert all(drawing.bounding_box()["width"] > 600 for drawing in drawings.all())


def test_a_figure_says_that_it_goes_on_until_its_end(visit):
    page = visit("book/words.html", width=375)
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
    """Every page but those that only lead to a front page."""
    all_pages = (path.relative_to(book.html).as_posix() for path in book.pages)
    return [address for address in all_pages if address not in ("index.html", "zh/index.html")]


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


def test_figures_of_notebooks_follow_dark_pages_as_those_of_chapters_do(visit):
    page = visit("notebooks/05_trace_words.html", scheme="dark")
    images = page.locator(".cell_output img")
    assert images.count()
    looks = "all => all.map(one => getComputedStyle(one)).map(s => s.backgroundColor + s.filter)"
    assert set(images.evaluate_all(looks)) == {"rgb(255, 255, 255)invert(0.905) hue-rotate(180deg)"}
