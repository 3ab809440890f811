"""Petitions and law are told apart by the words of the sentences, and a sentence may have both."""

import pandas as pd

from govreports.claims.redress import ways_in, ways_of_redress


def test_a_sentence_can_speak_of_several_ways():
    assert ways_in("信访事项引导至行政复议或人民调解") == ("petitions", "redress", "settlement")
    assert ways_in("办结率达到百分之百") == ()


def test_counts_by_report_in_their_order():
    sentences = pd.DataFrame(
        {
            "report": ["b", "b", "b", "a"],
            "text": ["化解信访积案", "信访人申请行政复议", "效果明显", "人民調解成功"],
        }
    )
    assert ways_of_redress(sentences).to_dict("records") == [
        {"report": "b", "sentences": 3, "petitions": 2, "redress": 1, "settlement": 0,
         "none_of_these": 1},
        {"report": "a", "sentences": 1, "petitions": 0, "redress": 0, "settlement": 1,
         "none_of_these": 0},
    ]  # fmt: skip


def test_no_sentences_give_an_empty_table_with_its_columns():
    table = ways_of_redress(pd.DataFrame({"report": [], "text": []}))
    assert table.empty
    assert table.columns[0] == "report"
