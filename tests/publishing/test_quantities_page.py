"""The page of all quantities: complete, citable, linked, and made of text alone."""

import pytest

from govreports.corpus.reading import published_corpus
from govreports.numbers.quantities import not_quantities
from publishing.metadata import load_publication
from publishing.pages.quantities import quantities_page
from publishing.pages.reader import report_page
from publishing.pages.study import study
from publishing.pages.text import shown
from publishing.paths import CORPUS
from tests.publishing.made import ATTACKS, hostile_study, html_of, identifiers, study_of


@pytest.fixture(scope="module")
def studied():
    """The five reports."""
    return study(published_corpus(CORPUS))


@pytest.fixture(scope="module")
def soup(studied):
    """The page of the five reports, parsed."""
    return html_of(quantities_page(studied))


def test_every_quantity_has_one_row_under_its_own_address(studied, soup):
    addresses = [
        f"q-{one.id}-{quantity.id.replace('.', '-')}"
        for one in studied.reports
        for quantity in one.quantities
    ]
    assert [row["id"] for row in soup.select("table.quantities tbody tr")] == addresses
    assert soup.select_one(".table-count").get_text() == f"{len(addresses)} quantities"


def test_every_numeral_set_aside_has_a_row_that_shows_it_and_says_why(studied, soup):
    expected = [
        (shown(rejected.text), rejected.reason)
        for one in studied.reports
        for rejected in not_quantities(one.report)
    ]
    rows = soup.select("table.set-aside tbody tr")
    listed = [(row.b.get_text(), row.select("td")[1].get_text()) for row in rows]
    assert listed == expected


def test_no_address_is_given_twice_and_each_row_leads_to_itself(soup):
    known = identifiers(soup)
    assert len(known) == len(set(known))
    for row in soup.select("tbody tr"):
        assert row.th.a["href"] == f"#{row['id']}"


def test_every_place_exists_in_the_reader(studied, soup):
    known = {
        f"reports/{one.id}.html#{anchor}"
        for one in studied.reports
        for anchor in identifiers(html_of(report_page(one, studied, load_publication())))
    }
    places = [row.select("td")[-1].a["href"] for row in soup.select("tbody tr")]
    assert places
    assert set(places) <= known


def test_every_row_has_a_cell_for_each_heading(soup):
    for table in soup.select("table"):
        width = len(table.select("thead th"))
        assert {len(row.select("th, td")) for row in table.select("tbody tr")} == {width}


def test_the_choices_of_the_filter_are_those_of_the_rows(soup):
    heads = [head.get_text() for head in soup.select("table.quantities thead th")]
    rows = soup.select("table.quantities tbody tr")
    for label in soup.select("form label:has(select)"):
        offered = [option.get_text() for option in label.select("option:not([value=''])")]
        # What is chosen is looked for in the column that is called like the choice.
        column = heads.index(label.find(string=True).strip())
        assert set(offered) == {row.select("th, td")[column].get_text() for row in rows}
        assert len(offered) == len(set(offered))


def test_without_a_script_there_are_no_dead_controls(soup):
    assert soup.form.has_attr("hidden")
    assert not soup.select("thead button")


def test_text_of_a_report_is_never_markup():
    hostile = hostile_study()
    soup = html_of(quantities_page(hostile))
    clauses = [row.select("td")[-2].get_text() for row in soup.select(".quantities tbody tr")]
    assert clauses == [shown(q.quote) for q in hostile.reports[0].quantities]
    assert any(attack in clause for attack in ATTACKS for clause in clauses)
    assert len(soup.select("table.set-aside tbody tr")) >= len(ATTACKS)
    assert not soup.select("h1, img, script:not([src])")


def test_a_number_stands_in_the_table_as_it_is_printed():
    rows = html_of(quantities_page(study_of("办理留言5万余条。"))).select(".quantities tbody tr")
    assert [row.th.get_text() for row in rows] == ["5万余条"]
