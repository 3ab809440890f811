"""Passages: what a text of the Chinese edition was written from, and whether that has changed.

An English chapter consists of a passage for each of its headings, named by the words of the
heading; the first, with the title, is called ``top``. In the Chinese chapter a line
``% en: follow-a-number@1a2b3c4d`` begins a passage: the names of the English passages it says
again, each with the hash of the English that it was written from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from publishing.errors import BuildError
from publishing.paths import BOOK, GENERATED

TOP = "top"
_FENCE = re.compile(r"(`{3,}|:{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6} +(.+?)\s*$")
_LABEL = re.compile(r"\([\w.-]+\)=\s*$")
_MARK = re.compile(r"%\s*en:(.*)$")
_OTHER_MARK = re.compile(r"%\s*only-(?:en|zh):")
_NAME = re.compile(r"([a-z0-9\u4e00-\u9fff-]+)(?:@([0-9a-f]{8}))?")
_INCLUDE = re.compile(r"^```\{include\} (\S+)\n(?::.*\n)*```$", re.MULTILINE)
_SAID = "英文版的相应段落已有改动，本节尚未更新。"
_BEHIND = f'```{{raw}} html\n<p class="edition-note behind">{_SAID}</p>\n```\n'


class Passage(NamedTuple):
    """A part of a Chinese chapter: its line, the English it says by name and hash, its text."""

    line: int
    of: dict[str, str]
    text: str


def english_passages(text: str) -> dict[str, str]:
    """The passages of an English chapter by name, in order.

    >>> [*english_passages("# A\\n\\nText\\n\\n(b)=\\n## B c\\n")]
    ['top', 'b-c']
    """
    found: dict[str, list[str]] = {TOP: []}
    name, is_titled, waiting = TOP, False, list[str]()
    for line, is_plain in _lines(text):
        heading = _HEADING.match(line) if is_plain else None
        if heading and is_titled:
            name = _free(_slug(heading[1]), found)
            found[name] = []
        is_titled = is_titled or bool(heading)
        if is_plain and (_LABEL.match(line) or (waiting and not line.strip())):
            waiting.append(line)  # a label belongs to the heading that follows it
            continue
        found[name] += [*waiting, line]
        waiting = []
    found[name] += waiting
    return {name: "\n".join(lines).strip() for name, lines in found.items()}


def chinese_passages(path: Path) -> list[Passage]:
    """The passages of a Chinese chapter, in order.

    Raises:
        BuildError: naming file and line, where a mark cannot be read or text stands before one.
    """
    found: list[tuple[int, dict[str, str], list[str]]] = []
    lines = _lines(path.read_text(encoding="utf-8"))
    for number, (line, is_plain) in enumerate(lines, 1):
        mark = _MARK.match(line) if is_plain else None
        if mark:
            named = [_NAME.fullmatch(one) for one in mark[1].split()]
            if not named or not all(named):
                raise BuildError(f"{_shown(path)}, line {number}: not as '% en: name@hash …'")
            found.append((number, {one[1]: one[2] or "" for one in named if one}, []))
        elif found:
            found[-1][2].append(line)
        elif line.strip() and not (is_plain and _OTHER_MARK.match(line)):
            raise BuildError(
                f"{_shown(path)}, line {number}: before the first '% en: …' line;"
                " `python -m publishing zh --accept FILE` puts them in"
            )
    return [Passage(line, of, "\n".join(lines).strip() + "\n") for line, of, lines in found]


def english_text(path: Path) -> str:
    """An English chapter with the files that it includes, but for generated ones."""
    return _included(path.read_text(encoding="utf-8"), path.parent)


def _included(text: str, folder: Path) -> str:
    def content(match: re.Match[str]) -> str:
        path = (folder / match[1]).resolve()
        is_written = path.is_file() and not path.is_relative_to(GENERATED)
        return path.read_text(encoding="utf-8") if is_written else match[0]

    return _INCLUDE.sub(content, text)


def hash_of(text: str) -> str:
    """Of an English passage; blanks and line breaks do not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:8]


