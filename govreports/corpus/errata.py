"""Oddities in the sources: listed with their places, corrected by no one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from govreports.corpus.spans import check_span
from govreports.errors import DataError
from govreports.report.model import Report
from govreports.tables import check_report, read_rows, whole_number

KINDS = {
    "wrong character": "a character or word that cannot be meant",
    "missing character": "a character or mark without which the clause does not hold",
    "doubling": "something printed twice",
    "garbled": "words out of order, or that make no sense",
    "usage": "a form that dictionaries reject, or two names for one thing",
    "quotation mark": "a mark without its partner",
    "bracket": "a bracket without its partner",
    "punctuation": "a mark in the wrong place",
    "spacing": "a stray space",
    "numbering": "a list whose numbers do not run on",
    "figures": "figures that contradict one another",
    "date": "words that were true of another year",
    "redaction": "signs where text should stand",
}

STANDINGS = {
    "error": "cannot be meant as printed",
    "open": "may be right in a way that the text does not give, or cannot be decided from it",
    "no error": "as the issuer meant it, though a reader may stumble over it",
}


class Erratum(NamedTuple):
    """A place as printed, its kind (one of ``KINDS``), what may have been meant, and how sure.

    ``standing`` is one of ``STANDINGS``: not all that looks odd is an error.
    """

    report: str
    start: int
    end: int
    text: str
    kind: str
    suggestion: str
    note: str
    standing: str = "error"


def load_errata(path: str | Path, reports: Mapping[str, Report]) -> tuple[Erratum, ...]:
    """The oddities listed in a CSV file with the columns of ``Erratum``.

    Raises ``DataError``, naming file and line, where a row is malformed, names an unknown report,
    kind or standing, or quotes what does not stand at its place.
    """
    path = Path(path)
    listed = []
    for line, row in read_rows(path, Erratum._fields):
        place = f"{path}, line {line}"
        start, end = (whole_number(row.pop(field), field, place) for field in ("start", "end"))
        check_report(row["report"], reports, place)
        if row["kind"] not in KINDS:
            raise DataError(f"{place}: no kind is called {row['kind']!r}")
        if row["standing"] not in STANDINGS:
            raise DataError(f"{place}: no standing is called {row['standing']!r}")
        text = reports[row["report"]].text
        check_span(start, end, text, place)
        if text[start:end] != row["text"]:
            raise DataError(f"{place}: {start}–{end} reads {text[start:end]!r}")
        listed.append(Erratum(start=start, end=end, **row))
    return tuple(listed)


def errata_table(listed: Sequence[Erratum]) -> pd.DataFrame:
    """The oddities as a table with the columns of ``Erratum``."""
    return pd.DataFrame(listed, columns=list(Erratum._fields))
