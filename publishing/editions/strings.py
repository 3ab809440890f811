"""What the Chinese edition says for words that stand in no chapter: one table, English to Chinese.

The tables are ``book/zh/strings/*.yaml``; to them come the names that the codebook has in both
languages, and its definitions in Chinese. An entry is a whole text: of an element of a page, of an
attribute that is read, of a paragraph of a generated page or of a notebook. ``{}`` stands for
what differs from place to place, and is put into Chinese in its turn.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path

from govreports.analysis import packaged_codebook
from govreports.codebook.strict_yaml import read_yaml
from govreports.desk.entries import entries
from publishing.errors import BuildError
from publishing.paths import CHINESE

STRINGS = CHINESE / "strings"
# What scripts say, and names in the data that they show: both go into the pages as data.
SCRIPTS, NAMES = "scripts.yaml", "names.yaml"
_BLANKS = re.compile(r"\s+")
_NUMBERED = re.compile(r"\{(\d*)\}")
_HOLE = re.compile(r"\\\{\\\}")
_TOKEN = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|textarea|pre|code|math)\b[^>]*>.*?</\1\s*>"
    r"|<[^>]*>"
    r"|[^<]+",
    re.DOTALL,
)
_READ = re.compile(r'(?<=\s)(aria-label|title|alt|placeholder|content)="([^"]*[A-Za-z][^"]*)"')
_DASH = " &#8212; "  # as Sphinx writes it in titles
# What an entry of a table head begins with, where the same word says another thing elsewhere.
_HEAD = "head: "
_HEAD_TAG = re.compile(r"</?th\b")
_LETTER = re.compile("[A-Za-z]")
_FENCE = re.compile(r"^(`{3,}|:{3,})[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_ATTRIBUTES = re.compile(r"(\{\.[^}]*\}\n)(.*)", re.DOTALL)
_PREFIX = re.compile(r"(#{1,6} +|- +|\d+\. +)?(.*)", re.DOTALL)


class Strings:
    """The table, and how a text is looked up in it."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """``table`` has the texts without needless blanks."""
        self.table = table
        self._known: dict[str, str | None] = {}

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        """Those with holes, the ones with the most words of their own first."""
        holed = sorted((key for key in self.table if "{}" in key), key=lambda key: (-len(key), key))
        return [
            (re.compile(_HOLE.sub("(.+?)", re.escape(key)), re.DOTALL), self.table[key])
            for key in holed
        ]

    def find(self, text: str) -> str | None:
        """The Chinese of a whole text, or nothing."""
        if text not in self._known:
            self._known[text] = self.table.get(text) or self._filled(text)
        return self._known[text]

    def __call__(self, text: str) -> str:
        """The Chinese of a whole text, else the text; blanks around it stay."""
        wanted = _plain(text)
        found = self.find(wanted) if _LETTER.search(wanted) else None
        if found is None:
            return text
        before = text[: len(text) - len(text.lstrip())]
        return f"{before}{found}{text[len(text.rstrip()) :]}"

    def _is_known(self, text: str) -> bool:
        return not _LETTER.search(text) or self.find(text) is not None

    def _filled(self, text: str) -> str | None:
        for pattern, chinese in self._patterns:
            if match := pattern.fullmatch(text):
                held = match.groups()
                # What has no word of its own says something only around what is known.
                if _LETTER.search(pattern.pattern) or all(map(self._is_known, held)):
                    return _fill(chinese, [self(one) for one in held])
        return None

    def page(self, page: str) -> str:
        """HTML with every text and every attribute that is read looked up; code stays."""
        is_head = False
        parts = []
        for match in _TOKEN.finditer(page):
            token = match[0]
            if _HEAD_TAG.match(token):
                is_head = not token.startswith("</")
            parts.append(self._token(token, is_head=is_head))
        return "".join(parts)

    def _token(self, token: str, *, is_head: bool) -> str:
        if not token.startswith("<"):
            if not _LETTER.search(token):
                return token
            head = self.table.get(_HEAD + _plain(html.unescape(token))) if is_head else None
            return html.escape(head, quote=False) if head else self._text(token)
        if '="' not in token or token.startswith("<!--"):
            return token
        end = token.find(">") + 1  # of an element that is left alone its tag is read all the same
        return _READ.sub(self._attribute, token[:end]) + token[end:]

    def _attribute(self, match: re.Match[str]) -> str:
        return f'{match[1]}="{self._escaped(match[2], quote=True)}"'

    def _text(self, token: str) -> str:
        """A text between tags; a title names page and book, with a dash between."""
        return _DASH.join(self._escaped(part, quote=False) for part in token.split(_DASH))

    def _escaped(self, text: str, *, quote: bool) -> str:
        plain = html.unescape(text)
        found = self(plain)
        return text if found == plain else html.escape(found, quote=quote)

    def source(self, text: str) -> str:
        """MyST with each paragraph and heading looked up; what is fenced stays."""
        parts, at = [], 0
        for fenced in _FENCE.finditer(text):
            parts += [self._paragraphs(text[at : fenced.start()]), fenced[0]]
            at = fenced.end()
        return "".join([*parts, self._paragraphs(text[at:])])

    def _paragraphs(self, text: str) -> str:
        return "".join(
            block if index % 2 else self._block(block)
            for index, block in enumerate(re.split(r"(\n[ \t]*\n)", text))
        )

    def _block(self, block: str) -> str:
        attributes = _ATTRIBUTES.match(block)
        head, body = (attributes[1], attributes[2]) if attributes else ("", block)
        mark = _PREFIX.match(body.strip("\n"))
        assert mark is not None
        before = body[: len(body) - len(body.lstrip("\n"))]
        after = body[len(body.rstrip("\n")) :]
        return f"{head}{before}{mark[1] or ''}{self(mark[2])}{after}"


def _fill(chinese: str, values: list[str]) -> str:
    """``{}`` in order, or ``{0}`` by number."""
    waiting = iter(values)
    return _NUMBERED.sub(
        lambda hole: values[int(hole[1])] if hole[1] else next(waiting, ""), chinese
    )


def _plain(text: str) -> str:
    """A text as it is looked up: Sphinx bends an apostrophe."""
    return _BLANKS.sub(" ", text).strip().replace("’", "'")


@cache
def strings() -> Strings:
    """The table of this book, read once."""
    of_codebook = {_plain(english): chinese for english, chinese in _of_codebook()}
    return Strings(
        of_codebook
        | _read([path for path in sorted(STRINGS.glob("*.yaml")) if path.name != SCRIPTS])
    )


def script_strings() -> dict[str, str]:
    """What scripts say, blanks as they are, and the names that data have."""
    paths = [path for name in (SCRIPTS, NAMES) if (path := STRINGS / name).is_file()]
    return _read(paths, are_plain=False)


def _read(paths: list[Path], *, are_plain: bool = True) -> dict[str, str]:
    """All tables as one.

    Raises:
        BuildError: naming the file, where a text is said in two ways or an entry is none.
    """
    table: dict[str, str] = {}
    for path in paths:
        name = "/".join(path.parts[-3:])
        content: object = read_yaml(path, name) or {}
        if not isinstance(content, dict):
            raise BuildError(f"{name}: not English texts with their Chinese")
        for english, chinese in content.items():
            if not isinstance(english, str) or not isinstance(chinese, str) or not chinese.strip():
                raise BuildError(f"{name}: {english!r}: not a text with its Chinese")
            key, value = english, chinese
            if are_plain:
                key, value = _plain(key), _BLANKS.sub(" ", value).strip()
            if table.setdefault(key, value) != value:
                raise BuildError(f"{name}: {key!r} is said in another way in another table")
    return table


def _of_codebook() -> Iterator[tuple[str, str]]:
    """Names of codes with and without their identifiers, and what entries say."""
    codebook = packaged_codebook()
    for code in codebook.codes.values():
        yield code.en, code.zh
        yield f"{code.id} {code.en}", f"{code.id} {code.zh}"
        yield f"{code.id} {code.en} {code.zh}", f"{code.id} {code.zh}"
    for entry in entries(codebook):
        for field in ("definition", "use_when", "not_when"):
            yield entry[field]["en"], entry[field]["zh"]
        for miss in entry["near"]:
            yield f": {miss['how']['en']}", f"：{miss['how']['zh']}"
