"""Two ways of seeking redress, petitions and law, by the words of sentences on disputes."""

from __future__ import annotations

import re
from typing import Literal, get_args

import pandas as pd

from govreports.report.folding import fold

Way = Literal["petitions", "redress", "settlement"]

_WORDS: dict[Way, re.Pattern[str]] = {
    # Petitions, and the keeping of stability that reports tell of with them.
    "petitions": re.compile("信访|来访|接访|上访|初访|级访|京访|包案|积案|劝返|维稳|涉稳"),
    "redress": re.compile("复议|行政诉讼|应诉|行政案件|行政争议|裁判|判决"),
    "settlement": re.compile("调解|调处|仲裁|裁决"),
}


def ways_in(text: str) -> tuple[Way, ...]:
    """Of what a sentence speaks: petitions, reconsideration and lawsuits, mediation; or several.

    >>> ways_in("引导信访人通过行政复议化解争议"), ways_in("办结率达到百分之百")
    (('petitions', 'redress'), ())
    """
    folded = fold(text)
    return tuple(way for way, words in _WORDS.items() if words.search(folded))


def ways_of_redress(sentences: pd.DataFrame) -> pd.DataFrame:
    """How many of each report's sentences speak of each way; one sentence can speak of several.

    Takes rows of the frame ``codings``, such as those on disputes. One row for each report that
    has any, in their order: ``report, sentences, petitions, redress, settlement,
    none_of_these``. A sentence without any of the words often goes on with what the one before
    it told.
    """
    ways = get_args(Way)
    rows = []
    for report, texts in sentences.groupby("report", sort=False)["text"]:
        found = [ways_in(text) for text in texts]
        told = [sum(way in one for one in found) for way in ways]
        rows.append((report, len(found), *told, found.count(())))
    return pd.DataFrame(rows, columns=["report", "sentences", *ways, "none_of_these"])
