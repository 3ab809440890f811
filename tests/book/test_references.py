"""The bibliography can be read by standard styles, and by readers of no Chinese."""

import re

import pytest
from pybtex import PybtexEngine
from pybtex.database import parse_file

from publishing.paths import BOOK
from publishing.sphinx_ext.bibliography import AuthorYear, setup

PATH = BOOK / "references.bib"
ENTRIES = parse_file(str(PATH)).entries
_HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.parametrize("key", ENTRIES)
def test_every_author_is_romanised_and_none_is_a_domain(key):
    people = ENTRIES[key].persons["author"]
    assert people
    for person in people:
        family = " ".join(person.last_names)
        assert not _HAN.search(family)
        assert not re.search(r"\w\.(?:cn|com|org|net)\b", str(person))


@pytest.mark.parametrize("key", [k for k, e in ENTRIES.items() if _HAN.search(e.fields["title"])])
def test_a_chinese_title_has_an_english_one_beside_it(key):
    fields = ENTRIES[key].fields
    beside = fields["title"] + fields.get("note", "")
    assert re.search(r"[A-Za-z]{3,} [a-z]", beside)


@pytest.mark.parametrize("style", ["plain", "unsrt", "alpha"])
def test_standard_styles_accept_every_entry(style):
    made = PybtexEngine().format_from_file(
        str(PATH), style=style, output_backend="plaintext", citations=["*"]
    )
    assert len(made.splitlines()) >= len(ENTRIES)


def test_our_style_puts_the_year_after_the_authors():
    setup(None)
    data = parse_file(str(PATH))
    (made,) = list(AuthorYear().format_entries([data.entries["zhou2016"]]))
    text = made.text.render_as("text")
    assert text.startswith("Zhou, Zucheng 周祖成 and Yang, Huiqi 杨惠琪 (2016).")
