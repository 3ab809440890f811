"""Sentences that report results, and their clauses: whom each names, and its quantities.

A shortcoming is mostly a clause and a result a whole sentence, so that the clauses of results are
what shortcomings are fairly set beside.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from govreports.claims.actors import ADMINISTRATION, actors_in
from govreports.claims.clauses import Clause, clauses
from govreports.report.model import Report

MIN_CLAUSE = 6
"""Characters that a clause has at least; shorter ones are remnants."""


def result_sentences(codings: pd.DataFrame) -> pd.DataFrame:
    """The rows of the frame ``codings`` that report results.

    Headings that run into a paragraph report nothing and are left out.
    """
    return codings[(codings["move"] == "report") & ~codings["is_heading"]]


def result_clauses(reports: Mapping[str, Report], codings: pd.DataFrame) -> pd.DataFrame:
    """The clauses of the sentences that report results: ``report, sentence, start, end, text``.

    Those shorter than ``MIN_CLAUSE`` characters are left out.
    """
    results = result_sentences(codings)
    told = set(zip(results["report"], results["sentence"], strict=True))
    found = (c for c in clauses(reports) if (c.report, c.sentence) in told)
    long = [clause for clause in found if len(clause.text) >= MIN_CLAUSE]
    return pd.DataFrame(long, columns=list(Clause._fields))


def with_named_and_counted(texts: pd.DataFrame, quantities: pd.DataFrame) -> pd.DataFrame:
    """Texts with whom they name and how many quantities they hold.

    ``texts`` has ``report, start, end, text`` and gets three columns more: ``actors``, joined by
    ``+`` and empty where nobody is named; ``administration``, whether any but the
    public is among them; ``quantities``, how many rows of the frame ``quantities`` begin in its
    span.
    """
    named = [actors_in(text) for text in texts["text"]]
    places = {name: np.sort(own["start"]) for name, own in quantities.groupby("report")}
    none = np.array([], dtype=int)
    held = [
        int(np.diff(np.searchsorted(places.get(report, none), (start, end)))[0])
        for report, start, end in zip(texts["report"], texts["start"], texts["end"], strict=True)
    ]
    return texts.assign(
        actors=["+".join(actors) for actors in named],
        administration=[not ADMINISTRATION.isdisjoint(actors) for actors in named],
        quantities=held,
    )
