"""From a report's text to the printed cells of its tables, whatever their layout.

A table arrives one cell a line, with tabs, as Markdown, or with blanks between its columns. What
is kept of the layout is what can tell rows from columns: the line, and the stretch of lines that
no blank line interrupts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from govreports.disclosure.form import Form, bare, fold, forms
from govreports.numerals import Number, read_digits
from govreports.report import folding

_NUMBER = re.compile(
    r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?(件|条|项|次|宗|万元|亿元|元)?"
)
_NONE = re.compile(r"[/\\无]|[-—–_]{1,4}")  # printed for no value
_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]*")
_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?\s*")  # |---|---|
_PAGE = re.compile(r"\s*(?:[-—–]\s*\d{1,3}\s*[-—–]|第\s?\d{1,3}\s?页(?:\s?共\s?\d{1,3}\s?页)?)\s*")
_AROUND = " \t*"  # Markdown sets totals in bold
_GAP = re.compile(r"\s{2,}")
_WORD = re.compile(r"\S+")
_NEXT_PART = re.compile(r"\s*#{0,6}\s*[五六七八]\s?[、.]")
_NEXT_TITLE = re.compile("(?:存在的?(?:主要)?问题|其他需要报告)")
_CAPTION = 4  # characters that may follow a title: (单位:件)
_LONGEST = 60  # characters of a label; a longer line is prose


class Cell(NamedTuple):
    """A printed cell: a number, a blank or a mark for none (``value`` None), or words."""

    start: int
    end: int
    words: str  # folded; empty for a value
    value: Number | None
    unit: str  # printed with the value
    run: int  # which stretch of lines without a blank line
    blank: bool  # an empty cell of a line with several


class Region(NamedTuple):
    """A table of the form and the cells printed below its title."""

    form: Form
    cells: tuple[Cell, ...]


def regions(text: str) -> list[Region]:
    """The places of a text that have the title of a table, each with the cells that follow."""
    folded = folding.fold(text)
    spans = (m.span() for m in _LINE.finditer(folded))
    lines = [(start, end) for start, end in spans if end > start or _ends(folded, end)]
    titles = {fold(form.title): form for form in forms()}
    found: list[Region] = []
    form: Form | None = None
    cells: list[Cell] = []
    run, skip = 0, False
    for number, (start, end) in enumerate(lines):
        line = folded[start:end]
        if not line.strip():
            run += 1
            continue
        if skip:
            skip = False
            continue
        title, skip = _title(folded, lines, number, titles)
        ends = title is not None or _NEXT_PART.match(line) or _NEXT_TITLE.match(bare(fold(line)))
        if ends:
            if form is not None:
                found.append(Region(form, tuple(cells)))
            form, cells = title, []
        elif form is not None:
            cells += _cells(folded, start, end, run)
    if form is not None:
        found.append(Region(form, tuple(cells)))
    return found


def _ends(folded: str, end: int) -> bool:
    """Whether an empty match is an empty line rather than the end of one."""
    return end == 0 or folded[end - 1] in "\r\n\f\v\x85\u2028\u2029"


def _title(
    folded: str, lines: list[tuple[int, int]], number: int, titles: dict[str, Form]
) -> tuple[Form | None, bool]:
    """The table whose title a line is, alone or with the next; whether the next belongs to it."""
    start, end = lines[number]
    head = bare(fold(folded[start:end]))
    for title, form in titles.items():
        if head.startswith(title) and len(head) <= len(title) + _CAPTION:
            return form, False
    if not head or not any(title.startswith(head) for title in titles):
        return None, False
    if number + 1 < len(lines):
        rest = fold(folded[slice(*lines[number + 1])])
        return titles.get(head + rest), head + rest in titles
    return None, False


def _cells(folded: str, start: int, end: int, run: int) -> list[Cell]:
    """The cells of one line; prose, page numbers and the rules of Markdown have none."""
    wording = folded[start:end]
    if _RULE.fullmatch(wording) or _PAGE.fullmatch(wording):
        return []
    if "|" not in wording and "\t" not in wording:
        prose = len(wording.strip()) > _LONGEST and not _GAP.search(wording.strip())
        if prose or "。" in wording:
            return []
        return [_cell(folded, *span, run) for span in _parted(folded, start, end)]
    cells = [_cell(folded, *span, run) for span in _divided(folded, start, end)]
    # What is empty before the last words belongs to them: a label may stand in the second cell.
    worded = max((k for k, cell in enumerate(cells) if cell.words), default=0)
    return [cell for k, cell in enumerate(cells) if k >= worded or not cell.blank]


def _divided(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The cells between the bars or tabs of a line; its outer bars have none beyond them."""
    bar = "|" if "|" in folded[start:end] else "\t"
    places = [start - 1, *(k for k in range(start, end) if folded[k] == bar), end]
    spans = [(a + 1, b) for a, b in itertools.pairwise(places)]
    if bar == "|":
        spans = spans[not folded[slice(*spans[0])].strip() :]
        spans = spans[: len(spans) - (not folded[slice(*spans[-1])].strip())]
    return spans


def _parted(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a line whose columns are set apart by blanks: 规章  0  0  0."""
    place = start
    for gap in [*_GAP.finditer(folded, start, end), None]:
        last = gap.start() if gap else end
        words = [m.span() for m in _WORD.finditer(folded, place, last)]
        k = len(words)
        while k and _value(folded[slice(*words[k - 1])]) is not None:
            k -= 1
        if k:
            yield words[0][0], words[k - 1][1]
        yield from words[k:]
        place = gap.end() if gap else end


def _cell(folded: str, start: int, end: int, run: int) -> Cell:
    wording = folded[start:end].strip(_AROUND)
    if not wording:
        return Cell(start, start, "", None, "", run, True)
    start = folded.index(wording, start, end)
    read = _value(wording)
    if read is None:
        return Cell(start, start + len(wording), fold(wording), None, "", run, False)
    value, unit, size = read
    return Cell(start, start + size, "", value, unit, run, False)


def _value(wording: str) -> tuple[Number | None, str, int] | None:
    """Value, unit and length of a printed value; None for words."""
    found = _NUMBER.fullmatch(wording)
    if found is not None:
        return read_digits(found[1]), found[2] or "", found.end(1)
    return (None, "", len(wording)) if _NONE.fullmatch(wording) else None
