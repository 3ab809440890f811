"""Lines inside a body that are no part of its text: page numbers, running headers, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import boilerplate, dates, titles
from govreports.report.lines import Line, is_complete
from govreports.report.model import BlockKind

NOTE = "note"
_CELL = 30  # code points of a cell's line at most


class Inset(NamedTuple):
    """A line inside the body that is not part of it."""

    line: Line
    kind: BlockKind
    reason: str


def inset(
    n: int, line: Line, cells: set[int], noted: set[int], headers: set[str], within: bool
) -> Inset | None:
    """What a line is if it is no part of the text; ``within`` a sentence only pages interrupt."""
    if n in cells:
        return Inset(line, "annex", "table")
    if n in noted:
        return Inset(line, "annex", NOTE)
    size = len(line.folded)
    if size > 60:
        return None
    if boilerplate.is_page_number(line.folded) or boilerplate.is_bare_number(line.folded):
        return Inset(line, "chrome", "page number")
    if line.folded in headers:
        return Inset(line, "chrome", "running header")
    if within:
        return None
    if boilerplate.opens_page_foot(line.folded) or (
        boilerplate.is_source(line.folded) and "," not in line.folded and "。" not in line.folded
    ):
        return Inset(line, "chrome", "page furniture")
    if dates.is_date_line(line.folded):
        return Inset(line, "date", "")
    return None


def running_headers(body: Sequence[Line], title: str) -> set[str]:
    """Short lines that printed pages repeat: the report's title, or any that comes often."""
    pages = sum(boilerplate.is_page_number(k.folded) for k in body)
    short = Counter(
        k.folded
        for k in body
        if 4 <= len(k.folded) <= 60 and k.mark is None and "。" not in k.folded
    )
    return {
        folded
        for folded, times in short.items()
        if (times > 2 and (pages > 1 or titles.is_title(folded)))
        or (pages and titles.squeezed(folded) == title)
    }


def tables(body: Sequence[Line]) -> set[int]:
    """The lines that are cells or rows of tables."""
    rows = [boilerplate.is_cell(line.folded) for line in body]
    forms = any(rows) and any(boilerplate.is_form_row(line.folded) for line in body)
    parts = _parts(body) if forms else set()
    cells = []
    for n, line in enumerate(body):
        marked = line.mark is not None
        counted = marked and n + 1 < len(body) and _counts(body[n + 1].folded)
        short = not marked and len(line.folded) <= 12 and not is_complete(line.folded)
        cells.append(n not in parts and (rows[n] or counted or short))
    found: set[int] = set()
    start = 0
    for n in range(len(body) + 1):
        if n < len(body) and cells[n]:
            continue
        run = range(start, n)
        start = n + 1
        sure = sum(rows[k] for k in run)
        if (len(run) >= 4 and (sure >= 2 or len(run) >= 8)) or (
            run
            and (
                all("|" in body[k].folded or "\t" in body[k].folded for k in run)
                or (len(run) > 1 and sure == len(run) and _is_form(body, run))
            )
        ):
            found.update(run)
    if forms:
        _fill(body, found, parts)
    captions = [
        n for n, line in enumerate(body) if "表" in line.folded[:8] or "图" in line.folded[:8]
    ]
    found.update(n for n in captions if boilerplate.is_table_caption(body[n].folded))
    return found


def _counts(follower: str) -> bool:
    return boilerplate.is_numeric(follower) and not boilerplate.is_page_number(follower)


def _is_form(body: Sequence[Line], run: range) -> bool:
    return any(boilerplate.is_form_row(body[k].folded) for k in run)


def _parts(body: Sequence[Line]) -> set[int]:
    """The headings of a report's parts, by their count; a form's rows have their own."""
    found: set[int] = set()
    last = 0
    for n, line in enumerate(body):
        mark = line.mark
        if mark is None or mark.form != "comma" or boilerplate.is_form_row(line.folded):
            continue
        follower = body[n + 1].folded if n + 1 < len(body) else ""
        if mark.number == last + 1 and (last or not _counts(follower)):
            found.add(n)
            last = mark.number
    return found


def _fill(body: Sequence[Line], found: set[int], parts: set[int]) -> None:
    """Add what scanning or converting has torn off a table: words of its rows, lines between."""
    for n in sorted(found):
        k = n + 1
        while k < len(body) and k not in found and k not in parts and _torn(body, k):
            found.add(k)
            k += 1


def _torn(body: Sequence[Line], k: int) -> bool:
    """Whether a line beside a table is neither prose nor a heading over prose."""
    folded = body[k].folded
    if len(folded) > _CELL or "。" in folded or boilerplate.is_page_number(folded):
        return False
    if dates.is_date_line(folded) or titles.is_organ(folded) or boilerplate.opens_annex(folded):
        return False
    below = body[k + 1].folded if k + 1 < len(body) else ""
    return boilerplate.is_form_row(folded) or not (
        "。" in below or (len(below) > _CELL and "," in below) or not below
    )
