"""The Chinese characters of a page as a font that the page carries, for readers who have none.

Cut out of Noto Sans SC. Where the extra ``figures`` is not installed pages carry nothing, and the
fonts of the reader's system serve.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

FAMILY = "Report Han"
# Marks that English has too stay those of its own font.
HAN_RANGE = "U+25A0, U+3000-303F, U+3400-4DBF, U+4E00-9FFF, U+F900-FAFF, U+FF00-FFEF"
_HAN = re.compile("[\u25a0\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_NEEDED = ("brotli", "fontTools", "pylopdf_fonts_zh_cn")
_HINTING = False  # a sixth of a face, and few screens ask for it


def can_carry() -> bool:
    """Whether what cuts fonts is installed."""
    return all(find_spec(name) for name in _NEEDED)


def characters(page: str) -> frozenset[str]:
    """The Chinese characters of a page, and the signs that stand among them."""
    return frozenset(_HAN.findall(page))


def address(shown: Iterable[str]) -> str:
    """A font with these characters as an address that holds it; empty where none can be made."""
    text = "".join(sorted(shown))
    if not text or not can_carry():
        return ""
    from pylopdf_fonts_zh_cn import sans_path

    return f"data:font/woff2;base64,{b64encode(_cut(Path(sans_path()), text)).decode()}"


def face(shown: Iterable[str]) -> str:
    """The rule of a style sheet that gives these characters to pages as ``FAMILY``, or nothing."""
    font = address(shown)
    return (
        f'@font-face{{font-family:"{FAMILY}";src:url("{font}") format("woff2");'
        f"unicode-range:{HAN_RANGE}}}\n"
        if font
        else ""
    )


def carrying(page: str) -> str:
    """The page with its own characters in its first style sheet."""
    rule = face(characters(page))
    return page.replace("<style>", f"<style>\n{rule}", 1) if rule else page


def subset(path: Path, text: str, features: Iterable[str] = ()) -> bytes:
    """The font cut down to the characters of ``text``, as WOFF2, the same each time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.flavor = "woff2"
    options.hinting = _HINTING
    options.layout_features = list(features)
    # Vertical setting is not used, and measuring outlines again takes longer than all the rest.
    options.drop_tables += ["vhea", "vmtx", "VORG"] + ["GSUB", "GPOS"] * (
        not options.layout_features
    )
    options.name_IDs = [0, 1, 2, 5, 13, 14]
    # The time of the subsetting would be written into the font.
    font = TTFont(path, recalcTimestamp=False, recalcBBoxes=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=text)
    subsetter.subset(font)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


@lru_cache(maxsize=8)
def _cut(path: Path, text: str) -> bytes:
    return subset(path, text)
