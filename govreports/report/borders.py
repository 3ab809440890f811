"""The exact first and last line of a body, once it is known roughly where it stands.

``tags`` tell for each line: S running text with a full stop, W without, H a heading, C chrome.
"""

from __future__ import annotations

from collections.abc import Sequence

from govreports.report import boilerplate, dates, headings, titles
from govreports.report.lines import Line, is_complete
from govreports.report.units import Width

_REST = 6  # lines that the last sentence may run on for
_ANSWER = 40  # code points of a text without full stop under a last heading
_COVER = 400  # code points of a covering note at most
_ABOVE = 8  # lines above a title that captions and stray lines take up
_CAPTION = 160  # code points of them
_WRAPPED = 25  # code points from which a line may be broken in the middle of a sentence
_ALIKE = 40  # code points in which a summary repeats the opening
_FILLED = 0.7  # share of the width of a line that a sentence runs through
_EARLY = 0.3  # share of the running text before which a body does not end


def after_digest(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """Skip a summary that repeats the opening of the body."""
    for n in range(start, min(start + 3, stop)):
        head = titles.squeezed(lines[n].folded[: 2 * _ALIKE])[:_ALIKE]
        if tags[n] not in "SW" or len(head) < _ALIKE:
            continue
        for k in range(n + 1, min(n + 30, stop)):
            if lines[k].folded[:2] != head[:2]:
                continue
            below = titles.squeezed("".join(line.folded[:_ALIKE] for line in lines[k : k + 3]))
            if below.startswith(head):
                return next(m for m in range(k, stop) if tags[m] in "SWH")
    return start


def after_cover(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """Skip a covering note: signed or dated, short, and followed by a title of its own."""
    mass = 0
    for n in range(start, stop):
        above = lines[max(start, n - 3) : n]
        if titles.is_title(lines[n].folded) and any(_ends_cover(line) for line in above):
            return n if any(tag in "SWH" for tag in tags[n:stop]) else start
        if tags[n] in "SW":
            mass += len(lines[n].folded)
        if mass > _COVER or tags[n] == "H":
            break
    return start


def after_caption(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """Skip a caption or a stray line above the title, which looks like running text."""
    mass = 0
    for n in range(start, min(start + _ABOVE, stop)):
        folded = lines[n].folded
        if n > start and tags[n] != "H" and titles.states_report(folded):
            above = lines[n - 1].folded
            broken = not is_complete(above) and len(above) >= max(len(folded), _WRAPPED)
            twice = any(titles.squeezed(k.folded) == titles.squeezed(folded) for k in lines[:start])
            below = any(tag in "SWH" for tag in tags[n + 1 : stop])
            return n + 1 if below and not broken and not twice else start
        mass += len(folded)
        if tags[n] == "H" or mass > _CAPTION:
            return start
    return start


def _ends_cover(line: Line) -> bool:
    return dates.is_date_line(line.folded) or boilerplate.opens_annex(line.folded)


def first_line(lines: Sequence[Line], least: int, start: int, form: Width) -> int:
    """Hard-wrapped text may begin with lines that hold no comma and no full stop."""
    while start > least:
        line = lines[start - 1]
        apart = (
            titles.is_title(line.folded)
            or titles.is_addressee(line.folded)
            or boilerplate.is_card(line.folded)
            or boilerplate.is_source(line.folded)
            or boilerplate.is_chrome(line.folded)
            or lines[start].gap > 0
            or titles.number(line.folded) is not None
        )
        if apart or form.fill(line) < _FILLED or is_complete(line.folded):
            return start
        start -= 1
    return start


def last_line(lines: Sequence[Line], stop: int) -> int:
    """Hard-wrapped text may end with lines too short to be told as running text."""
    at = stop
    while at < min(stop + _REST, len(lines)) and not is_complete(lines[at - 1].folded):
        if dates.is_date_line(lines[at].folded) or boilerplate.is_chrome(lines[at].folded):
            return stop
        at += 1
    return at if is_complete(lines[at - 1].folded) else stop


def answers(line: Line) -> bool:
    """Whether a line under a last heading is its text: 无, 没有其他需要报告的事项."""
    return (
        len(line.folded) <= _ANSWER
        and line.mark is None
        and not dates.is_date_line(line.folded)
        and not titles.is_organ(line.folded)
        and not boilerplate.is_chrome(line.folded)
        and not boilerplate.opens_annex(line.folded)
        and not boilerplate.is_cell(line.folded)
        and not boilerplate.is_card(line.folded)
    )


def cut(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> int:
    """End the body before attachments, glossaries, links, or what follows a signed date."""
    outer = _outermost(lines, tags, start, stop)
    masses = [len(lines[n].folded) if tags[n] in "SW" else 0 for n in range(start, stop)]
    early = _EARLY * sum(masses)
    mass = reached = 0
    for n in range(start, stop):
        mark = lines[n].mark if tags[n] in "SH" else None
        if mark and mark.form == outer:
            reached = max(reached, mark.number)
        folded = lines[n].folded
        opens = tags[n] != "H" and (
            boilerplate.opens_annex(folded) or boilerplate.opens_page_foot(folded)
        )
        signed = (
            n > start + 1 and dates.is_date_line(folded) and titles.is_organ(lines[n - 1].folded)
        )
        ends = (opens or signed) and mass > early
        if ends and not _goes_on(lines, tags, n, stop, outer, reached):
            return n if opens else n - 1
        mass += masses[n - start]
    return stop


def _outermost(lines: Sequence[Line], tags: Sequence[str], start: int, stop: int) -> str:
    forms = {mark.form for n in range(start, stop) if tags[n] in "SH" and (mark := lines[n].mark)}
    return min(forms & set(headings.FORMS), key=headings.depth, default="")


def _goes_on(
    lines: Sequence[Line], tags: Sequence[str], at: int, stop: int, outer: str, reached: int
) -> bool:
    """Whether the outermost count goes on after a line."""
    for n in range(at + 1, stop if reached else 0):
        mark = lines[n].mark if tags[n] in "SH" else None
        if mark and mark.form == outer:
            return mark.number == reached + 1
    return False
