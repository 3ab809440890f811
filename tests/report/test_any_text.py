"""Whatever the file holds: it is parsed or refused with a reason, and every character is placed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.errors import ReportError
from govreports.report.model import Report
from govreports.report.parse import parse
from tests.report.rewriting import REPORTS

_WORDS = """\
一、落实第一责任
(一)加强领导。
（二）深化改革。
一是明确责任。
二是签订责任书。
1.
1、
第一部分
第一，
①
##
存在的问题
下一步，我局将继续推进改革。
2021年是开局之年。
全年办结案件120件。
我区坚持依法行政，取得成效；
虽然取得成绩，但仍存在不足。
“放管服”
"三项制度"
连云港市人民政府
2021年2月26日
附件：1.名单
名词解释
目录
来源：本网
扫一扫
索引号
"""
_SIGNS = "。；!？”」）(《|—é𠮷\t\n\u2028\x0c\ufeff\u200b\x00 \u3000"
_PIECES = [
    *_WORDS.splitlines(),
    *_SIGNS,
    "\n\n",
    "\r\n",
    "- 3 -",
    "第 2 页",
    "## 存在的问题",
    "&nbsp;",
    "3.14",
    "9。5%",
]
_LINES = [
    line for path in REPORTS for line in path.read_text(encoding="utf-8").splitlines()
] + _WORDS.splitlines()
_REPORT = "2020年，我市坚持依法行政，取得积极成效。\n一、工作情况\n（一）加强领导。召开会议3次。\n"
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=60).map("".join)


def _covered(report: Report) -> None:
    text = report.text
    owner = [0] * len(text)
    for block in report.blocks:
        assert 0 <= block.start < block.end <= len(text)
        for at in range(block.start, block.end):
            owner[at] += 1
    assert max(owner, default=0) <= 1, "blocks overlap"
    lost = [at for at, times in enumerate(owner) if not times and not text[at].isspace()]
    assert not lost, f"characters in no block: {lost}"


def _consistent(report: Report) -> None:
    prose = [b for b in report.blocks if b.kind in ("paragraph", "heading")]
    inside = {at for b in prose for at in range(b.start, b.end)}
    names = {section.id: section for section in report.sections}
    assert len(names) == len(report.sections)
    last = 0
    for sentence in report.sentences:
        assert last <= sentence.start < sentence.end <= len(report.text)
        last = sentence.end
        section = names[sentence.section]
        assert section.start <= sentence.start
        assert sentence.end <= section.end
        assert report.wording(sentence).strip() == report.wording(sentence) != ""
        for start, end in sentence.parts or ((sentence.start, sentence.end),):
            outside = [at for at in range(start, end) if at not in inside]
            assert all(report.text[at].isspace() for at in outside)
    for section in report.sections:
        if section.parent is not None:
            above = names[section.parent]
            assert above.start <= section.start
            assert section.end <= above.end
            assert section.level > above.level


def _check(text: str) -> None:
    try:
        report = parse(text)
    except ReportError:
        return
    assert report.text == text
    _covered(report)
    _consistent(report)
    whole = parse(text, whole_paragraphs=True)
    assert (whole.blocks, whole.sections) == (report.blocks, report.sections)
    assert [(p.id, p.start, p.end, p.section) for p in whole.paragraphs] == [
        (p.id, p.start, p.end, p.section) for p in report.paragraphs
    ]


@given(_TEXTS)
@settings(max_examples=300)
def test_any_text_is_parsed_or_refused(text: str) -> None:
    _check(text)


@given(_TEXTS, _TEXTS, _TEXTS)
@settings(max_examples=300)
def test_any_text_around_and_inside_a_report_is_placed(
    before: str, inside: str, after: str
) -> None:
    _check(f"{before}\n{_REPORT}{inside}\n二、下一步打算\n继续推进改革，再上新台阶。\n{after}")


@given(st.text())
@settings(max_examples=200)
def test_any_unicode_inside_a_report_is_placed(inside: str) -> None:
    _check(_REPORT + inside + _REPORT)


@given(st.data())
@settings(max_examples=150)
def test_any_mixture_of_lines_of_reports_is_placed(data: st.DataObject) -> None:
    lines = data.draw(st.lists(st.sampled_from(_LINES), min_size=3, max_size=40))
    _check(data.draw(st.sampled_from(["\n", "\n\n", "\r\n", " ", "\n　　"])).join(lines))


def test_each_character_of_the_five_reports_is_placed(report_text: str) -> None:
    _check(report_text)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "\ufeff", "。", "一、", "A page in English. No more."]
)
def test_a_text_without_report_is_refused(text: str) -> None:
    with pytest.raises(ReportError):
        parse(text)
