"""Where in a file the report's own text begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govreports.errors import ReportError
from govreports.text import borders, furniture, headings, titles, units
from govreports.text.lines import Line

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
    followers = [line.view for line in lines[1:]] + [""]
    tags = [_tag(line, follower) for line, follower in zip(lines, followers, strict=True)]
    for n, line in enumerate(lines[1:], 1):
        # A full stop is enough for a line that follows running text.
        if tags[n] == "-" and tags[n - 1] in "SWH" and line.view.endswith("。"):
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
    view = line.view
    if line.mark is None and len(view) < _CARD and furniture.is_card(view):
        return "C"
    if "。" in view:
        foot = furniture.glued_foot(view)
        if furniture.is_chrome(view if foot is None else view[:foot]):
            return "C"
        return "S" if len(view) >= _LEAST else "-"
    if (
        line.mark
        and line.mark.form == "plain"
        and (_may_title(view) or furniture.is_table_caption(view))
    ):
        return "-"
    if headings.own_line(view, line.mark) and not (
        furniture.is_form_row(view) or _counted(follower)
    ):
        return "H"
    if furniture.is_source(view) or furniture.is_chrome(view):
        return "C"
    if _ANNOUNCES.search(view):
        return "W"
    if len(view) >= 20 and ("," in view or ";" in view) and "|" not in view:
        return "-" if titles.is_title(view) else "W"
    return "T" if furniture.is_cell(view) or furniture.is_numeric(view) else "-"


def _may_title(view: str) -> bool:
    # Markdown may put the organ of a title on a line of its own.
    return titles.is_title(view) or titles.is_organ(view.strip("#* "))


def _counted(follower: str) -> bool:
    return furniture.is_numeric(follower) and not furniture.is_page_number(follower)


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
    return titles.squeezed(line.view[:60]).rstrip("0123456789()-—")[:14]


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
        mass += len(lines[n].view) if tag == "S" else len(lines[n].view) // 2
        last = n
    if start >= 0:
        best = max(best, (mass, -start, last + 1))
    begin, stop = -best[1], best[2]
    stops = sum(
        line.view.count("。") for n, line in enumerate(lines[begin:stop], begin) if tags[n] == "S"
    )
    if not stops:
        raise ReportError("holds no report: only navigation, lists or tables, no running text")
    while begin < stop and tags[begin] == "W" and "S" not in tags[begin : begin + 12]:
        begin += 1
    return begin, stop


def _parted(tags: Sequence[str], last: int, n: int) -> bool:
    between = [tag for tag in tags[last + 1 : n] if tag != "T"]
    return len(between) > _FAR or (len(between) > _NEAR and "C" in between)
