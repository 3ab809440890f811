"""Fonts and settings of every figure, and one way to save them.

The colours are those of ``colours``; still, no figure should tell by colour alone. Figures carry
their own white card, so that they read alike on light and dark pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from govreports.colours import CARD, CATEGORIES, GRID, INK, MUTED, THEME_COLOURS
from govreports.errors import extra

with extra("figures"):
    import matplotlib as mpl
    from cycler import cycler
    from matplotlib import font_manager
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle
    from pylopdf_fonts_zh_cn import sans_path

FONT_FAMILY = "Noto Sans SC"
SEQUENTIAL = "Blues"
_DARK = 0.715  # share of the scale from which white stands out from it more than black, by 4.5:1

_SETTINGS: dict[Any, Any] = {
    "font.family": [FONT_FAMILY, "DejaVu Sans"],
    "font.size": 10,
    "axes.unicode_minus": False,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": INK,
    "axes.titlelocation": "left",
    "axes.titlesize": "medium",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.prop_cycle": cycler(color=list(CATEGORIES)),
    "figure.figsize": (7.2, 4.2),
    "figure.facecolor": CARD,
    "figure.constrained_layout.use": True,
    "savefig.facecolor": CARD,
    "savefig.transparent": False,
    "grid.color": GRID,
    "grid.linewidth": 0.6,
    "image.cmap": SEQUENTIAL,
    "legend.frameon": False,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "svg.fonttype": "path",
    "svg.hashsalt": "govreports",
    "pdf.fonttype": 3,  # outlines: CFF fonts do not survive type 42
}


def font_path() -> Path:
    """The file of the sans-serif Chinese font that figures and clouds are set in."""
    return Path(sans_path())


def use_house_style() -> None:
    """Register the Chinese font and set matplotlib's parameters for the session."""
    _register_font()
    mpl.rcParams.update(_SETTINGS)


def house_style() -> AbstractContextManager[None]:
    """The same for the length of a ``with`` block."""
    _register_font()
    return mpl.rc_context(_SETTINGS)


def _register_font() -> None:
    path = str(font_path())
    if all(entry.fname != path for entry in font_manager.fontManager.ttflist):
        font_manager.fontManager.addfont(path)


def report_colours(reports: Iterable[str]) -> dict[str, str]:
    """A colour for each report, in the order given; give the register's order for stability.

    Beyond the colours that can be told apart, reports share grey: name them in the figure.
    """
    names = list(dict.fromkeys(reports))
    spare = [MUTED] * max(0, len(names) - len(CATEGORIES))
    return dict(zip(names, [*CATEGORIES, *spare], strict=False))


def theme_colours(themes: Sequence[str]) -> list[str]:
    """The colour of each theme; ``KeyError`` for an identifier that is not T0 to T10."""
    return [THEME_COLOURS[theme] for theme in themes]


def cell_grid(
    axes: Axes,
    values: npt.ArrayLike,
    labels: Sequence[Sequence[str]],
    *,
    links: Sequence[Sequence[str]] | None = None,
) -> None:
    """Draw a table as a grid of cells, darker where the value is higher, each with its label.

    ``values``, ``labels`` and ``links`` have the same shape; cells without a number stay white.
    ``links`` are addresses that the cells of the SVG lead to, empty where there is none. The
    first row stands on top, and cells are centred on whole numbers as ``imshow`` has them.
    """
    table = np.asarray(values, dtype=float)
    highest = np.nanmax(table, initial=0.0) or 1.0
    colours = mpl.colormaps[SEQUENTIAL]
    for row, column in np.ndindex(table.shape):
        value = table[row, column] / highest
        shade = CARD if np.isnan(value) else colours(value)
        cell = Rectangle((column - 0.5, row - 0.5), 1, 1, facecolor=shade, linewidth=0)
        ink = "white" if value > _DARK else "black"
        text = axes.text(column, row, labels[row][column], ha="center", va="center", color=ink)
        text.set_fontsize(9 if table.shape[1] < 8 else 8)
        if links and links[row][column]:
            cell.set_url(links[row][column])
            text.set_url(links[row][column])
        axes.add_patch(cell)
    axes.set_xlim(-0.5, table.shape[1] - 0.5)
    axes.set_ylim(table.shape[0] - 0.5, -0.5)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def save(figure: Figure, folder: Path | str, name: str, *, title: str = "") -> Path:
    """Write ``name.svg`` into ``folder`` and return its path: vector on screen and in print.

    The same figure gives the same bytes: no dates, no program versions, fixed identifiers.
    ``title`` becomes the file's title, which screen readers announce. The figure stays open.
    """
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"{name}.svg"
    named = {"Title": title} if title else {}
    with house_style():
        figure.savefig(path, metadata={"Date": None, "Creator": None} | named)
    return path
