"""Firsts, ranks, honours and praise are told from aims and from lists of restrictions."""

import pandas as pd
import pytest

from govreports.claims.recognition import recognition_table, recognitions_in


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("在全县率先出台办法", ("first",)),
        ("满意度居全省前列,全市第二", ("rank",)),
        ("被省厅评为先进", ("honour",)),
        ("服务站获“三星级”服务站", ("honour",)),
        ('服务站获"三星级"服务站', ("honour",)),
        ("做法受到省司法厅充分肯定", ("praise",)),
        ("奋力打造全市领先的平台", ()),
        ("在授予荣誉称号方面受到限制", ()),
        ("率先使用信用产品", ()),
    ],
)
def test_kinds(text, kinds):
    assert recognitions_in(text) == kinds


def test_plans_claim_nothing_and_problems_stand_beside():
    table = pd.DataFrame(
        [("a", "全国首创", "report"), ("a", "争取全省第一", "plan"), ("a", "人员不足", "problem")],
        columns=["report", "text", "move"],
    )
    (row,) = recognition_table(table).to_dict("records")
    assert (row["sentences"], row["recognised"], row["problems"]) == (3, 1, 1)
