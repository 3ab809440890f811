"""Tables and texts kept as data: read strictly, with errors that name the file and the line."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from govreports.errors import DataError, GovReportsError

Source = str | Path | Traversable
"""A file or folder: a path, or data of the package."""

_NAMED = 12  # of the reports that a message lists


def packaged(name: str) -> Traversable:
    """The packaged data file (or folder) ``name``."""
    return resources.files("govreports.data") / name


def read_text(
    source: Source, name: str | None = None, fault: type[GovReportsError] = DataError
) -> str:
    """The whole of a UTF-8 file, without a byte-order mark.

    ``name`` is what the message calls the file, by default its path. Raises ``fault`` where the
    file cannot be read or is not UTF-8.
    """
    name = str(source) if name is None else name
    file = Path(source) if isinstance(source, str) else source
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise fault(f"{name}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise fault(f"{name}: not UTF-8 at byte {error.start}") from error


def read_rows(
    source: Source, columns: Sequence[str], fault: type[GovReportsError] = DataError
) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a UTF-8 CSV file with exactly these columns, each with its line number.

    Raises ``fault`` where the file cannot be read, has another header, or a row has too few or
    too many values. Blank lines are passed over.
    """
    return rows_of(read_text(source, fault=fault), source, columns, fault)


def rows_of(
    text: str, source: Source, columns: Sequence[str], fault: type[GovReportsError] = DataError
) -> Iterator[tuple[int, dict[str, str]]]:
    """``read_rows`` of a text that was read already; ``source`` is for the messages."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if next(reader, None) != list(columns):
            raise fault(f"{source}, line 1: the columns must be {','.join(columns)}")
        for row in reader:
            if not row:
                continue  # a blank line
            if len(row) != len(columns):
                raise fault(
                    f"{source}, line {reader.line_num}:"
                    f" {len(row)} values where {len(columns)} are due"
                )
            yield reader.line_num, dict(zip(columns, row, strict=True))
    except csv.Error as error:
        raise fault(f"{source}, line {reader.line_num}: {error}") from error


def whole_number(value: str, field: str, place: str) -> int:
    """The whole number that a field states; ``DataError``, naming the place, where it is none."""
    if not (value.isascii() and value.isdecimal()):
        raise DataError(f"{place}: {field} must be a whole number, not {value!r}")
    return int(value)


def check_report(name: str, reports: Collection[str], place: str) -> None:
    """Refuse a row about a report that is not there; ``DataError`` names those that are."""
    if name not in reports:
        known = [*reports]
        more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
        raise DataError(
            f"{place}: no report is called {name!r}; there are {', '.join(known[:_NAMED])}{more}"
        )
