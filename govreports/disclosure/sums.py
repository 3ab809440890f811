"""Whether the parts of a statutory table make the totals that its form prescribes.

A blank cell, or one with a mark for none, counts as 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from govreports.disclosure.cells import Value
from govreports.disclosure.form import TOTAL, forms
from govreports.numerals import Number, plain

RULES = {
    "row": "the columns of a row make its 总计",
    "results": "the results of a column make its 总计",
    "balance": "本年新收 and 上年结转 make 总计 and 结转下年度继续办理",
}
_RECEIVED = ("本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量")
_CARRIED = "结转下年度继续办理"


class Sum(NamedTuple):
    """One total of a statutory table against its parts; ``start..end`` is the total as printed."""

    table: str
    rule: str  # a key of `RULES`
    group: str
    row: str
    column: str
    stated: Number
    computed: Number
    holds: bool
    missing: tuple[str, ...]  # parts of the form that the table leaves out
    start: int
    end: int


def sums(values: Iterable[Value]) -> Iterator[Sum]:
    """Every total that the tables print with its parts, in the order of the form's rules.

    >>> from govreports.disclosure.cells import tables
    >>> text = "四、政府信息公开行政复议、行政诉讼情况\\n行政复议\\t2\\t1\\t0\\t0\\t4\\n"
    >>> [(s.row, s.stated, s.computed, s.holds) for s in sums(tables(text)[0])]
    [('行政复议', 4, 3, False)]
    """
    found = list(values)
    for form in forms():
        own = [value for value in found if value.table == form.title]
        yield from _rows(own, [c.label for c in form.columns[form.rows[-1].section]])
        if any(value.row in (*_RECEIVED, _CARRIED) for value in own):
            yield from _columns(own)


def _rows(values: Sequence[Value], named: Sequence[str]) -> Iterator[Sum]:
    rows: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        rows.setdefault((value.group, value.row), []).append(value)
    for row in rows.values():
        total = next((value for value in row if value.column == TOTAL), None)
        parts = [value for value in row if value is not total]
        if total is not None and parts and any(value.value is not None for value in row):
            printed = {value.column for value in row}
            whole = any(column not in named for column in printed)  # 法人或其他组织 undivided
            missing = () if whole else tuple(c for c in named if c not in printed)
            yield _sum("row", total, total.value or 0, parts, missing)


def _columns(values: Sequence[Value]) -> Iterator[Sum]:
    form = next(form for form in forms() if any(r.label == _CARRIED for r in form.rows))
    for column in dict.fromkeys(value.column for value in values):
        rows = {(value.group, value.row): value for value in values if value.column == column}
        total = next((value for value in rows.values() if value.row == TOTAL), None)
        if total is None:
            continue
        apart = (*_RECEIVED, TOTAL, _CARRIED)
        results = [value for value in rows.values() if value.row not in apart]
        printed = {value.row for value in results}
        missing = tuple(
            row.label
            for row in form.rows
            if row.label not in apart and (row.group, row.label) not in rows
            and row.group not in printed
        )  # fmt: skip
        if results:
            yield _sum("results", total, total.value or 0, results, missing)
        received = [value for value in rows.values() if value.row in _RECEIVED]
        carried = rows.get(("", _CARRIED))
        if received:
            stated = (total.value or 0) + ((carried.value or 0) if carried else 0)
            left_out = [label for label in (*_RECEIVED, _CARRIED) if ("", label) not in rows]
            yield _sum("balance", total, stated, received, tuple(left_out))


def _sum(
    rule: str, total: Value, stated: Number, parts: Sequence[Value], missing: tuple[str, ...]
) -> Sum:
    computed = plain(sum(part.value or 0 for part in parts))
    return Sum(
        total.table, rule, total.group, total.row, total.column, plain(stated), computed,
        computed == plain(stated), missing, total.start, total.end,
    )  # fmt: skip
