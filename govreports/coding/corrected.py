"""Shares of themes corrected for the errors of the rules, report by report."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from govreports.coding.comparison import Matched
from govreports.coding.handcodings import Codings
from govreports.stats.classification import corrected_shares

COLUMNS = ("report", "sample", "code", "raw", "corrected", "low", "high", "errors")


def corrected_by_report(rules: Codings, pair: Matched, themes: Sequence[str]) -> pd.DataFrame:
    """``accuracy.corrected_shares`` of all sampled reports together and of each by itself.

    ``pair`` matches the reference (its ``a``) with ``rules``, which hold every sentence. Columns
    ``COLUMNS``; ``report`` is ``all`` for all sampled reports together, and ``sample`` the number
    of sentences that were checked.
    """
    checked = list(dict.fromkeys(unit.report for unit in pair.a))
    in_order = list(dict.fromkeys(unit.report for unit in rules.units))
    tables = []
    for scope in ("all", *(name for name in in_order if name in checked)):
        told = checked if scope == "all" else [scope]
        chosen = [at for at, unit in enumerate(pair.a) if unit.report in told]
        table = corrected_shares(
            [unit.primary for unit in rules.units if unit.report in told],
            [pair.a[at].primary for at in chosen],
            [pair.b[at].primary for at in chosen],
            themes,
            weights=[pair.a[at].weight for at in chosen],
            clusters=[pair.clusters[at] for at in chosen],
        )
        tables.append(table.assign(report=scope, sample=len(chosen)))
    return pd.concat(tables, ignore_index=True)[list(COLUMNS)]


def wrong_by_report(pair: Matched) -> pd.Series:
    """How many of the sampled sentences of each report the second coding has otherwise."""
    wrong = [one.primary != other.primary for one, other in zip(pair.a, pair.b, strict=True)]
    return pd.Series(wrong, dtype=int).groupby([unit.report for unit in pair.a]).sum()
