"""The figures of an analysed folder: what is there, and themes by year, level and province."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from govreports import figures
from govreports.atomic import writing
from govreports.codebook.model import THEMES
from govreports.figure_words import worded

_OTHER = (
    " Texts of neither known kind may be no reports; the themes are those of law-based government"
    " all the same."
)
NO_YEAR = "no year"
_MOST_COLUMNS = 30  # of a grid: the groups with most reports, where there are more
_BY = {"reporting_year": "year", "level": "level", "province": "province"}


class Drawn(NamedTuple):
    """A figure of the page."""

    file: str
    genre: str  # empty for a figure of all reports
    alt: str
    caption: str


def draw(
    reports: pd.DataFrame,
    by_year: pd.DataFrame,
    by_place: pd.DataFrame,
    folder: Path,
    say: Callable[[str], str] = str,
) -> list[Drawn]:
    """Write the figures into ``folder``; their files are named from the folder above it.

    ``say`` puts what they say into the reader's language.
    """
    years = by_year.assign(by="reporting_year", group=_years(by_year["reporting_year"]))
    shares = pd.concat([years, by_place], ignore_index=True)
    with writing(folder), figures.house_style():
        _reports_by_year(reports, folder, say)
        drawn = [
            Drawn(
                f"{folder.name}/reports.svg",
                "",
                "Bars: number of reports by year and genre",
                "Reports by the year they report on, and genre; a duplicate counts once.",
            )
        ]
        for genre, own in shares.groupby("genre", sort=True):
            drawn += _grids(str(genre), own, folder, say)
    return drawn


def _grids(
    genre: str, shares: pd.DataFrame, folder: Path, say: Callable[[str], str]
) -> Iterator[Drawn]:
    for by, name in _BY.items():
        part = shares[shares["by"] == by]
        sizes = part.groupby("group")["reports"].first().sort_index()
        # One level or one province compares nothing.
        if not len(sizes) or (by != "reporting_year" and len(sizes) < 2):
            continue
        chosen = sizes.sort_values(ascending=False, kind="stable").index[:_MOST_COLUMNS]
        kept = sizes[sizes.index.isin(chosen)]
        save(_grid(part, kept), folder, f"themes-{genre}-{name}", say)
        cut = (
            f" The {len(kept)} with most reports, of {len(sizes)}."
            if len(kept) < len(sizes)
            else ""
        )
        yield Drawn(
            f"{folder.name}/themes-{genre}-{name}.svg",
            genre,
            f"Grid of themes by {name}: mean shares of sentences in {genre} reports",
            f"Mean share of sentences by primary theme and {name}, {genre} reports; each report"
            f" counts alike, and under each {name} is the number of its reports.{cut} Intervals are"
            f" in the table {'theme_shares' if by == 'reporting_year' else 'place_shares'}."
            f"{_OTHER if genre == 'other' else ''}",
        )


def _grid(shares: pd.DataFrame, sizes: pd.Series) -> Figure:
    groups = list(sizes.index)
    wide = shares.pivot(index="theme", columns="group", values="share").loc[list(THEMES), groups]
    figure, axes = plt.subplots(figsize=(max(4.0, 1.6 + 0.7 * len(groups)), 4.6))
    figures.cell_grid(axes, wide, [[f"{v:.0%}" for v in row] for row in wide.to_numpy()])
    axes.set_yticks(range(len(THEMES)), list(THEMES))
    long = max(map(len, groups)) > 6
    ticks = [f"{group}\n({sizes[group]})" for group in groups]
    axes.set_xticks(range(len(groups)), ticks, rotation=45 if long else 0)
    return figure


def _reports_by_year(reports: pd.DataFrame, folder: Path, say: Callable[[str], str]) -> None:
    counted = pd.crosstab(_years(reports["reporting_year"]), reports["genre"])
    figure, axes = plt.subplots(figsize=(7.2, 3.2))
    below = pd.Series(0, index=counted.index)
    for genre in counted.columns:
        axes.bar(counted.index, counted[genre], bottom=below, label=genre)
        below = below + counted[genre]
    axes.yaxis.set_major_locator(plt.MaxNLocator(integer=True))
    axes.set_ylabel("reports")
    axes.tick_params(axis="x", rotation=45 if len(counted) > 10 else 0)
    legend_above(axes)
    save(figure, folder, "reports", say)


def save(figure: Figure, folder: Path, name: str, say: Callable[[str], str]) -> None:
    """Write a figure into ``folder`` in the reader's language, and let it go."""
    with worded(figure, say):
        figures.save(figure, folder, name)
    plt.close(figure)


def legend_above(axes: Axes) -> None:
    """A legend beside nothing that is drawn: above the axes, in one row."""
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=6, borderaxespad=0.2)


def _years(column: pd.Series) -> pd.Series:
    return column.astype("string").fillna(NO_YEAR)
