"""Numbers as they are printed in Chinese prose, read to their value."""

from __future__ import annotations

from decimal import Decimal

Number = int | float

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "壹": 1, "贰": 2}
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


def read_han(printed: str) -> Number:
    """The value of a Chinese numeral; raise `ValueError` for what is none.

    Positional writing (二〇一九), scales (三千五百), a decimal part after 点, and a scale that
    opens the numeral (十五, 千余 without its 余) are all read.

    >>> read_han("十五"), read_han("三千零五十"), read_han("二〇一九"), read_han("九十八点五")
    (15, 3050, 2019, 98.5)
    >>> read_han("两万三千")
    23000
    """
    whole, point, decimals = printed.partition("点")
    value = _read_whole(whole)
    if not point:
        return value
    return plain(value + float("0." + "".join(str(_digit(c)) for c in decimals)))


def _digit(character: str) -> int:
    if character not in DIGITS:
        raise ValueError(f"not a Chinese digit: {character!r}")
    return DIGITS[character]


def _read_whole(printed: str) -> int:
    if not printed:
        raise ValueError("an empty numeral")
    if len(printed) > 1 and all(c in DIGITS for c in printed):
        return int("".join(str(DIGITS[c]) for c in printed))
    total = group = 0
    digit: int | None = None
    for character in printed:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in "十百千":
            group += (1 if digit is None else digit) * SCALES[character]
            digit = None
        elif character in "万亿":
            section = group + (digit or 0)
            if character == "亿":
                total = (total + section or 1) * SCALES["亿"]
            else:
                total += (section or 1) * SCALES["万"]
            group, digit = 0, None
        else:
            raise ValueError(f"not a Chinese numeral: {printed!r}")
    return total + group + (digit or 0)
