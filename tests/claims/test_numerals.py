"""Numerals read to their value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.claims.numerals import DIGITS, read_digits, read_han


def spelled(number: int) -> str:
    """A number below 10^8 in Chinese characters, by the rules of the grammar books."""
    if number >= 10**4:
        rest = number % 10**4
        gap = "零" if 0 < rest < 1000 else ""
        return spelled(number // 10**4) + "万" + (gap + spelled(rest) if rest else "")
    words, zero = "", False
    for scale, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // scale % 10
        if digit:
            words += ("零" if zero and words else "") + "零一二三四五六七八九"[digit] + word
        zero = not digit
    return words


@given(st.integers(1, 10**8 - 1))
def test_spelled_out_numbers_are_read_back(number):
    assert read_han(spelled(number)) == number


@given(st.integers(0, 10**12))
def test_thousands_separators_do_not_change_the_value(number):
    assert read_digits(f"{number:,}") == read_digits(str(number)) == number


@pytest.mark.parametrize("printed", ["", "件", "十件", "点", "五点件"])
def test_what_is_no_numeral_is_refused(printed):
    with pytest.raises(ValueError, match=r"."):
        read_han(printed)


def test_liang_is_two():
    assert read_han("两百") == 200
    assert DIGITS["两"] == 2
