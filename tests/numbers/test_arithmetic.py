"""Sums, rates and changes against the numbers they rest on."""

import pytest

from govreports.numbers.arithmetic import check_table, checks
from govreports.numbers.quantities import quantities
from tests.numbers.one_paragraph import report


def checked(*sentences):
    made = report(*sentences)
    table = checks(made, quantities(made))
    return list(zip(table["check"], table["verdict"], table["computed"], strict=True))


def test_parts_in_a_bracket_must_make_the_total():
    assert checked("调委会116个（企业84个，社区31个，街道4个）。") == [("parts", "disagree", 119)]
    assert checked("调委会119个（企业84个，社区31个，街道4个）。") == [("parts", "agree", 119)]


def test_a_bracket_within_the_bracket_has_parts_of_a_part():
    nested = "调委会119个（企业84个（国有4个，民营80个），社区31个，街道4个）。"
    assert checked(nested) == [("parts", "agree", 119), ("parts", "agree", 84)]


def test_a_list_after_qizhong_may_be_incomplete():
    assert checked("调解员262人，其中专职127人，政府购买92人。") == [("parts", "open", 219)]
    assert checked("调解员219人，其中专职127人，政府购买92人。") == [("parts", "agree", 219)]


def test_more_than_the_total_after_qizhong_proves_nothing():
    assert checked("核实725个排口，其中630个属实，新发现90个，对15个快速检测。") == []


def test_a_total_behind_its_parts():
    assert checked("新增案件17起，上年流转3起，共计20起。") == [("parts", "agree", 20)]
    assert checked("新增案件17起，上年流转3起，共计21起。") == [("parts", "disagree", 20)]


def test_a_list_that_is_not_said_to_be_parts_only_ever_agrees():
    assert checked("清理文件93件，有效68件、废止6件、失效9件、修改10件。") == [
        ("parts", "agree", 93)
    ]
    assert checked("清理文件93件，有效68件、废止6件、失效9件、修改9件。") == []


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("受理纠纷2997起，调处成功2642起，成功率达88.2%。", "agree"),
        ("受理纠纷2997起，调处成功2642起，成功率达88.9%。", "disagree"),
        ("新收案件471件，受理411件，受理率为88.4%。", "disagree"),
        ("交办事项20件，已化解17件，还有3件未化解，化解率85%。", "agree"),
        ("收到申请126件，审结110件，结收案比达101.9%。", "open"),
    ],
)
def test_rates_against_their_counts(sentence, verdict):
    found = [row for row in checked(sentence) if row[0] == "rate"]
    assert [row[1] for row in found] == [verdict]


def test_a_rate_that_fits_one_of_two_bases_tells_the_other():
    made = report("新收案件471件，受理411件，共审结403件，结收案比为98.1%。")
    (row,) = checks(made, quantities(made)).to_dict("records")
    assert row["verdict"] == "agree"
    assert row["reckoning"] == "403 / 411 = 98.05%, but 403 / 471 = 85.56%"


def test_a_rate_that_does_not_agree_tells_the_only_base_that_would_fit():
    made = report("新收案件471件，受理411件，受理率为88.4%。")
    (row,) = checks(made, quantities(made)).to_dict("records")
    assert row["reckoning"] == "411 / 471 = 87.26%; 411 / 465 would be 88.4%"
    made = report("新收案件471件，受理411件，受理率为88%。")
    (row,) = checks(made, quantities(made)).to_dict("records")
    assert row["reckoning"] == "411 / 471 = 87.26%"


def test_a_rate_without_its_counts_is_not_checked():
    assert checked("办理建议4件、提案8件，办复率100%。") == []
    assert checked("培训300余人，合格280人，合格率99%。") == []


def test_a_change_against_its_two_ends():
    assert checked("办理天数由15天减少至7天，减幅53.3%。") == [
        ("change", "agree", pytest.approx(160 / 3))
    ]
    assert checked("时限由20个工作日压缩至5个工作日，平均压缩60%。") == [("change", "open", 75)]


def test_the_same_figures_told_of_somebody_else_are_listed():
    same = "开展集中宣讲21次，开展交流研讨22次。"
    assert checked(
        "园区机关开展集中宣讲21次，开展交流研讨22次。", "审计局开展集中宣讲21次，开展交流研讨22次。"
    )[-1][:2] == ("repeated", "open")
    assert checked(same, same)[-1][:2] == ("repeated", "agree")
    assert checked(same, "开展集中宣讲21次，开展交流研讨23次。") == []


def test_nothing_to_check_is_an_empty_table_with_columns():
    made = report("依法行政深入推进。")
    table = checks(made, quantities(made))
    assert table.empty
    assert {"check", "verdict", "stated", "computed", "sentence"} <= set(table.columns)


def test_checks_of_several_reports_stand_in_one_table():
    reports = {
        "one": report("调委会116个（企业84个，社区31个，街道4个）。"),
        "none": report("加强普法。"),
        "two": report("受理纠纷2997起，调处成功2642起，成功率达88.2%。"),
    }
    table = check_table(reports, {name: quantities(made) for name, made in reports.items()})
    assert table["report"].tolist() == ["one", "two"]
    assert table["others"].iloc[0].split() == ["p1.s1.q2", "p1.s1.q3", "p1.s1.q4"]
