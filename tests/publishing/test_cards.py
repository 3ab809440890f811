"""References tell what they lead to, and sentences why they have their codes, in place."""

import re

import pytest

from tests.machine import refuses_other_hosts
from tests.publishing.test_browser import READER, violations

CARD = ".book-card"
REFERENCES = [
    ("book/themes.html", 'article a[href*="/reports/"][href*="#p"]', r"Suxitong|Nantong|Weihai"),
    ("book/themes.html", "article a.term", "rule of law"),
    ("book/themes.html", 'article a[href$="#fig-theme-intervals"]:not(.headerlink)', "Fig"),
    ("book/words.html", 'article a[href*="#tab-"]:not(.headerlink)', "Table"),
    ("book/background.html", 'article a[href*="bibliography.html#"]', r"\(\d{4}\)"),
    ("book/index.html", 'article a[href^="methods.html"]:not([href*="-"])', "Appendix: methods"),
]


@pytest.mark.parametrize(("address", "link", "told"), REFERENCES)
def test_a_reference_shows_what_it_leads_to(visit, address, link, told):
    page = visit(address)
    reference = page.locator(link).first
    card = page.locator(CARD)
    page.keyboard.press("Tab")  # the keyboard is in use
    reference.focus()
    card.wait_for(state="visible")
    assert re.search(told, card.inner_text())
    assert card.get_attribute("role") == "tooltip"
    assert reference.get_attribute("aria-describedby") == card.get_attribute("id")
    page.keyboard.press("Escape")
    assert not card.is_visible()
    page.mouse.move(0, 0)
    reference.hover()
    card.wait_for(state="visible")
    page.mouse.move(0, 0)
    card.wait_for(state="hidden")


def test_cards_work_from_a_file(browser, built_book):
    page = browser.new_page()
    with refuses_other_hosts(page, "file:"):
        page.goto((built_book.html / "book/themes.html").as_uri())
        page.locator('article a[href*="/reports/"][href*="#p"]').first.hover()
        page.locator(CARD).wait_for(state="visible")
    page.close()


def test_an_ordinary_link_and_ordinary_chinese_show_nothing(visit):
    page = visit("book/themes.html")
    for place in (
        'article a[href="codebook.html"], article a[href$="codebook.html"]',
        "article h1",
    ):
        page.locator(place).first.hover()
        page.wait_for_timeout(600)
        assert not page.locator(CARD).is_visible()


def test_pointing_at_a_sentence_shows_its_codes_and_why(visit):
    page = visit(f"{READER}#p30-s2")
    page.locator("#p30-s2").hover()
    card = page.locator(CARD)
    card.wait_for(state="visible")
    theme = page.locator("#p30-s2").get_attribute("data-t").split()[0]
    move = page.locator("#p30-s2").get_attribute("data-m")
    assert re.match(rf"¶ 30\.2 {theme} .*{move}", card.inner_text())
    assert card.locator(".rule").inner_text()
    assert card.get_attribute("role") == "dialog"
    assert card.get_attribute("aria-label") == "Sentence ¶ 30.2"


def test_a_working_translation_stands_with_its_sentence(visit):
    page = visit(READER)
    english = page.locator(".why .translation").first
    sentence = page.locator(f"#{english.get_attribute('data-of')}")
    sentence.scroll_into_view_if_needed()
    sentence.hover()
    page.locator(CARD).wait_for(state="visible")
    assert english.text_content() in page.locator(CARD).inner_text()


def test_sentences_are_reached_by_arrows_and_copied_by_keys(visit):
    page = visit(READER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#p1-s1").focus()
    page.keyboard.press("ArrowDown")
    focus = "document.activeElement.id || document.activeElement.textContent"
    second = page.evaluate(focus)
    assert re.fullmatch(r"p\d+-s\d+", second)
    assert second != "p1-s1"
    copied = {}
    for steps, name in enumerate(("address", "citation", "quotation")):
        page.keyboard.press("Enter")
        for _ in range(steps):
            page.keyboard.press("Tab")
        assert page.evaluate(focus) == f"Copy {name}"
        page.keyboard.press("Enter")
        page.wait_for_function("document.querySelector('.copies [role=status]').textContent")
        copied[name] = page.evaluate("navigator.clipboard.readText()")
        page.keyboard.press("Escape")
        assert not page.locator(CARD).is_visible()
        assert page.evaluate(focus) == second
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowDown")
    place = f"¶ {second[1:].replace('-s', '.')}"
    assert copied["address"].endswith(f"#{second}")
    assert f" {place}. " in copied["citation"]
    assert copied["citation"].endswith(copied["address"])
    words = page.locator(f"#{second}").text_content()
    assert copied["quotation"] == f"“{words}” {copied['citation']}"


def test_filters_stand_in_the_address_and_come_from_it(visit):
    page = visit(READER)
    page.locator('[data-theme-id="T6"]').click()
    page.locator('[data-layer="repeat"]').uncheck()
    assert page.url.endswith("?theme=T6&hide=repeat")
    shown = page.locator(".s.on").count()
    page.reload()
    assert page.locator(".s.on").count() == shown > 0
    assert not page.locator('[data-layer="repeat"]').is_checked()
    assert page.locator('[data-theme-id="T6"]').get_attribute("aria-pressed") == "true"


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (720, 450), (375, 800)])
def test_the_switches_leave_three_quarters_of_the_window_to_the_text(visit, width, height):
    page = visit(f"{READER}?theme=T4", width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("document.getElementById('p30').scrollIntoView()")
    box = page.locator(".reader-tools").bounding_box()
    assert max(0, box["y"] + box["height"]) <= height / 4


@pytest.mark.parametrize(("width", "scheme"), [(1440, "dark"), (375, "light")])
def test_an_open_card_breaks_no_rule_of_accessibility(visit, width, scheme):
    page = visit(READER, width=width, scheme=scheme)
    page.locator("#p1-s1").focus()
    page.locator("#p1-s1").click()
    page.locator(CARD).wait_for(state="visible")
    assert not violations(page)


def test_a_printed_page_has_nothing_to_press(visit):
    page = visit("book/themes.html")
    page.emulate_media(media="print")
    for unseen in ("button", ".headerlink", ".bd-sidebar", "input", "#jb-print-docs-body"):
        assert not any(one.is_visible() for one in page.locator(unseen).all()), unseen
    assert page.locator("article h1").inner_text().startswith("4. What they are about")
    page = visit(READER)
    page.emulate_media(media="print")
    for unseen in ("button", "input", ".why", ".reader-tools"):
        assert not any(one.is_visible() for one in page.locator(unseen).all()), unseen


def test_a_printed_link_has_its_address_once(visit):
    page = visit("book/bibliography.html")
    page.emulate_media(media="print")
    after = "one => getComputedStyle(one, '::after').content"
    for link in page.locator('article a[href^="http"]').all():
        told = f"{link.inner_text()} {link.evaluate(after)}"
        assert told.count(link.get_attribute("href").removeprefix("https://doi.org/")) == 1
