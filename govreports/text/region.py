"""Where in a file the report's own text begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govreports.errors import ReportError
from govreports.text import dates, furniture, headings, titles, units
from govreports.text.lines import Line, is_complete

_LEAST = 4  # code points of a sentence
_FAR = 25  # lines without running text that part two texts
_NEAR = 3  # the same, where one of them is navigation
_REST = 6  # lines that the last sentence may run on for
_COVER = 400  # code points of a covering note at most


class Region(NamedTuple):
    """The body as indices of lines: ``start`` its first line, ``stop`` the line after its last."""

    start: int
    stop: int
    cover: tuple[int, int]  # a covering note before it, as indices of lines
    contents: frozenset[int]  # lines of a table of contents


def find(lines: Sequence[Line]) -> Region:
    """The lines of the report's body; raise `ReportError` where there is no running text."""
    tags = [
        _tag(line, lines[n + 1].view if n + 1 < len(lines) else "") for n, line in enumerate(lines)
    ]
    contents = _contents(lines, tags)
    for n in contents:
        tags[n] = "-"
    start, stop = _densest(lines, tags)
    start = _after_digest(lines, tags, start, stop)
    begin = _after_cover(lines, tags, start, stop)
    cover = (start, begin) if begin > start else (0, 0)
    if cover != (0, 0):
        start = next(n for n in range(begin, stop) if tags[n] in "SWH")
    start = max((start, *(n + 1 for n in titles.addressees(lines, start, min(start + 3, stop)))))
    columns = units.width(lines[start:stop]).columns
    if columns and cover == (0, 0):
        start = _first_line(lines, start, columns)
    stop = _cut(lines, tags, start, stop)
    return Region(start, _last_line(lines, stop) if columns else stop, cover, contents)


def _first_line(lines: Sequence[Line], start: int, columns: int) -> int:
    """Hard-wrapped text may begin with lines that hold no comma and no full stop."""
    while start > 0:
        line = lines[start - 1]
        full = len(line.view) + line.indent >= columns - 2
        apart = (
            titles.is_title(line.view)
            or titles.is_addressee(line.view)
            or furniture.is_card(line.view)
            or furniture.is_source(line.view)
            or furniture.is_chrome(line.view)
            or lines[start].gap > 0
            or titles.number(line.view) is not None
        )
        if not full or apart or is_complete(line.view):
            return start
        start -= 1
    return start


def _last_line(lines: Sequence[Line], stop: int) -> int:
    """Hard-wrapped text may end with lines too short to be told as running text."""
    at = stop
    while at < min(stop + _REST, len(lines)) and not is_complete(lines[at - 1].view):
        if dates.is_date_line(lines[at].view) or furniture.is_chrome(lines[at].view):
            return stop
        at += 1
    return at if is_complete(lines[at - 1].view) else stop


def _tag(line: Line, follower: str) -> str:
    """S running text with a full stop, W without, H a heading, C page chrome, - anything else."""
    view = line.view
    if furniture.is_card(view) and len(view) < 400:
        return "C"
    if "。" in view:
        if furniture.is_chrome(view):
            return "C"
        return "S" if len(view) >= _LEAST else "-"
    if line.mark and line.mark.form == "plain" and titles.is_title(view):
        return "-"
    if headings.own_line(view, line.mark) and not (
        furniture.is_form_row(view) or _counted(follower)
    ):
        return "H"
    if furniture.is_source(view) or furniture.is_chrome(view):
        return "C"
    if len(view) >= 20 and ("," in view or ";" in view) and "|" not in view:
        return "-" if titles.is_title(view) else "W"
    return "-"


def _counted(follower: str) -> bool:
    return furniture.is_numeric(follower) and not furniture.is_page_number(follower)


def _contents(lines: Sequence[Line], tags: Sequence[str]) -> frozenset[int]:
    """Runs of three headings and more that come again later: a table of contents."""
    found: set[int] = set()
    run: list[int] = []
    for n in range(len(lines) + 1):
        if n < len(lines) and tags[n] == "H":
            run.append(n)
            continue
        if len(run) >= 3:
            later = {_entry(line) for line in lines[run[-1] + 1 :] if len(line.view) > 3}
            again = [k for k in run if _entry(lines[k]) in later]
            if 2 * len(again) > len(run):
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
        resumes = mark is not None and mark.number > 1 and (mark.form, mark.number - 1) in seen
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
    between = tags[last + 1 : n]
    return len(between) > _FAR or (len(between) > _NEAR and "C" in between)


def _after_digest(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """Skip a summary that repeats the opening of the body."""
    for n in range(start, min(start + 3, stop)):
        head = titles.squeezed(lines[n].view[:60])[:20]
        if tags[n] in "SW" and len(head) == 20:
            for k in range(n + 1, min(n + 30, stop)):
                if titles.squeezed(lines[k].view[:60])[:20] == head:
                    return next(m for m in range(k, stop) if tags[m] in "SWH")
    return start


def _after_cover(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """Skip a covering note: signed or dated, short, and followed by a title of its own."""
    mass = 0
    for n in range(start, stop):
        if tags[n] in "SW":
            mass += len(lines[n].view)
        if mass > _COVER or tags[n] == "H":
            break
        dated = any(dates.is_date_line(k.view) for k in lines[max(start, n - 2) : n])
        if n > start and dated and titles.is_title(lines[n].view):
            return n
    return start


def _cut(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """End the body before attachments, glossaries, links, or what follows a signed date."""
    outer = _outermost(lines, tags, start, stop)
    reached = 0
    for n in range(start, stop):
        mark = lines[n].mark if tags[n] in "SH" else None
        if mark and mark.form == outer:
            reached = max(reached, mark.number)
        view = lines[n].view
        opens = tags[n] != "H" and (furniture.opens_annex(view) or furniture.opens_page_foot(view))
        signed = n > start + 1 and dates.is_date_line(view) and titles.is_organ(lines[n - 1].view)
        if (opens or signed) and not _goes_on(lines, tags, n, stop, outer, reached):
            return n if opens else n - 1
    return stop


def _outermost(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> str:
    forms = {mark.form for n in range(start, stop) if tags[n] in "SH" and (mark := lines[n].mark)}
    return min(forms & set(headings.FORMS), key=headings.FORMS.index, default="")


def _goes_on(
    lines: Sequence[Line], tags: Sequence[str], at: int, stop: int, outer: str, reached: int
) -> bool:
    if not reached:
        return False
    for n in range(at + 1, stop):
        mark = lines[n].mark if tags[n] in "SH" else None
        if mark and mark.form == outer:
            return mark.number == reached + 1
    return False
