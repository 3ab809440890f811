"""What is said of shortcomings, beside how often it is said of results.

That most shortcomings name nobody tells nothing of shortcomings where most sentences name nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pandas as pd

from govreports.claims.actors import ADMINISTRATION, Actor, actors_in
from govreports.claims.results import result_sentences, with_named_and_counted
from govreports.claims.shortcomings import gives_cause


def base_rates(texts: Mapping[str, pd.DataFrame], quantities: pd.DataFrame) -> pd.DataFrame:
    """Texts of several kinds (shortcomings, results) by whom they name, whether why, and figures.

    ``texts`` has for each kind a table with ``report, start, end, text``; ``quantities`` is the
    frame of that name. One row a kind: ``kind``; ``texts``, how many there are; how many of them
    name ``administration`` (any actor but the public), ``leaders``, ``public_only`` (the public and
    nobody else), ``nobody``; give a ``cause``; and have ``figures``.
    """
    rows = []
    for kind, table in texts.items():
        told = with_named_and_counted(table, quantities)
        counts = (
            told["administration"],
            told["actors"].map(lambda actors: "leaders" in actors.split("+")),
            told["actors"] == "public",
            told["actors"] == "",
            told["text"].map(gives_cause),
            told["quantities"] > 0,
        )
        rows.append((kind, len(told), *(int(count.astype(bool).sum()) for count in counts)))
    columns = ["kind", "texts", "administration", "leaders", "public_only", "nobody", "cause"]
    return pd.DataFrame(rows, columns=[*columns, "figures"])


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
