"""The colours of figures, pages and codes.

They were chosen so that any two of a set stay apart under normal, protanope and deuteranope
vision, and all stand out from white by a contrast of 3:1 or more.
"""

from __future__ import annotations

from collections.abc import Mapping

INK = "#222222"
MUTED = "#6b6b6b"
GRID = "#dcdcdc"
CARD = "#ffffff"

THEME_COLOURS: Mapping[str, str] = {
    "T0": "#8a8a8a",
    "T1": "#4466ee",
    "T2": "#772266",
    "T3": "#ee6611",
    "T4": "#003322",
    "T5": "#bb77cc",
    "T6": "#1122aa",
    "T7": "#bb3355",
    "T8": "#116600",
    "T9": "#331155",
    "T10": "#007799",
}
CATEGORIES: tuple[str, ...] = ("#0072b2", "#d55e00", "#009e73", "#5b2a86", "#3b3b3b")
