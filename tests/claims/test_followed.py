"""Plans are matched with what the next report of the same issuer tells, one to one."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.analysis import Analysis
from govreports.claims.followed import THRESHOLD, followed_rates, match
from govreports.report.parse import parse
from tests.claims.followed_pairs import chosen_threshold, f1, judged

words = st.lists(
    st.sampled_from(["执法", "培训", "普法", "信访", "复议", "听证", "公开"]), max_size=5
)


def report(year: int, told: str, planned: str, place: str = "青岗县") -> str:
    return (
        f"{place}{year}年法治政府建设情况报告\n\n{year}年，{place}推进法治政府建设，现报告如下。\n"
        f"一、主要工作\n{told}\n二、存在问题\n执法力量还不够强。\n"
        f"三、{year + 1}年工作打算\n{planned}\n{place}人民政府\n{year + 1}年1月18日\n"
    )


def analysed(*texts: str) -> Analysis:
    return Analysis({str(n): parse(text) for n, text in enumerate(texts)}, engine="rjieba")


PLANNED = "设立行政争议协调化解中心。\n推行证明事项告知承诺制。\n探索行政复议案件公开听证。"
TOLD = "行政争议协调化解中心挂牌运行，化解争议34件。\n举办宪法宣传周活动12场。"


@pytest.fixture(scope="module")
def pair() -> Analysis:
    again = "（一）推行证明事项告知承诺制；\n建立轻微违法行为不予处罚清单。"
    return analysed(report(2021, TOLD, PLANNED), report(2022, TOLD, again))


def test_a_plan_is_taken_up_repeated_or_dropped_with_both_sentences(pair):
    rows = pair.followed.set_index("text")
    taken = rows.loc["设立行政争议协调化解中心。"]
    assert taken["taken_up"]
    assert taken["later_text"].startswith("行政争议协调化解中心挂牌")
    assert THRESHOLD <= taken["similarity"] <= 1
    assert rows["repeated"].to_dict() == {
        "设立行政争议协调化解中心。": False,
        "推行证明事项告知承诺制。": True,
        "探索行政复议案件公开听证。": False,
    }
    rates = pair.followed_rates.set_index("outcome")["count"]
    assert rates.to_dict() == {"taken_up": 1, "repeated": 1, "dropped": 1}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2022年，", "2023年，"),
        ("2022年", "2023年"),
        ("2022年将", "2023年将"),
        ("2022年我县将", "2023年我县将"),
        ("二〇二二年，", "二〇二三年，"),
        ("一是2022年，", "二是2023年，"),
        ("（一）２０２２年，", "（三）2023年度，"),
        ("2022年，", "明年，"),
        ("新的一年，我们将", "2023年，我们将"),
        ("2022年，", ""),
    ],
)
def test_the_year_that_a_plan_begins_with_does_not_hide_that_it_is_repeated(before, after):
    plan = "推行证明事项告知承诺制。"
    pair = analysed(report(2021, TOLD, before + plan), report(2022, TOLD, after + plan))
    assert list(pair.followed["repeated"]) == [True]


def test_another_year_within_a_plan_makes_it_another_plan():
    for by in ("力争{}年底前建成行政复议中心。", "{}年底前建成行政复议中心。"):
        pair = analysed(report(2021, TOLD, by.format(2022)), report(2022, TOLD, by.format(2023)))
        assert list(pair.followed["repeated"]) == [False]


def test_both_sentences_stand_where_the_frame_says(pair):
    for row in pair.followed.itertuples():
        assert pair.reports[row.report].text[row.start : row.end] == row.text
        if row.taken_up:
            later = pair.reports[row.later].text
            assert later[row.later_start : row.later_end] == row.later_text


def test_only_the_very_next_year_is_asked():
    assert analysed(report(2021, TOLD, PLANNED), report(2023, TOLD, PLANNED)).followed.empty


def test_other_issuers_and_genres_are_not_asked():
    other = report(2022, TOLD, PLANNED, "石桥县")
    disclosed = report(2022, TOLD, PLANNED).replace(
        "法治政府建设情况报告", "政府信息公开工作年度报告"
    )
    analysis = analysed(report(2021, TOLD, PLANNED), other, disclosed)
    assert analysis.series.empty
    assert analysis.followed.empty
    assert analysis.followed_rates.empty
    assert analysis.carried.empty
    assert analysis.over_time.empty


@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_no_sentence_is_matched_twice_and_none_below_the_threshold(plans, told):
    found = match(plans, told)
    assert len({m.plan for m in found}) == len({m.told for m in found}) == len(found)
    for m in found:
        assert THRESHOLD <= m.similarity <= 1 + 1e-9
        assert set(plans[m.plan]) & set(told[m.told])


@given(st.lists(words, min_size=1, max_size=5))
def test_pairs_that_may_not_be_made_are_not(plans):
    assert match(plans, plans, np.zeros((len(plans), len(plans)))) == []


def test_general_words_do_not_make_one_sentence_evidence_for_many_plans():
    told = [["执法", "培训", "监督"]]
    assert len(match([["执法", "培训"], ["执法", "监督"], ["执法"]], told)) == 1


def test_plans_in_one_paragraph_have_no_interval():
    one = pd.DataFrame(
        {
            "issuer": "x", "genre": "other", "report": "a", "reporting_year": 2020, "later": "b",
            "paragraph": "p1", "sentence": ["p1.s1", "p1.s2"], "taken_up": [True, False],
            "repeated": False,
        }
    )  # fmt: skip
    rates = followed_rates(one)
    assert rates["share"].tolist() == [0.5, 0.0, 0.5]
    assert rates[["low", "high"]].isna().all(axis=None)


def test_the_threshold_is_the_one_chosen_on_the_development_half():
    assert chosen_threshold() == THRESHOLD


def test_the_threshold_does_better_on_the_held_out_half_than_taking_any_likeness():
    assert f1(judged("held-out", THRESHOLD)) > f1(judged("held-out", 1e-9))
