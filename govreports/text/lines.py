"""The lines of a file, each with its place and the form in which it is matched."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """One non-blank line, without the blanks around it."""

    start: int
    end: int
    indent: int  # blanks before the first character
    gap: int  # blank lines before it
    view: str  # normalised wording, of the same length as the line


def split(text: str, view: str) -> list[Line]:
    """The non-blank lines of a text, given also in its normalised view."""
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            end = start + len(bare)
            lines.append(Line(start, end, indent, gap, view[start:end]))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    return lines
