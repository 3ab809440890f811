"""The front page of a book over other reports than those of the chapters, few of them or many."""

from dataclasses import replace

import pytest

from publishing.metadata import Publication, neutral
from publishing.pages.general import front_page
from publishing.pages.study import Study
from publishing.pages.theme_table import theme_table_fragment
from tests.publishing.made import html_of, study_of

PUBLICATION = Publication(**neutral("mine"))
BODY = "开展执法培训3期。办理行政复议案件5件。"


@pytest.fixture(scope="module")
def one():
    """The study of a single report."""
    return study_of(BODY)


def many(one: Study, *kinds: tuple[str, int | None]) -> Study:
    """As many copies of its report, each of a genre and year."""
    copied = (
        replace(one.reports[0], record=one.reports[0].record._replace(**about))
        for number, (genre, year) in enumerate(kinds)
        for about in [{"id": f"r-{number}", "genre": genre, "reporting_year": year}]
    )
    return replace(one, reports=tuple(copied))


def test_it_counts_the_reports_by_kind_and_says_of_how_many_the_year_is_unknown(one):
    page = front_page(
        many(one, ("disclosure", 2020), ("other", None), ("other", 2022)), PUBLICATION
    )
    told = "reads 3 reports: 1 report on the disclosure of information and 2 other reports."
    assert told in page
    assert "The years reported on are 2020 to 2022. Of 1 the year is not known." in page


def test_nothing_is_said_of_years_and_issuers_that_no_report_states(one):
    page = front_page(many(one, ("rule-of-law", None)), PUBLICATION)
    assert "This book reads 1 report on law-based government." in page
    assert "year is" not in page
    assert "issuer" not in page


def test_many_reports_are_counted_by_genre_and_year(one):
    kinds = [("other", 2020)] * 40 + [("disclosure", 2021)] * 30 + [("disclosure", None)]
    table = html_of(front_page(many(one, *kinds), PUBLICATION)).select_one("table")
    cells = [[cell.get_text() for cell in row.find_all(["th", "td"])] for row in table("tr")]
    assert cells[1:] == [
        ["disclosure", "not known", "1"],
        ["disclosure", "2021", "30"],
        ["other", "2020", "40"],
    ]


def test_the_themes_of_many_reports_stand_by_genre_and_year(one):
    kinds = [("other", 2020)] * 10 + [("rule-of-law", 2020)] * 5
    soup = html_of(theme_table_fragment(many(one, *kinds)))
    heads = [cell.get_text() for cell in soup.select("thead th")]
    assert heads == ["Theme", "other 2020", "rule-of-law 2020"]
    rows = {row.th.get_text().split()[0]: row for row in soup.select("tbody tr")}
    alone = html_of(theme_table_fragment(one))
    for row in alone.select("tbody tr"):
        shares = {cell.get_text() for cell in rows[row.th.get_text().split()[0]].select("td")}
        assert shares == {row.td.get_text()}, "pooling copies changes no share"
    assert not soup.select("a")


def test_the_pdf_is_offered_where_there_is_one(one):
    assert html_of(front_page(one, PUBLICATION)).select('a[href$="reports-mine.pdf"]')
    assert not html_of(front_page(one, PUBLICATION, with_pdf=False)).select('a[href$=".pdf"]')
