"""Word clouds whose sizes can be trusted as far as a cloud's can, and whose colour means something.

The area of a word's letters is proportional to its weight, exactly: where the words do not fit, the
whole cloud is set smaller, never a single word. The layout is fixed by its seed. A cloud still
cannot show rank, interval or context, and long words look larger than they weigh: put the
ranked table beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from math import dist, sqrt
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from govreports.errors import ArgumentError, extra
from govreports.figures import INK, font_path, house_style
from govreports.stats.intervals import SEED

with extra("figures"):
    import matplotlib.pyplot as plt
    from matplotlib.axes import Axes
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch, PathPatch
    from matplotlib.path import Path
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Affine2D
    from wordcloud import WordCloud

Legend = Mapping[str, str]  # label → colour
WIDTH, HEIGHT = 1200, 720  # canvas in points of the layout; only the ratio shows
PANEL = (480, 260)  # canvas of one cloud of several, smaller so that its letters come out larger
_LARGEST, _SMALLEST = 190, 11  # on the canvas of WIDTH; the largest shrinks with the canvas
_STEP = 0.95
_LEGEND_WIDTH = 110  # letters of the legend that fit the width of the figure
# The layout never fills more of the canvas with character squares than this.
_FULLEST = 0.66


class Word(NamedTuple):
    """A word as placed: ``x, y`` is the upper left corner of its ink, ``y`` downwards."""

    text: str
    weight: float
    size: int
    x: int
    y: int
    upright: bool  # False: turned a quarter to the left


class Panel(NamedTuple):
    """One cloud of several: its words as placed on the canvas ``PANEL``."""

    title: str
    words: tuple[Word, ...]
    colours: Mapping[str, str]  # word → colour; words without one are set in ink
    told: Mapping[str, str] = MappingProxyType({})  # word → what it means and weighs


def layout(
    weights: Mapping[str, float],
    *,
    max_words: int = 120,
    seed: int = SEED,
    turned: float = 0.0,
    canvas: tuple[int, int] = (WIDTH, HEIGHT),
) -> tuple[Word, ...]:
    """Place the heaviest words on the canvas, heaviest first; equal input, equal layout.

    Font sizes go with the square root of the weight, so that area goes with the weight. Words
    whose weight is not positive are left out; so are those that would be set too small to
    read. ``turned`` is the share of words to set on their side; Chinese reads badly so. ``canvas``
    is its width and height. Raises ``ArgumentError`` when no weight is positive, one is not finite,
    or no word fits the canvas.
    """
    ranked = sorted(((-w, t) for t, w in weights.items() if w > 0 and t.strip()))[:max_words]
    if not ranked:
        raise ArgumentError("a word cloud needs at least one word of positive weight")
    heaviest = -ranked[0][0]
    if not np.isfinite(heaviest):
        raise ArgumentError(f"the weight of {ranked[0][1]!r} is not finite")
    shares = {text: -w / heaviest for w, text in ranked}
    # A lone short word must not burst the canvas, a long one must fit its width.
    widest = max(len(text) * sqrt(share) for text, share in shares.items())
    squares = sum(len(text) * share for text, share in shares.items())
    width, height = canvas
    largest = min(
        _LARGEST * width / WIDTH, 0.95 * width / widest, sqrt(_FULLEST * width * height / squares)
    )
    while True:
        sizes = {text: round(largest * sqrt(share)) for text, share in shares.items()}
        legible = {text: size for text, size in sizes.items() if size >= _SMALLEST}
        if not legible:
            raise ArgumentError("no word of the cloud fits its canvas legibly")
        placed = _place(legible, seed, 1 - turned, canvas)
        if len(placed) == len(legible) and all(w.size == legible[w.text] for w in placed):
            return tuple(w._replace(weight=float(weights[w.text])) for w in placed)
        largest *= _STEP


def _place(
    sizes: Mapping[str, int], seed: int, horizontal: float, canvas: tuple[int, int]
) -> list[Word]:
    cloud = WordCloud(
        font_path=str(font_path()),
        width=canvas[0],
        height=canvas[1],
        margin=6,
        prefer_horizontal=horizontal,
        max_words=len(sizes),
        min_font_size=_SMALLEST,
        random_state=seed,
        # Given whole sizes as frequencies, full scaling sets each word in exactly its size.
        relative_scaling=1,
        color_func=lambda *_, **__: INK,
    )
    cloud.generate_from_frequencies(dict(sizes), max_font_size=max(sizes.values()))
    return [
        Word(text, 0.0, size, int(column), int(row), orientation is None)
        for (text, _), size, (row, column), orientation, _ in cloud.layout_
    ]


def draw(
    words: Iterable[Word],
    colours: Mapping[str, str],
    legend: Legend,
    *,
    title: str = "",
    told: Mapping[str, str] | None = None,
) -> plt.Figure:
    """Draw placed words as outlines, each in its colour, over a legend of what colours mean.

    Words in ``told`` lead to their lines in the concordance, and say it where they are pointed
    at. Returns a figure that the caller saves and closes. Words without a colour are set in ink.
    """
    with house_style():
        figure, axes = plt.subplots(figsize=(7.2, 7.2 * HEIGHT / WIDTH + 0.5))
        _ink(axes, words, colours, told or {}, (WIDTH, HEIGHT))
        if title:
            axes.set_title(title)
        _explain(figure, legend)
    return figure


def draw_panels(panels: Sequence[Panel], legend: Legend, *, columns: int = 2) -> plt.Figure:
    """Draw several clouds beside and under one another, each under its title, over one legend.

    Each cloud is scaled to its own heaviest word: areas compare within a cloud only. The words
    of a panel are laid out on the canvas ``PANEL``. Returns a figure that the caller saves and
    closes. Raises ``ArgumentError`` without any panel.
    """
    if not panels:
        raise ArgumentError("there is no cloud to draw")
    rows = -(-len(panels) // columns)
    width = 7.2 / columns
    with house_style():
        figure, grid = plt.subplots(
            rows,
            columns,
            figsize=(7.2, rows * (width * PANEL[1] / PANEL[0] + 0.3) + 0.4),
            squeeze=False,
        )
        for axes in grid.flat[len(panels) :]:
            axes.axis("off")
        for axes, panel in zip(grid.flat, panels, strict=False):
            _ink(axes, panel.words, panel.colours, panel.told, PANEL)
            axes.set_title(panel.title, fontsize=10)
        _explain(figure, legend)
    return figure


def _ink(
    axes: Axes,
    words: Iterable[Word],
    colours: Mapping[str, str],
    told: Mapping[str, str],
    canvas: tuple[int, int],
) -> None:
    axes.set(xlim=(0, canvas[0]), ylim=(canvas[1], 0), aspect="equal")
    axes.axis("off")
    font = FontProperties(fname=str(font_path()))
    for word in words:
        outline = _outline(word, font)
        # Not add_patch: it would measure every outline for limits that are fixed already.
        patch = PathPatch(outline, color=colours.get(word.text, INK), linewidth=0)
        if word.text in told:
            patch.set_url(f"concordance:{word.text}|{told[word.text]}")
        axes.add_artist(patch)


def _explain(figure: plt.Figure, legend: Legend) -> None:
    if legend:
        figure.legend(
            handles=[Patch(color=colour, label=label) for label, colour in legend.items()],
            loc="outside lower center",
            ncols=max(1, min(len(legend), _LEGEND_WIDTH // (4 + max(map(len, legend))))),
            fontsize="small",
        )


def _outline(word: Word, font: FontProperties) -> Path:
    path = TextPath((0, 0), word.text.replace("$", r"\$"), size=word.size, prop=font)
    turn = Affine2D().scale(1, -1)
    if not word.upright:
        turn = turn.rotate_deg(-90)
    shape = turn.transform_path(path)
    box = shape.get_extents()
    return Affine2D().translate(word.x - box.x0, word.y - box.y0).transform_path(shape)


def cloud(
    weights: Mapping[str, float],
    *,
    groups: Mapping[str, str] | None = None,
    legend: Legend | None = None,
    title: str = "",
    max_words: int = 120,
    seed: int = SEED,
    told: Mapping[str, str] | None = None,
) -> plt.Figure:
    """A cloud of ``weights`` in which each word takes the colour of its group.

    ``groups`` maps words to labels of ``legend`` (a theme, the report that uses the word most,
    a band of keyness), and ``legend`` labels to colours; only labels that occur are shown. Words
    in ``told`` say it (`draw`).
    Raises ``ArgumentError`` for a group that the legend does not explain.
    """
    words = layout(weights, max_words=max_words, seed=seed)
    belongs, explained = groups or {}, legend or {}
    shown = {word.text: belongs[word.text] for word in words if word.text in belongs}
    unknown = sorted(set(shown.values()) - set(explained))
    if unknown:
        raise ArgumentError(f"the legend does not explain {unknown[0]!r}")
    used = set(shown.values())
    return draw(
        words,
        {text: explained[label] for text, label in shown.items()},
        {label: colour for label, colour in explained.items() if label in used},
        title=title,
        told=told,
    )


def displacement(
    weights: Mapping[str, float], *, seeds: Collection[int], max_words: int = 120
) -> float:
    """How far a word moves from seed to seed: median share of the cloud's width.

    Layouts of the same weights are compared two by two, each seed's with the next; nan for
    fewer than two seeds.
    """
    layouts = [
        {word.text: (word.x, word.y) for word in layout(weights, max_words=max_words, seed=seed)}
        for seed in seeds
    ]
    moved = [
        dist(one[word], other[word]) / WIDTH
        for one, other in pairwise(layouts)
        for word in sorted(one.keys() & other.keys())
    ]
    return median(moved) if moved else float("nan")
