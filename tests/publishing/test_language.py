"""Chinese is marked as Chinese wherever it stands in prose, and nothing else is touched."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.html.language import mark_chinese

MARK = '<span lang="zh-Hans">'


def test_a_run_keeps_its_punctuation_and_figures_together():
    marked = mark_chinese("<p>The outline 法治政府建设实施纲要(2015-2020年) and 《条例》.</p>")
    assert f"{MARK}法治政府建设实施纲要(2015-2020年)</span>" in marked
    assert f"{MARK}《条例》</span>" in marked


@pytest.mark.parametrize(
    "term", ["“3550”目标", "推进“3+2”", "“八五”", "实施纲要(2015-2020)", "中发〔2015〕36号"]
)
def test_both_marks_of_a_pair_are_chinese(term):
    assert mark_chinese(f"<p>the {term} of</p>") == f"<p>the {MARK}{term}</span> of</p>"


def test_english_between_two_runs_stays_english():
    assert mark_chinese("<p>法治 or 法制</p>") == f"<p>{MARK}法治</span> or {MARK}法制</span></p>"


@pytest.mark.parametrize(
    "untouched",
    [
        '<script>const q = "法治 < 人治";</script>',
        "<style>a::after{content:'法'}</style>",
        '<a title="法治">x</a>',
        "<!-- 法治 -->",
        "<title>法治</title>",
        '<p lang="zh-Hans">法治<em>政府</em></p>',
        '<div lang="zh"><div>法</div>治</div>',
    ],
)
def test_scripts_attributes_and_marked_text_are_left_alone(untouched):
    assert mark_chinese(untouched) == untouched


@pytest.mark.parametrize("code", ["pre", "code", "kbd"])
def test_code_is_marked_without_a_change_of_its_text(code):
    assert mark_chinese(f"<{code}>q = '法治'</{code}>") == (
        f"<{code}>q = '{MARK}法治</span>'</{code}>"
    )


@pytest.mark.parametrize("marks", ["。；！？", "、", "《》", "（", "〔2015〕", "；"])
def test_marks_that_only_chinese_has_are_marked_by_themselves(marks):
    assert mark_chinese(f"<p>ends at {marks} or</p>") == f"<p>ends at {MARK}{marks}</span> or</p>"


def test_a_mark_between_figures_and_chinese_goes_with_the_chinese():
    assert mark_chinese("<p>46%；各报告</p>") == f"<p>46%{MARK}；各报告</span></p>"


@pytest.mark.parametrize("english", ["“so”", "a — b", "it’s …", "a·b", "(1), 100%; [2]"])
def test_marks_that_english_has_too_are_left_to_it(english):
    assert mark_chinese(f"<p>{english}</p>") == f"<p>{english}</p>"


def test_text_after_a_marked_element_is_marked_again():
    assert mark_chinese('<p lang="zh">法</p><p>治</p>').endswith(f"<p>{MARK}治</span></p>")


@given(st.text(alphabet=st.sampled_from("ab法治，。1 2%()“”《》"), max_size=40))
def test_no_character_is_lost_or_moved(text):
    assert re.sub(r"<[^>]*>", "", mark_chinese(f"<p>{text}</p>")) == text


@given(st.text(alphabet=st.sampled_from("a法，1 "), max_size=30))
def test_marking_twice_is_marking_once(text):
    once = mark_chinese(f"<p>{text}</p>")
    assert mark_chinese(once) == once
