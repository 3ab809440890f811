"""Numerals read to their value."""

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.errors import ArgumentError
from govreports.numerals import read_digits, read_han, read_pair

DIGITS = "零一二三四五六七八九"
CHEQUE = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def spelled(number: int) -> str:
    """A whole number below 10^16 in Chinese characters, by the rules of the grammar books."""
    for scale, word in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            rest = number % scale
            gap = "零" if 0 < rest < scale // 10 else ""
            return spelled(number // scale) + word + (gap + spelled(rest) if rest else "")
    words, zero = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + word
        zero = not digit
    return words


@given(st.integers(1, 10**16 - 1))
def test_spelled_out_numbers_are_read_back(number):
    assert read_han(spelled(number)) == number


@given(st.integers(1, 10**16 - 1))
def test_cn2an_reads_spelled_out_numbers_alike(number):
    # It is no oracle for what it refuses: ○, digits among the scales, 三点五万, and decimals it
    # reads as binary floats; and in its strict mode the spoken 一百二, which it reads in the other.
    assert read_han(spelled(number)) == cn2an.cn2an(spelled(number), "strict")
    assert read_han(cn2an.an2cn(number, "low")) == number
    assert read_han(cn2an.an2cn(number, "up")) == number


@given(st.integers(1, 10**8 - 1))
def test_every_way_of_writing_a_number_has_its_value(number):
    written = spelled(number)
    assert read_han(written.translate(CHEQUE)) == number
    assert read_han(written.replace("零", "〇")) == number
    assert read_han(written.replace("零", "○")) == number
    assert read_han(written.replace("二千", "两千").replace("二百", "两百")) == number
    if number % 100 // 10 == 2:
        head, _, ones = written.rpartition("二十")
        assert read_han(head + "廿" + ones) == number
    if written.startswith("一十"):
        assert read_han(written[1:]) == number


@given(st.integers(1, 9999), st.integers(1, 9))
def test_scales_may_stand_after_digits(number, thousands):
    assert read_han(f"{number}万{thousands}千") == number * 10**4 + thousands * 1000
    assert read_han(f"{thousands}亿{number}万") == thousands * 10**8 + number * 10**4


@given(st.integers(1000, 2999))
def test_years_are_read_digit_by_digit(year):
    assert read_han("".join(DIGITS[int(d)] for d in str(year))) == year
    assert read_han("".join(DIGITS[int(d)] for d in str(year)).replace("零", "〇")) == year


@given(st.integers(1, 99999), st.integers(0, 9999))
def test_a_decimal_part_follows_its_point(whole, part):
    decimals = f"{part:04}".rstrip("0")
    if decimals:
        written = spelled(whole) + "点" + "".join(DIGITS[int(d)] for d in decimals)
        assert read_han(written) == pytest.approx(float(f"{whole}.{decimals}"), abs=1e-9)
        assert read_han(written + "万") == pytest.approx(
            float(f"{whole}.{decimals}") * 10**4, abs=1e-4
        )


@given(st.integers(1, 8), st.sampled_from(["", "十", "百", "千", "万", "十万", "亿"]))
def test_neighbouring_digits_are_the_ends_of_a_range(low, scale):
    ends = read_han(DIGITS[low] + scale), read_han(DIGITS[low + 1] + scale)
    assert read_pair(DIGITS[low] + DIGITS[low + 1] + scale) == ends


@given(st.integers(1, 9), st.integers(1, 8))
def test_the_last_digits_of_a_longer_numeral_may_be_such_a_pair(tens, low):
    written = f"{DIGITS[tens]}十{DIGITS[low]}{DIGITS[low + 1]}"
    assert read_pair(written) == (tens * 10 + low, tens * 10 + low + 1)


@pytest.mark.parametrize("written", ["五十六", "一百零三", "一九七八", "二〇二一", "九十"])
def test_other_digits_are_no_pair(written):
    assert read_pair(written) is None


@pytest.mark.parametrize(
    ("spoken", "value"),
    [("一百二", 120), ("三千五", 3500), ("一万二", 12000), ("一百零二", 102), ("五万零三", 50003)],
)
def test_a_last_digit_without_a_scale_is_spoken_for_the_next_one(spoken, value):
    assert read_han(spoken) == value


def test_a_hundred_million_multiplies_all_that_stands_before_it():
    assert read_han("一万亿") == 10**12
    assert read_han("五万三千亿零四十") == 53000 * 10**8 + 40


@given(st.integers(0, 10**12))
def test_thousands_separators_do_not_change_the_value(number):
    assert read_digits(f"{number:,}") == read_digits(str(number)) == number


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "件",
        "十件",
        "点",
        "五点件",
        "十十",
        "百千",
        "十四五",
        "一万万",
        "三亿三亿",
        "一万二〇一九",
    ],
)
def test_what_is_no_numeral_is_refused(printed):
    with pytest.raises(ArgumentError, match=r"."):
        read_han(printed)


@given(st.text(alphabet="〇零一二两十百千万亿点廿0123壹拾", max_size=12))
def test_any_string_of_numerals_is_read_or_refused(printed):
    try:
        value = read_han(printed)
    except ValueError:
        return
    assert value >= 0


def test_liang_is_two():
    assert read_han("两百") == 200
