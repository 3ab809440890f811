"""Figures whose parts lead into the book: such a figure stands in the page itself.

A notebook gives a part of a figure the address ``sentences:T4-<report>`` (the sentences of a
theme in a report), ``report:<report>#p12-s3`` (a place) or ``concordance:<word>`` (its lines) with
matplotlib's ``set_url``; after ``|`` follows what the part stands for, which ``told:|24%`` says of
a part that leads nowhere. Inside an ``img`` its links would be dead, so the drawing replaces the
``img``.
"""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, unquote

from publishing.errors import BuildError
from publishing.html.language import HAN
from publishing.html.outlines import shorter

_IMAGE = re.compile(r'<img\b[^>]*\bsrc="([^"]*?/?_images/[^"/]+\.(?:svg|png))"[^>]*>')
# A table stands in the place of such a figure: its image is there for print and for cards.
AS_TABLE = re.compile(r"(<figure\b[^>]*\bshown-as-table\b[^>]*>\s*<img\b)")
_LAZY = 'loading="lazy"'
_ALT = re.compile(r'\balt="([^"]*)"')
# An address with a double quotation mark stands in single ones.
_LINK = re.compile(
    r"""<a xlink:href=(["'])(sentences|report|concordance):((?:(?!\1)[^|])+)"""
    r"""(?:\|((?:(?!\1).)*))?\1[^>]*>"""
)
_TOLD = re.compile(r"""<a xlink:href=(["'])told:\|((?:(?!\1).)*)\1[^>]*>(.*?)</a>""", re.DOTALL)
_HAN = re.compile(f"[{HAN}]")
_POINTS = re.compile(r'<svg\b[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')
_SIZE = re.compile(r'(<svg\b[^>]*?) width="([\d.]+)pt" height="[\d.]+pt"')


def link_figures(page: str, path: Path, html: Path) -> str:
    """The page with every figure that has such links drawn in place."""
    root = "../" * (len(path.relative_to(html).parts) - 1)

    def replaced(match: re.Match[str]) -> str:
        source = path.parent / match[1]
        if not source.is_file():
            return match[0]
        drawing = source.read_text(encoding="utf-8") if source.suffix == ".svg" else ""
        if _LAZY in match[0] or not (_LINK.search(drawing) or _TOLD.search(drawing)):
            return _sized(match[0], drawing, source)
        alt = _ALT.search(match[0])
        return _drawn(drawing, unescape(alt[1]) if alt else "", root)

    return _IMAGE.sub(replaced, AS_TABLE.sub(rf"\1 {_LAZY}", page))


def _sized(image: str, drawing: str, source: Path) -> str:
    """The image with its size, so that nothing below it moves when it comes."""
    if found := _POINTS.search(drawing):
        size = [round(float(points) * 4 / 3) for points in found.groups()]
    elif source.suffix == ".png":
        size = list(png_size(source))
    else:
        return image
    return image.replace("<img", f'<img width="{size[0]}" height="{size[1]}"', 1)


def png_size(path: Path) -> tuple[int, int]:
    """Width and height of a PNG in pixels."""
    head = path.read_bytes()[16:24]
    return int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")


def _drawn(drawing: str, alt: str, root: str) -> str:
    drawing = shorter(drawing)
    opening = f'\\1 class="linked" role="group" aria-label="{escape(alt)}" style="width:\\2pt"'
    drawing, sized = _SIZE.subn(opening, drawing, count=1)
    if not sized:
        raise BuildError(f"the figure {alt!r} has no size in points to mend any more")
    drawing = _TOLD.sub(lambda part: _told(unescape(part[2]), part[3]), drawing)
    return _LINK.sub(
        lambda link: _link(link[2], unescape(link[3]), unescape(link[4] or ""), root), drawing
    )


def _told(told: str, part: str) -> str:
    return f'<g class="told"><title>{escape(told)}</title>{part}</g>'


def _link(kind: str, target: str, told: str, root: str) -> str:
    generated = f"{root}book/_generated"
    if kind == "sentences":
        theme, _, report = target.partition("-")
        address, label = f"{generated}/sentences.html#{target}", f"Sentences: {theme}, {report}"
    elif kind == "concordance":
        address, label = f"{generated}/concordance.html?q={quote(unquote(target))}", unquote(target)
    else:
        report, _, place = target.partition("#")
        address, label = f"{generated}/reports/{report}.html#{place}", f"{report}, {place}"
    label = told or label
    lang = ' lang="zh-Hans"' if _HAN.match(label) else ""
    return f'<a href="{escape(address)}" aria-label="{escape(label)}"{lang}>'
