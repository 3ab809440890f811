"""Dates as reports print them: 2021年2月26日, 二〇二一年二月二十六日, 2021-02-26, 26.02.2021."""

from __future__ import annotations

import re
from typing import NamedTuple

from govreports.numerals import read_han

# Scanned pages print 〇 as o or O, and 1 as l or I.
_MISREAD = str.maketrans("oOLl|I", "001111")
_D = "[0-9oOlI]"
_CN = "[〇○oO零0一二三四五六七八九]"
_CN_SMALL = "[一二三四五六七八九十]{1,3}"
_DATE = re.compile(
    rf"(?P<y>[12] ?{_D} ?{_D} ?{_D}) ?[年./-] ?(?P<m>{_D}{{1,2}}) ?[月./-] ?"
    rf"(?P<d>{_D}{{1,2}})(?!\d)(?: ?日)?"
    rf"|(?P<cy>[二一] ?{_CN} ?{_CN} ?{_CN}) ?年 ?(?P<cm>{_CN_SMALL}) ?月 ?(?P<cd>{_CN_SMALL}) ?日"
    rf"|(?<!\d)(?P<ed>\d{{1,2}})\.(?P<em>\d{{1,2}})\.(?P<ey>(?:19|20)\d\d)(?!\d)"
)
_MONTH_ONLY = re.compile(
    rf"[12] ?{_D} ?{_D} ?{_D} ?年 ?{_D}{{1,2}} ?月|[二一] ?{_CN} ?{_CN} ?{_CN} ?年 ?{_CN_SMALL} ?月"
)
_YEAR = re.compile(
    rf"(?<!\d)(?:1 ?9|2 ?[0oO]) ?\d ?\d(?= ?年)|二 ?[〇○oO零0] ?{_CN} ?{_CN}(?= ?年)"
)
_ALONE = 40  # a line with a date and little else


class Date(NamedTuple):
    """A full date, ``YYYY-MM-DD``, and where it stands in the line."""

    iso: str
    start: int
    end: int


def find(line: str) -> Date | None:
    """The first full date of a line (as folded)."""
    for found in _DATE.finditer(line):
        y, m, d = (found[a] or found[b] or found[c] for a, b, c in _GROUPS)
        try:
            year, month, day = arabic(y), arabic(m), arabic(d)
        except ValueError:  # 十十月
            continue
        if 1949 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31:
            return Date(f"{year}-{month:02}-{day:02}", found.start(), found.end())
    return None


_GROUPS = (("y", "cy", "ey"), ("m", "cm", "em"), ("d", "cd", "ed"))


def is_date_line(line: str) -> bool:
    """Whether a line is a date, full or without its day, and nothing else."""
    if len(line) > _ALONE:
        return False
    bare = line.strip("()[]【】 .。")
    found = _DATE.fullmatch(bare)
    return bool(found and find(bare)) or bool(_MONTH_ONLY.fullmatch(bare))


def years(line: str) -> list[tuple[int, int, int]]:
    """The years that a line names before 年: value, start, end."""
    return [(arabic(f.group()), f.start(), f.end()) for f in _YEAR.finditer(line)]


def arabic(numeral: str) -> int:
    """A numeral of a date in either script: 二〇二一, 2O21, 二十六, 26; `ValueError` for none."""
    return int(read_han(numeral.replace(" ", "").translate(_MISREAD)))
