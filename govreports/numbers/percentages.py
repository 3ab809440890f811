"""Printed rates: what each is a rate of, and which stand at one hundred per cent.

The unit is the number as printed. One number often serves several rates (受理率、办结率均为100%);
it is one row here, with the rates that it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import pandas as pd

from govreports.errors import DataError
from govreports.numbers.summaries import APART
from govreports.tables import packaged, read_rows

FAMILIES = ("process", "outcome", "unclear")
# 目标均100%实现 says that goals were reached wholly; there is no base of which it is a rate.
_GOAL = re.compile(r"(?:目标|任务|指标|计划|承诺)[”’\"』」]?$")


def family(rate: str) -> str:
    """Whether a rate tells of process (cases accepted) or of outcome (people satisfied).

    By the packaged vocabulary of rates; ``unclear`` for what it does not know. That a rate is one
    of outcome says what it is about, not that the outcome was measured well.

    >>> family("按时受理率"), family("群众满意率"), family("网格率")
    ('process', 'outcome', 'unclear')
    >>> family("自动履行与执行和解率")
    'process'
    """
    return next((kind for ending, kind in _families().items() if rate.endswith(ending)), "unclear")


def goals(quantities: pd.DataFrame) -> pd.DataFrame:
    """The percentages that say how far a goal was reached, and so are rates of no base."""
    return quantities[_of_goals(quantities)]


def printed_rates(quantities: pd.DataFrame) -> pd.DataFrame:
    """The percentages that are rates: one row a number; changes and goals are left out.

    Takes the frame ``quantities``. Returns ``report, id, sentence, rates, family, value, unit,
    full, status, subject, year, quote``: ``rates`` lists the rates that the number is given for,
    ``family`` is that of all of them (``process and outcome`` where they differ), and ``full``
    says whether it is one hundred per cent.
    """
    kept = quantities[(quantities["kind"] == "percentage") & ~_of_goals(quantities)]
    rates = [
        tuple(names.split(APART)) if names else (measure,)
        for names, measure in zip(kept["measures"], kept["measure"], strict=True)
    ]
    columns = [
        "report", "id", "sentence", "rates", "family", "value", "unit", "full", "status",
        "subject", "year", "quote",
    ]  # fmt: skip
    return kept.assign(
        rates=pd.Series(rates, index=kept.index, dtype=object),
        family=[_families_of(names) for names in rates],
        full=(kept["unit"] == "%") & (kept["value"] == 100),
    )[columns].reset_index(drop=True)


def rates_by_report(rates: pd.DataFrame, reports: Iterable[str]) -> pd.DataFrame:
    """How many printed rates each report has, and how many of one hundred per cent.

    Takes the table of `printed_rates`. Returns one row a report, in the order given:
    ``report, reported, full, targets, full_targets, named, full_named``. The first four count
    numbers as printed, the last two the rates that the reported numbers are given for.
    """
    rows = []
    for report in reports:
        own = rates[rates["report"] == report]
        reported, targets = own[own["status"] == "reported"], own[own["status"] == "target"]
        named = reported["rates"].map(len)
        rows.append(
            {
                "report": report,
                "reported": len(reported),
                "full": int(reported["full"].sum()),
                "targets": len(targets),
                "full_targets": int(targets["full"].sum()),
                "named": int(named.sum()),
                "full_named": int(named[reported["full"].astype(bool)].sum()),
            }
        )
    return pd.DataFrame(rows)


def _of_goals(quantities: pd.DataFrame) -> pd.Series:
    unnamed = ~quantities["measures"].astype(bool)
    goal = quantities["measure"].map(lambda measure: _GOAL.search(measure) is not None)
    return (quantities["kind"] == "percentage") & unnamed & goal.astype(bool)


def _families_of(rates: Iterable[str]) -> str:
    found = {family(rate) for rate in rates}
    return " and ".join(kind for kind in FAMILIES if kind in found)


@cache
def _families() -> dict[str, str]:
    vocabulary: dict[str, str] = {}
    source = packaged("rates.csv")
    for line, row in read_rows(source, ("ending", "family", "english")):
        if row["family"] not in FAMILIES:
            raise DataError(f"{source}, line {line}: no family {row['family']!r}")
        vocabulary[row["ending"]] = row["family"]
    return vocabulary
