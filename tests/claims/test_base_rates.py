"""Shortcomings name whom they name; results are counted by the same words."""

import pandas as pd

from govreports.claims.base_rates import actors_by_report, base_rates


def rates(results=(), shortcomings=(), **columns):
    codings = pd.DataFrame({"text": results, "move": "report", "is_heading": False} | columns)
    told = pd.DataFrame({"text": shortcomings, "kind": "shortcoming"}, dtype=str)
    return base_rates(codings, told).set_index("kind")


def test_both_are_counted_by_the_same_words():
    texts = ["执法人员不足", "群众不知情", "机制不健全", "由于领导干部重视不够"]
    table = rates(texts, texts).loc[["shortcomings", "results"]]
    assert table.drop_duplicates().shape[0] == 1
    assert table.iloc[0].to_dict() == {
        "texts": 4,
        "administration": 2,
        "leaders": 1,
        "public_only": 1,
        "nobody": 1,
        "cause": 1,
    }


def test_only_sentences_that_report_are_results():
    texts = ["开展培训", "存在不足", "培训工作"]
    table = rates(texts, move=["report", "problem", "report"], is_heading=[False, False, True])
    assert table.loc["results", "texts"] == 1


def test_plans_are_no_shortcomings():
    codings = pd.DataFrame({"text": ["开展培训"], "move": "report", "is_heading": False})
    statements = pd.DataFrame({"text": ["加强执法人员培训"], "kind": "plan"})
    assert base_rates(codings, statements).set_index("kind").loc["shortcomings", "texts"] == 0


def test_nothing_said_gives_zeros():
    assert (rates() == 0).all(axis=None)


def test_actors_are_counted_for_each_report():
    codings = pd.DataFrame(
        [
            ("a", "report", False, "主要负责人带领执法人员开展检查"),
            ("a", "report", True, "一是健全机制。"),
            ("a", "report", False, "建成平台"),
            ("a", "report", False, "方便群众办事"),
            ("a", "plan", False, "领导干部将出庭"),
        ],
        columns=["report", "move", "is_heading", "text"],
    )
    (row,) = actors_by_report(codings).to_dict("records")
    assert (row["results"], row["leaders"], row["staff"], row["public"]) == (3, 1, 1, 1)
    assert (row["no_administration"], row["nobody"]) == (2, 1)
