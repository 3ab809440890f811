"""The list of pages beside each page, made once.

The theme makes it anew for every page, a seventh of the time of writing them. It differs in nothing
but how addresses lead from the page, and in which entry is the page itself.
"""

from __future__ import annotations

import posixpath
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

_ENTRY = re.compile(r'<li class="toctree-l1"><a class="reference internal" href="([^"]*)">')
_OTHER = '<li class="toctree-l1"><a class="reference internal" href="{}">'
_OWN = '<li class="toctree-l1 current active"><a class="current reference internal" href="#">'
_LIST, _OWN_LIST = '<ul class="nav bd-sidenav">', '<ul class="current nav bd-sidenav">'
_NAME = "generate_toctree_html"  # what the theme calls it


def setup(app: Sphinx) -> None:
    """Stand before the theme's own."""
    made: dict[str, str] = {}

    def adapt(
        app: Sphinx, page: str, template: str, context: dict[str, Any], tree: nodes.document | None
    ) -> None:
        if app.builder.name != "html" or _NAME not in context:
            return
        of_theme = context[_NAME]
        own = app.builder.get_target_uri(page)

        def list_of_pages(kind: str, startdepth: int = 1, **given: Any) -> Any:
            if kind != "sidebar" or startdepth:
                return of_theme(kind, startdepth=startdepth, **given)
            if "pages" not in made:
                made["pages"] = from_top(str(of_theme(kind, startdepth=startdepth, **given)), own)
            return from_page(made["pages"], own)

        context[_NAME] = list_of_pages

    app.connect("html-page-context", adapt, priority=900)  # after the theme


def from_top(listed: str, own: str) -> str:
    """The list of one page as from the top of the book, where no page is its own."""
    listed = listed.replace(_OWN_LIST, _LIST).replace(_OWN, _OTHER.format(posixpath.basename(own)))
    folder = posixpath.dirname(own)

    def absolute(entry: re.Match[str]) -> str:
        return _OTHER.format(posixpath.normpath(posixpath.join(folder, entry[1])))

    return _ENTRY.sub(absolute, listed)


def from_page(listed: str, own: str) -> str:
    """The list as the page at ``own`` shows it."""
    before, mark, after = listed.partition(_OTHER.format(own))
    if mark:
        head, _, between = before.rpartition(_LIST)
        listed = f"{head}{_OWN_LIST}{between}{_OWN}{after}"
    return _ENTRY.sub(lambda entry: _OTHER.format(relative_uri(own, entry[1])), listed)
