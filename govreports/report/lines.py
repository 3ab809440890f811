"""The lines of a file, each with its place and the form in which it is matched."""

from __future__ import annotations

import re
from typing import NamedTuple

from govreports.report.headings import Marker, marker

# A document saved as one line keeps its former line breaks as spaces between Chinese characters;
# spaces beside digits and Latin letters are typography.
_FORMER_BREAK = re.compile(
    r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f]|\([一二三四五六七八九十]|\d{1,2}[.、]\D)"
    r"|(?<=报告|总结|汇报)[ \t]+(?=\S)"
    r"|(?<=[。;:,)])[ \t]+(?=\S)"
)
_ONE_LINE = 300  # code points from which a line can be a whole document
_BREAKS = 4


class Line(NamedTuple):
    """One non-blank line, without the blanks around it."""

    start: int
    end: int
    indent: int  # blanks before the first character
    gap: int  # blank lines before it
    folded: str  # normalised wording, of the same length as the line
    mark: Marker | None  # of a heading or a point that the line opens with
    size: int  # printed width, a Chinese character counting two


_CLOSERS = "\"'』」)》】* "


def is_complete(line: str) -> bool:
    """Whether a line ends where a sentence ends."""
    bare = line.rstrip(_CLOSERS)
    return bare.endswith(("。", ";", "!", "?", ":", "…", "...")) or not bare


def split(text: str, folded: str) -> list[Line]:
    """The non-blank lines of a text, given also as folded.

    A document that was saved as one line is split where its lines once ended.
    """
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            lines.append(_line(bare, folded[start : start + len(bare)], start, indent, gap))
            gap = 0
        else:
            gap += 1
        offset += len(raw)
    longest = max(lines, key=lambda line: len(line.folded), default=None)
    if longest and len(longest.folded) > max(_ONE_LINE, 0.6 * sum(len(k.folded) for k in lines)):
        at = lines.index(longest)
        lines[at : at + 1] = _former_lines(longest, text)
    return lines


def halved(line: Line, text: str, start: int, end: int) -> Line:
    """A stretch of a line as a line of its own; only the first keeps what stands before it."""
    first = start == line.start
    folded = line.folded[start - line.start : end - line.start]
    return _line(
        text[start:end], folded, start, line.indent if first else 0, line.gap if first else 0
    )


def _line(bare: str, folded: str, start: int, indent: int, gap: int) -> Line:
    size = (len(bare) + len(bare.encode("utf-8", "replace"))) // 2
    return Line(start, start + len(bare), indent, gap, folded, marker(folded), size)


def _former_lines(line: Line, text: str) -> list[Line]:
    breaks = list(_FORMER_BREAK.finditer(line.folded))
    if len(breaks) < _BREAKS:
        return [line]
    bare = text[line.start : line.end]
    breaks = [found for found in breaks if not bare[found.start() : found.end()].strip()]
    starts = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(line.folded)]
    return [
        _line(bare[a:b], line.folded[a:b], line.start + a, 0, 0)
        for a, b in zip(starts, ends, strict=True)
    ]
