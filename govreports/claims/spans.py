"""Reading the lists of spans that people keep by hand, with errors that name file and line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from govreports.errors import DataError


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a UTF-8 CSV file with exactly these columns, each with its line number."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise DataError(f"{path}: not UTF-8 at byte {error.start}") from error
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if next(reader, None) != list(columns):
            raise DataError(f"{path}, line 1: the columns must be {','.join(columns)}")
        for row in reader:
            if len(row) != len(columns):
                raise DataError(
                    f"{path}, line {reader.line_num}:"
                    f" {len(row)} values where {len(columns)} are due"
                )
            yield reader.line_num, dict(zip(columns, row, strict=True))
    except csv.Error as error:
        raise DataError(f"{path}, line {reader.line_num}: {error}") from error


def whole_number(value: str, field: str, place: str) -> int:
    """The offset that a field states."""
    if not (value.isascii() and value.isdecimal()):
        raise DataError(f"{place}: {field} must be a whole number, not {value!r}")
    return int(value)


def check_span(start: int, end: int, text: str, place: str) -> None:
    """Refuse a span that is empty or not inside the text."""
    if not start < end <= len(text):
        raise DataError(f"{place}: {start}–{end} is no span of a text of {len(text)} code points")
