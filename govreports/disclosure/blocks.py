"""The sections of a statutory table: their labels recognised, their values in the order printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from govreports.disclosure.form import Form, Row, bare, fold, labels
from govreports.disclosure.lines import Cell


class Block(NamedTuple):
    """A section of a table: its row labels and its values, in the order printed."""

    section: str
    head: str  # folded words before the first row
    items: tuple[Row | Cell, ...]
    start: int
    end: int


def blocks(form: Form, cells: Sequence[Cell]) -> Iterator[Block]:
    """The sections of a table; where their titles are left out, the table as a whole."""
    anchors = {fold(section): section for section in form.columns if section}
    section, first = "", 0
    for k, cell in enumerate(cells):
        anchor = anchors.get(bare(cell.words)) or anchors.get(cell.words)
        if anchor is not None:
            yield from _block(form, section, cells[first:k])
            section, first = anchor, k + 1
    yield from _block(form, section, cells[first:])


def _block(form: Form, section: str, cells: Sequence[Cell]) -> Iterator[Block]:
    """One section with its labels recognised, where it has any cell."""
    head = ""
    items: list[Row | Cell] = []
    begun = False
    for worded, group in groupby(cells, key=lambda cell: bool(cell.words)):
        stretch = list(group)
        if not worded:
            items += stretch
            continue
        words = [cell.words for cell in stretch]
        found = labels(form, words, begun)
        if not begun:
            everything = "".join(words)
            head += everything[: found[0].place] if found else everything
        elif not found:
            items.append(stretch[0])  # words that are no label, among the values
        begun = begun or bool(found)
        items += [label.row for label in found]
    if items:
        yield Block(section, head, tuple(items), cells[0].start, cells[-1].end)


def leaves(rows: Sequence[Row]) -> list[Row]:
    """The rows that hold values: a group only where none of its rows is named."""
    named = {(row.label, row.group) for row in rows}
    return [
        row
        for row in dict.fromkeys(rows)
        if not any((child, row.label) in named for child in row.children)
    ]


def following_values(
    items: Sequence[Row | Cell], rows: Sequence[Row]
) -> tuple[bool, list[tuple[Row, list[Cell]]]]:
    """The values after each row's label; whether values precede the first."""
    cells: dict[Row, list[Cell]] = {row: [] for row in rows}
    before, current = False, None
    for item in items:
        if isinstance(item, Row):
            current = item if item in cells else current
        elif not item.words:
            if current is None:
                before = before or not item.blank
            else:
                cells[current].append(item)
    return before, list(cells.items())
