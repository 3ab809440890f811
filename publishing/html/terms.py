"""The first mention of a term of the glossary on a page leads to it, in reach of keys as well."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import quote

# Where a link would be one inside another, or a term is no mention of it.
_PASSED = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "button", "nav", "table", "figure", "pre"}
_MENTION = re.compile(r'<span lang="zh-Hans">([^<]+)</span>')
_TOKEN = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*>")


def link_terms(page: str, terms: Collection[str], glossary: str) -> str:
    """The page with the first mention of each of ``terms`` in its text linked to ``glossary``."""
    begin, end = page.find("<article"), page.find("</article>")
    if begin < 0 or end < 0:
        return page
    article, seen = page[begin:end], set[str]()
    out, at = [page[:begin]], 0
    for mention in _MENTION.finditer(article):
        term = mention[1]
        if term in terms and term not in seen and not _is_inside(article[: mention.start()]):
            seen.add(term)
            link = f'<a class="term" href="{glossary}#{quote(term)}">{mention[0]}</a>'
            out += [article[at : mention.start()], link]
            at = mention.end()
    return "".join([*out, article[at:], page[end:]])


def _is_inside(before: str) -> bool:
    """Whether one of the elements that are passed is open after this text."""
    open_now: dict[str, int] = {}
    for tag in _TOKEN.finditer(before):
        if tag[2] in _PASSED:
            open_now[tag[2]] = open_now.get(tag[2], 0) + (-1 if tag[1] else 1)
    return any(count > 0 for count in open_now.values())
