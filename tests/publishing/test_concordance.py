"""The concordance: every place of a word, near another one, by pattern, and as a file."""

import csv
import re

import pytest

from govreports.corpus.reading import load_corpus
from govreports.words.counted_text import counted_text
from publishing.paths import CORPUS

CONCORDANCE = "book/_generated/concordance.html"


def told(page):
    """What the page says it found, once it says so."""
    page.wait_for_function("document.querySelector('.kwic-found').textContent.trim()")
    return page.locator(".kwic-found").inner_text()


def asked(visit, query, **how):
    """The page with the lines of a query."""
    page = visit(f"{CONCORDANCE}?q={query}", **how)
    told(page)
    return page


def counted(pattern):
    """How many places of the counted text a pattern has."""
    reports = load_corpus(CORPUS).reports.values()
    return sum(len(re.findall(pattern, counted_text(report).text)) for report in reports)


def test_the_concordance_agrees_with_the_text(visit):
    page = visit(CONCORDANCE)
    page.get_by_label("Term").fill("行政复议")
    page.keyboard.press("Enter")
    told(page)
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
        page = asked(visit, f"{form}")
        found.add(page.locator(".kwic-found").inner_text())
        nodes = page.locator(".kwic .node").all_inner_texts()
        assert {re.sub('[“”"]', "", node)[0::6] for node in nodes} == {"双开"}
    assert len(found) == 1
    assert asked(visit, "“").locator(".kwic tr").count() == 0


def test_a_heading_is_found_and_leads_to_its_place(visit):
    page = asked(visit, "数字法治政府情况")
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
    page = asked(visit, "公开", width=width)
    cut = "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth).length"
    assert page.locator(".kwic .place").evaluate_all(cut) == 0


def test_concordance_lines_sort_by_what_follows(visit):
    page = asked(visit, "行政&sort=right")
    following = page.locator(".kwic .right").all_inner_texts()
    starts = [text[:1] for text in following]
    assert len(starts) > 20
    groups = sum(1 for i, start in enumerate(starts) if i == 0 or start != starts[i - 1])
    assert groups == len(set(starts))


def test_a_concordance_line_leads_to_its_sentence(visit):
    page = asked(visit, "双随机")
    page.locator(".kwic .place a").first.click()
    page.wait_for_load_state()
    assert "双随机" in page.locator(".s:target").inner_text()


def test_the_concordance_works_from_a_file(browser, built_book):
    page = browser.new_page()
    page.goto((built_book.html / CONCORDANCE).as_uri() + "?q=法治")
    told(page)
    assert page.locator(".kwic tbody tr").count() > 10
    page.close()


def test_the_examples_of_the_concordance_are_found(visit):
    page = visit(CONCORDANCE)
    examples = page.locator(".kwic-examples a").all_inner_texts()
    assert len(examples) > 2
    for example in examples:
        page.get_by_role("link", name=example, exact=True).click()
        told(page)
        assert page.locator(".kwic .node").first.inner_text() == example


def test_what_is_typed_is_never_markup(visit):
    page = visit(CONCORDANCE)
    page.get_by_label("Term").fill("<img src=x onerror=document.title='run'>")
    page.keyboard.press("Enter")
    told(page)
    assert page.locator(".kwic-found img, .kwic img").count() == 0
    assert page.title() != "run"


def test_words_parted_by_a_blank_stand_near_each_other_in_any_order(visit):
    sizes = []
    for distance in ("5", "10", "25", "9999"):
        page = asked(visit, f"责任 落实&within={distance}")
        nodes = page.locator(".kwic .node").all_inner_texts()
        assert all("责任" in node and "落实" in node for node in nodes)
        assert all(len(node) <= int(distance) + 4 for node in nodes)
        assert {node.startswith("责任") for node in nodes} == {True, False}
        sizes.append(len(nodes))
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


def test_a_blank_between_two_words_finds_them_side_by_side_too(visit):
    page = asked(visit, "法治 政府&within=5")
    nodes = page.locator(".kwic .node").all_inner_texts()
    assert nodes.count("法治政府") == counted("法治政府")


def test_a_question_mark_is_one_character_and_an_asterisk_up_to_twenty(visit):
    page = asked(visit, "行政?议")
    nodes = page.locator(".kwic .node").all_inner_texts()
    assert len(nodes) == counted("行政[^。;!]议")
    page = asked(visit, "行政*审查")
    nodes = page.locator(".kwic .node").all_inner_texts()
    assert nodes
    assert all(re.fullmatch("行政[^。;!]{0,20}审查", node) for node in nodes)
    assert asked(visit, "*").locator(".kwic tr").count() == 0


@pytest.mark.parametrize(
    ("query", "word"), [("petition", "信访"), ("行政執法", "行政执法"), ("12345", "12345")]
)
def test_english_traditional_and_figures_are_found(visit, query, word):
    page = asked(visit, query)
    nodes = page.locator(".kwic .node").all_inner_texts()
    assert set(nodes) == {word}
    assert len(nodes) == counted(word)


def test_all_lines_can_be_shown(visit):
    page = asked(visit, "。")
    assert page.locator(".kwic tbody tr").count() == 400
    page.get_by_role("button", name="Show all").click()
    assert page.locator(".kwic tbody tr").count() == counted("。")


def test_the_lines_are_saved_with_their_places(visit):
    page = asked(visit, "行政复议")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the lines").click()
    with open(saved.value.path(), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == counted("行政复议")
    assert {row["term"] for row in rows} == {"行政复议"}
    assert all(re.search(r"reports/[\w-]+\.html#[ps][\d-]", row["address"]) for row in rows)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@A1", " =1", "\t=1", "\r=1"])
def test_no_saved_cell_begins_like_a_formula(visit, cell):
    saved = visit(CONCORDANCE).evaluate("cell => book.csv([[cell, 'a\"b']])", cell)
    assert next(csv.reader([saved], strict=False))[0].startswith("'")
    assert saved.endswith(',"a""b"\r\n')
