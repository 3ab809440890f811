"""What every page says of itself: how to cite it, and for a notebook where its files are."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from publishing.citation import highwire, sentence
from publishing.downloads import NOTEBOOKS
from publishing.metadata import commit, load_publication

_TAG = re.compile(r"<[^>]+>")
_FIRST_HEADING = re.compile(r"</h1>")


def setup(app: Sphinx) -> None:
    """Add to each page as it is written."""
    app.connect("html-page-context", _add)


def _add(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is None or app.builder.name != "html":
        return
    publication = load_publication()
    is_landing = page == app.config.root_doc
    if is_landing:
        context["metatags"] = f"{context.get('metatags', '')}\n{highwire(publication)}"
    root = "../" * page.count("/")
    body = context["body"]
    if page.startswith("notebooks/"):
        files = _notebook_files(root, page.removeprefix("notebooks/"))
        body = _FIRST_HEADING.sub(lambda match: f"{match[0]}\n{files}", body, count=1)
    title = "" if is_landing else _TAG.sub("", context.get("title", ""))
    citation = sentence(publication, title)
    context["body"] = f"{body}\n{_citation(citation, root)}"


def _notebook_files(root: str, stem: str) -> str:
    links = (
        f'<a href="{root}{NOTEBOOKS}/{stem}.{suffix}" download>{stem}.{suffix}</a>'
        for suffix in ("py", "ipynb")
    )
    return f'<p class="notebook-files">This notebook as a file: {", ".join(links)}.</p>'


def _citation(citation: str, root: str) -> str:
    # The title comes out of the page and is HTML already.
    return (
        '<details class="cite-page"><summary>Cite this page</summary>'
        f"<p>{citation} Commit {escape(commit())}. Figures and tables: add their number; "
        "sentences: add the report and ¶, as <em>nantong-2019, ¶ 12.3</em>. "
        f'<a href="{root}book/cite.html">All formats</a></p></details>'
    )
