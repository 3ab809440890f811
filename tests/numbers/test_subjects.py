"""What is measured, and whose it is."""

import pytest

from tests.numbers.one_paragraph import read


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("今年共有142个重大项目快速获得施工许可证。", "重大项目"),
        ("共检查企业5830家。", "检查企业"),
        ("受理率为88.4%。", "受理率"),
        ("平均办结时间为14.7个工作日。", "平均办结时间"),
        ("落实24小时双人值班制度。", "双人值班制度"),
        ("审计资金15412.09万元。", "审计资金"),
        ("贯通1659个村（社区），覆盖广。", "村（社区）"),
        ("96%以上矛盾纠纷化解在社区。", "矛盾纠纷化解在社区"),
    ],
)
def test_measure(sentence, measure):
    assert read(sentence)[0].measure == measure


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("办理“阳光信访”528件。", "办理“阳光信访”"),
        ('办理"阳光信访"528件。', '办理"阳光信访"'),
        ("“阳光信访”、“市长信箱”按期办结率均达100%。", "“阳光信访”、“市长信箱”按期办结率"),
        ("配备“金牌”调解\n员28名。", "配备“金牌”调解员"),
    ],
)
def test_measures_keep_the_characters_of_the_report(sentence, measure):
    assert read(sentence)[0].measure == measure


def test_subjects_keep_the_characters_of_the_report():
    assert read("今年以来，ＡＢ区人民政府共完成项目146个。")[0].subject == "ＡＢ区人民政府"


def test_a_count_of_what_a_rate_is_a_rate_of_belongs_to_its_name():
    assert read("三个领域的“3550”目标均100%实现。")[-1].measure == "三个领域的“3550”目标"
    assert read("受理纠纷12起，其中5个园区的调解成功率达90%。")[-1].measures == (
        "5个园区的调解成功率",
    )
    assert read("化解12起，成功率达90%。")[-1].measures == ("成功率",)


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("每百户居民不低于30平方米的要求。", "居民"),
        ("距建成法治政府的目标还有不到3年的时间。", "距建成法治政府的目标"),
        ("平均提速70%。", "平均提速"),
        ("案件数量连续两年大幅增长。", "案件数量"),
    ],
)
def test_a_measure_is_a_thing_and_no_frame(sentence, measure):
    assert measure in read(sentence)[0].measure


def test_a_number_without_wording_of_its_own_measures_what_the_last_did():
    households, persons = read("慰问失独家庭151户253人。")
    assert households.measure == persons.measure == "慰问失独家庭"
    cases, growth = read("新收复议案件471件，同比增长7.3%。")
    assert growth.measure == cases.measure


def test_the_subject_is_the_body_named_before_the_number():
    found = read("全市审计机关共完成项目146个，查出违规金额98791万元。", "另立案3起。")
    assert [q.subject for q in found] == ["全市审计机关", "全市审计机关", ""]
    assert found[0].measure == "完成项目"


def test_what_is_only_compared_measures_what_the_number_before_does():
    found = read("出庭率90%，高于全省平均水平9个百分点，比国家要求提高4个百分点。")
    assert {q.measure for q in found} == {"出庭率"}


def test_a_share_keeps_the_whole_name_of_what_it_is_a_share_of():
    assert [q.measure for q in read("侵占绿地案5起，占31%。")] == ["侵占绿地案", "侵占绿地案占"]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("许可事项由2017年的512项精简至287项。", ["许可事项", "许可事项"]),
        ("审批时限由法定20天压缩到5天。", ["审批时限", "审批时限"]),
        ("将考核权重提高至5分。", ["考核权重"]),
        ("将办税事项拓展至23项。", ["办税事项"]),
        ("力争80%以上的事项全程网办。", ["事项全程网办"]),
        ("11个园区和23个企业获得命名。", ["园区", "企业"]),
        ("13个部门出台清单。", ["部门"]),
        ("6月底前实现80%以上证照互认。", ["证照互认"]),
        ("将入企检查频次压减30%以上。", ["入企检查频次"]),
        ("仍有36个系统未打通。", ["系统"]),
        ("12个执法队实有人员143人。", ["执法队", "执法队实有人员"]),
        ("①举办讲座6场。", ["举办讲座"]),
        ("时限由法定的平均15天压缩至3天。", ["时限", "时限"]),
        ("发放补贴31亿元，是上年的4.6倍。", ["发放补贴", "发放补贴"]),
        ("重点做好：1.新建站点5个；2.新增车位3个。", ["新建站点", "新增车位"]),
    ],
)
def test_what_is_measured_is_trimmed_of_what_only_leads_to_it(sentence, measures):
    assert [q.measure for q in read(sentence)] == measures


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("移送公安机关5起。", ""),
        ("获评“全省示范区”，满意率98%。", ""),
        ("全年，我区政府信息公开申请5件。", "我区"),
        ("全年，我区政府受理申请5件。", "我区政府"),
    ],
)
def test_what_only_ends_like_an_organ_is_no_subject(sentence, subject):
    assert read(sentence)[0].subject == subject


def test_a_total_without_a_noun_measures_all_that_it_sums_up():
    *_, total = read("新增案件17起，上年流转3起，共计20起。")
    assert total.measure == "新增案件、流转"
    *_, total = read("培训5人，新增案件17起，结案3起，共计处罚20起。")
    assert total.measure == "处罚"


def test_a_bare_percentage_has_the_rate_of_the_clause_before():
    (found,) = read("执法人员持证率不高，只有63.6%。")
    assert found.measure == "执法人员持证率"
    _, second = read("办结率达98%，为100%。")
    assert second.measures == ()


def test_what_is_among_others_is_no_subject():
    found = read("制定文件20件，其中部门文件12条，审核8件。")
    assert {q.subject for q in found} == {""}
