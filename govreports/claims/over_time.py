"""How the reports of one issuer change over the years, with intervals by resampling paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import get_args

import numpy as np
import pandas as pd
from scipy import sparse

from govreports.codebook.model import THEMES
from govreports.coding.moves import Move
from govreports.coding.shares import of_counts, shares
from govreports.numbers.density import density
from govreports.report.model import Report
from govreports.schema import frame
from govreports.stats.bootstrap import paragraph_bootstrap
from govreports.stats.counts import Counts

_COLUMNS = ["report", "measure", "code", "value", "low", "high"]


def over_time(
    series: pd.DataFrame,
    reports: Mapping[str, Report],
    codings: pd.DataFrame,
    quantities: pd.DataFrame,
    carried: pd.DataFrame | None,
) -> pd.DataFrame:
    """Shares and rates of each report of a series, in the order of its years (frame ``over_time``).

    Measures: ``theme`` and ``move``, shares of sentences; ``quantities`` per 1,000 characters;
    ``carried over``, the share of the paragraphs' characters that stand in the issuer's report
    before (no row for the first, and none without ``carried``). Intervals (95 %) resample
    paragraphs within the report: they do not say that a difference between two years is one of
    conduct.
    """
    named = series[series["note"] == ""]
    names = list(named["report"])
    own = {name: reports[name] for name in names}
    coded = codings[codings["report"].isin(names)]
    if not names or coded.empty:
        return frame("over_time", [])
    parts = [
        shares(coded, THEMES).assign(measure="theme"),
        shares(coded, get_args(Move), column="move").assign(measure="move"),
    ]
    values = [part.rename(columns={"share": "value"})[_COLUMNS] for part in parts]
    counted = density(own, quantities[quantities["report"].isin(names)]).reports
    values.append(
        counted.rename(columns={"per_1000": "value"}).assign(measure="quantities", code="")[
            _COLUMNS
        ]
    )
    if carried is not None:
        followers = {name: own[name] for name in named.loc[named["previous"] != "", "report"]}
        values.append(_carried_shares(followers, carried))
    about = named[["issuer", "genre", "reporting_year", "report"]]
    return frame("over_time", about.merge(pd.concat(values), on="report", how="left", sort=False))


def _carried_shares(reports: Mapping[str, Report], carried: pd.DataFrame) -> pd.DataFrame:
    marked: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for name, start, end in zip(carried["b"], carried["b_start"], carried["b_end"], strict=True):
        marked[name].append((start, end))
    parts, held, sizes = [], [], []
    for name, report in reports.items():
        inside = np.zeros(len(report.text), dtype=bool)
        for start, end in marked[name]:
            inside[start:end] = True
        for paragraph in report.paragraphs:
            parts.append((name, paragraph.id))
            held.append([int(inside[paragraph.start : paragraph.end].sum())])
            sizes.append(paragraph.end - paragraph.start)
    if not parts:
        return pd.DataFrame(columns=_COLUMNS)
    counts = Counts(
        sparse.csr_array(np.array(held, dtype=np.int64)),
        np.array(sizes, dtype=np.int64),
        pd.DataFrame(parts, columns=["report", "paragraph"]),
        pd.Index(["carried over"]),
    )
    found = paragraph_bootstrap(counts, of_counts)
    return pd.DataFrame(
        {
            "report": list(dict.fromkeys(name for name, _ in parts)),
            "measure": "carried over",
            "code": "",
            "value": found.estimate[:, 0],
            "low": found.low[:, 0],
            "high": found.high[:, 0],
        }
    )
