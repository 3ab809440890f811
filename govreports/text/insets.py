"""Lines inside a body that are no part of its text: page numbers, running headers, tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from govreports.text import dates, furniture, titles
from govreports.text.lines import Line, is_complete
from govreports.text.model import BlockKind


class Inset(NamedTuple):
    """A line inside the body that is not part of it."""

    line: Line
    kind: BlockKind
    reason: str


def inset(n: int, line: Line, cells: set[int], headers: set[str], within: bool) -> Inset | None:
    """What a line is if it is no part of the text; ``within`` a sentence only pages interrupt."""
    if n in cells:
        return Inset(line, "annex", "table")
    size = len(line.view)
    if size > 60:
        return None
    if furniture.is_page_number(line.view) or furniture.is_bare_number(line.view):
        return Inset(line, "chrome", "page number")
    if line.view in headers:
        return Inset(line, "chrome", "running header")
    if within:
        return None
    if furniture.opens_page_foot(line.view) or (
        furniture.is_source(line.view) and "," not in line.view and "。" not in line.view
    ):
        return Inset(line, "chrome", "page furniture")
    if dates.is_date_line(line.view):
        return Inset(line, "date", "")
    return None


def running_headers(body: Sequence[Line], title: str) -> set[str]:
    """Short lines that printed pages repeat: the report's title, or any that comes often."""
    pages = sum(furniture.is_page_number(k.view) for k in body)
    short = Counter(
        k.view for k in body if 4 <= len(k.view) <= 60 and k.mark is None and "。" not in k.view
    )
    return {
        view
        for view, times in short.items()
        if (times > 2 and (pages > 1 or titles.is_title(view)))
        or (pages and titles.squeezed(view) == title)
    }


def tables(body: Sequence[Line]) -> set[int]:
    """The lines that are cells or rows of tables."""
    cells = []
    for n, line in enumerate(body):
        follower = body[n + 1].view if n + 1 < len(body) else ""
        marked = line.mark is not None
        cells.append(
            furniture.is_cell(line.view)
            or (
                marked and furniture.is_numeric(follower) and not furniture.is_page_number(follower)
            )
            or (not marked and len(line.view) <= 12 and not is_complete(line.view))
        )
    found: set[int] = set()
    start = 0
    for n in range(len(body) + 1):
        if n < len(body) and cells[n]:
            continue
        run = range(start, n)
        start = n + 1
        sure = sum(furniture.is_cell(body[k].view) for k in run)
        if (len(run) >= 4 and (sure >= 2 or len(run) >= 8)) or (
            run and all("|" in body[k].view or "\t" in body[k].view for k in run)
        ):
            found.update(run)
    return found
