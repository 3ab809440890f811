"""Reported, target or standard: by wording and by the part of the report."""

import pytest

from tests.numbers.one_paragraph import read


def statuses(*sentences, **options):
    return [q.status for q in read(*sentences, **options)]


@pytest.mark.parametrize(
    "sentence",
    [
        "文件出台不超过3个工作日公开。",
        "按照每百户居民不低于30平方米的要求建设。",
        "落实24小时双人值班制度。",
        "以200户为一网格。",
        "全面实现50个工作日内办结。",
        "标的额在20万元以下的纠纷由其调解。",
        "每村至少配备1名法律顾问。",
        "按照不低于5%的比例抽取对象。",
        "承诺办理时限为5个工作日。",
        "建成15分钟公共法律服务圈。",
        "罚款5000元以上的案件须经集体讨论。",
    ],
)
def test_norms_are_standards(sentence):
    assert statuses(sentence) == ["standard"]


@pytest.mark.parametrize(
    "sentence",
    [
        "力争出庭应诉率达到100%。",
        "年内安排不少于4期的学法任务。",
        "到2025年，万人律师数达到5名。",
        "明年将新建法治公园2个。",
        "年初计划制定文件8件。",
        "立法计划明确3部法规的立法任务。",
    ],
)
def test_intended_values_are_targets_outside_an_outlook_too(sentence):
    assert statuses(sentence) == ["target"]


@pytest.mark.parametrize(
    "sentence",
    [
        "平均审批时间15个工作日。",
        "平均办理时间控制在2个工作日以内。",
        "均配备了至少有1名法律专业人员。",
        "96%以上矛盾纠纷化解在社区。",
        "到2019年底，建成公园2个。",
        "为了方便群众，设立窗口3个。",
        "全年共开展检查不少于20次。",
        "争取到上级资金500万元。",
    ],
)
def test_what_was_done_is_reported(sentence):
    assert statuses(sentence) == ["reported"]


def test_only_a_year_still_to_come_is_aimed_at():
    assert statuses("到2020年，出庭应诉率达到95%。", year="2020") == ["reported"]
    assert statuses("到2021年，出庭应诉率达到95%。", year="2020") == ["target"]


def test_an_intention_reaches_on_until_something_was_done():
    assert statuses("力争办结率达95%，满意率不低于90%。") == ["target", "target"]
    planned_and_done = "计划检查50次，目前已完成48次，其中专项10次。"
    assert statuses(planned_and_done) == ["target", "reported", "reported"]


def test_an_outlook_states_targets_except_for_what_is_past():
    assert statuses("要求领导干部出庭率达100%。", role="outlook") == ["target"]
    assert statuses("距目标还有不到3年的时间。", role="outlook") == ["reported"]
    assert statuses("要求领导干部出庭率达100%。", role="body") == ["reported"]
