"""The statutory tables of a disclosure report as tables of its page."""

from __future__ import annotations

from itertools import groupby

from govreports.disclosure.cells import Value, tables
from govreports.disclosure.frames import frames
from govreports.disclosure.sums import sums
from publishing.pages.text import escaped

_RULES = {
    "row": "the parts of this row make {computed}, not {stated}",
    "results": "the results in this column make {computed}, not {stated}",
    "balance": "{computed} applications came in, {stated} are accounted for",
}


def statutory(text: str) -> str:
    """The tables of a report's text as HTML, with the sums that do not hold; empty without any."""
    values, notes = tables(text)
    if not values:
        return ""
    parts = ["<h2>Statutory tables</h2>"]
    for title, same in groupby(values, key=lambda value: value.table):
        parts.append(_table(title, list(same)))
    wrong = [
        f'<li><span lang="zh-Hans">{escaped(f"{s.row}, {s.column}")}</span>: '
        f"{_RULES[s.rule].format(computed=s.computed, stated=s.stated)}</li>"
        for s in sums(values)
        if not s.holds
    ]
    doubts = [
        f'<li><span lang="zh-Hans">{escaped(note.row or note.table)}</span>: '
        f"{escaped(note.reason)}</li>"
        for note in notes
    ]
    for heading, items in (("Sums that do not hold", wrong), ("Doubts of reading", doubts)):
        if items:
            parts.append(f"<p>{heading}:</p><ul>{''.join(items)}</ul>")
    return f'<section class="statutory">{"".join(parts)}</section>'


def _table(title: str, values: list[Value]) -> str:
    frame = frames(values)[title]
    head = "".join(
        f'<th scope="col" lang="zh-Hans">{escaped(column)}</th>' for column in frame.columns[2:]
    )
    printed = {(v.group, v.row, v.column): v.value for v in values}
    rows = []
    for group, row in frame[["group", "row"]].itertuples(index=False):
        label = f"{group}：{row}" if group else row
        cells = "".join(
            f"<td>{'' if (value := printed.get((group, row, column))) is None else value}</td>"
            for column in frame.columns[2:]
        )
        rows.append(f'<tr><th scope="row" lang="zh-Hans">{escaped(label)}</th>{cells}</tr>')
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escaped(title)}">'
        f'<table><caption lang="zh-Hans">{escaped(title)}</caption>'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )
