"""Firsts, ranks, honours and praise: what a report shows to those above it.

The wordings place the issuer before others (全省率先, 居全市前列) or tell that somebody outside
recognised it (被评为, 受到…肯定). What is only aimed at (奋力打造全市领先的…) is no recognition.
"""

from __future__ import annotations

import re
from typing import Literal, get_args

import pandas as pd

from govreports.report.folding import fold

Recognition = Literal["first", "rank", "honour", "praise"]

_PLACE = r"全[国省市县区州](?:范围)?内?"
_WORDS: dict[Recognition, re.Pattern[str]] = {
    "first": re.compile(
        rf"{_PLACE}(?:率先|首创|首家|首个|首批|首次|先行|唯一)|率先在{_PLACE}|首创|首家|首个|先河"
    ),
    "rank": re.compile(
        rf"(?<!打造){_PLACE}(?:第[一二三四五]|前[列茅三五十]|最[多高快好]|领先|首位)"
    ),
    "honour": re.compile(
        r"被[^,。;]{0,6}评为|获评|荣获|获得[^,。;]{0,12}称号|被授予|被确定为|获批|入选"
        r"|获\""  # quotation marks as folded
    ),
    "praise": re.compile(
        r"受到?[^,。;]{0,12}(?:肯定|好评|欢迎|赞誉|表扬|表彰)|肯定推广|的?广泛好评|良好[^,。;]{0,4}反响"
        r"|反映良好|广受"
    ),
}


def recognitions_in(text: str) -> tuple[Recognition, ...]:
    """The kinds of recognition that a sentence claims.

    >>> recognitions_in("在全省率先试点,获评示范项目"), recognitions_in("争取居于前列")
    (('first', 'honour'), ())
    """
    folded = fold(text)
    return tuple(kind for kind, words in _WORDS.items() if words.search(folded))


def recognition_table(codings: pd.DataFrame) -> pd.DataFrame:
    """How many sentences of each report claim recognition, beside those that state a problem.

    Takes the frame ``codings``. One row a report, in order: ``report, sentences, first, rank,
    honour, praise, recognised`` (any of them), ``problems`` (sentences of the move *problem*).
    Plans claim nothing and are not asked.
    """
    rows = []
    for report, own in codings.groupby("report", sort=False):
        found = [recognitions_in(text) for text in own.loc[own["move"] != "plan", "text"]]
        told = [sum(kind in one for one in found) for kind in get_args(Recognition)]
        problems = int((own["move"] == "problem").sum())
        rows.append((report, len(own), *told, sum(map(bool, found)), problems))
    columns = ["report", "sentences", *get_args(Recognition), "recognised", "problems"]
    return pd.DataFrame(rows, columns=columns)
