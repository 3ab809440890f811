"""Numbers that belong to one person: of identity documents, and of mobile telephones.

An identity number (GB 11643) has six digits of a place, eight of a birthday, three of an order and
a check: with the weights 2^(17−i) mod 11 its digits sum to 1 modulo 11, X standing for 10.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_BEFORE = "[0-9A-Za-z.*×]"
_APART = f"(?<!{_BEFORE})"
_ENDS = r"(?![0-9A-Za-z*×])"
_IDENTITY = re.compile(rf"[1-9](?<!{_BEFORE}.)\d{{16}}[\dXx]{_ENDS}")
_HIDDEN = re.compile(rf"{_APART}[1-9]\d{{2,9}}[*×xX■]{{4,14}}[\dXx]{{0,4}}{_ENDS}")
_SAID = re.compile(
    rf"(?:身份证|公民身份)[^\d,。;]{{0,6}}?(?P<number>[1-9][\dXx*×]{{14}}(?:[\dXx*×]{{3}})?){_ENDS}"
)
_MOBILE = re.compile(rf"{_APART}(?:\+?86[- ]?)?1[3-9]\d(?P<by>[- ]?)\d{{4}}(?P=by)\d{{4}}{_ENDS}"
                     r"(?![%.元万亿件人次户])")  # fmt: skip
_ELEVEN = re.compile(r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}")  # the core of a mobile number
_FOUR_HIDDEN = re.compile("[*×xX■]{4}")
_WEIGHTS = tuple(2 ** (17 - place) % 11 for place in range(18))
_LENGTH = len(_WEIGHTS)


def is_identity_number(number: str) -> bool:
    """Whether eighteen characters are an identity number: a birthday that was, a right check.

    The number that GB 11643-1999 gives as an example:

    >>> is_identity_number("11010519491231002X"), is_identity_number("110105194912310021")
    (True, False)
    """
    if not re.fullmatch(r"[1-9]\d{16}[\dXx]", number, re.ASCII):
        return False
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    values = [10 if sign in "Xx" else int(sign) for sign in number]
    check = sum(value * weight for value, weight in zip(values, _WEIGHTS, strict=True))
    return 1850 <= born.year < 2100 and check % 11 == 1


def private_numbers(plain: str) -> Iterator[tuple[int, int, str]]:
    """The places of such numbers in a folded text, and what speaks for each."""
    for found in _SAID.finditer(plain):
        yield *found.span("number"), "number of an identity document"
    for found in _IDENTITY.finditer(plain):
        if is_identity_number(found.group()):
            yield *found.span(), "identity number (its check is right)"
    # A look for the core of a pattern is fast, and few texts hold it.
    for found in _HIDDEN.finditer(plain) if _FOUR_HIDDEN.search(plain) else ():
        if len(found.group()) == _LENGTH:
            yield *found.span(), "identity number, in part hidden"
    for found in _MOBILE.finditer(plain) if _ELEVEN.search(plain) else ():
        yield *found.span(), "mobile telephone number"
