"""What is mended in built pages must be there to mend: else the theme changed without notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.editions.sources import UNTRANSLATED
from publishing.errors import BuildError
from publishing.html.editions import in_chinese, with_head, with_shared
from publishing.html.finish import _PROMISED, _SHAPED, check_mends
from publishing.html.linked_figures import link_figures
from publishing.html.used_styles import used_rules

WHOLE = "".join(f"{promise}>{found}>" for found, promise in _PROMISED.items()) + (
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    '<figure class="shown-as-table"><img src="x.png"></figure>'
)


def test_pages_with_all_that_is_mended_pass():
    check_mends([WHOLE, "<p>nothing</p>"])


@pytest.mark.parametrize("lost", _PROMISED)
def test_a_mend_that_finds_nothing_is_named(lost):
    with pytest.raises(BuildError) as caught:
        check_mends([WHOLE.replace(lost, "renamed")])
    assert lost in str(caught.value)


@pytest.mark.parametrize("lost", ['scale=1"', "<img"])
def test_a_mend_found_by_its_shape_is_named_as_well(lost):
    with pytest.raises(BuildError, match="no place like"):
        check_mends([WHOLE.replace(lost, "renamed")])


def test_every_shape_is_asked_for():
    assert all(mend.search(WHOLE) and promise in WHOLE for mend, promise in _SHAPED.items())


ARTICLE = '<article class="bd-article"><p></p></article>'


@pytest.mark.parametrize(
    ("mend", "whole", "lost"),
    [
        (lambda page: with_head(page, "a.html", "<!-- more -->"), "<head></head>", "</head>"),
        (
            lambda page: with_shared(page, "a.html", ()),
            f'<script src="_static/js/text.js"></script>{ARTICLE}',
            "text.js",
        ),
        (in_chinese, f'<div class="{UNTRANSLATED}"></div>{ARTICLE}', "bd-article"),
    ],
)
def test_what_is_added_to_a_page_has_a_place_or_is_an_error(mend, whole, lost):
    assert mend(whole) != whole
    with pytest.raises(BuildError, match=r"any more|to add to"):
        mend(whole.replace(lost, "renamed"))


def test_a_figure_whose_size_cannot_be_read_is_named(tmp_path):
    page, drawing = tmp_path / "a.html", tmp_path / "_images" / "x.svg"
    drawing.parent.mkdir()
    link = '<a xlink:href="report:x#p1"><path d="M 0 0"/></a>'
    image = '<img alt="Shares" src="_images/x.svg">'
    drawing.write_text(f'<svg version="1.1" width="9pt" height="9pt">{link}</svg>', "utf-8")
    assert 'class="linked"' in link_figures(image, page, tmp_path)
    drawing.write_text(f'<svg version="1.1" width="9px" height="9px">{link}</svg>', "utf-8")
    with pytest.raises(BuildError, match="'Shares'"):
        link_figures(image, page, tmp_path)


def test_what_no_page_promises_is_not_missed():
    check_mends(["<p>a page of no theme</p>"])


@given(st.sets(st.sampled_from("abcde")))
def test_a_rule_stays_where_one_of_its_selectors_can_be_met(words):
    sheet = ".a .b, .c{top:0}\n.d:not(.e){left:0}\n:is(.a, .e){right:0}\np{margin:0}"
    kept = used_rules(f"{sheet} @media print{{{sheet}}}", words)
    assert kept.count("{top:0}") == 2 * ({"a", "b"} <= words or "c" in words)
    assert kept.count("{left:0}") == 2 * ("d" in words)
    assert kept.count("{right:0}") == kept.count("{margin:0}") == 2


def test_frames_of_animations_and_faces_stay_whole():
    sheet = "@keyframes goes{95%{opacity:1}to{opacity:0}}\n@font-face{font-family:x}"
    assert used_rules(sheet, set()) == sheet
