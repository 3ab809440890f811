"""Both editions side by side: the Chinese pages in a folder of their own, what is alike once.

Each page leads to the same place of the other edition, and says so to those who index it.
"""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Collection
from html import escape
from pathlib import Path

from publishing.downloads import FOLDER, codebook_name, pdf_name
from publishing.editions.languages import ALL, CHINESE_EDITION, ENGLISH, NAMES, TAGS
from publishing.editions.one_language import without_english
from publishing.editions.sources import UNTRANSLATED
from publishing.editions.strings import script_strings, strings
from publishing.errors import BuildError
from publishing.html.language import mark_chinese
from publishing.metadata import load_publication
from publishing.packed import unpacked

_SHARED = ("_static", "_images")
_TEXT_SCRIPT = re.compile(r'<script\b[^>]*\bsrc="[^"]*_static/js/text\.js')
_BUTTONS = '<div class="article-header-buttons">'
# An element around each value makes Chrome end lines early between Chinese and figures.
_VALUE = re.compile(r'<span class="pasted-text">([^<]*)</span>')
_ARTICLE = re.compile(r'<article class="bd-article"')
_STRINGS = "_static/js/strings.js"
_TERMS = ("terms", "codes")  # scripts that say what a term or a code means


def edition_folder(html: Path, language: str) -> Path:
    """Where the pages of an edition stand."""
    return html if language == ENGLISH else html / language


def share(html: Path, folder: Path) -> set[str]:
    """Drop from ``folder`` the files that ``html`` has as well; their addresses."""
    found = set()
    for name in _SHARED:
        for path in sorted((folder / name).rglob("*")):
            address = path.relative_to(folder).as_posix()
            other = html / address
            if path.is_file() and other.is_file() and filecmp.cmp(path, other, shallow=False):
                found.add(address)
                path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return found


def in_chinese(page: str) -> str:
    """A page that Sphinx wrote, with all that is no chapter put into Chinese.

    The text of a page without Chinese is English, and Chinese in it is marked.
    """
    say = strings().page
    if f'class="{UNTRANSLATED}"' not in page:
        return _VALUE.sub(r"\1", say(without_english(page)))
    page, found = _ARTICLE.subn('<article class="bd-article" lang="en"', page)
    if not found:
        raise BuildError("a page that is not in Chinese has no article to say so of any more")
    begin, end = page.find("<article"), page.find("</article>")
    return say(page[:begin]) + mark_chinese(page[begin:end]) + say(page[end:])


def with_shared(page: str, address: str, shared: Collection[str]) -> str:
    """The page with addresses of what both editions share led out of its folder."""
    root = "../" * address.count("/")
    reference = re.compile(
        rf'(\b(?:href|src)="){re.escape(root)}((?:{"|".join(_SHARED)}|{FOLDER})/[^"?#]*)'
    )

    def led(match: re.Match[str]) -> str:
        goal = match[2]
        if goal not in shared and not goal.startswith(f"{FOLDER}/") and goal != _DESK:
            return match[0]
        return f"{match[1]}{root}../{goal}{'?lang=zh' if goal == _DESK else ''}"

    page = reference.sub(led, page)
    publication = load_publication()
    for named in (pdf_name, codebook_name):
        own, english = (named(publication, name) for name in (CHINESE_EDITION, ENGLISH))
        page = page.replace(f"{FOLDER}/{english}", f"{FOLDER}/{own}")
    script = f'<script src="{root}{_STRINGS}" defer></script>\n'
    page, found = _TEXT_SCRIPT.subn(lambda tag: f"{script}{tag[0]}", page, count=1)
    if _ARTICLE.search(page) and not found:
        raise BuildError(f"{address}: no script text.js that strings could stand before any more")
    return page


_DESK = "_static/desk.html"


def write_script_strings(folder: Path) -> None:
    """What scripts say in Chinese, for `book.say`."""
    table = json.dumps(script_strings(), ensure_ascii=False, sort_keys=True, indent=0)
    path = folder / _STRINGS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"globalThis.BOOK_STRINGS = {table};\n", encoding="utf-8")


def terms_in_chinese(scripts: Path) -> dict[str, object]:
    """What cards and search say of terms and codes, in Chinese, from scripts that Sphinx copied.

    English names stay: a query in English finds its term all the same.
    """
    told = {name: unpacked((scripts / f"{name}.js").read_text("utf-8")) for name in _TERMS}
    for entry in (*told["terms"]["glossary"], *told["codes"]):
        entry["sense"] = strings()(entry["sense"])
    return told


def with_switch(page: str, address: str, language: str) -> str:
    """The page with a link to the other edition, and ``link`` elements for both."""
    up = "../" * address.count("/")
    leads = {name: _relative(up, address, language, name) for name in ALL}
    base = load_publication().base_url
    if _BUTTONS not in page:
        if '<article class="bd-article' in page:
            raise BuildError(f"{address}: the page has no place for the switch of editions")
        return page
    (other,) = (name for name in ALL if name != language)
    switch = (
        f'<a class="edition-switch screen-only" lang="{TAGS[other]}" hreflang="{TAGS[other]}"'
        f' href="{escape(leads[other])}">{NAMES[other]}</a>'
    )
    links = "".join(
        f'<link rel="alternate" hreflang="{TAGS[name]}" href="'
        f'{escape(f"{base}{_below(name)}{address}" if base else leads[name])}">\n'
        for name in ALL
    )
    page = page.replace(_BUTTONS, f"{_BUTTONS}{switch}", 1)
    return with_head(page, address, links)


def with_head(page: str, address: str, more: str) -> str:
    """The page with ``more`` at the end of its head.

    Raises:
        BuildError: where the head has no end.
    """
    before, mark, after = page.partition("</head>")
    if not mark:
        raise BuildError(f"{address}: the page has no head to add to")
    return f"{before}{more}{mark}{after}"


def _relative(up: str, address: str, language: str, other: str) -> str:
    out = up if language == ENGLISH else f"{up}../"
    return f"{out}{_below(other)}{address}"


def _below(language: str) -> str:
    return "" if language == ENGLISH else f"{language}/"
