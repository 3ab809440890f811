"""A number is read back however it is written out in a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.numbers.quantities import not_quantities, quantities
from tests.numbers.one_paragraph import read, report

DIGITS = "零一二三四五六七八九"
counts = st.integers(11, 10**8 - 1)
units = st.sampled_from(["件", "家", "人次", "名", "场", "户"])


def spelled(number: int) -> str:
    """A whole number below 10^8 in Chinese characters."""
    if number >= 10**4:
        rest = number % 10**4
        gap = "零" if 0 < rest < 1000 else ""
        return spelled(number // 10**4) + "万" + (gap + spelled(rest) if rest else "")
    words, zero = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + word
        zero = not digit
    return words


def one(sentence):
    (found,) = read(sentence)
    assert found.text in sentence
    return found


@given(counts, units)
def test_a_whole_number_in_chinese_numerals(number, unit):
    found = one(f"全年共办理{spelled(number)}{unit}，成效明显。")
    assert (found.value_base, found.unit_base, found.numeral) == (number, unit, "han")


@given(st.integers(1, 9999))
def test_money_in_chinese_numerals_keeps_its_scale(number):
    found = one(f"投入{spelled(number)}万元。")
    assert (found.value_base, found.unit_base) == (number * 10**4, "元")
    if "万" not in spelled(number):
        assert (found.value, found.unit) == (number, "万元")


@given(st.integers(1, 999), st.integers(1, 9), units)
def test_scales_after_digits_make_one_number(tens, thousands, unit):
    value = tens * 10**4 + thousands * 1000
    found = one(f"惠及{tens}万{thousands}千{unit}。")
    assert (found.value_base, found.unit_base) == (value, unit)
    assert one(f"惠及{tens}万{thousands}000{unit}。").value_base == value


@given(st.integers(1, 8), st.sampled_from(["", "十", "百", "千"]), units)
def test_neighbouring_digits_are_an_approximate_range(low, scale, unit):
    found = one(f"走访{DIGITS[low]}{DIGITS[low + 1]}{scale}{unit}。")
    factor = {"": 1, "十": 10, "百": 100, "千": 1000}[scale]
    assert (found.value, found.value_high) == (low * factor, (low + 1) * factor)
    assert found.approx


@given(st.integers(2, 50), st.integers(1, 49), st.sampled_from("至到"), units)
def test_ranges_in_words_and_in_digits_read_alike(low, more, between, unit):
    high = low + more
    for wording in (
        f"{spelled(low)}{between}{spelled(high)}",
        f"{low}{between}{high}",
        f"{low}—{high}",
    ):
        found = one(f"配备{wording}{unit}。")
        assert (found.value, found.value_high, found.unit) == (low, high, unit)


@given(
    st.integers(2, 99),
    st.sampled_from([("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")]),
    st.booleans(),
)
def test_shares_are_told_in_hundredths_thousandths_or_ten_thousandths(share, of, in_digits):
    words, sign = of
    found = one(f"满意率达{words}{share if in_digits else spelled(share)}以上。")
    assert (found.value, found.unit, found.kind) == (share, sign, "percentage")
    assert (found.bound, found.measure) == ("lower", "满意率")


@given(st.integers(1, 9), st.integers(1, 9))
def test_tenths_are_told_in_per_cent(tenths, rest):
    found = one(f"办结率达{DIGITS[tenths]}成{DIGITS[rest]}。")
    assert (found.value, found.unit) == (tenths * 10 + rest, "%")
    half = one(f"信访量下降{DIGITS[tenths]}成半。")
    assert (half.value, half.unit, half.direction) == (tenths * 10 + 5, "%", "decrease")
    bare = one(f"办结率达{DIGITS[tenths]}成以上。")
    assert (bare.value, bare.unit, bare.value_base, bare.unit_base) == (
        tenths,
        "成",
        tenths * 10,
        "%",
    )


@given(st.integers(2, 9), st.integers(1, 8))
def test_fractions(whole, part):
    if part < whole:
        assert one(f"{DIGITS[whole]}分之{DIGITS[part]}的村达标。").value == part / whole
        assert one(f"有{whole}分之{part}的村达标。").value == part / whole


@given(counts, st.sampled_from(["近", "约", "超过", "逾", "不足"]), units)
def test_words_before_a_number_make_it_approximate_in_either_writing(number, word, unit):
    written, digits = (one(f"惠及{word}{n}{unit}。") for n in (spelled(number), str(number)))
    assert (written.approx, written.bound) == (digits.approx, digits.bound)
    assert written.approx
    assert written.value_base == digits.value_base == number


@pytest.mark.parametrize(
    ("sentence", "value", "high", "unit", "base"),
    [
        ("审结案件一百○五件。", 105, None, "件", 105),
        ("审结案件一百〇五件。", 105, None, "件", 105),
        ("审结廿三件。", 23, None, "件", 23),
        ("审结卅件。", 30, None, "件", 30),
        ("举办一百余场。", 100, None, "场", 100),
        ("投入1亿3000万元。", 130000000, None, "元", 130000000),
        ("参训8千5百余人。", 8500, None, "人", 8500),
        ("投入三亿五千万元。", 350000000, None, "元", 350000000),
        ("投入三点五亿元。", 3.5, None, "亿元", 350000000),
        ("投入人民币伍拾陆万元。", 56, None, "万元", 560000),
        ("惠及五千余万人次。", 5000, None, "万人次", 50000000),
        ("投入三至五万元。", 3, 5, "万元", 30000),
        ("罚款八千至一万元。", 8000, 10000, "元", 8000),
        ("罚款5000至1万元。", 5000, 10000, "元", 5000),
        ("抽查比例为百分之五至十。", 5, 10, "%", 5),
        ("抽查比例为百分之五至百分之十。", 5, 10, "%", 5),
        ("覆盖十七八岁青年。", 17, 18, "岁", 17),
        ("用时三个半小时。", 3.5, None, "小时", 3.5),
        ("历时两年半。", 2.5, None, "年", 2.5),
        ("半个月内办结。", 0.5, None, "月", 0.5),
        ("一半以上的村达标。", 0.5, None, "", 0.5),
        ("办件量增长一倍。", 1, None, "倍", 1),
        ("办件量增长两倍半。", 2.5, None, "倍", 2.5),
        ("办件量翻一番。", 1, None, "番", 1),
        ("近百家企业受益。", 100, None, "家", 100),
        ("上千人参加。", 1000, None, "人", 1000),
        ("提高三个百分点。", 3, None, "百分点", 3),
        ("新增绿地35km²。", 35, None, "km²", 35),
        ("新增绿地35㎡。", 35, None, "㎡", 35),
        ("噪声降低3—5分贝。", 3, 5, "分贝", 3),
        ("均值为12μg/m³。", 12, None, "μg/m³", 12),
        ("均值为12µg/m³。", 12, None, "µg/m³", 12),
        ("流转土地五十亩。", 50, None, "亩", 50),
        ("节电1.2万千瓦时。", 1.2, None, "万千瓦时", 12000),
        ("节电3千瓦时。", 3, None, "千瓦时", 3),
        ("收缴物品30余千克。", 30, None, "千克", 30),
        ("新建学校3所以上。", 3, None, "所", 3),
        ("98家具有资质。", 98, None, "家", 98),
    ],
)
def test_numbers_as_they_are_written(sentence, value, high, unit, base):
    found = one(sentence)
    assert (found.value, found.value_high, found.unit, found.value_base) == (
        value,
        high,
        unit,
        base,
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "一是强化统筹。",
        "一方面加强监管。",
        "一律公开。",
        "推进一网通办。",
        "第一责任人职责。",
        "推进一体化建设。",
        "统一成立机构。",
        "唯一一家机构。",
        "队伍名单已公布，工作陆续开展。",
        "总数逐年提高。",
        "依托大数据平台。",
        "成本下降两位数。",
    ],
)
def test_numerals_inside_words_are_no_quantities(sentence):
    assert read(sentence) == ()


def test_the_first_of_two_values_may_belong_to_the_year_before():
    found = read("办结率由去年的15.3%提高到18.7%。", year="2021")
    assert [(q.value, q.year, q.change) for q in found] == [
        (15.3, 2020, "from"),
        (18.7, 2021, "to"),
    ]
    assert [q.year for q in read("比上年的十五件增加五件。", year="2021")] == [2020, 2021]
    assert [q.year for q in read("较上年提高3.2个百分点。", year="2021")] == [2021]


def test_after_respectively_every_value_is_changed_to():
    found = read("甲类、乙类占比分别提高到55%、29.5%。")
    assert [(q.direction, q.change) for q in found] == [("increase", "to")] * 2


PIECES = [
    "12件",
    "七八家",
    "第三批",
    "一百二十",
    "3550",
    "二〇二一年",
    "百分之九十五",
    "三成五",
    "十万元",
    "每两周",
    "“十四五”",
    "几十家",
    "三项制度",
    "2021年",
    "12345热线",
    "千家万户",
    "一批",
]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_no_number_vanishes_without_a_trace(pieces):
    made = report("，".join(pieces) + "。")
    spans = [(q.start, q.end) for q in (*quantities(made), *not_quantities(made))]
    place = 0
    for piece in pieces:
        end = place + len(piece)
        assert any(place <= start and stop <= end for start, stop in spans), piece
        place = end + 1
