"""What this book adds to Sphinx: one small module for each thing."""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from publishing.sphinx_ext import chinese_search, edition, mathml, order


def setup(app: Sphinx) -> dict[str, Any]:
    """Register all local extensions."""
    for module in (order, edition, mathml, chinese_search):
        module.setup(app)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
