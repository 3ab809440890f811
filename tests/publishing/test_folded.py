"""Long tables are folded after their first lines; none loses a row."""

import pytest
from bs4 import BeautifulSoup

from publishing.html.folded import fold_tables


def framed(rows, text="x"):
    body = f"<tr><td>{text}</td></tr>" * rows
    return (
        '<div class="pst-scrollable-table-container" tabindex="0"><table class="table">'
        f"<thead><tr><th>Head</th></tr></thead><tbody>{body}</tbody></table>\n</div>\n<p>after</p>"
    )


def output(rows):
    body = "<tr><td>x</td></tr>" * rows
    return (
        '<div class="output text_html" tabindex="0"><div>\n<style>tr{}</style>\n'
        f'<table class="dataframe"><tbody>{body}</tbody></table>\n</div></div>'
    )


@pytest.mark.parametrize("page", [framed(17), output(17)], ids=["chapter", "notebook"])
def test_a_long_table_has_a_box_that_shows_all_its_rows(page):
    soup = BeautifulSoup(fold_tables(page), "lxml")
    folded = soup.select_one(".folds")
    assert len(folded.select("td")) == 17
    assert "All 17 rows" in folded.find_next_sibling().select_one("label").get_text()


@pytest.mark.parametrize("page", [framed(16), output(3), framed(2, "long " * 2000)])
def test_a_table_that_is_short_or_has_nothing_to_fold_stays(page):
    assert fold_tables(page) == page


def test_few_rows_of_many_words_are_folded():
    assert "All 5 rows" in fold_tables(framed(5, "long " * 200))


def test_each_table_is_folded_by_its_own_length():
    page = framed(17) + framed(2) + framed(18)
    boxes = [box.get_text() for box in BeautifulSoup(fold_tables(page), "lxml").select("label")]
    assert [text.strip() for text in boxes] == ["All 17 rows", "All 18 rows"]
