"""Figures for a whole year in reports that were dated before the year was over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise

import pandas as pd

from govreports.corpus.reading import Record
from govreports.numbers.periods import periods
from govreports.report.model import Report

WHOLE_YEAR = "全年"
_MONTHS = re.compile(r"(\d{4}-\d\d)/(\d{4}-\d\d)")


def days_before_end(records: Iterable[Record]) -> dict[str, int]:
    """Of reports dated in the year they report on: how many days of it were still to come.

    A report on 2019 dated 6 December 2019 has 25. Reports without a date or a year are left out.
    """
    found = {}
    for record in records:
        if record.issued and record.reporting_year:
            end = date(record.reporting_year, 12, 31)
            issued = date.fromisoformat(record.issued)
            if issued <= end:
                found[record.id] = (end - issued).days
    return found


def for_whole_year(reports: Mapping[str, Report], quantities: pd.DataFrame) -> pd.Series:
    """Which rows of the frame ``quantities`` a report gives for 全年, the whole year.

    A number belongs to 全年 if that is the last time named before it in its sentence. Targets and
    standards do not count.
    """
    spans = {name: list(_spans(report)) for name, report in reports.items()}
    inside = [
        status == "reported" and any(start < place < end for start, end in spans[name])
        for name, place, status in zip(
            quantities["report"], quantities["start"], quantities["status"], strict=True
        )
    ]
    return pd.Series(inside, index=quantities.index, dtype=bool)


def names_months(quantities: pd.DataFrame) -> pd.Series:
    """Which rows of the frame ``quantities`` are reported for months that are named."""
    named = quantities["period"].map(lambda period: _MONTHS.fullmatch(period) is not None)
    return named.astype(bool) & (quantities["status"] == "reported")


def _spans(report: Report) -> Iterator[tuple[int, int]]:
    """The stretches of sentences, from 全年 to the next time that is named."""
    folded = report.folded
    for sentence in report.sentences:
        times = [time.place for time in periods(folded, sentence.start, sentence.end, None)]
        for start, end in pairwise([*times, sentence.end]):
            if folded.startswith(WHOLE_YEAR, start):
                yield start, end
