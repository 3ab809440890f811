"""What every page says of itself: how to cite it, and for a notebook where its files are."""

from __future__ import annotations

import re
from functools import cache
from html import escape, unescape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from govreports.corpus.reading import Record, load_corpus
from publishing.citation import highwire, is_citable
from publishing.contents import is_study
from publishing.downloads import NOTEBOOKS
from publishing.editions.languages import CHINESE_EDITION, ENGLISH, language
from publishing.editions.publication import cited, edition_publication
from publishing.editions.strings import strings
from publishing.metadata import Publication, commit
from publishing.origin import cited_copy, origin
from publishing.pages.html import filled
from publishing.paths import EXAMPLE, GENERATED_REPORTS, ROOT, corpus_folder
from publishing.report_citation import report_chicago, report_gbt7714

_TAG = re.compile(r"<[^>]+>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
# Characters of a description; Chinese says the same in a third of them.
_SHORTEST, _LENGTH = (60, 200) if language() == ENGLISH else (25, 100)
_CLAUSES = re.compile("(.*)[。；，]", re.DOTALL)
_FIRST_HEADING = re.compile(r"</h1>")
# What ends a sentence, leads to an example, and parts sentences.
_MARKS = {ENGLISH: (".", ", as ", " "), CHINESE_EDITION: ("。", "，如", "")}


def setup(app: Sphinx) -> None:
    """Add to each page as it is written."""
    app.connect("html-page-context", _add, priority=900)  # after the theme


def _add(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is None or app.builder.name != "html":
        return
    publication = edition_publication()
    is_landing = page == app.config.root_doc
    title = "" if is_landing else _plain(context.get("title", ""))
    about = _described(context["body"]) or publication.subtitle
    told = filled("metatags.html", title=title, about=about, book=publication.title)
    tags = [context.get("metatags", ""), told]
    context["metatags"] = "\n".join([*tags, highwire(publication)] if is_landing else tags)
    # The theme prints it as it is, with the tags that stand in it as text.
    context["pagetitle"] = escape(context.get("pagetitle", ""))
    root = "../" * page.count("/")
    body = context["body"]
    if page.startswith("notebooks/"):
        names = (f"{page.rpartition('/')[2]}.{suffix}" for suffix in ("py", "ipynb"))
        files = filled(
            "notebook_files.html", files=[(f"{root}{NOTEBOOKS}/{name}", name) for name in names]
        )
        body = _FIRST_HEADING.sub(lambda match: f"{match[0]}\n{files}", body, count=1)
    context["body"] = f"{body}\n{_citation(publication, title, page)}"


def _described(body: str) -> str:
    """The first paragraph of some length, cut after a word; empty where a page has none.

    In Chinese, which has no blanks between words, it is cut after a clause.
    """
    is_chinese = language() == CHINESE_EDITION
    say = strings().page if is_chinese else str
    paragraphs = (" ".join(_plain(say(found)).split()) for found in _PARAGRAPH.findall(body))
    text = next((text for text in paragraphs if len(text) >= _SHORTEST), "")
    text = text.removeprefix("In short. ").removeprefix("要点。").strip()
    if len(text) <= _LENGTH:
        return text
    clauses = _CLAUSES.match(text[:_LENGTH]) if is_chinese else None
    return f"{clauses[1]}……" if clauses else f"{text[:_LENGTH].rsplit(' ', 1)[0]} …"


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html))


def _report(page: str) -> str:
    """How the report that a page shows is cited; empty on every other page."""
    folder = GENERATED_REPORTS.relative_to(ROOT).as_posix()
    if page.rpartition("/")[0] != folder:
        return ""
    record = next((one for one in _records() if one.id == page.rpartition("/")[2]), None)
    if not record:
        return ""
    return report_chicago(record) if language() == ENGLISH else report_gbt7714(record)


@cache
def _records() -> tuple[Record, ...]:
    return load_corpus(corpus_folder()).records


def _citation(publication: Publication, title: str, page: str) -> str:
    stop, example_is, between = _MARKS[language()]
    root, formats = "../" * page.count("/"), ""
    if is_citable(publication):
        formats = "cite.html" if is_study() else "_generated/index.html#how-to-cite"
    return filled(
        "cite_page.html",
        report=_report(page),
        cited=cited(publication, title, cited_copy()),
        commit=commit(),
        tree=origin().tree,
        example=EXAMPLE.read_text(encoding="utf-8"),
        formats=formats and f"{root}book/{formats}",
        is_study=is_study(),
        stop=stop,
        example_is=example_is,
        between=between,
    )
