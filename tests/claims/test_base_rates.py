"""Shortcomings name whom they name; results are counted by the same words."""

import pandas as pd

from govreports.claims.base_rates import actors_by_report, base_rates


def rates(texts, quantities=()):
    table = pd.DataFrame({"report": "a", "text": texts})
    table["end"] = table["text"].str.len().cumsum().astype(int)
    table["start"] = table["end"] - table["text"].str.len().astype(int)
    numbers = pd.DataFrame(quantities, columns=["report", "start"])
    return base_rates({"one": table, "other": table}, numbers).set_index("kind")


def test_all_kinds_are_counted_by_the_same_words():
    table = rates(
        ["执法人员不足", "群众不知情", "机制不健全", "由于领导干部重视不够3次"],
        [("a", 22), ("a", 24), ("b", 0)],
    )
    assert table.drop_duplicates().shape[0] == 1
    assert table.loc["one"].to_dict() == {
        "texts": 4,
        "administration": 2,
        "leaders": 1,
        "public_only": 1,
        "nobody": 1,
        "cause": 1,
        "figures": 1,
    }


def test_nothing_said_gives_zeros():
    assert (rates(pd.Series([], dtype=str)) == 0).all(axis=None)


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
