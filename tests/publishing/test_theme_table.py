"""The table of themes on the front page: the shares of the figure, linked to their sentences."""

from dataclasses import replace

import pytest

from govreports.analysis import Analysis
from govreports.corpus.reading import published_corpus
from publishing.pages.sentences import sentences_page
from publishing.pages.study import study
from publishing.pages.theme_table import theme_table_fragment
from publishing.paths import CORPUS
from tests.publishing.made import html_of, identifiers


@pytest.fixture(scope="module")
def studied():
    """The five reports."""
    return study(published_corpus(CORPUS))


@pytest.fixture(scope="module")
def soup(studied):
    """The table of the five reports, parsed."""
    return html_of(theme_table_fragment(studied))


def test_each_cell_is_the_share_of_sentences_with_that_primary_theme(studied, soup):
    expected = []
    for theme in studied.codebook.of_kind("theme"):
        for one in studied.reports:
            primary = [coding.primary for coding in one.codings.values()]
            share = primary.count(theme.id) / len(primary)
            expected.append("<1%" if 0 < share < 0.005 else f"{share:.0%}")
    assert [cell.get_text() for cell in soup.select("tbody td")] == expected


def test_rows_are_themes_and_columns_are_reports(studied, soup):
    rows = [cell.get_text() for cell in soup.select("tbody th")]
    themes = studied.codebook.of_kind("theme")
    assert rows == [f"{theme.id} {theme.en} {theme.zh}" for theme in themes]
    heads = [cell.get_text() for cell in soup.select("thead th")]
    assert heads == ["Theme", *(one.name for one in studied.reports)]


def test_each_cell_with_sentences_leads_to_the_list_of_them(studied, soup):
    lists = html_of(sentences_page(studied))
    known = {f"_generated/sentences.html#{anchor}" for anchor in identifiers(lists)}
    for row, theme in zip(soup.select("tbody tr"), studied.codebook.of_kind("theme"), strict=True):
        for cell, one in zip(row.select("td"), studied.reports, strict=True):
            coded = [c for c in one.codings.values() if c.primary == theme.id]
            if not coded:
                assert cell.a is None
                continue
            assert cell.a["href"] in known
            target = lists.find(id=cell.a["href"].partition("#")[2])
            assert len(target.select("li")) == len(coded)


def test_the_deepest_shade_is_the_largest_share(soup):
    cells = soup.select("tbody td")
    shades = [float(cell["style"].removeprefix("--share:")) for cell in cells]
    shown = [int(cell.get_text().strip("<%")) for cell in cells]
    assert max(shades) == 1
    assert min(shades) >= 0
    assert shown[shades.index(1)] == max(shown)


def test_only_a_screen_shows_it(soup):
    assert all(table.find_parent(class_="screen-only") for table in soup.select("table"))
    assert not identifiers(soup), "it stands in two chapters, so it may have no address"


def test_names_of_themes_are_text(studied):
    codes = {
        name: replace(code, en="<b onclick=x>", zh="`" * 15)
        for name, code in studied.codebook.codes.items()
    }
    codebook = replace(studied.codebook, codes=codes)
    hostile = replace(studied, analysis=Analysis(studied.analysis.corpus, codebook=codebook))
    soup = html_of(theme_table_fragment(hostile))
    assert not soup.select("[onclick], b")
    assert "<b onclick=x>" in soup.select_one("tbody th").get_text()
