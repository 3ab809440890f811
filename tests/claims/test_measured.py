"""What is measured, and whose it is."""

import pytest
from one_paragraph import read


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("今年共有142个重大项目快速获得施工许可证。", "重大项目"),
        ("共检查企业5830家。", "检查企业"),
        ("受理率为88.4%。", "受理率"),
        ("平均办结时间为14.7个工作日。", "平均办结时间"),
        ("落实24小时双人值班制度。", "双人值班制度"),
        ("审计资金15412.09万元。", "审计资金"),
        ("贯通1659个村（社区），覆盖广。", "村(社区)"),
        ("96%以上矛盾纠纷化解在社区。", "矛盾纠纷化解在社区"),
    ],
)
def test_measure(sentence, measure):
    assert read(sentence)[0].measure == measure


def test_a_number_without_wording_of_its_own_measures_what_the_last_did():
    households, persons = read("慰问失独家庭151户253人。")
    assert households.measure == persons.measure == "慰问失独家庭"
    cases, growth = read("新收复议案件471件，同比增长7.3%。")
    assert growth.measure == cases.measure


def test_the_subject_is_the_body_named_before_the_number():
    found = read("全市审计机关共完成项目146个，查出违规金额98791万元。", "另立案3起。")
    assert [q.subject for q in found] == ["全市审计机关", "全市审计机关", ""]
    assert found[0].measure == "完成项目"
