"""Sorting and filtering the table of quantities in a real browser."""

import re
import shutil

import pytest

from govreports.corpus.reading import published_corpus
from publishing.pages.quantities import quantities_page
from publishing.pages.study import study
from publishing.paths import ASSETS, CORPUS
from tests.publishing.made import html_of

SHOWN = "table.quantities tbody tr:not([hidden])"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """The page in a file, beside its scripts."""
    root = tmp_path_factory.mktemp("html")
    shutil.copytree(ASSETS / "js", root / "_static" / "js")
    path = root / "book" / "_generated" / "quantities.html"
    path.parent.mkdir(parents=True)
    soup = html_of(quantities_page(study(published_corpus(CORPUS))))
    text = '<script src="../../_static/js/text.js"></script>'
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8>{text}{soup}", encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def visit(browser, address):
    """Open the page; any complaint of its script fails the test."""
    page = browser.new_page()
    wrong = []
    page.on("pageerror", lambda error: wrong.append(str(error)))

    def go(rest=""):
        page.goto(address + rest)
        return page

    yield go
    page.close()
    assert not wrong


def test_a_column_is_sorted_by_keyboard_and_says_so(visit):
    page = visit()
    page.locator("table.quantities thead button", has_text="Number").focus()
    head = page.locator("table.quantities thead th").first
    for said, falling in (("ascending", False), ("descending", True)):
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == said
        values = page.locator("table.quantities tbody th").evaluate_all(
            "cells => cells.map(cell => Number(cell.dataset.sort))"
        )
        assert values == sorted(values, reverse=falling)
        assert values[0] != values[-1]


def test_only_one_column_says_that_it_is_sorted(visit):
    page = visit()
    page.locator("table.quantities thead button", has_text="Kind").click()
    page.locator("table.quantities thead button", has_text="Place").click()
    assert page.locator("table.quantities [aria-sort]").all_inner_texts() == ["Place"]
    order = page.locator("table.quantities tbody td:last-child").evaluate_all(
        "cells => cells.map(cell => Number(cell.dataset.sort))"
    )
    assert order == list(range(len(order)))


def test_filters_narrow_the_rows_and_count_what_is_left(visit):
    page = visit()
    total = page.locator(SHOWN).count()
    page.locator("[name=kind]").select_option("percentage")
    percentages = page.locator(SHOWN).count()
    assert 0 < percentages < total
    assert page.locator(".table-count").inner_text() == f"{percentages} of {total} quantities"
    page.locator("[name=q]").fill("率")
    texts = page.locator(SHOWN).all_inner_texts()
    assert 0 < len(texts) < percentages
    assert all("率" in text and "percentage" in text for text in texts)
    page.get_by_role("button", name="Show all").click()
    assert page.locator(SHOWN).count() == total
    assert page.locator("[name=q]").input_value() == ""


def test_a_filter_can_be_linked_to(visit):
    page = visit("?report=weihai-2017&status=none-such")
    assert page.locator("[name=report]").input_value() == "weihai-2017"
    assert page.locator("[name=status]").input_value() == ""
    reports = page.locator(SHOWN).evaluate_all("rows => rows.map(row => row.dataset.report)")
    assert set(reports) == {"weihai-2017"}


def test_a_cited_row_is_shown_even_where_a_filter_would_hide_it(visit):
    page = visit()
    row = page.locator("table.quantities tbody tr[data-report='nantong-2019']").last
    anchor = row.get_attribute("id")
    page = visit(f"?report=weihai-2017#{anchor}")
    assert page.locator(f"#{anchor}").is_visible()
    assert re.search(f"#{anchor}$", page.url)
