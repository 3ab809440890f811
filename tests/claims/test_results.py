"""Results and their clauses: whom they name and how many quantities they hold."""

import pandas as pd

from govreports.claims.results import result_clauses, result_sentences, with_named_and_counted
from tests.numbers.one_paragraph import report

PLACE = ["report", "sentence", "start", "end", "text"]


def coded(made, move="report", is_heading=False):
    rows = [("a", s.id, s.start, s.end, made.text[s.start : s.end]) for s in made.sentences]
    return pd.DataFrame(rows, columns=PLACE).assign(move=move, is_heading=is_heading)


def test_clauses_are_those_of_results_and_long_enough_to_say_something():
    made = report("依法推进,全年培训执法人员3次,群众满意。", "存在的不足主要是人员不足。")
    codings = coded(made, move=["report", "problem"])
    clauses = result_clauses({"a": made}, codings)
    assert clauses["text"].tolist() == ["全年培训执法人员3次"]
    assert result_sentences(codings)["sentence"].tolist() == ["p1.s1"]


def test_run_in_headings_report_nothing():
    made = report("全年培训执法人员3次。")
    assert result_clauses({"a": made}, coded(made, is_heading=True)).empty


def test_a_quantity_belongs_to_the_text_that_it_begins_in():
    texts = pd.DataFrame(
        [
            ("a", "p1.s1", 0, 5, "部门与群众"),
            ("a", "p1.s1", 6, 9, "企业群"),
            ("b", "p1.s1", 0, 5, "无"),
        ],
        columns=PLACE,
    )
    quantities = pd.DataFrame({"report": ["a", "a", "a"], "start": [4, 0, 6]})
    told = with_named_and_counted(texts, quantities)
    assert told["quantities"].tolist() == [2, 1, 0]
    assert told["actors"].tolist() == ["departments+public", "public", ""]
    assert told["administration"].tolist() == [True, False, False]


def test_of_no_text_there_is_a_table_with_all_columns():
    told = with_named_and_counted(
        pd.DataFrame(columns=PLACE), pd.DataFrame(columns=["report", "start"])
    )
    assert told.empty
    assert told.columns.tolist() == [*PLACE, "actors", "administration", "quantities"]
