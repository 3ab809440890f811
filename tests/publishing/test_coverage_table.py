"""The table of coverage: the states of the measures, each found one linked to its place."""

import pytest

from govreports.corpus.reading import published_corpus
from publishing.pages.coverage_table import coverage_table_fragment
from publishing.pages.study import study
from publishing.paths import CORPUS
from tests.publishing.made import html_of

OUTLINE = "outline-2015"  # under which most of the five reports fall


@pytest.fixture(scope="module")
def studied():
    """The five reports."""
    return study(published_corpus(CORPUS))


@pytest.fixture(scope="module")
def soup(studied):
    """The table, parsed."""
    return html_of(coverage_table_fragment(studied))


def test_each_cell_has_the_state_of_its_measure_in_its_report(studied, soup):
    covered = studied.analysis.coverage
    covered = covered[covered["outline"] == OUTLINE]
    found = {(row.item, row.report) for row in covered.itertuples() if row.state == "found"}
    names = {one.name: one.id for one in studied.reports}
    heads = [names[cell.get_text()] for cell in soup.select("thead th")[1:]]
    shown = {
        (int(row.th.get_text().split()[0]), report)
        for row in soup.select("tbody tr")
        for report, cell in zip(heads, row.select("td"), strict=True)
        if cell["data-state"] == "0"
    }
    assert shown == found
    assert len(soup.select("tbody tr")) == covered["item"].nunique()


def test_what_was_found_leads_to_its_place_and_says_it(soup):
    for cell in soup.select('td[data-state="0"]'):
        assert "_generated/reports/" in cell.a["href"]
        assert "found in ¶" in cell.a["aria-label"]
    assert not soup.select('td:not([data-state="0"]) a')


def test_what_was_not_found_says_its_state(soup):
    assert all(sign["aria-label"] for sign in soup.select("td span[role=img]"))
