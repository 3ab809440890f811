"""Web fonts cut down to what the pages use: two Chinese faces and a handful of icons."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from pylopdf_fonts_zh_cn import sans_path, serif_path

from govreports.tables import packaged, read_rows
from govreports.web_font import HAN_RANGE, subset
from publishing.html.language import HAN
from publishing.html.placeholder import local_faces, room_script
from publishing.kept import kept

_CHINESE = re.compile(f"[{HAN}\u2014\u2018-\u201d\u2026\u25a0\u3000-\u303f\uff00-\uffef\u00b7]")
# Of text in Chinese; where the language is not known, marks that English has too stay Latin.
_RANGES = {"": f"U+B7, U+2014, U+2018-201D, U+2026, {HAN_RANGE}", " Fallback": HAN_RANGE}
ROOM = "js/room.js"
_FEATURES = ("kern", "palt", "locl", "ccmp")
_ICON_CLASS = re.compile(r'class="[^"]*\bfa-(?:solid|regular|brands)\b[^"]*"')
_ICON_RULE = re.compile(r"((?:\.fa-[\w-]+::?before,?)+)\{content:\"\\([0-9a-f]+)\"\}")
_ICON_CODE = re.compile(r"\\(f[0-9a-f]{3})\b")
_ICON = re.compile("[\uf000-\uf8ff]")


def chinese_fonts(pages: Iterable[str], folder: Path) -> str:
    """Write one subset of each face for the characters of ``pages``; returns its style sheet."""
    characters = sorted({char for page in pages for char in _CHINESE.findall(page)})
    rules = []
    for name, path in (("Book Han Serif", serif_path()), ("Book Han Sans", sans_path())):
        file = f"{name.lower().replace(' ', '-')}.woff2"
        (folder / file).write_bytes(_subset(Path(path), characters))
        rules += [
            f'@font-face{{font-family:"{name}{use}";src:url("{file}") format("woff2");'
            f"font-display:swap;unicode-range:{covered}}}"
            for use, covered in _RANGES.items()
        ]
        rules += local_faces(name, _RANGES)
    (folder / ROOM).write_text(room_script("".join(characters), _RANGES), encoding="utf-8")
    shown = set(characters)
    rows = read_rows(packaged("traditional.csv"), ("traditional", "simplified"))
    asked = sorted({row["traditional"] for _, row in rows if row["simplified"] in shown} - shown)
    (folder / "book-han-asked.woff2").write_bytes(_subset(Path(sans_path()), asked))
    # What a reader may type in a search: fetched only where such a character is shown.
    covered = ",".join(f"U+{ord(char):X}" for char in asked)
    rules += [
        f'@font-face{{font-family:"{name}";src:url("book-han-asked.woff2") format("woff2");'
        f"font-display:swap;unicode-range:{covered}}}"
        for name in ("Book Han Sans", "Book Han Sans Fallback")
    ]
    return "\n".join(rules) + "\n"


def icon_font(pages: Iterable[str], static: Path) -> str:
    """Replace Font Awesome (2.6 MB) by the icons in use; returns their style sheet.

    Icons are used by class in pages and by code point in the theme's own style sheets.
    """
    vendor = next((static / "vendor" / "fontawesome").iterdir())
    used = {
        name
        for page in pages
        for attribute in _ICON_CLASS.findall(page)
        for name in re.findall(r"fa-[\w-]+", attribute)
    }
    rules, codes = [], set()
    for selectors, code in _ICON_RULE.findall((vendor / "css" / "all.min.css").read_text("utf-8")):
        for name in re.findall(r"\.(fa-[\w-]+)::?before", selectors):
            if name in used:
                rules.append(f'.{name}:before{{content:"\\{code}"}}')
                codes.add(int(code, 16))
    for sheet in (static / "styles").glob("*.css"):
        text = sheet.read_text("utf-8")
        codes |= {int(code, 16) for code in _ICON_CODE.findall(text)}
        codes |= {ord(char) for char in _ICON.findall(text)}
    font = _subset(vendor / "webfonts" / "fa-solid-900.woff2", map(chr, sorted(codes)))
    # In the sheet itself: the bars hold icons, and do not move when these come.
    data = b64encode(font).decode()
    return (
        '@font-face{font-family:"Font Awesome 6 Free";'
        f'src:url("data:font/woff2;base64,{data}") format("woff2");'
        "font-weight:900;font-display:block}\n"
        ':root{--fa-font-solid:normal 900 1em/1 "Font Awesome 6 Free";'
        '--fa-style-family-classic:"Font Awesome 6 Free"}\n'
        ".fa-solid,.fa-regular,.fa-brands,.fas{font:var(--fa-font-solid);display:inline-block;"
        "text-rendering:auto;-webkit-font-smoothing:antialiased}\n"
        ".fa-lg{font-size:1.25em;vertical-align:-.075em}\n" + "\n".join(sorted(rules)) + "\n"
    )


def _subset(path: Path, characters: Iterable[str]) -> bytes:
    """The subset as woff2; most builds use the same characters."""
    text = "".join(characters)
    made_from = f"{path.name} {path.stat().st_size} {_FEATURES} {text}"
    key = hashlib.sha256(made_from.encode()).hexdigest()[:24]
    return kept(f"{key}.woff2", lambda: subset(path, text, _FEATURES))
