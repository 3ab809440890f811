"""The list of pages, made once, is on each page what the theme would have made for it."""

import pytest

from publishing.sphinx_ext.sidebar import from_page, from_top

HEAD = '<p class="caption" role="heading"><span class="caption-text">{}</span></p>\n'
ENTRY = '<li class="toctree-l1"><a class="reference internal" href="{}">{}</a></li>\n'
OWN = '<li class="toctree-l1 current active"><a class="current reference internal" href="#">'
LISTS = {
    "study": {"book/a.html": "1. A", "book/b.html": "2. B"},
    "cases": {"notebooks/cases/c.html": "C", "notebooks/d.html": "D"},
}
ADDRESSES = {
    "book/a.html": ("a.html", "b.html", "../notebooks/cases/c.html", "../notebooks/d.html"),
    "notebooks/cases/c.html": ("../../book/a.html", "../../book/b.html", "c.html", "../d.html"),
    "search.html": ("book/a.html", "book/b.html", "notebooks/cases/c.html", "notebooks/d.html"),
}


def of_theme(page):
    addresses = iter(ADDRESSES[page])
    made = ""
    for caption, entries in LISTS.items():
        made += HEAD.format(caption)
        made += f'<ul class="{"current " if page in entries else ""}nav bd-sidenav">\n'
        for own, title in entries.items():
            address = next(addresses)
            made += f"{OWN}{title}</a></li>\n" if own == page else ENTRY.format(address, title)
        made += "</ul>\n"
    return made


@pytest.mark.parametrize("page", ADDRESSES)
@pytest.mark.parametrize("first", ADDRESSES)
def test_from_the_list_of_one_page_comes_that_of_another(first, page):
    assert from_page(from_top(of_theme(first), first), page) == of_theme(page)


def test_every_built_page_lists_itself_once(built_book):
    for path in built_book.pages:
        listed = path.read_text("utf-8").partition('class="bd-links')[2].partition("</nav>")[0]
        own = listed.count("toctree-l1 current active")
        address = path.relative_to(built_book.html).as_posix()
        entries = listed.count('class="toctree-l1')
        assert own <= 1, address
        assert entries == 0 or own or path.name in ("search.html", "index.html"), address
