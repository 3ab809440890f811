"""Notebooks are read before the chapters that show their numbers and figures."""

from __future__ import annotations

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def setup(app: Sphinx) -> None:
    """Sort the documents before Sphinx reads them."""
    app.connect("env-before-read-docs", _notebooks_first)


def _notebooks_first(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    docnames.sort(key=lambda name: (not name.startswith("notebooks/"), name))
