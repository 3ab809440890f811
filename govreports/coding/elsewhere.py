"""What stands under a heading that announces something else."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from govreports.codebook.loader import Codebook
from govreports.coding.baselines import title_themes
from govreports.report.model import Report


def under_headings(
    reports: Mapping[str, Report], codings: pd.DataFrame, codebook: Codebook
) -> pd.DataFrame:
    """The sentences whose heading names a theme, with ``announced`` beside their ``primary``.

    ``codings`` is the frame of these reports. The heading asked is the nearest one that names a
    theme. Sentences without a matter of their own (T0) and headings are left out.
    """
    announced = [theme for name in reports for theme in title_themes(reports[name], codebook)]
    beside = codings.assign(announced=announced)
    told = (beside["announced"] != "T0") & (beside["primary"] != "T0") & ~beside["is_heading"]
    return beside[told]


def strayed(under: pd.DataFrame) -> pd.DataFrame:
    """How many sentences are about one theme under the heading of another.

    ``under`` comes from ``under_headings``. Columns ``announced, primary, sentences``, the most
    frequent first.
    """
    elsewhere = under[under["announced"] != under["primary"]]
    counted = elsewhere.groupby(["announced", "primary"]).size().rename("sentences").reset_index()
    return counted.sort_values(
        ["sentences", "announced"], ascending=[False, True], ignore_index=True
    )
