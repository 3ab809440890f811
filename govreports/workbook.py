"""Tables as workbooks (XLSX) in which text stays text, never a formula, a date or a link."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
import xlsxwriter

from govreports.errors import ArgumentError

MOST_ROWS = 1_048_575  # of a sheet, without its head
MOST_CHARACTERS = 32_767  # of a cell
_MADE = datetime(1980, 1, 1)
_AS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "in_memory": True,
}


def workbook(tables: Mapping[str, pd.DataFrame]) -> bytes:
    """One sheet a table, under its name, as an XLSX file; the same input gives the same bytes.

    Strings are text cells, numbers numbers, and what is missing is left empty. The head stays in
    view. Raises ``ArgumentError`` for a table longer than a sheet or a text longer than a cell may
    be: nothing is cut without a word.
    """
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, dict(_AS_TEXT))
    book.set_properties({"created": _MADE})
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "num_format": "@"})
    for name, table in tables.items():
        if len(table) > MOST_ROWS:
            raise ArgumentError(f"{name}: {len(table)} rows; a sheet holds {MOST_ROWS}")
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, title in enumerate(table.columns):
            sheet.write_string(0, column, str(title), head)
            for row, value in enumerate(table[title].tolist(), start=1):
                _write(sheet, row, column, value, text, f"{name}, {title}")
    book.close()
    return target.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, text: Any, place: str) -> None:
    if value is None or value is pd.NA or value != value:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    elif len(str(value)) > MOST_CHARACTERS:
        length = f"{len(str(value))} characters; a cell holds {MOST_CHARACTERS}"
        raise ArgumentError(f"{place}, row {row}: {length}")
    else:
        sheet.write_string(row, column, str(value), text)
