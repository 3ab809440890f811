"""Digits as outlines: numbers that can be seen but are not copied with the text beside them.

The numbers of sentences stand inside the wording of a report. Set as text, they would be taken
along by whoever copies a quotation, and found by whoever searches.
"""

from __future__ import annotations

import json
from functools import cache

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont
from pylopdf_fonts_zh_cn import sans_path


@cache
def digits() -> str:
    """For each digit its width and outline in units of the em, and the em, as JSON for Typst."""
    font = TTFont(sans_path(), lazy=True)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    told: dict[str, object] = {"em": font["head"].unitsPerEm}
    for digit in "0123456789":
        pen = SVGPathPen(glyphs)
        glyph = glyphs[names[ord(digit)]]
        glyph.draw(pen)
        told[digit] = {"width": glyph.width, "path": pen.getCommands()}
    return json.dumps(told)
