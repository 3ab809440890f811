"""What every page says of itself: how to cite it, and for a notebook where its files are."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from publishing.citation import highwire, sentence
from publishing.downloads import NOTEBOOKS
from publishing.metadata import Publication, commit, load_publication

_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_SHORTEST, _LENGTH = 60, 200  # characters of a description
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
    title = "" if is_landing else _plain(context.get("title", ""))
    about = _described(context["body"]) or publication.subtitle
    tags = [context.get("metatags", ""), _metatags(title, about, publication)]
    context["metatags"] = "\n".join([*tags, highwire(publication)] if is_landing else tags)
    root = "../" * page.count("/")
    body = context["body"]
    if page.startswith("notebooks/"):
        files = _notebook_files(root, page.rpartition("/")[2])
        body = _FIRST_HEADING.sub(lambda match: f"{match[0]}\n{files}", body, count=1)
    citation = sentence(publication, escape(title))
    context["body"] = f"{body}\n{_citation(citation, root)}"


def _described(body: str) -> str:
    """The first paragraph of some length, cut after a word; empty where a page has none."""
    paragraphs = (" ".join(_plain(found).split()) for found in _PARAGRAPH.findall(body))
    text = next((text for text in paragraphs if len(text) >= _SHORTEST), "")
    text = text.removeprefix("In short. ")
    return text if len(text) <= _LENGTH else f"{text[:_LENGTH].rsplit(' ', 1)[0]} …"


def _metatags(title: str, about: str, publication: Publication) -> str:
    """What a page shows of itself where it is linked or found."""
    tags = [
        ("name", "description", about),
        ("property", "og:title", title or publication.title),
        ("property", "og:description", about),
        ("property", "og:site_name", publication.title),
        ("property", "og:type", "book" if not title else "article"),
    ]
    return "\n".join(
        f'<meta {kind}="{name}" content="{escape(content)}">' for kind, name, content in tags
    )


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _notebook_files(root: str, stem: str) -> str:
    links = (
        f'<a href="{root}{NOTEBOOKS}/{stem}.{suffix}" download>{stem}.{suffix}</a>'
        for suffix in ("py", "ipynb")
    )
    return f'<p class="notebook-files">This notebook as a file: {", ".join(links)}.</p>'


def _citation(citation: str, root: str) -> str:
    return (
        '<details class="cite-page"><summary>Cite this page</summary>'
        f"<p>{citation} Commit {escape(commit())}. Figures and tables: add their number; "
        "sentences: add the report and ¶, as <em>nantong-2019, ¶ 12.3</em>. "
        f'<a href="{root}book/cite.html">All formats</a></p></details>'
    )
