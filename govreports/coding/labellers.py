"""How much of a reference coding the rules have right, and how much simpler labellers have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

import pandas as pd

from govreports.codebook.loader import Codebook
from govreports.coding.baselines import supervised_themes, title_themes
from govreports.coding.comparison import Matched
from govreports.errors import ArgumentError
from govreports.report.model import Report
from govreports.stats.agreement import agreement
from govreports.stats.classification import gain

RULES, TITLES, CLASSIFIER = "rules", "section titles", "classifier, other reports"
REACHED_COLUMNS = ("labeller", "report", "units", "agreement", "low", "high")


def judged(pair: Matched, reports: Mapping[str, Report], codebook: Codebook) -> pd.DataFrame:
    """What each labeller says of the sentences that the reference (``pair.a``) holds.

    One row a sentence: ``report, sentence, truth, weight, cluster`` (report and paragraph, which
    are resampled together), and a column for each labeller: ``RULES`` (``pair.b``), ``TITLES``,
    and ``CLASSIFIER`` where the reference has reports enough to train it without one of them.
    """
    keys = [(unit.report, unit.sentence) for unit in pair.a]
    truth = [unit.primary for unit in pair.a]
    named, wording = {}, {}
    for name in dict.fromkeys(report for report, _ in keys):
        report = reports[name]
        themes = title_themes(report, codebook)
        for sentence, theme in zip(report.sentences, themes, strict=True):
            named[name, sentence.id] = theme
            wording[name, sentence.id] = report.wording(sentence)
    table = pd.DataFrame(
        {
            "report": [report for report, _ in keys],
            "sentence": [sentence for _, sentence in keys],
            "truth": truth,
            "weight": [unit.weight for unit in pair.a],
            "cluster": list(pair.clusters),
            RULES: [unit.primary for unit in pair.b],
            TITLES: [named[key] for key in keys],
        }
    )
    # Of one report, or of one theme in all others, there is nothing to learn.
    with suppress(ArgumentError):
        table[CLASSIFIER] = supervised_themes(
            [wording[key] for key in keys], truth, table["report"].to_list()
        )
    return table


def labellers_of(table: pd.DataFrame) -> list[str]:
    """The labellers of a table from ``judged``."""
    return [name for name in (RULES, TITLES, CLASSIFIER) if name in table]


def accuracy_by_report(table: pd.DataFrame, themes: Sequence[str]) -> pd.DataFrame:
    """The (weighted) share each labeller has right, of all sentences and of each report's.

    ``table`` comes from ``judged``. Columns ``REACHED_COLUMNS``; ``report`` is ``all`` for all
    reports together; ``low`` and ``high`` are 95 % intervals from resampling paragraphs.
    """
    rows = []
    for who in labellers_of(table):
        for scope, part in _scopes(table):
            found = agreement(
                part["truth"].to_list(),
                part[who].to_list(),
                themes,
                weights=part["weight"].to_list(),
                clusters=part["cluster"].to_list(),
            )["agreement"]
            rows.append((who, scope, len(part), found.value, found.low, found.high))
    return pd.DataFrame(rows, columns=list(REACHED_COLUMNS))


def gains_by_report(table: pd.DataFrame) -> pd.DataFrame:
    """By how much more of the sentences the rules have right than each other labeller.

    Columns ``report, instead, value, low, high``, as ``accuracy_by_report``. The two are compared
    on the same sentences: intervals of two shares may overlap although one is better.
    """
    rows = [
        (scope, instead, *gain(
            part["truth"].to_list(), part[RULES].to_list(), part[instead].to_list(),
            weights=part["weight"].to_list(), clusters=part["cluster"].to_list(),
        ))
        for scope, part in _scopes(table)
        for instead in labellers_of(table)[1:]
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["report", "instead", "value", "low", "high"])


def _scopes(table: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    if table.empty:
        return []
    return [("all", table), *((str(name), part) for name, part in table.groupby("report"))]
