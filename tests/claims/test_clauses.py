"""Clauses end where commas and stops stand, and their spans are those of the file."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govreports.claims.clauses import clauses, clauses_with
from govreports.corpus.spans import paragraph_at
from govreports.report.parse import parse
from tests.numbers.one_paragraph import report


@given(st.text("甲乙，,。；、 ：", min_size=1, max_size=30))
def test_clauses_hold_all_but_stops_and_blanks(text):
    made = report(text)
    found = list(clauses({"one": made}))
    assert all(made.text[c.start : c.end] == c.text for c in found)
    kept = "".join(c.text for c in found)
    assert kept.replace(" ", "") == "".join(x for x in text if x not in "，,。； ")


def test_a_list_stays_together():
    (one, two) = clauses({"one": report("检查、督导、考核，成效明显。")})
    assert (one.text, two.text) == ("检查、督导、考核", "成效明显")


def test_a_clause_cut_by_a_line_break_is_whole():
    first = next(clauses({"one": report("不断规范执\n法行为，成效明显。")}))
    assert first.text == "不断规范执法行为"


def test_clauses_need_both_wordings_and_those_of_a_sentence_stand_together():
    made = report("机关负责人出庭应诉3次，工作人员旁听，律师出庭作证。律师旁听。")
    table = clauses_with({"one": made}, "出庭", re.compile("负责人|律师"))
    assert table.values.tolist() == [["one", "p1.s1", "机关负责人出庭应诉3次,律师出庭作证"]]
    none = clauses_with({"one": made}, "作证", re.compile("工作人员"))
    assert none.columns.tolist() == table.columns.tolist()
    assert none.empty


def test_the_paragraph_of_a_position():
    text = "云台县2023年法治政府建设情况报告\n一、工作情况\n开展培训。\n办理案件。\n二、问题\n"
    made = parse(text)
    assert paragraph_at(made, text.index("一、")) == "p1"
    assert paragraph_at(made, text.index("办理")) == "p2"
    assert paragraph_at(made, text.index("问题")) == "p2"  # nothing stands under it
