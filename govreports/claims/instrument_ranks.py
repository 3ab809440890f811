"""Of which rank the instruments are that a report cites by title (《…》).

The last word of a title tells the rank of laws and of regulations (条例). That of a rule of a
government (规章) is not told from a normative document: both are called 规定, 办法 or 细则.
Instruments of the Party, or of Party and State together, are told by words in the title.
"""

from __future__ import annotations

import re
from typing import Literal

import pandas as pd

from govreports.report.folding import fold

Rank = Literal["law", "regulation", "Party or joint", "rule or document", "document", "other"]

_TITLE = re.compile("《([^《》]+)》")
_JOINED = r"《[^《》]+》(?:\([^()]*\))?"
_GROUNDS = re.compile(
    r"(?:根据|按照|依据|依照)[^,;。:《]*"
    rf"(?P<titles>{_JOINED}(?:(?:、|和|与|及|以及|或|或者)?{_JOINED})*)"
)
_TRIAL = re.compile(r"\((?:试行|草案|暂行|修订|征求意见稿|20\d\d[-—–]+20\d\d年?)\)$")
_RANKS: dict[Rank, re.Pattern[str]] = {
    "Party or joint": re.compile(
        "中共|党政|党委|党内|党组|监督执纪|中央八项|法治政府建设实施纲要|^纲要$"
    ),
    "law": re.compile("(?:(?<!办)(?<!做)(?<!方)(?<!说宪)法|法典)$"),
    "regulation": re.compile("条例$"),
    "rule or document": re.compile("(?:规定|办法|细则|规则|导则|准则)$"),
    "document": re.compile(
        "(?:意见|方案|通知|公告|决定|计划|规划|要点|指引|清单|预案|指南|标准|纲要|责任书|承诺书|手册|体系)$"
    ),
}


def rank_of(title: str) -> Rank:
    """The rank of an instrument by its title; ``other`` for what is no title of one.

    >>> rank_of("行政处罚法"), rank_of("某省开发区条例"), rank_of("某市行政程序规定")
    ('law', 'regulation', 'rule or document')
    """
    bare = _TRIAL.sub("", fold(title))
    return next((rank for rank, words in _RANKS.items() if words.search(bare)), "other")


def grounds_named(text: str) -> tuple[str, ...]:
    """The titles that a text names as ground: those after 根据, 按照, 依据 or 依照, in order.

    No mark that ends a clause may stand between. Titles that one another follow with 、, 和, 与,
    及, 以及, 或 or nothing between are grounds alike; a document number in brackets may follow a
    title.

    >>> grounds_named("根据《统计法》和《某市统计办法》(某政发〔2020〕1号),印发《统计方案》")
    ('统计法', '某市统计办法')
    """
    folded = fold(text)
    return tuple(
        title for found in _GROUNDS.finditer(folded) for title in _TITLE.findall(found["titles"])
    )


def cited_instruments(codings: pd.DataFrame) -> pd.DataFrame:
    """Every title that the sentences cite: ``report, sentence, title, rank``, in order.

    Takes the frame ``codings``. An instrument that a report names without 《》 is missed.
    """
    rows = [
        (report, sentence, title, rank_of(title))
        for report, sentence, text in codings[["report", "sentence", "text"]].to_numpy()
        for title in _TITLE.findall(text)
    ]
    return pd.DataFrame(rows, columns=["report", "sentence", "title", "rank"])
