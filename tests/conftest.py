"""What tests of several packages share: the book, built once for all of them, and one browser."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

from govreports.cli.language import of_locale
from tests.machine import CHROMIUM, missing

# A slow machine is no fault of the code: no example is timed, whatever else the profile says.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

# What commands say is tested in English, whatever the locale of the machine.
if of_locale(os.environ) != "en":
    os.environ["LC_ALL"] = "C.UTF-8"


class Book(NamedTuple):
    """Where the built book is."""

    html: Path
    pdf: Path

    @property
    def pages(self) -> list[Path]:
        """Every page of the HTML."""
        return sorted(path for path in self.html.rglob("*.html") if "_static" not in path.parts)


@pytest.fixture(scope="session")
def built_book() -> Book:
    """The book of exactly these sources: the one in ``_build`` where it is up to date."""
    from publishing.downloads import pdf_name
    from publishing.metadata import load_publication
    from publishing.paths import HTML, PDF, PROJECT

    # Built in a process of its own: what a build leaves in memory slows all tests after it.
    subprocess.run([sys.executable, "-m", "publishing", "build"], cwd=PROJECT, check=True)
    return Book(HTML, PDF / pdf_name(load_publication()))


@pytest.fixture(scope="session")
def browser():
    """A real Chromium."""
    if CHROMIUM is None:
        missing("chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()
