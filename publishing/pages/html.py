"""The templates of generated pages: what is markup stands in them, what is passed in is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from publishing.pages.text import raw_html
from publishing.paths import TEMPLATES

_BESIDE_TAGS = re.compile(r"(?<=>)\s*\n\s*|\s*\n\s*(?=<)|^\s*\n\s*$")
_BETWEEN_WORDS = re.compile(r"\s*\n\s*")


class _Joined(Extension):
    """Lines of a template joined: a break parts words, and is nothing beside a tag."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for lineno, kind, text in stream:
            if kind == "data":
                text = _BETWEEN_WORDS.sub(" ", _BESIDE_TAGS.sub("", text))
            yield Token(lineno, kind, text)


def block(template: str, **values: object) -> str:
    """The HTML that a template gives, as a block of MyST."""
    return raw_html(filled(template, **values))


def filled(template: str, **values: object) -> str:
    """The HTML that a template gives."""
    return templates().get_template(template).render(values)


@cache
def templates() -> Environment:
    """The environment of the pages' templates, made once.

    ``p12.s3 | anchor`` is the address of a sentence, and ``p12.s3 | number`` what a reader sees.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES / "pages"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=[_Joined],
        auto_reload=False,
    )
    made.filters["anchor"] = lambda unit: unit.replace(".", "-")
    made.filters["number"] = lambda unit: unit.removeprefix("p").replace(".s", ".")
    return made
