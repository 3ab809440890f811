"""Formula and news: what counts as which, on small reports."""

import pandas as pd
import pytest

from govreports.errors import ArgumentError
from govreports.words.news import FORMULA, OWN, SHARED, formula_and_news
from tests.stats.token_frames import frame

NOTHING = pd.DataFrame({"report": [], "start": [], "end": []})
REPORTS = {"甲": ["依法 行政 公开", "培训 公开"], "乙": ["依法 行政 公开 信访"]}


def found(reports=REPORTS, runs=(), shared=NOTHING):
    tokens = frame(reports).assign(kind="word")
    table = formula_and_news(tokens, runs, shared, replicates=100)
    return table.set_index(["report", "kind"])


def test_words_of_one_report_alone_are_its_own():
    table = found()
    assert table.loc[("甲", OWN), ["count", "share"]].tolist() == [1, 1 / 5]
    assert table.loc[("乙", OWN), ["count", "share"]].tolist() == [1, 1 / 4]


def test_numbers_are_never_own_words():
    tokens = frame(REPORTS).assign(kind="word")
    tokens.loc[tokens["token"] == "培训", "kind"] = "number"
    table = formula_and_news(tokens, [], NOTHING, replicates=10)
    assert table.set_index(["report", "kind"]).loc[("甲", OWN), "count"] == 0


def test_a_formula_counts_all_its_tokens_wherever_it_stands():
    table = found(runs=[("依法", "行政")])
    assert table.loc[("甲", FORMULA), "share"] == pytest.approx(2 / 5)
    assert table.loc[("乙", FORMULA), "share"] == pytest.approx(2 / 4)


def test_a_shared_passage_counts_every_token_that_it_touches():
    # 甲 begins 依法行政公开: characters 0 to 5 reach into 公开.
    table = found(shared=pd.DataFrame({"report": ["甲"], "start": [0], "end": [5]}))
    assert table.loc[("甲", SHARED), "share"] == pytest.approx(3 / 5)
    assert table.loc[("乙", SHARED), "share"] == 0


def test_shares_lie_in_their_intervals():
    table = found({"甲": ["依法 公开", "培训", "公开 公开 公开"], "乙": ["依法 公开"] * 3})
    assert (table["low"] <= table["share"]).all()
    assert (table["share"] <= table["high"]).all()


def test_one_report_says_nothing_that_another_says():
    assert found({"甲": ["依法 行政"]}).loc[("甲", OWN), "share"] == 1


def test_without_tokens_there_is_nothing_to_share():
    with pytest.raises(ArgumentError):
        formula_and_news(frame({}).assign(kind=""), [], NOTHING)
