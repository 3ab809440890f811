"""Two figures of words in use: which stand together, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from govreports.colours import CARD, CATEGORIES
from govreports.errors import ArgumentError, extra
from govreports.figures import font_path
from govreports.stats.dispersion import positions
from govreports.words.label_places import label_places

with extra("figures"):
    import matplotlib.pyplot as plt
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

_EDGE = "#b8b8b8"
_PATCH = {"boxstyle": "square,pad=0.1", "facecolor": CARD, "edgecolor": "none"}
_PANEL = (2.4, 1.2)  # inches of a small group
_LETTERS = 8  # points
_THINNEST, _WIDEST = 0.5, 3.0  # points, for the weakest and the strongest pair drawn


def linked(graph: nx.Graph, *, least: int = 3) -> list[list[str]]:
    """The groups of ``least`` or more words of a network that its edges link, largest first."""
    groups = sorted(nx.connected_components(graph), key=len, reverse=True)
    return [sorted(group) for group in groups if len(group) >= least]


def draw_network(
    graph: nx.Graph, groups: Sequence[Sequence[str]], *, written: Callable[[str], str] = str
) -> Figure:
    """Draw groups of a network of collocations (``linked``), each in a place of its own.

    The wider a line, the larger its weight; ``written`` gives the wording of each word. Raises
    ``ArgumentError`` without a group.
    """
    if not groups:
        raise ArgumentError("there is no group of words to draw")
    weights = [weight for *_, weight in graph.edges.data("weight")]
    # The largest group has room for four, two stand beside it, the others in rows of three.
    number = max(len(groups), 3)
    places: list[Any] = [[0, 0, 1], [0, 0, 2]]
    places += [[i if i < number else "." for i in range(j, j + 3)] for j in range(3, number, 3)]
    size = (_PANEL[0] * 3, _PANEL[1] * len(places))
    figure, panels = plt.subplot_mosaic(places, figsize=size, layout="none")
    figure.subplots_adjust(left=0, right=1, bottom=0, top=1, wspace=0, hspace=0)
    for place in range(number):
        panels[place].axis("off")
    for place, group in enumerate(groups):
        times = 1 if place else 2
        room = (_PANEL[0] * times, _PANEL[1] * times)
        _draw_group(panels[place], graph, group, (min(weights), max(weights)), written, room)
    return figure


def _draw_group(
    axes: Axes,
    graph: nx.Graph,
    group: Sequence[str],
    weights: tuple[float, float],
    written: Callable[[str], str],
    room: tuple[float, float],
) -> None:
    # In sorted order: the layout depends on it, and a set has none of its own.
    part = nx.Graph(sorted(sorted(edge) for edge in graph.subgraph(group).edges))
    start = {word: tuple(place) for word, place in nx.kamada_kawai_layout(part).items()}
    sizes = {word: _size(written(word)) for word in part}
    spread = label_places(list(part.edges), sizes, start, room)
    strength = [graph.edges[edge]["weight"] for edge in part.edges]
    widths = list(np.interp(strength, weights, [_THINNEST, _WIDEST]))
    nx.draw_networkx_edges(part, spread, ax=axes, edge_color=_EDGE, width=widths)
    for word, (x, y) in spread.items():
        shown = axes.text(x, y, written(word), ha="center", va="center", bbox=_PATCH)
        shown.set(fontsize=_LETTERS, linespacing=1)
    axes.set(xlim=(0, room[0]), ylim=(0, room[1]))


def _size(text: str) -> tuple[float, float]:
    """Width and height of a text of some lines, in inches."""
    font = FontProperties(fname=str(font_path()))
    lines = [line.replace("$", r"\$") for line in text.split("\n") if line.strip()]
    widths = [
        TextPath((0, 0), line, size=_LETTERS, prop=font).get_extents().width for line in lines
    ]
    return max(widths, default=0.0) / 72, 1.3 * _LETTERS * len(lines) / 72


def draw_positions(
    tokens: pd.DataFrame,
    words: Sequence[str],
    reports: Mapping[str, str],
    *,
    axis: str,
    written: Callable[[str], str] = str,
) -> Figure:
    """A lexical dispersion plot: a panel a report, a row a word, a stroke an occurrence.

    ``reports`` gives the title of each report drawn, ``axis`` the wording of the axis that runs
    from the beginning of a report to its end. Raises ``ArgumentError`` without report or word.
    """
    if not reports or not words:
        raise ArgumentError("positions are drawn of words in reports: there are none")
    height = max(1.0, len(reports) * (0.16 * len(words) + 0.16))
    figure, panels = plt.subplots(
        len(reports), 1, figsize=(7.2, height), sharex=True, squeeze=False
    )
    rows = list(words)[::-1]
    for axes, (name, title) in zip(panels.flat, reports.items(), strict=True):
        own = tokens[tokens["report"] == name]
        for row, word in enumerate(rows):
            places = positions(own, word)["place"]
            axes.plot(places, [row] * len(places), "|", color=CATEGORIES[0], ms=7)
        axes.set_yticks(range(len(rows)), [written(word) for word in rows], fontsize=7)
        axes.set_xlim(0, 1)
        axes.set_ylim(-0.6, len(rows) - 0.4)
        axes.set_title(title, fontsize=9)
    panels[-1, 0].set_xlabel(axis)
    return figure
