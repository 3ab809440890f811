"""A figure with links into the book stands in the page; any other stays an image."""

import io
import re

import matplotlib.pyplot as plt
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from publishing.html.linked_figures import link_figures
from publishing.html.outlines import outline, shorter

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


def corners(relative):
    """Every point of an outline of relative commands, in tenths."""
    here, start, found, command = (0, 0), (0, 0), [], ""
    tokens = re.findall(r"[A-Za-z]|-?(?:\d+(?:\.\d)?|\.\d)", relative)
    while tokens:
        if tokens[0].isalpha():
            command = tokens.pop(0)
        if command == "z":
            here = start
            continue
        count = {"M": 1, "l": 1, "h": 1, "v": 1, "q": 2, "c": 3}[command]
        for _ in range(count):
            first = round(float(tokens.pop(0)) * 10)
            if command in "hv":
                step = (first, 0) if command == "h" else (0, first)
            else:
                step = (first, round(float(tokens.pop(0)) * 10))
            point = step if command == "M" else (here[0] + step[0], here[1] + step[1])
            found.append(point)
        here = point
        start = here if command == "M" else start
    return found


@given(
    st.lists(
        st.tuples(st.sampled_from("MLQC"), st.lists(st.floats(-999, 999), min_size=6, max_size=6)),
        min_size=1,
    )
)
def test_an_outline_told_from_point_to_point_goes_through_the_same_points(drawn_parts):
    parts, expected = ["M 0 0"], [(0, 0)]
    for command, numbers in drawn_parts:
        used = numbers[: {"M": 2, "L": 2, "Q": 4, "C": 6}[command]]
        parts.append(f"{command} {' '.join(f'{number:.6f}' for number in used)}")
        tenths = [round(float(f"{number:.6f}") * 10) for number in used]
        expected += list(zip(tenths[::2], tenths[1::2], strict=True))
    # No error adds up along the way: each point is the nearest tenth.
    assert corners(outline(" ".join(parts) + " z")) == expected


def test_a_shorter_drawing_keeps_what_it_links_and_loses_what_is_not_drawn():
    figure, axes = plt.subplots(figsize=(1, 1))
    axes.text(0, 0, "a b")
    axes.add_patch(plt.Circle((0.5, 0.5), 0.2, url="report:x#p1"))
    file = io.StringIO()
    figure.savefig(file, format="svg")
    plt.close(figure)
    made = shorter(file.getvalue())
    assert len(made) < 0.8 * len(file.getvalue())
    soup = BeautifulSoup(made, "lxml-xml")
    assert soup.a["xlink:href"] == "report:x#p1"
    names = {one["id"] for one in soup.select("[id]")}
    used = {
        value[1:] for use in soup.select("use") for key, value in use.attrs.items() if "href" in key
    }
    assert used <= names
    assert not soup.select("metadata")
