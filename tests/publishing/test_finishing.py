"""What is mended in built pages must be there to mend: else the theme changed without notice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.errors import BuildError
from publishing.html.finish import _PROMISED, check_mends
from publishing.html.used_styles import used_rules

WHOLE = "".join(f"{promise}>{found}>" for found, promise in _PROMISED.items())


def test_pages_with_all_that_is_mended_pass():
    check_mends([WHOLE, "<p>nothing</p>"])


@pytest.mark.parametrize("lost", _PROMISED)
def test_a_mend_that_finds_nothing_is_named(lost):
    with pytest.raises(BuildError) as caught:
        check_mends([WHOLE.replace(lost, "renamed")])
    assert lost in str(caught.value)


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
