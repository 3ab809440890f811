"""The statutory tables of a report as frames, one a table."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from govreports.disclosure.cells import Value
from govreports.disclosure.form import forms


def frames(values: Sequence[Value]) -> dict[str, pd.DataFrame]:
    """One frame a table, by the table's title, in the order of the form.

    The rows are those printed, in their order, with the columns ``group`` and ``row``; then one
    column for each printed column of the form. A cell is NaN where it is blank or where the row
    has no such column. A section with columns of its own is a part of its table's frame.

    >>> from govreports.disclosure.cells import tables
    >>> text = "二、主动公开政府信息情况\\n行政许可\\t214\\n行政事业性收费\\t30.5\\n"
    >>> frames(tables(text)[0])["主动公开政府信息情况"].to_dict("records")[0]
    {'group': '', 'row': '行政许可', '本年处理决定数量': 214.0, '本年收费金额': nan}
    """
    made: dict[str, pd.DataFrame] = {}
    for form in forms():
        own = [value for value in values if value.table == form.title]
        if not own:
            continue
        labels = [c.label for columns in form.columns.values() for c in columns]
        printed = {value.column for value in own}
        known = [label for label in dict.fromkeys([*labels, *form.wholes]) if label in printed]
        rows: dict[tuple[str, str], dict[str, object]] = {}
        for value in own:
            row = rows.setdefault(
                (value.group, value.row), {"group": value.group, "row": value.row}
            )
            row[value.column] = value.value
        made[form.title] = pd.DataFrame(list(rows.values()), columns=["group", "row", *known])
    return made
