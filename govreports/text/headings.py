"""Headings: their markers, which of them run into their paragraph, and how they nest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_CN = "[一二三四五六七八九十百]"
_DIGIT = {c: n for n, c in enumerate("零一二三四五六七八九")}

# From the outside in, as documents of the administration number their parts.
_FORMS = (
    ("part", rf"第{_CN}{{1,3}}(?:部分|[编章篇])"),
    ("chapter", rf"第{_CN}{{1,3}}节"),
    ("comma", rf"{_CN}{{1,3}} ?[、.]"),
    ("bracket", rf"\( ?{_CN}{{1,3}} ?\)、?"),
    ("digit", r"\d{1,2} ?(?:[、]|\.(?!\d)|\.(?=(?:19|20)\d\d年))"),
    ("digit-bracket", r"\(\d{1,2}\)、?|\d{1,2}\)"),
    ("circle", r"[①-⑳]"),
    ("first", rf"第{_CN}{{1,2}}[,、:]"),
    ("shi", rf"{_CN}{{1,2}}是(?!否|指|由|因|以来)"),
)
RANK = {name: rank for rank, (name, _) in enumerate(_FORMS)}
_MARKER = "|".join(f"(?P<{name.replace('-', '_')}>{form})" for name, form in _FORMS)
AT_START = re.compile(rf"(?:{_MARKER})")
_INSIDE = re.compile(rf'(?<=[。!?"” )）])(?:{_MARKER})')
_QUOTED = re.compile(r'"[^"]*"|《[^》]*》')
_NUMBER = re.compile(r"\d")
LONGEST_RUN_IN = 32


class Marker(NamedTuple):
    """A heading's marker: its form, its number, and where the heading's own words begin."""

    form: str
    number: int
    length: int


def marker(line: str) -> Marker | None:
    """The marker that a line (in normalised view) opens with."""
    found = AT_START.match(line)
    return _read(found) if found else None


def _read(found: re.Match[str]) -> Marker:
    form = (found.lastgroup or "").replace("_", "-")
    return Marker(form, _number(found.group()), found.end() - found.start())


def _number(wording: str) -> int:
    digits = re.sub(r"\D", "", wording)
    if digits:
        return int(digits)
    if "①" <= wording[0] <= "⑳":
        return ord(wording[0]) - ord("①") + 1
    total = 0
    for character in wording:
        if character == "十":
            total = (total or 1) * 10
        else:
            total += _DIGIT.get(character, 0)
    return total


def run_in(line: str, at: int) -> int | None:
    """The end of the run-in heading that opens at ``at``, or None where it is just a sentence."""
    stop = line.find("。", at, at + LONGEST_RUN_IN + 8)
    if stop < 0:
        return None
    clause = _QUOTED.sub("", line[at:stop])
    found = AT_START.match(clause)
    words = clause[found.end() :] if found else clause
    if len(words) > LONGEST_RUN_IN or re.search("[;!?]", clause) or _NUMBER.search(words):
        return None
    return stop + 1


def run_ins(line: str) -> list[tuple[int, int, Marker]]:
    """The run-in headings of a line: start, end and marker of each."""
    found: list[tuple[int, int, Marker]] = []
    first = AT_START.match(line)
    matches = ([first] if first else []) + list(_INSIDE.finditer(line))
    for match in matches:
        before = line[: match.start()].rstrip()
        if before and before[-1] not in '。!?"”':
            continue
        end = run_in(line, match.start())
        if end is not None:
            found.append((match.start(), end, _read(match)))
    return found


class Nester:
    """Gives each heading its level, from the markers met so far in this report."""

    def __init__(self) -> None:
        self._open: list[tuple[float, int, int]] = []  # rank, number, line of each open heading

    def level(self, form: str, number: int, line: int, later: Sequence[tuple[str, int]]) -> int:
        """The level of the next heading; ``later`` lists (form, number) of those after it."""
        rank = RANK.get(form, -1)
        while self._open and self._open[-1][0] > rank:
            self._open.pop()
        same = [k for k, entry in enumerate(self._open) if entry[0] == rank]
        if same:
            top = self._open[same[-1]]
            nested = number == 1 and top[1] > 1 and top[2] == line and _resumes(form, top[1], later)
            if not nested:
                keep = same[0]
                for k in same:
                    if self._open[k][1] + 1 == number:
                        keep = k
                del self._open[keep:]
        self._open.append((rank, number, line))
        return len(self._open)


def _resumes(form: str, number: int, later: Sequence[tuple[str, int]]) -> bool:
    expected = 2
    for other, n in later:
        if RANK.get(other, -1) < RANK[form]:
            return False
        if other == form:
            if n == number + 1 and n != expected:
                return True
            expected = n + 1
    return False
