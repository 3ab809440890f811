"""A figure with links into the book stands in the page; any other stays an image."""

import matplotlib.pyplot as plt
import pytest
from bs4 import BeautifulSoup

from publishing.html.linked_figures import link_figures

PAGE = '<figure><img alt="Shares &amp; more" class="x" src="../_images/heat.svg" /></figure>'


@pytest.fixture
def drawn(tmp_path):
    """Draw a square with the given address and return the page that shows it."""
    (tmp_path / "_images").mkdir()
    (tmp_path / "book").mkdir()
    path = tmp_path / "book" / "index.html"

    def draw(address):
        figure, axes = plt.subplots(figsize=(1, 1))
        square = plt.Rectangle((0, 0), 0.5, 0.5)
        square.set_url(address)
        axes.add_patch(square)
        figure.savefig(tmp_path / "_images" / "heat.svg")
        plt.close(figure)
        return link_figures(PAGE, path, tmp_path)

    return draw


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("sentences:T4-weihai-2017", "../book/_generated/sentences.html#T4-weihai-2017"),
        ("report:weihai-2017#p12-s3", "../book/_generated/reports/weihai-2017.html#p12-s3"),
        (
            "concordance:公开|公开 disclose",
            "../book/_generated/concordance.html?q=%E5%85%AC%E5%BC%80",
        ),
    ],
)
def test_a_part_of_a_figure_leads_into_the_book(drawn, address, leads_to):
    soup = BeautifulSoup(drawn(address), "lxml")
    assert soup.svg["aria-label"] == "Shares & more"
    assert [link["href"] for link in soup.select("svg a")] == [leads_to]
    assert all(link["aria-label"] for link in soup.select("svg a"))
    assert not soup.select("img, metadata")


def test_a_figure_without_links_stays_an_image_of_known_size(drawn):
    assert drawn(None) == PAGE.replace("<img", '<img width="96" height="96"')


def test_a_part_says_what_stands_behind_its_address(drawn):
    soup = BeautifulSoup(drawn('concordance:公开|公开 disclose; "rate" & 12'), "lxml")
    assert soup.select_one("svg a")["aria-label"] == '公开 disclose; "rate" & 12'


def test_a_part_that_leads_nowhere_still_says_its_value(drawn):
    soup = BeautifulSoup(drawn("told:|T4, Weihai: 24% <"), "lxml")
    assert [title.get_text() for title in soup.select("svg g.told > title")] == [
        "T4, Weihai: 24% <"
    ]
    assert not soup.select("svg a")


def test_the_image_that_a_table_stands_for_is_not_drawn_in_the_page(drawn, tmp_path):
    drawn("sentences:T4-weihai-2017")
    page = PAGE.replace("<figure>", '<figure class="shown-as-table">')
    made = link_figures(page, tmp_path / "book" / "index.html", tmp_path)
    assert BeautifulSoup(made, "lxml").img["loading"] == "lazy"
    assert "<svg" not in made
