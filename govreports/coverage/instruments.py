"""Which named instruments the reports speak of."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from govreports.codebook.loader import Codebook
from govreports.coverage.outline_parts import REPEATED_COLUMNS, repeated
from govreports.report.model import Report

COLUMNS = ("instrument", "zh", "en", "sentences", "reports", "law_reports")


def named_instruments(
    codings: pd.DataFrame, codebook: Codebook, law: Collection[str]
) -> pd.DataFrame:
    """One row an instrument that a sentence names, with ``COLUMNS``.

    ``sentences`` and ``reports`` name it; ``law_reports`` are those among ``law``, the
    identifiers of the rule-of-law reports. Those of the most reports come first.
    """
    known = {code.id: code for code in codebook.of_kind("instrument")}
    each = (
        codings.assign(instrument=codings["instruments"].str.split())
        .explode("instrument")
        .dropna(subset="instrument")
    )
    by = each.groupby("instrument")["report"]
    among = each[each["report"].isin(list(law))].groupby("instrument")["report"].nunique()
    table = pd.DataFrame({"sentences": by.size(), "reports": by.nunique()}).reset_index()
    table["zh"] = [known[i].zh for i in table["instrument"]]
    table["en"] = [known[i].en for i in table["instrument"]]
    table["law_reports"] = table["instrument"].map(among).fillna(0).astype(int)
    return table[list(COLUMNS)].sort_values(
        ["reports", "sentences", "instrument"], ascending=[False, False, True], ignore_index=True
    )


def passed_over(
    reports: Mapping[str, Report], named: Collection[str], codebook: Codebook
) -> pd.DataFrame:
    """Where instruments that no sentence names stand word for word all the same.

    They stand in a heading on a line of its own, which is no sentence, or within a longer name,
    which counts instead. ``named`` are those that a sentence names. Columns ``report, id, zh,
    unit, start, end, where``; ``where`` is ``heading`` or ``longer name``.
    """
    missed = {c.id: c.zh for c in codebook.of_kind("instrument") if c.id not in named}
    parts = [repeated(text, missed).assign(report=name) for name, text in reports.items()]
    found = pd.concat([pd.DataFrame(columns=[*REPEATED_COLUMNS, "report"]), *parts])
    found["where"] = [
        "heading" if unit.startswith("§") else "longer name" for unit in found["unit"]
    ]
    return found[["report", *REPEATED_COLUMNS, "where"]].reset_index(drop=True)
