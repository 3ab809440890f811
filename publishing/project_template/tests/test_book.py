"""The built book holds every report, and its links lead somewhere."""

import re
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from govreports.corpus.register import read_register
from publishing.paths import HTML, corpus_folder


@pytest.fixture(scope="session")
def pages():
    """The pages by name, of a book that is up to date."""
    subprocess.run([sys.executable, "-m", "publishing", "build", "--html-only"], check=True)
    found = (path for path in sorted(HTML.rglob("*.html")) if "_static" not in path.parts)
    return {
        path.relative_to(HTML).as_posix(): BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for path in found
    }


def test_every_report_has_a_page_and_is_on_the_front_page(pages):
    front = str(pages["book/_generated/index.html"])
    for record in read_register(corpus_folder()):
        assert f"book/_generated/reports/{record.id}.html" in pages
        assert re.search(f'href="reports/{record.id}.html"', front)


def test_every_link_to_a_file_leads_to_one(pages):
    broken = []
    for name, page in pages.items():
        for tag in page.find_all(["a", "img", "link", "script"]):
            address = urlsplit(str(tag.get("href") or tag.get("src") or ""))
            if address.scheme or address.netloc or not address.path:
                continue
            if not (HTML / name).parent.joinpath(unquote(address.path)).is_file():
                broken.append(f"{name}: {address.path}")
    assert not broken


def test_no_page_shows_an_error(pages):
    for name, page in pages.items():
        assert not page.select(".cell_output .stderr, .system-message"), name
