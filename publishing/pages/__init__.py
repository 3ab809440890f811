"""Pages made before Sphinx reads the book."""

from typing import Any


def generate_pages(corpus: Any) -> None:
    """None yet."""