def behind(passage: Passage, english: Mapping[str, str]) -> list[str]:
    """What of the English has changed, has gone, or was never accepted, each by name."""
    return [
        name
        for name, known in passage.of.items()
        if name not in english or hash_of(english[name]) != known
    ]


def drift(path: Path, english: Path) -> list[str]:
    """One line for each passage of a Chinese chapter that is not up to date."""
    wanted = english_passages(english_text(english))
    told, said = [], set[str]()
    for passage in chinese_passages(path):
        said |= set(passage.of)
        told += [
            f"{_shown(path)}, line {passage.line}: "
            + (
                f"the English passage '{name}' has changed since"
                if name in wanted and passage.of[name]
                else f"'{name}' has not been accepted yet"
                if name in wanted
                else f"there is no English passage '{name}'"
            )
            for name in behind(passage, wanted)
        ]
    told += [f"{_shown(path)}: nothing of '{name}'" for name in wanted if name not in said]
    return told


def with_notes(path: Path, english: str) -> str:
    """A Chinese chapter as Sphinx reads it: without marks, and a note where it lags behind."""
    wanted = english_passages(_included(english, BOOK))
    return "\n".join(
        _noted(passage.text) if behind(passage, wanted) else passage.text
        for passage in chinese_passages(path)
    )


def accept(path: Path, english: Path) -> None:
    """Write into a Chinese chapter the hashes of the English as it is now.

    A chapter without marks gets them where both have headings of the same levels, one by one.

    Raises:
        BuildError: where a mark names no English passage, or the headings do not pair.
    """
    wanted = english_passages(english_text(english))
    text = path.read_text(encoding="utf-8")
    if not any(plain and _MARK.match(line) for line, plain in _lines(text)):
        text = _marked(path, text, english_text(english))
    lines = []
    for number, (line, is_plain) in enumerate(_lines(text), 1):
        mark = _MARK.match(line) if is_plain else None
        if mark:
            names = [one.partition("@")[0] for one in mark[1].split()]
            for name in names:
                if name not in wanted:
                    raise BuildError(
                        f"{_shown(path)}, line {number}: no English passage '{name}'; there are "
                        f"{', '.join(wanted)}"
                    )
            line = f"% en: {' '.join(f'{name}@{hash_of(wanted[name])}' for name in names)}"
        lines.append(line)
    path.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")
    chinese_passages(path)


def _marked(path: Path, text: str, english: str) -> str:
    """The chapter with a mark before each heading, or the labels that stand before it."""
    ours, theirs = _levels(text), _levels(english)
    if ours != theirs:
        raise BuildError(
            f"{_shown(path)}: {len(ours)} headings of levels {ours}, in English {len(theirs)} of "
            f"{theirs}: say by '% en: name …' lines what is said where"
        )
    passages = english_passages(text)  # cut alike, and its own names do not matter
    pairs = zip(english_passages(english), passages.values(), strict=True)
    return "\n\n".join(f"% en: {name}\n{passage}" for name, passage in pairs) + "\n"


def _levels(text: str) -> list[int]:
    return [
        len(line) - len(line.lstrip("#"))
        for line, is_plain in _lines(text)
        if is_plain and _HEADING.match(line)
    ]


def _noted(text: str) -> str:
    lines = text.split("\n")
    at = next((i + 1 for i, line in enumerate(lines) if _HEADING.match(line)), 0)
    return "\n".join([*lines[:at], "", _BEHIND, *lines[at:]])


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands outside fences."""
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line.lstrip())
        if fence:
            yield line, False
            if mark and mark[1].startswith(fence) and line.strip() == mark[1]:
                fence = ""
        else:
            yield line, not mark
            fence = mark[1] if mark else ""


def _slug(heading: str) -> str:
    words = re.sub(r"\{[^}]*\}|`[^`]*`", " ", heading.lower())
    return re.sub(r"[^a-z0-9\u4e00-\u9fff]+", "-", words).strip("-") or "section"


def _free(name: str, taken: Mapping[str, object]) -> str:
    if name not in taken:
        return name
    return next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)


def _shown(path: Path) -> str:
    return "/".join(path.parts[-3:])
