"""The browser of the tests of pages, for the desk."""

from tests.publishing.conftest import browser

__all__ = ["browser"]
