"""Characters of web pages and PDF files are read as what they stand for, offset for offset."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.report.characters import PLAIN
from govreports.report.folding import fold
from tests.report.pages import headings, spoken

OPENING = "2023年，云台区推进法治政府建设，现将情况报告如下：\n一、主要工作\n"


@given(st.text())
def test_a_view_has_the_length_of_its_text_and_no_other_view(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "推进“放管服”改革&mdash;&mdash;取得成效。",
        "完成&#8220;双随机&#8221;检查。",
        "完成&#x201C;双随机&#x201d;检查。",
        "公开率达到&ge;95%的目标。",
        "推进改革&hellip;&hellip;取得成效。",
        "推进&unknown;改革。",
    ],
)
def test_an_entity_ends_no_sentence(sentence: str) -> None:
    assert spoken(OPENING + sentence) == [
        "2023年，云台区推进法治政府建设，现将情况报告如下：",
        sentence,
    ]


@given(st.sampled_from(sorted(html.entities.html5)), st.sampled_from(["", "95%", "制度"]))
def test_every_entity_of_html_is_as_long_in_the_view(name: str, after: str) -> None:
    text = f"提高&{name}{after}"
    folded = fold(text)
    assert len(folded) == len(text)
    assert not name.endswith(";") or ";" not in folded or name == "semi;"


def test_an_entity_reads_like_its_character() -> None:
    assert fold("&ldquo;双&rdquo;&nbsp;&le;5").replace("_", "").split() == ['"双"', "≤5"]


def test_radicals_of_pdf_text_are_characters() -> None:
    text = (
        OPENING.replace("一、", "⼀、")
        + "（⼀）⾏政执法。⾏政执法⼈员312⼈，⻓期⻅效，服务⼈⺠。\n"
    )
    assert headings(text) == [(1, "⼀、", "主要工作"), (2, "（⼀）", "⾏政执法")]
    assert fold("⾏政执法⼈员⻓⻅⺠⽅⻋") == "行政执法人员长见民方车"


def test_radicals_and_compatible_ideographs_have_a_character() -> None:
    for code in (*range(0x2F00, 0x2FD6), 0x2E85, 0x2E9F, 0x2EA0, 0x2EF3, 0xF900, 0xFA1E):
        plain = fold(chr(code))
        assert plain != chr(code)
        assert ord(plain) not in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFA6E))


@pytest.mark.parametrize(("stop", "comma"), [("｡", "､"), ("︒", "︐")])
def test_half_width_and_vertical_signs_are_signs(stop: str, comma: str) -> None:
    text = f"2023年{comma}云台区推进工作{stop}一、主要工作\n办案12件{stop}培训3期{stop}\n"
    assert spoken(text)[-2:] == [f"办案12件{stop}", f"培训3期{stop}"]
    assert fold("﹁双随机﹂｢好｣︵甲︶﹐︰") == "「双随机」「好」(甲),︰"


def test_no_sign_becomes_two() -> None:
    assert all(len(odd) == len(plain) == 1 for odd, plain in PLAIN.items())
