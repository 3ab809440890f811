"""The statutory tables of a disclosure report as tables of its page."""

from __future__ import annotations

from itertools import groupby

from govreports.disclosure.cells import Value, tables
from govreports.disclosure.frames import frames
from govreports.disclosure.sums import sums
from publishing.pages.html import block

_RULES = {
    "row": "the parts of this row make {computed}, not {stated}",
    "results": "the results in this column make {computed}, not {stated}",
    "balance": "{computed} applications came in, {stated} are accounted for",
}


def statutory(text: str) -> str:
    """The tables of a report's text, with the sums that do not hold; empty without any."""
    values, notes = tables(text)
    if not values:
        return ""
    wrong = (s for s in sums(values) if not s.holds)
    return block(
        "statutory.html",
        tables=[
            (title, *_table(title, list(same)))
            for title, same in groupby(values, key=lambda value: value.table)
        ],
        wrong=[
            (f"{s.row}, {s.column}", _RULES[s.rule].format(computed=s.computed, stated=s.stated))
            for s in wrong
        ],
        doubts=[(note.row or note.table, note.reason) for note in notes],
    )


def _table(
    title: str, values: list[Value]
) -> tuple[list[str], list[tuple[str, list[float | None]]]]:
    """The columns of a table, and its rows with what is printed in each."""
    frame = frames(values)[title]
    columns = list(frame.columns[2:])
    printed = {(v.group, v.row, v.column): v.value for v in values}
    return columns, [
        (
            f"{group}：{row}" if group else row,
            [printed.get((group, row, column)) for column in columns],
        )
        for group, row in frame[["group", "row"]].itertuples(index=False)
    ]
