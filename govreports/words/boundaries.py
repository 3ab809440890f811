"""Numbers, dates, letters and repeated marks: tokens that no dictionary can list.

The convention is that of the 1998 People's Daily corpus of Peking University: a numeral takes
万, 亿, 余, 多 and 几 with it and leaves its measure word; a calendar year, month or day is one.
"""

from __future__ import annotations

import re

_DIGITS = r"\d+(?:,\d{3})*(?:\.\d+)*"
_CHINESE = "〇零一二三四五六七八九十百千万亿两"
_SCALE = r"(?:[百千万亿](?![米克瓦伏分])){0,3}"
_VAGUE = r"[余多几]?(?:[万亿](?!元户))?"

_PATTERNS = (
    r"[A-Za-z0-9]+(?:\+[A-Za-z0-9]+)+",  # 1+2+9+N
    r"(?:1[89]|20)\d\d年度?",
    r"(?:1[0-2]|0?[1-9])月份?",
    r"(?:3[01]|[12]\d|0?[1-9])日",
    r"\d{1,2}·\d{1,2}",  # 5·12, a day
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
# A cheap look for where a span may start, and how far it may run: most of a text is neither. One
# sign alone is none, unless it is a digit or a letter.
_GOES_ON = rf"[0-9A-Za-z{_CHINESE}年月日度份之分余多几,.%％‰+_&…—*＊·-]+"
_CANDIDATE = re.compile(rf"[0-9A-Za-z第{_CHINESE}…—*＊.·](?:{_GOES_ON}|(?<=[0-9A-Za-z]))")
_LOOKAHEAD = 2
_SPAN = re.compile("|".join(_PATTERNS), re.ASCII)
OTHER_LETTER = re.compile(r"[^\W_0-9A-Za-z一-鿕]")
# Few texts hold one; this look, past ASCII, Chinese punctuation and Han, is the cheaper one.
UNUSUAL = re.compile(
    r"[^\x00-\x7f\u2010-\u2027\u3001-\u3004\u3008-\u301f一-鿕\uff01-\uff0f\uff1a-\uff1f]"
)
SUFFIXES = "率性化型式者员度感"  # bound: they make a word of the two characters before them

Span = tuple[int, int]


def fixed_spans(text: str) -> list[Span]:
    """The tokens recognised by their form, in order: all but Han words and single marks."""
    spans: list[Span] = []
    for candidate in _CANDIDATE.finditer(text):
        start, end = candidate.span()
        found = text[start:end]
        if found.isdigit() and found.isascii():
            spans.append((start, end))
        else:
            spans += [
                match.span()
                for match in _SPAN.finditer(text, start, end + _LOOKAHEAD)
                if match.start() < end
            ]
    if UNUSUAL.search(text) and OTHER_LETTER.search(text):
        spans = _with_other_letters(text, spans)
    return spans


def _with_other_letters(text: str, spans: list[Span]) -> list[Span]:
    covered = {place for start, end in spans for place in range(start, end)}
    letters = (match.span() for match in OTHER_LETTER.finditer(text))
    return sorted([*spans, *(span for span in letters if span[0] not in covered)])
