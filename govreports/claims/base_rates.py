"""What is said of shortcomings, beside how often it is said of results.

That most shortcomings name nobody tells nothing of shortcomings where most sentences name nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import pandas as pd

from govreports.claims.actors import ADMINISTRATION, Actor, actors_in, names_administration
from govreports.claims.results import result_sentences
from govreports.claims.shortcomings import gives_cause


def base_rates(codings: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Shortcomings, and sentences that report results, by whom they name and whether why.

    Takes the frames ``codings`` and ``statements``. One row a kind, ``shortcomings`` and
    ``results``: ``kind``; ``texts``, how many there are; how many of them name
    ``administration`` (leaders, staff, departments, localities, the issuer itself), ``leaders``,
    ``public_only`` (the public and nobody else), ``nobody``; and give a ``cause``.
    """
    texts = {
        "shortcomings": statements.loc[statements["kind"] == "shortcoming", "text"],
        "results": result_sentences(codings)["text"],
    }
    columns = ["kind", "texts", "administration", "leaders", "public_only", "nobody", "cause"]
    rows = [(kind, *_counts(told)) for kind, told in texts.items()]
    return pd.DataFrame(rows, columns=columns)


def actors_by_report(codings: pd.DataFrame) -> pd.DataFrame:
    """Whom the sentences of each report that report results name.

    Takes the frame ``codings``. One row a report, in order: ``report, results``, how many of
    these sentences name each actor (one sentence can name several), ``no_administration``, which
    name none but the public if anybody, and ``nobody``.
    """
    rows = []
    for report, texts in result_sentences(codings).groupby("report", sort=False)["text"]:
        named = [actors_in(text) for text in texts]
        told = [sum(actor in actors for actors in named) for actor in get_args(Actor)]
        others = sum(ADMINISTRATION.isdisjoint(actors) for actors in named)
        rows.append((report, len(named), *told, others, named.count(())))
    columns = ["report", "results", *get_args(Actor), "no_administration", "nobody"]
    return pd.DataFrame(rows, columns=columns)


def _counts(texts: Iterable[str]) -> tuple[int, ...]:
    listed = list(texts)
    named = [actors_in(text) for text in listed]
    return (
        len(listed),
        sum(map(names_administration, listed)),
        sum("leaders" in actors for actors in named),
        named.count(("public",)),
        named.count(()),
        sum(map(gives_cause, listed)),
    )
