"""The last pass over the built HTML: what the theme brings that nobody needs goes."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

from publishing.contents import root_page
from publishing.html.colours import theme_sheet
from publishing.html.fonts import chinese_fonts, icon_font
from publishing.html.language import mark_chinese
from publishing.html.linked_figures import link_figures
from publishing.metadata import load_publication

# The live-code button talks to another host; Font Awesome's script repeats its fonts.
_UNUSED_TAGS = re.compile(
    r'[ \t]*<script type="text/x-thebe-config">.*?</script>\n?'
    r"|[ \t]*<script>const THEBE_JS_URL.*?</script>\n?"
    r"|[ \t]*<(?:script|link)\b[^>]*\b(?:fontawesome|thebe)[^>]*>(?:\s*</script>)?\n?",
    re.DOTALL,
)
_UNUSED_FILES = ("**/*.map", "**/*.ttf", "sphinx-thebe.*", "**/*.LICENSE.txt", "images/logo_*")
_UNUSED_FOLDERS = ("vendor", "locales", "webpack-macros", "sbt-webpack-macros.html")
_REPEATED_VIEWPORT = re.compile(
    r'<meta name="viewport" content="width=device-width, initial-scale=1"\s*/>'
)
# What readers with a keyboard or a screen reader need and the theme, or pandas, leaves out.
_MENDED = {
    '<div class="bd-sidebar-primary bd-sidebar">': (
        '<div class="bd-sidebar-primary bd-sidebar" role="navigation" aria-label="Book">'
    ),
    '<div class="pst-scrollable-table-container">': (
        '<div class="pst-scrollable-table-container" tabindex="0" role="group" aria-label="Table">'
    ),
    '<div class="output text_html">': (
        '<div class="output text_html" tabindex="0" role="group" aria-label="Output">'
    ),
    '<div class="math-block"': '<div tabindex="0" class="math-block"',
    'role="doc-biblioentry"': 'role="listitem"',
    '<div id="search-results"></div>': (
        '<div id="search-results"></div><script src="_static/js/search.js" defer></script>'
    ),
    "<th></th>": "<td></td>",
}
# On a narrow screen a figure keeps a size that can be read, and scrolls beside its caption.
_DRAWING = re.compile(
    r"(<figure\b[^>]*>\s*)"
    r"((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?|<svg\b[^>]*>.*?</svg>)",
    re.DOTALL,
)
_FRAME = r'\1<div class="figure-frame" tabindex="0" role="group" aria-label="Figure">\2</div>'
_SEARCH_ID = ' id="search-input"'
_ENTRY = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={page}"></head>
<body><main><h1><a href="{page}">{title}</a></h1></main></body>
</html>
"""


def finish_html(html: Path) -> None:
    """Mark Chinese, cut fonts and icons to what is used, and drop unused files."""
    static = html / "_static"
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(html.rglob("*.html"))}
    pages = {
        path: _finish(link_figures(page, path, html))
        for path, page in pages.items()
        if static not in path.parents
    }
    for path, page in pages.items():
        path.write_text(page, encoding="utf-8")
    sheet = icon_font(pages.values(), static) + chinese_fonts(_texts(html, pages), static)
    (static / "made.css").write_text(sheet + theme_sheet(), encoding="utf-8")
    _write_entry(html)
    # It holds a hash of absolute paths.
    (html / ".buildinfo").unlink()
    for pattern in _UNUSED_FILES:
        for path in static.glob(pattern):
            path.unlink()
    for name in _UNUSED_FOLDERS:
        shutil.rmtree(static / name, ignore_errors=True)


def _finish(page: str) -> str:
    page = _UNUSED_TAGS.sub("", page)
    page = _REPEATED_VIEWPORT.sub("", page)
    for found, wanted in _MENDED.items():
        page = page.replace(found, wanted)
    page = _DRAWING.sub(_FRAME, page)
    # The page of results has a second field.
    first, *others = page.split(_SEARCH_ID)
    page = _SEARCH_ID.join([first, "".join(others)]) if others else page
    return mark_chinese(page)


def _texts(html: Path, pages: dict[Path, str]) -> list[str]:
    """Everything whose characters a reader can be shown, texts that scripts hold included."""
    scripts = [*html.glob("_static/js/*.js"), *html.glob("_static/*.html")]
    return [*pages.values(), *(path.read_text("utf-8") for path in sorted(scripts))]


def _write_entry(html: Path) -> None:
    page = _ENTRY.format(title=escape(load_publication().title), page=f"{root_page()}.html")
    (html / "index.html").write_text(page, encoding="utf-8")
