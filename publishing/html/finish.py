"""The last pass over the built HTML: what the theme brings that nobody needs goes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable
from html import escape
from pathlib import Path

from publishing.contents import root_page
from publishing.editions.languages import ALL, CHINESE_EDITION, ENGLISH, TAGS
from publishing.editions.publication import edition_publication
from publishing.errors import BuildError
from publishing.html.colours import theme_sheet
from publishing.html.editions import (
    edition_folder,
    in_chinese,
    share,
    terms_in_chinese,
    with_head,
    with_shared,
    with_switch,
    write_script_strings,
)
from publishing.html.folded import fold_tables
from publishing.html.fonts import ROOM, chinese_fonts, icon_font
from publishing.html.language import mark_chinese
from publishing.html.linked_figures import AS_TABLE, link_figures
from publishing.html.notes import notes
from publishing.html.outlines import shorter
from publishing.html.page_index import page_index
from publishing.html.slim import slim
from publishing.html.terms import link_terms
from publishing.html.used_styles import keep_used
from publishing.packed import packed
from publishing.paths import ASSETS
from publishing.reference import load_glossary

# The live-code button talks to another host; Font Awesome's script repeats its fonts; Sphinx
# marks what was searched for word by word.
_UNUSED_TAGS = re.compile(
    r'[ \t]*<script type="text/x-thebe-config">.*?</script>\n?'
    r"|[ \t]*<script>const THEBE_JS_URL.*?</script>\n?"
    r"|[ \t]*<(?:script|link)\b[^>]*\b(?:fontawesome|thebe|sphinx_highlight)[^>]*>"
    r"(?:\s*</script>)?\n?",
    re.DOTALL,
)
_UNUSED_FILES = (
    "**/*.map",
    "**/*.ttf",
    "sphinx-thebe.*",
    "**/*.LICENSE.txt",
    "images/logo_*",
    "*webpack-macros.html",
    "sphinx_highlight.js",
)
_UNUSED_FOLDERS = ("vendor", "locales")
_REPEATED_VIEWPORT = re.compile(
    r'<meta name="viewport" content="width=device-width, initial-scale=1"\s*/>'
)
# Without light or dark decided, the first paint lacks colours and lines that move what follows.
_UNDECIDED = '.theme = localStorage.getItem("theme") || "auto";'
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
    "<th></th>": "<td></td>",
    _UNDECIDED: (
        '.theme = { light: "light", dark: "dark" }[localStorage.getItem("mode")]'
        ' || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");'
    ),
}
# What promises that there is something to mend, to drop or to add to: where it stands in a page and
# nothing is found in any, the theme has changed and the mend with it. A book may have no head cell
# without words, no address shown and no style sheet with a query: these are not promised.
_PROMISED: dict[str, str] = {
    '<div class="bd-sidebar-primary bd-sidebar">': "<body",
    '<div class="pst-scrollable-table-container">': '<table class="table"',
    '<div class="output text_html">': '<table class="dataframe"',
    '<div class="math-block"': 'display="block"',
    'role="doc-biblioentry"': '<div role="list" class="citation-list"',
    _UNDECIDED: "<body",
    '<script type="text/x-thebe-config">': "<body",
    "<script>const THEBE_JS_URL": "<body",
    "vendor/fontawesome": "<body",
    "sphinx-thebe.js": "<body",
    "sphinx_highlight": "<body",
    '<article class="bd-article': "<body",
}
# Sphinx gives it only where the page was read in the same run.
_QUERY = re.compile(r"(mystnb\.[0-9a-f]+\.css)\?v=[0-9a-f]+")
# On a narrow screen a figure keeps a size that can be read, and scrolls beside its caption.
_DRAWING = re.compile(
    r"(<figure\b[^>]*>\s*)"
    r"((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?|<svg\b[^>]*>.*?</svg>)",
    re.DOTALL,
)
_FRAME = r'\1<div class="figure-frame" tabindex="0" role="group" aria-label="Figure">\2</div>'
# A link whose text is its address needs none beside it in print.
_SHOWN_ADDRESS = re.compile(
    r'<a\b([^>]*\bhref="(?:https?://doi\.org/)?([^"]+)"[^>]*)>(?=(?:doi:)?\2</a>)'
)
# The same of what is found by its shape.
_SHAPED = {
    _REPEATED_VIEWPORT: "<body",
    _DRAWING: "<figure",
    AS_TABLE: "shown-as-table",
}
_ENTRY = """<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="refresh" content="0; url={page}"></head>
<body><main><h1><a href="{page}">{title}</a></h1></main></body>
</html>
"""


def finish_html(html: Path, languages: Collection[str] = (ENGLISH,)) -> None:
    """Mark Chinese, cut fonts and icons to what is used, and drop unused files.

    The Chinese edition stands in a folder of its own; what is the same in both is there once.
    """
    static = html / "_static"
    pages: dict[Path, str] = {}
    for language in languages:
        pages |= _finish_edition(html, language, has_other=len(languages) > 1)
    sheet = icon_font(pages.values(), static) + chinese_fonts(_texts(html, pages), static)
    keep_used(_sheets(static), _named(html, pages))
    (static / "made.css").write_text(sheet + theme_sheet(), encoding="utf-8")
    for pattern in _UNUSED_FILES:
        paths = list(static.glob(pattern))
        if not paths:
            raise BuildError(f"the theme brings no {pattern} any more: do not drop it")
        for path in paths:
            path.unlink()
    for name in _UNUSED_FOLDERS:
        shutil.rmtree(static / name)


def _finish_edition(html: Path, language: str, *, has_other: bool) -> dict[Path, str]:
    """Write the pages of one edition, and what its scripts know of them; returns the pages."""
    folder = edition_folder(html, language)
    apart = {edition_folder(html, other) for other in ALL if other != language}
    # It holds a hash of absolute paths.
    (folder / ".buildinfo").unlink(missing_ok=True)
    entry = folder / "index.html"  # leads on, has no head, and is written anew below
    read = {
        path: path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.html"))
        if path != entry and (language == CHINESE_EDITION or not apart & set(path.parents))
    }
    check_mends(read.values())
    pages = {
        path: _with_folds(_finish(link_figures(page, path, folder)), _address(path, folder))
        for path, page in read.items()
        if folder / "_static" not in path.parents
    }
    for drawing in sorted((folder / "_images").glob("*.svg")):
        drawing.write_text(shorter(drawing.read_text("utf-8")), encoding="utf-8")
    if language == ENGLISH:
        pages = {path: _linked(mark_chinese(page), path, html) for path, page in pages.items()}
    else:
        pages = {path: in_chinese(page) for path, page in pages.items()}
        write_script_strings(folder)
    scripts = folder / "_static" / "js"
    told: dict[str, object] = {
        "pages": page_index(pages, folder),
        "notes": notes(pages, folder),
    }
    if language == CHINESE_EDITION:
        told |= terms_in_chinese(scripts)
        shared = share(html, folder)
        pages = {p: with_shared(page, _address(p, folder), shared) for p, page in pages.items()}
    if has_other:
        pages = {p: with_switch(page, _address(p, folder), language) for p, page in pages.items()}
    for path, page in pages.items():
        kept = page if _is_written(_address(path, folder)) else slim(page)
        path.write_text(_with_room(kept, _address(path, html)), encoding="utf-8")
    scripts.mkdir(parents=True, exist_ok=True)
    for name, data in told.items():
        (scripts / f"{name}.js").write_text(packed(name, data), encoding="utf-8")
    _write_entry(folder, language)
    return pages


def _with_folds(page: str, address: str) -> str:
    return fold_tables(page) if _is_written(address) else page


def _is_written(address: str) -> bool:
    """Whether an author wrote the page, and no program."""
    is_generated = address.startswith("book/_generated/")
    return address.startswith(("book/", "notebooks/")) and not is_generated


def _with_room(page: str, address: str) -> str:
    """The page with what keeps room for Chinese, before anything of it is shown."""
    script = f'<script src="{"../" * address.count("/")}_static/{ROOM}"></script>\n'
    return with_head(page, address, script)


def _address(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def check_mends(pages: Collection[str]) -> None:
    """A mend that finds nothing where it should is an error, which names what was looked for."""
    for found, promise in _PROMISED.items():
        _check(promise, found, (found in page for page in pages), pages)
    for mend, promise in _SHAPED.items():
        places = (mend.search(page) for page in pages if promise in page)
        _check(promise, f"place like {mend.pattern}", places, pages)


def _check(promise: str, wanted: str, found: Iterable[object], pages: Collection[str]) -> None:
    if any(promise in page for page in pages) and not any(found):
        raise BuildError(f"the pages hold {promise} but no {wanted} to mend or drop any more")


def _finish(page: str) -> str:
    page = _UNUSED_TAGS.sub("", page)
    page = _QUERY.sub(r"\1", page)
    page = _REPEATED_VIEWPORT.sub("", page)
    for found, wanted in _MENDED.items():
        page = page.replace(found, wanted)
    page = _DRAWING.sub(_FRAME, page)
    return _SHOWN_ADDRESS.sub(r"<a data-shown\1>", page)


def _linked(page: str, path: Path, html: Path) -> str:
    """A page that an author wrote, with its terms linked to the glossary."""
    address = _address(path, html)
    if not _is_written(address):
        return page
    root = "../" * address.count("/")
    terms = {term.zh for term in load_glossary()}
    return link_terms(page, terms, f"{root}book/_generated/glossary.html")


def _texts(html: Path, pages: dict[Path, str]) -> list[str]:
    """Everything whose characters a reader can be shown, texts that scripts hold included."""
    scripts = [*html.glob("_static/js/*.js"), *html.glob("_static/*.html")]
    return [*pages.values(), *(path.read_text("utf-8") for path in sorted(scripts))]


def _sheets(static: Path) -> list[Path]:
    """The style sheets that the theme and the extensions bring."""
    own = {path.name for path in ASSETS.glob("*.css")}
    return [path for path in sorted(static.rglob("*.css")) if path.name not in own]


def _named(html: Path, pages: dict[Path, str]) -> list[str]:
    """Everything that may name a class: pages and scripts."""
    return [*pages.values(), *(path.read_text("utf-8") for path in sorted(html.rglob("*.js")))]


def _write_entry(html: Path, language: str) -> None:
    page = _ENTRY.format(
        title=escape(edition_publication(language).title),
        page=f"{root_page()}.html",
        language=TAGS[language],
    )
    (html / "index.html").write_text(page, encoding="utf-8")
