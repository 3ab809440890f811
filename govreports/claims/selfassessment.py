"""Shortcomings and plans in tables: as stated, and beside what is reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import pandas as pd

from govreports.claims.statements import Coded, statements
from govreports.report.model import Report
from govreports.schema import frame


def statement_table(
    reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coded]]
) -> pd.DataFrame:
    """The statements of all reports, one row each (frame ``statements``)."""
    rows = [s for name, report in reports.items() for s in statements(name, report, codings[name])]
    return frame("statements", rows)


def balance(reports: Mapping[str, Report], codings: Mapping[str, Sequence[Coded]]) -> pd.DataFrame:
    """Shortcomings and plans beside what is reported of the same theme.

    One row for each report and theme that occurs in it: ``report``, ``theme``; ``reported``,
    sentences that report achievements without admitting anything; ``shortcomings`` and ``plans``
    stated; the ``…_characters`` of each; ``shortcomings_per_100``, shortcomings to a hundred
    reporting sentences (nan where nothing is reported).
    """
    table = statement_table(reports, codings)
    rows = []
    for name in reports:
        praised: dict[str, list[int]] = defaultdict(list)
        for coding in codings[name]:
            if coding.move == "report" and "admission" not in coding.flags:
                praised[coding.primary].append(coding.sentence.end - coding.sentence.start)
        own = table[table["report"] == name]
        for theme in sorted({*praised, *own["theme"]}, key=_theme_order):
            lengths = praised.get(theme, [])
            row = {
                "report": name,
                "theme": theme,
                "reported": len(lengths),
                "reported_characters": sum(lengths),
            }
            for kind in ("shortcoming", "plan"):
                of_kind = own[(own["theme"] == theme) & (own["kind"] == kind)]
                row[f"{kind}s"] = len(of_kind)
                row[f"{kind}s_characters"] = int(of_kind["characters"].sum())
            rows.append(row)
    columns = ["report", "theme", "reported", "reported_characters"]
    columns += ["shortcomings", "shortcomings_characters", "plans", "plans_characters"]
    result = pd.DataFrame(rows, columns=columns)
    reported = result["reported"].where(result["reported"] > 0)
    return result.assign(shortcomings_per_100=100 * result["shortcomings"] / reported)


def _theme_order(theme: str) -> tuple[int, str]:
    digits = theme[1:]
    return (int(digits) if digits.isdecimal() else len(theme), theme)
