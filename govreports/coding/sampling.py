"""A stratified random sample of coded sentences, with the weights that undo the strata."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from govreports.errors import ArgumentError
from govreports.stats.intervals import SEED


class Drawn(NamedTuple):
    """A sampled unit; ``weight`` is the inverse of its probability of being drawn."""

    report: str
    sentence: str
    start: int
    end: int
    weight: float


def draw_sample(
    frame: pd.DataFrame,
    size: int,
    *,
    seed: int = SEED,
    least: int = 3,
    by: Sequence[str] = ("report", "primary"),
) -> list[Drawn]:
    """Draw ``size`` sentences, stratified by report and by primary theme.

    ``frame`` comes from ``shares.coding_frame``; ``by`` names other columns to stratify by, where
    there are more reports than strata can be filled. Each stratum gives its proportional share but
    not fewer than ``least`` sentences, or all it has, so that rare themes can be judged; where
    ``size`` does not suffice for that, fewer, but one at least: every sentence must be able to be
    drawn. With more strata than ``size`` the sample is therefore larger. Units come in the order
    of the frame.

    Raises:
        ArgumentError: ``size`` is not between 1 and the number of sentences.
    """
    if not 1 <= size <= len(frame):
        raise ArgumentError(f"a sample of {size} cannot be drawn from {len(frame)} sentences")
    generator = np.random.default_rng(seed)
    drawn: dict[int, float] = {}
    strata = [stratum for _, stratum in frame.groupby([*by], sort=True)]
    for stratum, due in zip(strata, allotted([*map(len, strata)], size, least), strict=True):
        for row in generator.choice(stratum.index.to_numpy(), size=due, replace=False):
            drawn[int(row)] = len(stratum) / due
    return [
        Drawn(row["report"], row["sentence"], row["start"], row["end"], drawn[index])
        for index, row in zip(
            sorted(drawn), frame.loc[sorted(drawn)].to_dict("records"), strict=True
        )
    ]


def allotted(strata: Sequence[int], size: int, least: int) -> list[int]:
    """How many to draw of strata with so many sentences: together ``size``, if that can be.

    >>> allotted([60, 12, 2], 20, least=3), allotted([60, 12, 2], 4, least=3)
    ([15, 3, 2], [2, 1, 1])
    """
    floors = ([min(each, floor) for each in strata] for floor in range(least, 0, -1))
    due = next((floor for floor in floors if sum(floor) <= size), [1] * len(strata))
    total = sum(strata)
    while sum(due) < size:
        # The next one goes to the stratum that is furthest below its share.
        lacking = [
            size * each / total - given if given < each else float("-inf")
            for each, given in zip(strata, due, strict=True)
        ]
        due[lacking.index(max(lacking))] += 1
    return due
