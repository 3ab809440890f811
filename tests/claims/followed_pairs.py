"""How well plans are followed, on the invented pairs of ``years`` (see its README)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from govreports.analysis import Analysis
from govreports.claims.followed import followed
from govreports.readers.source import read_report
from govreports.stats.agreement import resampling
from govreports.stats.intervals import percentile
from govreports.words.segmenter import Segmenter

FOLDER = Path(__file__).parent / "years"
THRESHOLDS = np.arange(5, 41) / 100


class Judged(NamedTuple):
    """A labelled plan: who takes it up by the labels, and what was found."""

    pair: str
    plan: str
    due: bool
    found: bool
    right: bool  # found, and in a sentence that the labels name
    repeated: bool
    found_repeated: bool


class _Remembered:
    """A segmenter that cuts each text once, however many thresholds are tried."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.tokens = cache(segmenter.tokens)
        self.terms = cache(segmenter.terms)


@cache
def _segmenter() -> _Remembered:
    return _Remembered(_analysis().segmenter)


@cache
def _analysis() -> Analysis:
    reports = {path.stem: read_report(path) for path in sorted(FOLDER.glob("*.txt"))}
    return Analysis(reports, engine="rjieba")


def judged(half: str, threshold: float) -> list[Judged]:
    """Every plan of a half as labelled and as found."""
    labels = pd.read_csv(FOLDER / "labels.csv", keep_default_na=False)
    analysis = _analysis()
    plans = followed(analysis.series, analysis.codings, _segmenter(), threshold=threshold)
    rows = []
    for label in labels[labels["half"] == half].itertuples():
        own = plans[plans["report"].str.startswith(f"{label.pair}-")]
        own = own[own["text"].str.startswith(label.plan)]
        # A labelled plan that is not seen as one is a plan not found to be taken up.
        one = own.iloc[0] if len(own) else None
        due = [start for start in label.taken_up_by.split("|") if start]
        found = one is not None and bool(one["taken_up"])
        right = found and any(one["later_text"].startswith(start) for start in due)
        again = one is not None and bool(one["repeated"])
        rows.append(
            Judged(label.pair, label.plan, bool(due), found, right, label.repeated == "yes", again)
        )
    return rows


def scores(rows: list[Judged]) -> np.ndarray:
    """Per plan, what precision, recall and F1 are made of: right, found, due."""
    return np.array([(row.right, row.found, row.due) for row in rows], dtype=float)


def f1(rows: list[Judged]) -> float:
    """2·right / (found + due)."""
    right, found, due = scores(rows).sum(axis=0)
    return float(2 * right / (found + due))


def chosen_threshold() -> float:
    """The threshold of best F1 on the development half, the lowest of several as good."""
    reached = [f1(judged("development", float(t))) for t in THRESHOLDS]
    return float(THRESHOLDS[int(np.argmax(reached))])


def measures(rows: list[Judged]) -> Iterator[tuple[str, float, float, float]]:
    """Precision, recall, F1 and how often the outcome is right, with intervals over plans."""
    cells = scores(rows)
    drawn = resampling(len(rows), None, 2000, 20260101) @ cells
    right, found, due = drawn.T
    whole = cells.sum(axis=0)
    yield "precision", whole[0] / whole[1], *percentile(right / found)
    yield "recall", whole[0] / whole[2], *percentile(right / due)
    yield "f1", 2 * whole[0] / (whole[1] + whole[2]), *percentile(2 * right / (found + due))
    same = np.array([row.found == row.due for row in rows], dtype=float)
    resampled = resampling(len(rows), None, 2000, 20260101) @ same / len(rows)
    yield "taken up or not", float(same.mean()), *percentile(resampled)
