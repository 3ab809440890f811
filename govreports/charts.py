"""How shares of themes, the course of reports and coverage are drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from itertools import accumulate, cycle, pairwise

import pandas as pd

from govreports import figures
from govreports.coverage.states import STATES
from govreports.errors import extra

with extra("figures"):
    from matplotlib.axes import Axes
    from matplotlib.colors import ListedColormap
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

STATE_COLOURS = dict(zip(STATES, ("#0072b2", "#f2e6d0", "#d9d9d9", "#f7f7f7"), strict=True))
_UPRIGHT = 5  # so many names of reports stand beside each other without meeting
_LINE = 13  # characters of a line under a column
_SHAPES = "osD^vPX*"
_FILLED = 4  # fewer reports do not fill the height
_MARKS = dict(zip(STATES, ("●", "", "–", "·"), strict=True))


def draw_grid(
    axes: Axes, shares: pd.DataFrame, rows: Sequence[str], names: Sequence[str], linked: set[str]
) -> None:
    """Draw shares as a grid of cells: codes from top to bottom, one column a report.

    Cells of the reports in ``linked`` lead to the sentences that they count. ``rows`` and
    ``names`` are the names of codes and reports.
    """
    links = [
        [f"sentences:{code}-{name}" if value and name in linked else "" for name, value in row]
        for code, row in ((code, shares.loc[code].items()) for code in shares.index)
    ]
    labels = [[f"{value:.0%}" for value in row] for row in shares.to_numpy()]
    figures.cell_grid(axes, shares, labels, links=links)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    if len(names) <= _UPRIGHT:
        upright = [textwrap.fill(name, _LINE) for name in names]
        axes.set_xticks(range(len(names)), upright, fontsize=8)
    else:
        axes.set_xticks(range(len(names)), names, fontsize=8)
        for tick in axes.get_xticklabels():
            tick.set(rotation=50, ha="right", rotation_mode="anchor")


def draw_shares(axes: Axes, shares: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Draw shares with their intervals as dots on lines, codes from top to bottom.

    ``shares`` comes from ``coding.shares.shares``; ``names`` are the reports by identifier, in
    the order in which they lie one below the other within each code. Where reports share a
    colour, their dots have other shapes.
    """
    colours = figures.report_colours(names)
    shapes = {colour: cycle(_SHAPES) for colour in colours.values()}
    step = min(0.14, 0.8 / len(names))
    for place, (report, name) in enumerate(names.items()):
        part = shares[shares["report"] == report]
        shift = ((len(names) - 1) / 2 - place) * step
        heights = [row + shift for row in reversed(range(len(part)))]
        lines = axes.hlines(heights, part["low"], part["high"], color=colours[report], alpha=0.5)
        shape = next(shapes[colours[report]])
        dots = axes.scatter(
            part["share"],
            heights,
            s=16,
            color=colours[report],
            marker=shape,
            label=name,
            linewidths=0,
        )
        # Each says its value where it is pointed at.
        said = " ".join(name.split())
        told = [
            f"told:|{row.code}, {said}: {row.share:.1%} ({row.low:.1%} to {row.high:.1%})"
            for row in part.itertuples()
        ]
        lines.set_urls(told)
        dots.set_urls(told)
    axes.xaxis.set_major_formatter("{x:.0%}")
    axes.grid(axis="x")


def draw_stripes(axes: Axes, codings: pd.DataFrame, names: Mapping[str, str]) -> None:
    """Draw each report from beginning to end, a stripe a sentence in the colour of its theme.

    A stripe is as wide as its sentence is long. ``names`` are the reports by identifier, the
    first on top.
    """
    for row, report in enumerate(reversed(list(names))):
        part = codings[codings["report"] == report]
        width = part["characters"] / part["characters"].sum()
        colours = figures.theme_colours(list(part["primary"]))
        axes.barh(row, width, left=width.cumsum() - width, height=0.72, color=colours)
    axes.set_yticks(range(len(names)), list(names.values())[::-1])
    if len(names) < _FILLED:
        axes.set_ylim(-0.6, _FILLED - 0.4)
    axes.set_xlim(0, 1)


def draw_states(
    axes: Axes,
    states: pd.DataFrame,
    rows: Sequence[str],
    *,
    names: Sequence[str],
    links: pd.DataFrame | None = None,
) -> None:
    """Draw coverage as a grid: measures from top to bottom, one column a report.

    ``states`` holds a state of ``coverage.STATES`` for each measure and report, ``links`` the
    address that a cell leads to, empty where there is none. ``rows`` are the names of the
    measures; one of two lines gets a higher row.
    """
    edges = [0.0, *accumulate(1.5 if "\n" in text else 1.0 for text in rows)]
    middles = [(above + below) / 2 for above, below in pairwise(edges)]
    axes.pcolormesh(
        range(states.shape[1] + 1),
        edges,
        states.map(STATES.index),
        cmap=ListedColormap(list(STATE_COLOURS.values())),
        vmin=0,
        vmax=len(STATES) - 1,
        edgecolors="white",
        linewidth=1,
    )
    for row, middle in enumerate(middles):
        for column in range(states.shape[1]):
            state = str(states.iat[row, column])
            ink = "white" if state == "found" else "#444444"
            sign = axes.text(column + 0.5, middle, _MARKS[state], color=ink, fontsize=8)
            sign.set(ha="center", va="center")
            if links is not None and links.iat[row, column]:
                sign.set_url(str(links.iat[row, column]))
    axes.set_yticks(middles, rows, ha="left", fontsize=8, linespacing=1.25)
    axes.set_xticks([column + 0.5 for column in range(states.shape[1])], names, fontsize=8)
    axes.invert_yaxis()
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def name_states(figure: Figure, names: Sequence[str]) -> None:
    """Say below a figure what the colours of ``draw_states`` mean, in the order of ``STATES``."""
    patches = [Patch(facecolor=colour, edgecolor="#999999") for colour in STATE_COLOURS.values()]
    figure.legend(patches, names, loc="outside lower center", ncols=4, fontsize=8)


def measure_name(number: int, zh: str, en: str, *, width: int = 80) -> str:
    """Number and both titles of a measure on one line, or on two where they are long.

    ``width`` is in Latin letters, of which a Chinese character takes two.

    >>> measure_name(3, "权力清单", "lists of powers")
    '3 权力清单 lists of powers'
    """
    between = " " if 2 * len(zh) + len(en) < width else "\n"
    return f"{number} {zh}{between}{en}"
