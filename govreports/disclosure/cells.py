"""Which row and column each printed value of a statutory table belongs to.

Values are believed only where their number fits the form. They are read

- row by row, where each row's label is followed by its values;
- in the order of the form, where all labels precede all values, or where labels and values stand
  apart (as text taken from a PDF has them) and their numbers agree; in the second case stretches
  of lines may hold columns, and the reading must make the row totals come out.

Anything else is left unread, and a `Note` says where and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreports.disclosure.blocks import Block, blocks, following_values, leaves
from govreports.disclosure.form import TOTAL, Column, Form, Row, printed_columns
from govreports.disclosure.lines import Cell, regions
from govreports.numerals import Number

REASONS = {
    "wrong number of values": "a row has more or fewer values than the table has columns",
    "order not certain": "labels and values stand apart and no reading makes the totals come out",
    "words among values": "the values are read in their order, but words stand between them",
    "other columns": "the head names none of the form's columns (the form of 2019 had others)",
    "no label": "values stand without any label of the form",
    "no values": "labels of the form stand without any value",
    "read by order": "labels and values stand apart; the values are read in the order of the form",
}


_CONTENT = "信息内容"  # heads the column of labels


class Value(NamedTuple):
    """A cell of a statutory table; ``text[start:end]`` is its value as printed."""

    table: str
    group: str  # of rows: 不予公开; empty where the row stands by itself
    row: str
    column: str
    value: Number | None  # None where the cell is blank or has a mark for none
    unit: str  # 万元 for fees
    start: int
    end: int


class Note(NamedTuple):
    """Values that could not be read, or not with certainty, and why (a key of `REASONS`)."""

    table: str
    row: str  # empty where it is several
    reason: str
    due: int  # values that the form has here
    found: int
    start: int
    end: int


def tables(text: str) -> tuple[tuple[Value, ...], tuple[Note, ...]]:
    """All values of the statutory tables of a report's text, and what is to be said of them.

    >>> values, notes = tables("二、主动公开政府信息情况\\n行政许可\\n214\\n行政处罚\\n19\\n")
    >>> [(v.row, v.column, v.value) for v in values], notes
    ([('行政许可', '本年处理决定数量', 214), ('行政处罚', '本年处理决定数量', 19)], ())
    """
    values: list[Value] = []
    notes: list[Note] = []
    for form, cells in regions(text):
        for block in blocks(form, cells):
            for item in _read(form, block):
                if isinstance(item, Value):
                    values.append(item)
                else:
                    notes.append(item)
    return tuple(values), tuple(notes)


def _read(form: Form, block: Block) -> Iterator[Value | Note]:
    """The values of one section, or why they cannot be read."""
    rows = leaves([item for item in block.items if isinstance(item, Row)])
    values = [item for item in block.items if isinstance(item, Cell) and not item.words]
    printed = [cell for cell in values if not cell.blank]
    if not rows or not values:
        if len(rows) > 1:
            due = sum(len(form.columns[row.section]) for row in rows)
            yield Note(form.title, "", "no values", due, 0, block.start, block.end)
        elif len(printed) > 1:
            yield _note(form, "", "no label", 0, printed)
        return
    sections = {row.section for row in rows}
    named = [c for section in sections for c in printed_columns(form, section, block.head)]
    if any(sections) and block.head.replace(_CONTENT, "") and not named:
        due = sum(len(form.columns[row.section]) for row in rows)
        yield _note(form, "", "other columns", due, printed or values)
        return
    before, following = following_values(block.items, rows)
    columns = {row: form.columns[row.section] for row in rows}
    sizes = {len(_fitted(cells, len(columns[row]))) for row, cells in following}
    (size,) = sizes if len(sizes) == 1 else (0,)
    if size and len(sections) == 1 and len(named) == size != len(columns[rows[0]]):
        columns = dict.fromkeys(rows, tuple(named))  # columns are left out
    pairs = [(row, _fitted(cells, len(columns[row]))) for row, cells in following]
    right = [len(cells) == len(columns[row]) for row, cells in pairs]
    if not before and all(right):
        yield from (v for row, cells in pairs for v in _values(form, row, columns[row], cells))
        return
    due = sum(len(columns[row]) for row in rows)
    everything = _fitted(values, due)
    if len(everything) == due:
        yield from _in_order(form, block, rows, columns, everything)
    elif before or not any(right):
        yield _note(form, "", "wrong number of values", due, printed or values)
    else:
        for (row, cells), fits in zip(pairs, right, strict=True):
            if fits:
                yield from _values(form, row, columns[row], cells)
            else:
                at = cells or (printed or values)[-1:]
                yield _note(
                    form, row.label, "wrong number of values", len(columns[row]), at, len(cells)
                )


def _fitted(cells: Sequence[Cell], size: int) -> Sequence[Cell]:
    """Values without the empty cells that a merged cell leaves before and after them."""
    first, last = 0, len(cells)
    while last - first > size and cells[first].blank:
        first += 1
    while last - first > size and cells[last - 1].blank:
        last -= 1
    return cells[first:last]


def _in_order(
    form: Form,
    block: Block,
    rows: Sequence[Row],
    columns: dict[Row, tuple[Column, ...]],
    cells: Sequence[Cell],
) -> Iterator[Value | Note]:
    """Values in the order of the form, which the order of their printing must bear out."""
    ordered = sorted(rows, key=form.place)
    due = len(cells)
    # Whether each label and each printed value is a label, in their order.
    kinds = [
        isinstance(k, Row) for k in block.items if isinstance(k, Row) or not (k.words or k.blank)
    ]
    headed = kinds == sorted(kinds, reverse=True)  # every label before every value
    if headed or kinds == sorted(kinds) or len(rows) == 1:
        yield from _dealt(form, ordered, columns, cells)
        words = [k.start for k in block.items if isinstance(k, Cell) and k.words]
        if any(cells[0].start < start < cells[-1].start for start in words):
            yield _note(form, "", "words among values", due, cells)
        elif not headed and len(rows) > 1:
            yield _note(form, "", "read by order", due, cells)
        return
    for reading in (_upright(cells, len(columns[rows[0]])), cells):
        found = list(_dealt(form, ordered, columns, reading))
        if _adds_up(found):
            yield from found
            yield _note(form, "", "read by order", due, cells)
            return
    yield _note(form, "", "order not certain", due, cells)


def _upright(cells: Sequence[Cell], size: int) -> list[Cell]:
    """The values row by row where stretches of lines hold the columns of several rows."""
    runs: list[list[Cell]] = []
    for cell in cells:
        if runs and runs[-1][-1].run == cell.run:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    found: list[Cell] = []
    k = 0
    while k < len(runs):
        block = runs[k : k + size]
        lengths = {len(run) for run in block}
        if len(block) == size and len(lengths) == 1 and lengths != {1}:
            found += [cell for row in zip(*block, strict=True) for cell in row]
            k += size
        else:
            found += runs[k]
            k += 1
    return found


def _adds_up(values: Sequence[Value]) -> bool:
    """Whether the table has row totals and every one of them is the sum of its row."""
    rows: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        rows.setdefault((value.group, value.row), []).append(value)
    return all(
        row[-1].column == TOTAL and sum(v.value or 0 for v in row[:-1]) == (row[-1].value or 0)
        for row in rows.values()
    )


def _dealt(
    form: Form,
    rows: Sequence[Row],
    columns: dict[Row, tuple[Column, ...]],
    cells: Sequence[Cell],
) -> Iterator[Value]:
    place = 0
    for row in rows:
        size = len(columns[row])
        yield from _values(form, row, columns[row], cells[place : place + size])
        place += size


def _values(
    form: Form, row: Row, columns: Sequence[Column], cells: Sequence[Cell]
) -> Iterator[Value]:
    for column, cell in zip(columns, cells, strict=True):
        yield Value(
            form.title, row.group, row.label, column.label, cell.value, cell.unit or column.unit,
            cell.start, cell.end,
        )  # fmt: skip


def _note(
    form: Form, row: str, reason: str, due: int, cells: Sequence[Cell], found: int | None = None
) -> Note:
    count = len(cells) if found is None else found
    return Note(form.title, row, reason, due, count, cells[0].start, cells[-1].end)
