"""A stratified random sample of coded sentences, with the weights that undo the strata."""

from __future__ import annotations

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


def draw_sample(frame: pd.DataFrame, size: int, *, seed: int = SEED, least: int = 3) -> list[Drawn]:
    """Draw about ``size`` sentences, stratified by report and by primary theme.

    ``frame`` comes from ``shares.coding_frame``. Each stratum gives its proportional share but
    not fewer than ``least`` sentences, or all it has, so that rare themes can be judged; the
    sample is therefore somewhat larger than ``size``. Units come in the order of the frame.

    Raises:
        ArgumentError: ``size`` is not between 1 and the number of sentences.
    """
    if not 1 <= size <= len(frame):
        raise ArgumentError(f"a sample of {size} cannot be drawn from {len(frame)} sentences")
    generator = np.random.default_rng(seed)
    drawn: dict[int, float] = {}
    for _, stratum in frame.groupby(["report", "primary"], sort=True):
        due = min(len(stratum), max(least, round(size * len(stratum) / len(frame))))
        for row in generator.choice(stratum.index.to_numpy(), size=due, replace=False):
            drawn[int(row)] = len(stratum) / due
    return [
        Drawn(row["report"], row["sentence"], row["start"], row["end"], drawn[index])
        for index, row in zip(
            sorted(drawn), frame.loc[sorted(drawn)].to_dict("records"), strict=True
        )
    ]
