"""Notebooks are read before the chapters that show their numbers; reports stand as registered."""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from govreports.corpus.reading import read_register
from publishing.paths import GENERATED_REPORTS, ROOT, corpus_folder


def setup(app: Sphinx) -> None:
    """Sort the documents before Sphinx reads them, and the contents before it keeps them."""
    app.connect("env-before-read-docs", _notebooks_first)
    app.connect("doctree-read", _reports_as_registered, priority=400)


def _notebooks_first(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    docnames.sort(key=lambda name: (not name.startswith("notebooks/"), name))


def _reports_as_registered(app: Sphinx, document: nodes.document) -> None:
    """A pattern in the contents gives the reports by name; the register has them by year."""
    folder = GENERATED_REPORTS.relative_to(ROOT).as_posix()
    registered = [f"{folder}/{record.id}" for record in read_register(corpus_folder())]
    for contents in document.findall(addnodes.toctree):
        listed = (name for name in registered if name in contents["includefiles"])
        names = [next(listed) if name in registered else name for name in contents["includefiles"]]
        titles = {name: title for title, name in contents["entries"]}
        contents["includefiles"] = names
        contents["entries"] = [(titles[name], name) for name in names]
