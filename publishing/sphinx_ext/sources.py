"""Every figure and table that a notebook saved ends its caption in the number of that notebook."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from publishing.contents import notebook_paths
from publishing.editions.languages import ENGLISH, language
from publishing.executed import EXECUTED_VARIABLE, saved_files
from publishing.pages.exhibits import find_exhibits
from publishing.paths import ROOT

_STOPS = (".", "!", "?", "。")


def setup(app: Sphinx) -> None:
    """Complete the captions of a page once it is read."""
    app.connect("doctree-read", _name_sources)


def _name_sources(app: Sphinx, document: nodes.document) -> None:
    page = Path(app.env.doc2path(app.env.docname))
    if page.suffix != ".md":
        return
    stems = {exhibit.label: exhibit.stem for exhibit in find_exhibits([page])}
    savers = _savers()
    for label, caption in _captions(document):
        if label in stems:
            source = nodes.inline("", "", _link(savers[stems[label]]), classes=["made-by"])
            own = "." if language() == ENGLISH else "。"
            stop = "" if caption.astext().rstrip().endswith(_STOPS) else own
            caption += [nodes.Text(f"{stop} "), source]


def _captions(document: nodes.document) -> Iterator[tuple[str, nodes.TextElement]]:
    for node in document.findall(lambda node: isinstance(node, (nodes.figure, nodes.table))):
        for child in node.children:
            if isinstance(child, (nodes.caption, nodes.title)):
                yield from ((name, child) for name in node["names"])


@cache
def _savers() -> dict[str, Path]:
    """Which notebook saved an exhibit."""
    state = Path(os.environ[EXECUTED_VARIABLE])
    return {
        saved.name.partition(".")[0]: path
        for path in notebook_paths()
        for saved in saved_files(state, path).iterdir()
    }


def _link(path: Path) -> addnodes.pending_xref:
    target = f"/{path.relative_to(ROOT).with_suffix('').as_posix()}"
    number = path.stem.partition("_")[0]
    named = number if number.isdigit() else path.stem
    mark = nodes.inline("", f"Notebook\u00a0{named}")
    return addnodes.pending_xref(
        "", mark, refdomain="std", reftype="doc", reftarget=target, refexplicit=True
    )
