"""What a report plans, and whether the issuer's next report tells that it was done.

A plan is a sentence of move ``plan``, a run-in heading or the opening of a list aside. It is
matched with a sentence of the next report of move ``report`` that has a theme in common with it.
Two sentences are as alike as their words: cosine of tf–idf weights of base tokens and multiword
terms (Salton & Buckley 1988), stop words and numbers left out, (1 + ln tf)·idf with
idf = ln((1 + n)/(1 + df)) + 1 over the sentences compared. Of the pairs that reach ``THRESHOLD``
those are taken that together are most alike, no sentence twice (linear assignment): a general
sentence on a field is thus no evidence for five plans. All of it is deterministic, and every word
that speaks for a pair can be shown.

Similar words do not show that a promise was kept, nor other words that it was not: a plan that
is not taken up is one that the next report does not tell of in words like its own. How often the
matching is right is told in ``tests/claims/years``; in long reports matches under a likeness of
0.3 are often wrong.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment
from sklearn.feature_extraction.text import TfidfVectorizer

from govreports.coding.shares import shares
from govreports.corpus.years import successive
from govreports.report.folding import fold
from govreports.schema import frame
from govreports.stats.intervals import Array
from govreports.words.segmenter import Segmenter
from govreports.words.stopwords import stop_words

THRESHOLD = 0.17
"""Likeness from which a plan counts as taken up: best F1 on the development half of
``tests/claims/years``."""

OUTCOMES = ("taken_up", "repeated", "dropped")

_LIST = re.compile(r"[:：]$")
_MARKER = re.compile(r"(?:[（(]?(?:[一二三四五六七八九十]+|\d+)[）)、.．是]|[①-⑳])+[,，、]?")
_OPENING = re.compile(r"[^:;。《“\"]{0,30}:(?=.)")  # 下一步将做好以下工作：
# 2022年，我县将推行…: the year that a plan is for differs from report to report. Not 2022年底前.
_YEAR = re.compile(
    r"(?:在|到)?(?:(?:(?:19|20)\d\d|[一二三四五六七八九〇零○]{4})年度?|[明今来]年|下一?年度?|新的一年)"
    r"(?![底末初前后以至内度\d])[里中]?,?(?:[我本全]?[省市区县州旗镇乡局委]|我们|拟|计划|将|要|继续)*,?"
)
_STOP = "。；;！!，, "


class Match(NamedTuple):
    """A plan and the sentence that takes it up, by their places in what was given."""

    plan: int
    told: int
    similarity: float


def likeness(one: Sequence[Collection[str]], other: Sequence[Collection[str]]) -> Array:
    """How alike the words of sentences are, from 0 to 1; shape (one, other).

    >>> likeness([["执法", "培训"]], [["执法", "培训"], ["普法"]]).round(2).tolist()
    [[1.0, 0.0]]
    """
    if not any(one) or not any(other):
        return np.zeros((len(one), len(other)))
    weigh = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    weights = weigh.fit_transform([*one, *other])
    return np.asarray((weights[: len(one)] @ weights[len(one) :].T).toarray())


def match(
    plans: Sequence[Collection[str]],
    told: Sequence[Collection[str]],
    allowed: Array | None = None,
    *,
    threshold: float = THRESHOLD,
) -> list[Match]:
    """The most alike pairs, no plan and no telling sentence twice, in the order of the plans.

    ``plans`` and ``told`` are the words of each sentence; ``allowed`` of shape (plans, told) is
    true where a pair may be made at all.

    >>> match([["执法", "培训"], ["普法"]], [["执法", "培训", "两"], ["信访"]])[0][:2]
    (0, 0)
    """
    alike = likeness(plans, told)
    alike[alike < threshold] = 0
    if allowed is not None:
        alike[~allowed.astype(bool)] = 0
    pairs = zip(*linear_sum_assignment(alike, maximize=True), strict=True)
    return [Match(int(i), int(j), float(alike[i, j])) for i, j in pairs if alike[i, j] > 0]


def followed(
    series: pd.DataFrame,
    codings: pd.DataFrame,
    segmenter: Segmenter,
    *,
    threshold: float = THRESHOLD,
) -> pd.DataFrame:
    """Each plan of a report with what the issuer's next report tells of it (frame ``followed``).

    ``series`` comes from ``corpus.years.series``, ``codings`` is the frame of that name. Only a
    report on the very next year is asked; a plan is *repeated* where it is again a plan there, as
    a whole sentence and word for word, its number and the year that it begins with aside.
    """
    rows = []
    of_report = {str(name): own for name, own in codings.groupby("report", sort=False)}
    for pair in successive(series):
        plans = _plans(of_report.get(pair.report, codings[:0]))
        after = of_report.get(pair.later, codings[:0])
        told = after[(after["move"] == "report") & ~after["is_heading"]]
        again = {_bare(text) for text in _plans(after)["text"]}
        matches = {
            found.plan: found
            for found in match(
                sentence_words(plans["text"], segmenter),
                sentence_words(told["text"], segmenter),
                _of_one_theme(plans["themes"], told["themes"]),
                threshold=threshold,
            )
        }
        for place, plan in enumerate(plans.itertuples()):
            found = matches.get(place)
            rows.append(
                (
                    *pair[:4], plan.paragraph, plan.sentence, plan.start, plan.end,
                    plan.text, plan.primary, found is not None, _bare(str(plan.text)) in again,
                    pair.later, *(_told(told.iloc[found.told]) if found else _UNTOLD),
                    found.similarity if found else float("nan"),
                )
            )  # fmt: skip
    return frame("followed", rows)


def followed_rates(plans: pd.DataFrame) -> pd.DataFrame:
    """How many plans were taken up, repeated and dropped (frame ``followed_rates``).

    ``plans`` is the frame ``followed``; dropped is what is neither taken up nor repeated. The
    interval (95 %) resamples the paragraphs in which the plans stand; there is none where they
    stand in one. It says nothing of errors of the matching.
    """
    if plans.empty:
        return frame("followed_rates", [])
    outcomes = plans.assign(dropped=~(plans["taken_up"] | plans["repeated"]))
    about = plans.groupby("report", sort=False).agg(
        issuer=("issuer", "first"),
        genre=("genre", "first"),
        reporting_year=("reporting_year", "first"),
        later=("later", "first"),
        plans=("sentence", "size"),
        paragraphs=("paragraph", "nunique"),
    )
    parts = []
    for outcome in OUTCOMES:
        said = outcomes.assign(said=outcomes[outcome].map({True: outcome, False: "not"}))
        part = shares(said, [outcome], column="said").set_index("report")
        part.loc[about["paragraphs"] < 2, ["low", "high"]] = float("nan")
        parts.append(about.join(part.rename(columns={"code": "outcome"})))
    table = pd.concat(parts).reset_index(names="report")
    order = {name: place for place, name in enumerate(about.index)}
    ordered = table.sort_values("report", key=lambda names: names.map(order), kind="stable")
    return frame("followed_rates", ordered.reset_index(drop=True))


_UNTOLD = ("", None, None, "")


def _told(row: pd.Series) -> tuple[object, ...]:
    return row["sentence"], row["start"], row["end"], row["text"]


def _plans(codings: pd.DataFrame) -> pd.DataFrame:
    opens = codings["text"].str.contains(_LIST)
    return codings[(codings["move"] == "plan") & ~codings["is_heading"] & ~opens]


def sentence_words(texts: Iterable[str], segmenter: Segmenter) -> list[list[str]]:
    """The words of each text and its multiword terms, stop words and numbers left out."""
    ignored, found = stop_words(), []
    for text in texts:
        words = [fold(t.text) for t in segmenter.tokens(text) if t.kind == "word"]
        terms = [term.text for term in segmenter.terms(text)]
        found.append([*(word for word in words if word not in ignored), *terms])
    return found


def _of_one_theme(plans: pd.Series, told: pd.Series) -> Array:
    themes = [[set(cell.split()) for cell in side] for side in (plans, told)]
    shared = [[bool(one & other) for other in themes[1]] for one in themes[0]]
    return np.array(shared, dtype=float).reshape(len(plans), len(told))


def _bare(text: str) -> str:
    """A sentence without its number and its year, what opens a list, and the stop after it."""
    opened = _OPENING.sub("", fold(text), count=1)
    plan = _MARKER.sub("", _beyond_year(opened), count=1)
    return _beyond_year(plan).rstrip(_STOP)


def _beyond_year(plan: str) -> str:
    return _YEAR.sub("", plan, count=1) if _YEAR.match(plan) else plan
