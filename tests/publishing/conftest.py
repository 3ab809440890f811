"""The built pages, served and visited."""

from contextlib import ExitStack

import pytest

from tests.machine import refuses_other_hosts, serving


@pytest.fixture(scope="session")
def site(built_book):
    """The address of the built HTML."""
    with serving(built_book.html) as address:
        yield address


@pytest.fixture
def visit(browser, site):
    """Open a page; what it asks of other hosts, or complains of, fails the test."""

    def go(address, *, width=1440, scheme="light", javascript=True):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
        )
        page = context.new_page()
        stack.enter_context(refuses_other_hosts(page, site))
        stack.callback(context.close)
        page.goto(site + address)
        return page

    with ExitStack() as stack:
        yield go
