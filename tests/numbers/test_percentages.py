"""Rates as printed: the number is the unit, goals reached are no rates."""

import pytest

from govreports.numbers.percentages import family, goals, printed_rates, rates_by_report
from govreports.numbers.summaries import quantity_frame
from tests.numbers.one_paragraph import read


def tables(**reports):
    return quantity_frame({name: read(*sentences) for name, sentences in reports.items()})


def test_a_number_for_three_rates_is_one_number_that_names_them():
    made = printed_rates(tables(a=["报备率、及时率、满意率均达100%，覆盖率99%，共100件。"]))
    assert list(made["rates"]) == [("报备率", "及时率", "满意率"), ("覆盖率",)]
    assert list(made["family"]) == ["process and outcome", "process"]
    assert list(made["full"]) == [True, False]


def test_changes_are_no_rates_and_a_share_is_one():
    made = printed_rates(tables(a=["案件同比增长100%，96%以上矛盾纠纷化解在社区。"]))
    assert list(made["rates"]) == [("矛盾纠纷化解在社区",)]


@pytest.mark.parametrize("sentence", ["三个领域的“3550”目标均100%实现。", "年度目标任务100%完成。"])
def test_a_goal_reached_is_no_rate(sentence):
    made = tables(a=[sentence])
    assert printed_rates(made).empty
    assert len(goals(made)) == 1


def test_the_rate_at_which_goals_are_reached_is_a_rate():
    made = tables(a=["目标任务完成率达100%。"])
    assert goals(made).empty
    assert list(printed_rates(made)["rates"]) == [("目标任务完成率",)]


@pytest.mark.parametrize(
    ("rate", "kind"),
    [
        ("生效裁判文书的自动履行与执行和解率", "process"),
        ("调解和解率", "outcome"),
        ("某某率", "unclear"),
    ],
)
def test_the_family_of_a_rate(rate, kind):
    assert family(rate) == kind


def test_reports_are_counted_apart_and_so_are_targets():
    made = printed_rates(
        tables(a=["受理率、办结率均达100%，满意率98%。", "力争出庭率达100%。"], b=["共5件。"])
    )
    assert rates_by_report(made, ["a", "b"]).to_dict("records") == [
        {
            "report": "a", "reported": 2, "full": 1, "targets": 1, "full_targets": 1,
            "named": 3, "full_named": 2,
        },
        {
            "report": "b", "reported": 0, "full": 0, "targets": 0, "full_targets": 0,
            "named": 0, "full_named": 0,
        },
    ]  # fmt: skip
