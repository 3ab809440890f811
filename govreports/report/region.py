"""Where in a file the report's own text begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govreports.errors import ReportError
from govreports.report import boilerplate, borders, headings, titles, units
from govreports.report.lines import Line

_ANNOUNCES = re.compile(r"(?:报告|汇报|总结|通报|公布|公开|说明|情况).{0,4}如下:?$")
_CARD = 400  # code points of a field of a catalogue card
_LEAST = 4  # code points of a sentence
_FAR = 60  # lines without running text that part two texts
_NEAR = 3  # the same, where one of them is navigation


class Region(NamedTuple):
    """The body as indices of lines: ``start`` its first line, ``stop`` the line after its last."""

    start: int
    stop: int
    cover: tuple[int, int]  # a covering note before it, as indices of lines
    contents: frozenset[int]  # lines of a table of contents


def find(lines: Sequence[Line]) -> Region:
    """The lines of the report's body; raise `ReportError` where there is no running text."""
    followers = [line.folded for line in lines[1:]] + [""]
    tags = [_tag(line, follower) for line, follower in zip(lines, followers, strict=True)]
    for n, line in enumerate(lines[1:], 1):
        # A full stop is enough for a line that follows running text.
        if tags[n] == "-" and tags[n - 1] in "SWH" and line.folded.endswith("。"):
            tags[n] = "S"
    contents = _contents(lines, tags)
    for n in contents:
        tags[n] = "-"
    start, stop = _densest(lines, tags)
    start = borders.after_digest(lines, tags, start, stop)
    begin = borders.after_cover(lines, tags, start, stop)
    cover = (start, begin) if begin > start else (0, 0)
    least = begin if begin > start else 0
    if not least:
        begin = borders.after_caption(lines, tags, start, stop)
        least = begin if begin > start else 0
    start = next(n for n in range(begin, stop) if tags[n] in "SWH")
    addressed = titles.addressees(lines, start, min(start + 3, stop))
    start = max(start, addressed.stop)
    least = max(least, addressed.stop)
    form = units.width(lines[start:stop])
    if form.columns:
        start = borders.first_line(lines, least, start, form)
    stop = borders.cut(lines, tags, start, stop)
    if form.columns:
        stop = borders.last_line(lines, stop)
    if stop < len(lines) and tags[stop - 1] == "H" and borders.answers(lines[stop]):
        stop += 1
    return Region(start, stop, cover, contents)


def _tag(line: Line, follower: str) -> str:
    """What a line is by itself.

    S running text with a full stop, W without, H a heading, T a cell of a table, C page chrome,
    - anything else.
    """
    folded = line.folded
    if line.mark is None and len(folded) < _CARD and boilerplate.is_card(folded):
        return "C"
    if "。" in folded:
        foot = boilerplate.glued_foot(folded)
        if boilerplate.is_chrome(folded if foot is None else folded[:foot]):
            return "C"
        return "S" if len(folded) >= _LEAST else "-"
    if (
        line.mark
        and line.mark.form == "plain"
        and (_may_title(folded) or boilerplate.is_table_caption(folded))
    ):
        return "-"
    if headings.own_line(folded, line.mark) and not (
        boilerplate.is_form_row(folded) or _counted(follower)
    ):
        return "H"
    if boilerplate.is_source(folded) or boilerplate.is_chrome(folded):
        return "C"
    if _ANNOUNCES.search(folded):
        return "W"
    if len(folded) >= 20 and ("," in folded or ";" in folded) and "|" not in folded:
        return "-" if titles.is_title(folded) else "W"
    return "T" if boilerplate.is_cell(folded) or boilerplate.is_numeric(folded) else "-"


def _may_title(folded: str) -> bool:
    # Markdown may put the organ of a title on a line of its own.
    return titles.is_title(folded) or titles.is_organ(folded.strip("#* "))


def _counted(follower: str) -> bool:
    return boilerplate.is_numeric(follower) and not boilerplate.is_page_number(follower)


def _contents(lines: Sequence[Line], tags: Sequence[str]) -> frozenset[int]:
    """Runs of three headings and more that come again later: a table of contents."""
    last: dict[str, int] = {}
    found: set[int] = set()
    run: list[int] = []
    for n in range(len(lines) + 1):
        if n < len(lines) and tags[n] == "H":
            run.append(n)
            continue
        if len(run) >= 3:
            last = last or {_entry(line): k for k, line in enumerate(lines)}
            again = sum(last.get(_entry(lines[k]), 0) > run[-1] for k in run)
            if 2 * again > len(run):
                found.update(run)
        run = []
    return frozenset(found)


def _entry(line: Line) -> str:
    return titles.squeezed(line.folded[:60]).rstrip("0123456789()-—")[:14]


def _densest(lines: Sequence[Line], tags: Sequence[str]) -> tuple[int, int]:
    best = (0, 0, 0)
    start = last = -1
    mass = 0
    seen: set[tuple[str, int]] = set()
    for n, tag in enumerate(tags):
        if tag not in "SWH":
            continue
        mark = lines[n].mark
        # One number may be missing: that of a part that holds nothing but a table.
        resumes = mark is not None and bool(
            {(mark.form, mark.number - 1), (mark.form, mark.number - 2)} & seen
        )
        if start >= 0 and not resumes and _parted(tags, last, n):
            best = max(best, (mass, -start, last + 1))
            start, mass = -1, 0
            seen.clear()
        if start < 0:
            start = n
        if mark:
            seen.add((mark.form, mark.number))
        mass += len(lines[n].folded) if tag == "S" else len(lines[n].folded) // 2
        last = n
    if start >= 0:
        best = max(best, (mass, -start, last + 1))
    begin, stop = -best[1], best[2]
    stops = sum(
        line.folded.count("。") for n, line in enumerate(lines[begin:stop], begin) if tags[n] == "S"
    )
    if not stops:
        raise ReportError("holds no report: only navigation, lists or tables, no running text")
    while begin < stop and tags[begin] == "W" and "S" not in tags[begin : begin + 12]:
        begin += 1
    return begin, stop


def _parted(tags: Sequence[str], last: int, n: int) -> bool:
    between = [tag for tag in tags[last + 1 : n] if tag != "T"]
    return len(between) > _FAR or (len(between) > _NEAR and "C" in between)
