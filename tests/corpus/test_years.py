"""Reports of one issuer are put in order by year; what is passed over says so."""

import pandas as pd

from govreports.corpus.years import series, successive
from govreports.schema import frame, frames


def register(*rows: tuple) -> pd.DataFrame:
    columns = ["report", "issuer", "jurisdiction", "genre", "reporting_year", "characters"]
    table = pd.DataFrame(rows, columns=columns)
    empty = {c: "" for c in frames()["reports"].names if c not in columns}
    numbers = dict.fromkeys(("sections", "paragraphs", "sentences"), 0)
    return frame("reports", table.assign(**{**empty, **numbers}))


def test_reports_follow_one_another_by_year_within_issuer_and_genre():
    made = series(
        register(
            ("c", "青岗县政府", "", "rule-of-law", 2022, 9),
            ("a", "青岗县人民政府", "", "rule-of-law", 2020, 9),
            ("b", "青岗县 人民政府", "", "rule-of-law", 2021, 9),
            ("d", "青岗县人民政府", "", "disclosure", 2021, 9),
            ("e", "石桥县人民政府", "", "rule-of-law", 2021, 9),
        )
    )
    assert made["report"].tolist() == ["a", "b", "c"]
    assert made["previous"].tolist() == ["", "a", "b"]
    assert [(p.report, p.later, p.reporting_year) for p in successive(made)] == [
        ("a", "b", 2020),
        ("b", "c", 2021),
    ]


def test_a_gap_is_told_and_no_plan_is_followed_over_it():
    made = series(register(("a", "x", "", "other", 2018, 9), ("b", "x", "", "other", 2020, 9)))
    assert made["years"].tolist()[1] == 2
    assert list(successive(made)) == []


def test_of_two_reports_on_a_year_the_longer_is_followed_and_the_other_says_so():
    made = series(
        register(
            ("short", "x", "", "other", 2020, 5),
            ("long", "x", "", "other", 2020, 9),
            ("next", "x", "", "other", 2021, 9),
        )
    ).set_index("report")
    assert made.loc["next", "previous"] == "long"
    assert made.loc["short", "note"] == "long is followed for this year"


def test_an_issuer_named_without_its_place_joins_nobody():
    rows = [("a", "市人民政府", "", "other", 2020, 9), ("b", "市政府", "", "other", 2021, 9)]
    assert series(register(*rows)).empty
    placed = [(*r[:2], "望川市", *r[3:]) for r in rows]
    assert series(register(*placed))["issuer"].tolist() == ["望川市", "望川市"]


def test_without_issuer_the_place_stands_for_it_and_without_both_there_is_no_series():
    rows = [("a", "", "青岗县", "other", 2020, 9), ("b", "", "青岗县", "other", 2021, 9)]
    assert len(series(register(*rows))) == 2
    assert series(register(*[(r[0], "", "", *r[3:]) for r in rows])).empty
    undated = [(*r[:4], None, 9) for r in rows]
    assert series(register(*undated)).empty
