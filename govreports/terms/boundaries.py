"""Numbers, dates, letters and repeated marks: tokens that no dictionary can list.

The convention is that of the 1998 People's Daily corpus of Peking University: a numeral takes
万, 亿, 余, 多 and 几 with it and leaves its measure word; a calendar year, month or day is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)*"
_CHINESE = "〇零一二三四五六七八九十百千万亿两"
_SCALE = r"(?:[百千万亿](?![米克瓦伏分])){0,3}"
_VAGUE = r"[余多几]?(?:[万亿](?!元户))?"

_PATTERNS = (
    r"[A-Za-z0-9]+(?:\+[A-Za-z0-9]+)+",  # 1+2+9+N
    r"(?:1[89]|20)\d\d年度?",
    r"(?:1[0-2]|0?[1-9])月份?",
    r"(?:3[01]|[12]\d|0?[1-9])日",
    rf"第?{_DIGITS}(?:[%％‰]|{_SCALE}{_VAGUE})",
    r"[A-Za-z]+\d*(?:[._&-][A-Za-z0-9]+)*",
    r"[一二][〇零一二三四五六七八九]{3}年度?",
    r"(?<![〇零一二三四五六七八九十百])(?:十[一二]?|[一二三四五六七八九])月份?",
    r"(?<![百千])(?:[二三]?十[一二三四五六七八九]?|(?<=月)[一二三四五六七八九])日",
    r"(?<=[党的])(?:十[一二三四五六七八九]|二十[一二三四五六七八九]?)大(?!常委)",
    rf"[{_CHINESE}]+分之[{_CHINESE}]+",
    # After 统, 唯 and the like a numeral is the end of a word, not the start of a number.
    rf"(?<![统唯单专同划如逐合归])(?:第(?!三[方者]|一线|[一二三]产业)[{_CHINESE}]+|[{_CHINESE}]{{2,}}){_VAGUE}",
    r"([…—*＊.·])\1+",
)
_SUFFIX = re.compile(r"(?<=[一-鿕]{2})[率性化型式者员度感]")
_SPAN = re.compile("|".join(_PATTERNS))


def fixed_spans(text: str) -> Iterator[tuple[int, int]]:
    """The tokens longer than one character that are recognised by their form, in order."""
    for match in _SPAN.finditer(text):
        start, end = match.span()
        if end - start > 1:
            yield start, end


def suffixes(text: str) -> Iterator[int]:
    """Where a bound character stands that makes a word of the two characters before it."""
    for match in _SUFFIX.finditer(text):
        yield match.start()
