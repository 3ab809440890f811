"""What the Chinese edition says for words that stand in no chapter: one table, English to Chinese.

The tables are ``book/zh/strings/*.yaml``; to them come the names that the codebook has in both
languages, and its definitions in Chinese. An entry is a whole text: of an element of a page, of an
attribute that is read, of a paragraph of a generated page or of a notebook. ``{}`` stands for
what differs from place to place, and is put into Chinese in its turn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from govreports.analysis import packaged_codebook
from govreports.codebook.strict_yaml import read_yaml
from govreports.desk.entries import entries
from govreports.phrases import Phrases, plain
from publishing.errors import BuildError
from publishing.paths import CHINESE

STRINGS = CHINESE / "strings"
# What scripts say, and names in the data that they show: both go into the pages as data.
SCRIPTS, NAMES = "scripts.yaml", "names.yaml"
_BLANKS = re.compile(r"\s+")
_FENCE = re.compile(r"^(`{3,}|:{3,})[^\n]*\n.*?^\1[ \t]*$", re.DOTALL | re.MULTILINE)
_ATTRIBUTES = re.compile(r"(\n*\{\.[^}]*\}\n)(.*)", re.DOTALL)
_PREFIX = re.compile(r"(#{1,6} +|- +|\d+\. +)?(.*)", re.DOTALL)


class Strings(Phrases):
    """The table, and how a text is looked up in it."""

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


@cache
def strings() -> Strings:
    """The table of this book, read once."""
    of_codebook = {plain(english): chinese for english, chinese in _of_codebook()}
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
                key, value = plain(key), _BLANKS.sub(" ", value).strip()
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
