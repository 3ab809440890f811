"""What the owner of a folder says of its reports, over what the texts say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from govreports.corpus.reading import GENRES
from govreports.errors import DataError
from govreports.tables import read_text

FIELDS = (
    *("label", "title", "issuer", "document_number", "province", "jurisdiction"),
    *("level", "genre", "reporting_year", "issued"),
)


def read_metadata(path: Path | None, files: Iterable[str]) -> pd.DataFrame:
    """A table of metadata by file; empty without a path.

    The CSV has the column ``file`` (the name inside the folder, with ``/``) and any of
    ``FIELDS``; an empty cell leaves what the text says. Raises ``DataError``, naming file, line
    and what is allowed, for an unknown column, file or genre, or a year that is none.
    """
    if path is None:
        return pd.DataFrame()
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    names = reader.fieldnames or []
    unknown = [name for name in names if name not in ("file", *FIELDS)]
    if "file" not in names or unknown:
        raise DataError(f"{path}, line 1: the columns are file and any of {', '.join(FIELDS)}")
    there = set(files)
    rows: dict[str, dict[str, str]] = {}
    for row in reader:
        place = f"{path}, line {reader.line_num}"
        if None in row or None in row.values():
            raise DataError(f"{place}: {len(names)} values are due")
        name = row.pop("file")
        if name not in there:
            raise DataError(f"{place}: the folder holds no file {name!r}")
        if name in rows:
            raise DataError(f"{place}: {name} has a row already")
        if row.get("genre") and row["genre"] not in GENRES:
            raise DataError(f"{place}: genre {row['genre']!r} is none of {', '.join(GENRES)}")
        year = row.get("reporting_year", "")
        if year and not (year.isascii() and year.isdecimal() and len(year) == 4):
            raise DataError(f"{place}: reporting_year {year!r} is no year of four digits")
        rows[name] = row
    return pd.DataFrame.from_dict(rows, orient="index", columns=[n for n in names if n != "file"])


def described(reports: pd.DataFrame, given: pd.DataFrame) -> pd.DataFrame:
    """The frame ``reports`` with what is given put over what the texts say."""
    changed = reports.copy()
    for column in given.columns:
        said = changed["report"].map(given[column].to_dict())
        there = said.notna() & (said != "")
        if column == "reporting_year":
            said = pd.to_numeric(said.where(there)).astype("Int64")
        changed[column] = said.where(there, changed[column]).astype(reports[column].dtype)
    return changed
