"""The page of results, in place of Sphinx's search.

Sphinx's index knows words of pages; this book finds sentences, terms and sections by scripts of
its own (``assets/js/search.js``) in data that the pages and the finishing pass write.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx

from publishing.paths import TEMPLATES

PAGE = "search"
SCRIPTS = ("text", "unfold", "found", "cards", "figures")  # of every page, in this order


def setup(app: Sphinx) -> None:
    """Leave Sphinx's index out; add the page, and the scripts that lead on from its results."""
    app.connect("builder-inited", _without_index)
    app.connect("html-collect-pages", _page)
    app.config.templates_path.append(str(TEMPLATES))
    for name in SCRIPTS:
        app.add_js_file(f"js/{name}.js", loading_method="defer")


def _without_index(app: Sphinx) -> None:
    if hasattr(app.builder, "search"):
        app.builder.search = False


def _page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield PAGE, {}, "search.html"
