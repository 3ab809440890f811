"""How much of a report is formula, how much it shares, and how much no other report says."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from govreports.stats.bootstrap import paragraph_bootstrap, rates
from govreports.stats.counts import count, leave_out
from govreports.stats.intervals import SEED
from govreports.words.ngrams import in_runs

FORMULA, SHARED, OWN = "in formulae", "in shared passages", "words no other report has"
NEWS_COLUMNS = ("report", "kind", "count", "share", "low", "high")


def formula_and_news(
    tokens: pd.DataFrame,
    runs: Iterable[tuple[str, ...]],
    shared: pd.DataFrame,
    *,
    seed: int = SEED,
    replicates: int = 2000,
) -> pd.DataFrame:
    """Of each report the share of its tokens that is formula, that is shared, that is its own.

    ``runs`` are the formulae (``ngrams.maximal``), ``shared`` the spans that another report has
    too (frame ``shared``); a token may be both. Its own are words, not numbers, that no other
    report has; a single report has only such. Columns: ``report``, ``kind`` (``FORMULA``,
    ``SHARED``, ``OWN``), ``count``, ``share`` of the report's tokens and its paragraph-bootstrap
    interval (95 %), for which formulae and own words are held fixed. Raises ``ArgumentError``
    without tokens.
    """
    words = tokens[tokens["kind"] == "word"]
    holders = words.groupby("token")["report"].nunique()
    kinds = {
        FORMULA: tokens[in_runs(tokens, runs)],
        SHARED: tokens.drop(leave_out(tokens, shared).index),
        OWN: words[words["token"].map(holders) == 1],
    }
    marked = pd.concat([rows.assign(token=kind) for kind, rows in kinds.items()])
    counts = count(marked, ("report", "paragraph"), base=tokens).of(list(kinds))
    found = paragraph_bootstrap(counts, rates, seed=seed, replicates=replicates)
    sizes = marked.groupby(["report", "token"]).size()
    reports = pd.unique(tokens["report"])
    return pd.DataFrame(
        [
            (
                *(report, kind, int(sizes.get((report, kind), 0))),
                *(part[i, j] / 10_000 for part in (found.estimate, found.low, found.high)),
            )
            for i, report in enumerate(reports)
            for j, kind in enumerate(kinds)
        ],
        columns=list(NEWS_COLUMNS),
    )
