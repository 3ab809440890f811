"""Numbers as they are printed in Chinese prose, read to their value.

The writing is that of the national standard GB/T 15835-2011 (出版物上数字用法): whole numbers with
their scales and 零 (三千零五十), decimals after 点, years and codes digit by digit with 〇
(二〇一九), and neighbouring digits side by side for an approximate number (七八家, 五六十人). What
people write beside it is read too: ○ for 〇, 廿, digits among the scales (13万2千), the spoken
一百二.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govreports.errors import ArgumentError

Number = int | float

SCALES = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}


def plain(value: float) -> Number:
    """A whole value as an integer, any other rounded free of binary noise.

    >>> plain(199.8 * 10000), plain(0.5)
    (1998000, 0.5)
    """
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def scaled(value: Number, scale: int) -> Number:
    """A printed value multiplied out, exact in the decimals that were printed.

    >>> scaled(76.4, 10**8), scaled(0.00001, 10**4)
    (7640000000, 0.1)
    """
    if scale == 1:
        return value
    exact = Decimal(str(value)) * scale
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def read_digits(printed: str) -> Number:
    """The value of half-width digits; commas or blanks may part the thousands.

    >>> read_digits("1,234.5"), read_digits("12000"), read_digits("3 276")
    (1234.5, 12000, 3276)
    """
    bare = printed.replace(",", "").replace(" ", "")
    return float(bare) if "." in bare else int(bare)


# One character for each digit and scale: handwritten, printed, and in the form of cheques.
_VARIANTS = str.maketrans(
    {"廿": "二十", "卅": "三十", "卌": "四十"}
    | dict(
        zip("〇○两壹贰叁肆伍陆柒捌玖拾佰仟萬億", "零零二一二三四五六七八九十百千万亿", strict=True)
    )
)
_VALUES = {c: n for n, c in enumerate("零一二三四五六七八九")} | {str(n): n for n in range(10)}
_SINGLE = {c: _VALUES.get(c, SCALES.get(c, 2)) for c in "零一二两三四五六七八九十百千万亿"}
_DIGIT = "([一二三四五六七八九]|[0-9]+)"
_SECTION = re.compile(f"(?:{_DIGIT}?千)?(?:零?{_DIGIT}?百)?(?:零?{_DIGIT}?十)?(?:(零)?{_DIGIT})?")
_PAIR = re.compile(
    "(?<![一二三四五六七八九])(?:一二|二三|三四|四五|五六|六七|七八|八九|^三五)(?![零一二三四五六七八九])"
)


def read_han(printed: str) -> Number:
    """The value of a Chinese numeral; raise `ArgumentError` for what is none.

    Positional writing (二〇一九), scales (三千五百), a decimal part after 点, a scale that opens
    the numeral (十五, 千余 without its 余), half-width digits among the scales (13万2千), cheque
    forms (伍拾陆万) and the spoken 一百二 for 一百二十 are all read.

    >>> read_han("十五"), read_han("三千零五十"), read_han("二〇一九"), read_han("九十八点五")
    (15, 3050, 2019, 98.5)
    >>> read_han("两万三千"), read_han("13万2千"), read_han("廿三"), read_han("三点五万")
    (23000, 132000, 23, 35000)
    """
    single = _SINGLE.get(printed)
    if single is not None:
        return single
    numeral = printed.translate(_VARIANTS)
    whole, point, rest = numeral.partition("点")
    if not point:
        return _read_whole(whole)
    decimals = rest.rstrip("万亿")
    if not decimals or any(c not in _VALUES for c in decimals):
        raise ArgumentError(f"not a Chinese numeral: {printed!r}")
    value = Decimal(_read_whole(whole)) + Decimal("0." + "".join(str(_VALUES[c]) for c in decimals))
    return scaled(plain(float(value)), int(_read_whole("1" + rest[len(decimals) :])))


def read_pair(printed: str) -> tuple[Number, Number] | None:
    """The two values between which neighbouring digits place a number; None where there are none.

    >>> read_pair("七八"), read_pair("五六十"), read_pair("四十五六"), read_pair("三五百")
    ((7, 8), (50, 60), (45, 46), (300, 500))
    >>> read_pair("五十六"), read_pair("一九七八")
    (None, None)
    """
    if len(printed) < 2:
        return None
    numeral = printed.translate(_VARIANTS)
    pair = _PAIR.search(numeral)
    if pair is None:
        return None
    at = pair.start()
    low, high = (numeral[:at] + digit + numeral[at + 2 :] for digit in pair[0])
    return read_han(low), read_han(high)


def _read_whole(numeral: str) -> int:
    """The value of a numeral without 点, in the characters that `_VARIANTS` maps to."""
    if len(numeral) > 1 and all(c in _VALUES for c in numeral):
        return int("".join(str(_VALUES[c]) for c in numeral))
    for scale in "亿万":
        high, mark, low = numeral.rpartition(scale)
        if mark:
            if scale in high:
                break
            above = _read_whole(high) if high else 1
            return above * SCALES[scale] + (_below(low, SCALES[scale]) if low else 0)
    else:
        if numeral == "零":
            return 0
        if numeral and (found := _SECTION.fullmatch(numeral)):
            return _section(found)
    raise ArgumentError(f"not a Chinese numeral: {numeral!r}")


def _below(low: str, scale: int) -> int:
    """The value of what follows 万 or 亿; one digit alone is spoken for a tenth of it."""
    if len(low) == 1 and _VALUES.get(low):
        return _VALUES[low] * scale // 10
    bare = low.lstrip("零")
    value = _read_whole(bare)
    if value >= scale or (len(bare) > 1 and all(c in "零一二三四五六七八九" for c in bare)):
        raise ArgumentError(f"more than the scale before it: {low!r}")
    return value


def _section(found: re.Match[str]) -> int:
    """The value of a numeral below 万."""
    thousands, hundreds, tens, zero, ones = found.groups()
    total, last = 0, 1
    for digit, mark in ((thousands, "千"), (hundreds, "百"), (tens, "十")):
        if mark in found[0]:
            total += (_value(digit) if digit else 1) * SCALES[mark]
            last = SCALES[mark]
    if ones is None:
        return total
    # 一百二 is spoken for 一百二十, 一百零二 is the number after 101.
    return total + _value(ones) * (last // 10 if last > 10 and not zero and len(ones) == 1 else 1)


def _value(digit: str) -> int:
    return int(digit) if digit.isdecimal() and digit.isascii() else _VALUES[digit]
