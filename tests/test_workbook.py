"""Workbooks: read back by another library, text is text whatever it looks like."""

import io

import pandas as pd
import pytest
from openpyxl import load_workbook

from govreports.errors import ArgumentError
from govreports.workbook import MOST_CHARACTERS, workbook

ODD = ["=1+1", "+86", "-3", "@SUM(A1)", "2020-01-02", "1/2", "0012", "http://example.org", "\x01"]


def cells(content):
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    return [list(row) for row in sheet.iter_rows()]


def test_no_text_becomes_a_formula_a_date_a_number_or_a_link():
    (_, *rows) = cells(workbook({"t": pd.DataFrame({"text": ODD[:-1]})}))
    assert [row[0].value for row in rows] == ODD[:-1]
    assert {row[0].data_type for row in rows} == {"s"}
    assert all(row[0].hyperlink is None for row in rows)


def test_numbers_are_numbers_and_what_is_missing_is_empty():
    table = pd.DataFrame({"n": [1, 2], "x": [0.5, float("nan")], "b": [True, False]})
    table["m"] = pd.array([3, None], dtype="Int64")
    rows = [[cell.value for cell in row] for row in cells(workbook({"t": table}))]
    assert rows == [["n", "x", "b", "m"], [1, 0.5, True, 3], [2, None, False, None]]


def test_the_same_table_is_the_same_bytes_and_a_control_character_does_no_harm():
    table = pd.DataFrame({"甲": ODD})
    assert workbook({"t": table}) == workbook({"t": table})
    assert len(cells(workbook({"t": table}))) == len(ODD) + 1


def test_a_text_too_long_for_a_cell_is_an_error_that_names_its_place():
    with pytest.raises(ArgumentError, match="t, 甲, row 2: 32768 characters"):
        workbook({"t": pd.DataFrame({"甲": ["x", "x" * (MOST_CHARACTERS + 1)]})})
