"""What this book adds to Sphinx: one small module for each thing."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from publishing.sphinx_ext import (
    about_page,
    bibliography,
    chinese,
    edition,
    fresh,
    mathml,
    numbers,
    order,
    places,
    search,
    sidebar,
    sources,
    tables,
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register all local extensions."""
    modules = (
        order, edition, chinese, bibliography, about_page, mathml, places, numbers, search, sources,
        tables, fresh, sidebar,
    )  # fmt: skip
    for module in modules:
        module.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
