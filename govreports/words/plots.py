"""Two figures of words in use: which stand together, and where each stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from govreports.colours import CARD, CATEGORIES
from govreports.errors import ArgumentError, extra
from govreports.stats.dispersion import positions

with extra("figures"):
    import matplotlib.pyplot as plt
    import networkx as nx
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_EDGE = "#b8b8b8"
_PATCH = {"boxstyle": "round,pad=0.15", "facecolor": CARD, "edgecolor": "none", "alpha": 0.85}
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
    # The largest group has room for four, four stand beside it, the others in rows of four.
    number = max(len(groups), 5)
    places: list[Any] = [[0, 0, 1, 2], [0, 0, 3, 4]]
    places += [[i if i < number else "." for i in range(j, j + 4)] for j in range(5, number, 4)]
    figure, panels = plt.subplot_mosaic(places, figsize=(7.2, 1.2 * len(places)))
    for place in range(number):
        panels[place].axis("off")
    for place, group in enumerate(groups):
        _draw_group(panels[place], graph, group, (min(weights), max(weights)), written)
    return figure


def _draw_group(
    axes: Axes,
    graph: nx.Graph,
    group: Sequence[str],
    weights: tuple[float, float],
    written: Callable[[str], str],
) -> None:
    # In sorted order: the layout depends on it, and a set has none of its own.
    part = nx.Graph(sorted(sorted(edge) for edge in graph.subgraph(group).edges))
    spread = nx.kamada_kawai_layout(part)
    strength = [graph.edges[edge]["weight"] for edge in part.edges]
    widths = list(np.interp(strength, weights, [_THINNEST, _WIDEST]))
    nx.draw_networkx_edges(part, spread, ax=axes, edge_color=_EDGE, width=widths)
    # All patches first: none may cover another word.
    styles: tuple[dict[str, Any], ...] = ({"alpha": 0, "bbox": _PATCH}, {})
    for style in styles:
        for word, (x, y) in spread.items():
            axes.text(
                *(x, y, written(word)), ha="center", va="center", fontsize=8, linespacing=1, **style
            )
    axes.margins(0.25, 0.2)


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
