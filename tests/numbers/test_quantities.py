"""Quantities: what is found, with which value and unit, and what is left out and why."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.numbers.occurrences import REASONS
from govreports.numbers.quantities import not_quantities, quantities
from tests.numbers.one_paragraph import read, report


def told(*sentences, **options):
    return [(q.text, q.value, q.unit) for q in read(*sentences, **options)]


@pytest.mark.parametrize(
    ("sentence", "text", "value", "unit", "value_base", "unit_base"),
    [
        ("处罚金额199.8万元。", "199.8", 199.8, "万元", 1998000, "元"),
        ("标的总额达8.26亿元。", "8.26", 8.26, "亿元", 826000000, "元"),
        ("发送短信5万余条。", "5", 5, "万条", 50000, "条"),
        ("印制宣传册3千多份。", "3", 3, "千份", 3000, "份"),
        ("共2 万多人参与。", "2", 2, "万人", 20000, "人"),
        ("注册用户近200万，可办事项增多。", "200", 200, "万", 2000000, ""),
        ("检查企业5830 家。", "5830", 5830, "家", 5830, "家"),
        ("公开信息20,345条。", "20,345", 20345, "条", 20345, "条"),
        ("公开信息20 345条。", "20 345", 20345, "条", 20345, "条"),
        ("面积1 286.5公顷。", "1 286.5", 1286.5, "公顷", 1286.5, "公顷"),
        ("罚没款47.3亿元。", "47.3", 47.3, "亿元", 4730000000, "元"),
        ("建档率59 %。", "59", 59, "%", 59, "%"),
        ("合格率99.7‰。", "99.7", 99.7, "‰", 99.7, "‰"),
        ("同比提高3.2个百分点。", "3.2", 3.2, "百分点", 3.2, "百分点"),
        ("平均用时0.5个小时。", "0.5", 0.5, "小时", 0.5, "小时"),
        ("化工园区共4个。", "4", 4, "个", 4, "个"),
        ("新建绿地1.2万亩。", "1.2", 1.2, "万亩", 12000, "亩"),
        ("浓度35微克/立方米。", "35", 35, "微克/立方米", 35, "微克/立方米"),
        ("接访5批13人次。", "5", 5, "批", 5, "批"),
        ("历时3个多月。", "3", 3, "月", 3, "月"),
    ],
)
def test_value_and_unit_are_as_printed_and_multiplied_out(
    sentence, text, value, unit, value_base, unit_base
):
    found = read(sentence)[0]
    assert (found.text, found.value, found.unit) == (text, value, unit)
    assert (found.value_base, found.unit_base) == (value_base, unit_base)


def test_offsets_point_to_the_bare_number_in_the_text():
    made = report("今年以来，立案183起。", "处罚１９９．８万元。")
    found = quantities(made)
    assert [made.text[q.start : q.end] for q in found] == ["183", "１９９．８"]
    assert found[1].value == 199.8
    assert all(q.text == made.text[q.start : q.end] for q in found)
    assert all(q.text in q.quote and q.quote in made.text for q in found)


def test_full_width_digits_and_signs_read_like_half_width():
    half = told("办理1,234件，办结率98.5%，罚没3.5万元。")
    full = told("办理１,２３４件，办结率９８．５％，罚没３．５万元。")
    assert [row[1:] for row in full] == [row[1:] for row in half]


def test_half_width_and_full_width_punctuation_read_alike():
    narrow = "共清理93件(其中废止6件、失效9件),满意率98%;报备率100%."
    wide = "共清理93件（其中废止6件、失效9件），满意率98%；报备率100%．"
    assert [q[1:3] + q[5:] for q in read(narrow)] != []
    assert told(narrow) == told(wide)


@pytest.mark.parametrize(
    ("sentence", "low", "high", "unit"),
    [
        ("缩短至2到3个月。", 2, 3, "月"),
        ("原需9个月到1年。", 9, 12, "月"),
        ("抽取3至5万户。", 3, 5, "万户"),
        ("配备调解员3～5名。", 3, 5, "名"),
        ("抽查比例为10%-15%。", 10, 15, "%"),
        ("对35-60岁人员普查。", 35, 60, "岁"),
    ],
)
def test_a_range_is_one_quantity_with_two_values(sentence, low, high, unit):
    (found,) = read(sentence)
    assert (found.value, found.value_high, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("下属单位由原来的23个调整为21个。", (23, 21)),
        ("时限从法定的20个工作日压缩至承诺的3个工作日。", (20, 3)),
        ("案件由2019年的78件下降到2020年的56件。", (78, 56)),
    ],
)
def test_a_change_from_one_value_to_another_is_two_quantities(sentence, values):
    before, after = read(sentence)
    assert (before.value, after.value) == values
    assert (before.change, after.change) == ("from", "to")
    assert before.direction == after.direction == "decrease"


def test_one_number_for_several_rates_is_one_record_that_names_them_all():
    (found,) = read("备案报备率、及时率、规范率均达100%。")
    assert found.measures == ("备案报备率", "及时率", "规范率")


def test_numbers_after_fenbie_are_dealt_out_to_their_rates():
    found = read("矛盾纠纷调处率、调解成功率、当事人满意率分别达90%、93.5%和98%。")
    assert [(q.measure, q.value) for q in found] == [
        ("矛盾纠纷调处率", 90),
        ("调解成功率", 93.5),
        ("当事人满意率", 98),
    ]


def test_numbers_in_a_list_share_the_unit_of_the_last():
    assert told("分别压缩至3、5和50个工作日。") == [
        ("3", 3, "工作日"),
        ("5", 5, "工作日"),
        ("50", 50, "工作日"),
    ]


@pytest.mark.parametrize(
    ("sentence", "direction", "change", "kind"),
    [
        ("案件同比增长7.3%。", "increase", "by", "change"),
        ("来访同比下降38.89%。", "decrease", "by", "change"),
        ("递交材料减少6项。", "decrease", "by", "count"),
        ("时限缩短至3个工作日。", "decrease", "to", "duration"),
        ("满意率提升到98%。", "increase", "to", "percentage"),
        ("受理411件。", "none", "", "count"),
    ],
)
def test_direction_of_change(sentence, direction, change, kind):
    found = read(sentence)[-1]
    assert (found.direction, found.change, found.kind) == (direction, change, kind)


@pytest.mark.parametrize(
    ("sentence", "numeral", "reason"),
    [
        ("深化“3550”改革。", "3550", "no unit"),
        ("推广“1+4”经验。", "1+4", "formula"),
        ("构建“1+2+9+N”体系。", "1+2+9+N", "formula"),
        ("依托12345平台办理。", "12345", "hotline"),
        ("根据苏编办发〔2019〕40号文件。", "40", "document number"),
        ("落实省96号文要求。", "96", "document number"),
        ("依照第32条规定。", "32", "ordinal"),
        ("3.21事故以后。", "3.21", "date"),
        ("开展“12.4”宪法日宣传。", "12.4", "date"),
        ("利用“5·12”防灾减灾日。", "5·12", "date"),
        ("开展“绿盾2019”行动。", "2019", "no unit"),
        ("改造S201环山路。", "201", "identifier"),
        ("PM2.5年均浓度下降。", "2.5", "identifier"),
        ("升级平台3.45，运行平稳。", "3.45", "no unit"),
        ("宣传“5.31”主题。", "5.31", "date"),
        ("三次产业比为4.2∶43.0∶52.8。", "4.2∶43.0∶52.8", "clock"),
        ("开展8大专项行动。", "8", "set name"),
        ("党的二十大以来。", "二十", "set name"),
        ("推进机场三期扩建。", "三", "set name"),
        ("稳定达到地表五类水标准。", "五", "set name"),
        ("构建三位一体格局。", "三", "set name"),
        ("落实七次、八次全会精神。", "七", "ordinal"),
        ("每两周通报进度。", "两", "per"),
        ("下拨一批资金。", "一", "article"),
        ("第三季度通报。", "三", "ordinal"),
        ("前三季度通报。", "三", "date"),
        ("二〇二一年印发。", "二〇二一", "date"),
        ("千家万户受益。", "千", "vague"),
        ("实现‘四个走在前列’。", "四", "name"),
        ("创新：（1）实行轮驻。", "1", "list marker"),
        ("2.完善制度。", "2", "list marker"),
        ("位列全省第3位。", "3", "ordinal"),
        ("成立100周年。", "100", "anniversary"),
        ("1-11月份完成。", "1-11月份", "date"),
        ("2019年6月30日前制定。", "2019年6月30日", "date"),
        ("出台《优化营商环境50条》。", "50", "title"),
        ("推出“30条”举措。", "30", "name"),
        ("近5年来进展明显。", "5", "date"),
        ("5年来进展明显。", "5", "date"),
        ("五年共进展明显。", "五", "date"),
        ("行政执法三项制度落实。", "三", "set name"),
        ("深入开展三年行动。", "三", "set name"),
        ("树牢“四个意识”。", "四", "set name"),
        ("第七次全面清理。", "七", "ordinal"),
    ],
)
def test_what_is_no_quantity_keeps_its_reason(sentence, numeral, reason):
    made = report(sentence)
    assert quantities(made) == ()
    set_aside = {r.text: r.reason for r in not_quantities(made)}
    assert set_aside[numeral] == reason
    assert reason in REASONS


def test_a_hotline_number_before_a_measure_word_is_a_count():
    assert told("12345热线受理12345件。") == [("12345", 12345, "件")]


def test_numbers_of_list_items_do_not_enter_the_measure():
    (found,) = read("（1）组织培训12场。")
    assert found.measure == "组织培训"


@pytest.mark.parametrize(
    ("sentence", "value", "unit"),
    [
        ("要求两家网络订餐平台落实责任。", 2, "家"),
        ("组织开展了四场活动。", 4, "场"),
        ("举办业务培训四期。", 4, "期"),
        ("编发四期简报。", 4, "期"),
        ("成立司法、执法、普法三个协调小组。", 3, "个"),
        ("查摆出十余条问题。", 10, "条"),
        ("共有执法人员三千五百余名。", 3500, "名"),
        ("出庭应诉率达百分之九十五。", 95, "%"),
        ("网上办理占比超过四成。", 4, "成"),
    ],
)
def test_chinese_numerals_that_count(sentence, value, unit):
    (found,) = read(sentence)
    assert (found.value, found.unit, found.numeral) == (value, unit, "han")


@pytest.mark.parametrize(
    "sentence",
    [
        "一是完善机制。",
        "一个不漏。",
        "进行二次评价。",
        "百县千案活动。",
        "十二届十一次全会。",
        "几十家企业。",
        "两成员单位。",
    ],
)
def test_chinese_numerals_that_do_not_count(sentence):
    assert read(sentence) == ()


def test_identifiers_are_unique_and_name_the_sentence():
    found = read("受理5件，办结4件。", "满意率80%。")
    assert [q.id for q in found] == ["p1.s1.q1", "p1.s1.q2", "p1.s2.q1"]
    assert found[2].sentence == "p1.s2"


def test_blanks_part_thousands_only_where_a_measure_word_follows():
    assert told("拨打12345 110热线，合格率达到99 100%。") == [("100", 100, "%")]
    assert told("新增2 020家，2021 300家。") == [("2 020", 2020, "家"), ("300", 300, "家")]


def test_the_three_sectors_of_the_economy_count_no_times():
    assert read("三次产业结构更优。") == ()


@given(
    st.text(
        alphabet="0123456789.,，、%％万亿余多个件年月日第一二三十百〔〕()（）“”《》+-至到〇两 \n",
        max_size=40,
    )
)
def test_any_string_of_numerals_and_marks_is_read_without_error(wording):
    made = report(wording)
    spans = [(q.start, q.end) for q in quantities(made)]
    spans += [(r.start, r.end) for r in not_quantities(made)]
    ordered = sorted(spans)
    assert all(0 <= start < end <= len(made.text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ordered))


@pytest.mark.parametrize(
    "wording",
    [
        "9" * 5000 + "件",
        "百分之" + "九" * 9000,
        "三亿" * 3000 + "个",
        "“" * 3000 + "3个",
        "1+" * 3000,
    ],
    ids=["digits", "share", "han", "quotes", "formula"],
)
def test_endless_numerals_are_no_quantities_and_no_trouble(wording):
    assert all(len(q.text) < 20 for q in read(wording))


@given(st.integers(2, 10**9), st.sampled_from(["件", "家", "人次", "万元", "个工作日", "%"]))
def test_every_plain_number_before_a_unit_is_found_with_its_value(number, unit):
    made = report(f"全年共完成{number}{unit}，成效明显。")
    (found,) = quantities(made)
    assert (found.value, found.unit) == (number, unit.removeprefix("个"))


@given(st.integers(2, 99999))
def test_what_stands_before_a_sentence_only_moves_its_offsets(number):
    (alone,) = read(f"办理案件{number}件。")
    *_, shifted = read("依法行政深入推进。", f"办理案件{number}件。")
    assert (alone.value, alone.measure, alone.status) == (
        shifted.value,
        shifted.measure,
        shifted.status,
    )
    assert shifted.start - alone.start == len("依法行政深入推进。\n")
