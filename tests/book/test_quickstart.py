"""Every example that the book shows of the library runs and prints what it says."""

import doctest
from pathlib import Path

import govreports
from publishing.pages.api import api_page

BOOK = Path(__file__).resolve().parents[2] / "book"


def test_the_quickstart_prints_what_it_says():
    result = doctest.testfile(str(BOOK / "quickstart.md"), module_relative=False)
    assert result.attempted > 10
    assert not result.failed


def test_the_reference_has_every_public_name_and_frame():
    page = api_page()
    for name in [*govreports.__all__, *govreports.frames()]:
        assert f"## `{name}`\n" in page, name
