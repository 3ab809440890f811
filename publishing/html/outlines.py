"""Drawings as small as they can be and look the same.

Matplotlib writes each point of an outline as two numbers of up to eight digits. Told from the
point before, to a tenth of a point (a fifteenth of a pixel), they have two or three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNNEEDED = re.compile(
    r"<\?xml.*?\?>|<!DOCTYPE.*?>|<metadata>.*?</metadata>|<!--.*?-->|(?<=\n) +| +(?=\n)", re.DOTALL
)
# Thousands of letters refer to their outlines by font and number, and are placed to a millionth.
_SHORTER = (
    (re.compile(r'\bid="[A-Za-z]+-[A-Z][a-z]+-(?=[0-9a-f]+")'), 'id="g'),
    (re.compile(r'\bxlink:href="#[A-Za-z]+-[A-Z][a-z]+-(?=[0-9a-f]+")'), 'href="#g'),
    (re.compile(r"(translate\(\d+\.\d)\d+"), r"\1"),
    # Counted parts, to which nothing refers: two figures on a page would have the same.
    (re.compile(r'(<g) id="[A-Za-z]\w*_\d+"'), r"\1"),
)
_OUTLINE = re.compile(r'\bd="([MLQCz\d\s.-]+)"')
_TOKEN = re.compile(r"[A-Za-z]|-?[\d.]+")
_NUMBERS = {"M": 2, "L": 2, "Q": 4, "C": 6}
_STEPS = 10  # of a point


def shorter(drawing: str) -> str:
    """The SVG without what is not drawn, its outlines written relative and to a tenth."""
    drawing = _UNNEEDED.sub("", drawing).strip()
    for long, short in _SHORTER:
        drawing = long.sub(short, drawing)
    return _OUTLINE.sub(lambda match: f'd="{outline(match[1])}"', drawing)


def outline(absolute: str) -> str:
    """An outline of absolute commands, told from point to point.

    >>> outline("M 10 20.04 L 12.5 20 L 12.5 18.26 Q 12 17 11 16 z")
    'M10 20h2.5v-1.7q-.5-1.3-1.5-2.3z'
    """
    made, before = [], ""
    for command, numbers in _relative(absolute):
        # The same command need not be said again; after a start it would be a line.
        said = "" if command == before and command != "M" else command
        written = [_written(number) for number in numbers]
        joined = "".join(
            text if (at == 0 and said) or text.startswith("-") else f" {text}"
            for at, text in enumerate(written)
        )
        made.append(said + joined)
        before = command
    return "".join(made)


def _relative(absolute: str) -> Iterator[tuple[str, list[int]]]:
    """The commands with whole steps from the point before; starts stay where they are."""
    tokens = _TOKEN.findall(absolute)
    here, start, command, at = [0, 0], [0, 0], "", 0
    while at < len(tokens):
        if tokens[at].isalpha():
            command, at = tokens[at], at + 1
        if command == "z":
            here = start
            yield "z", []
            continue
        count = _NUMBERS[command]
        points = [round(float(token) * _STEPS) for token in tokens[at : at + count]]
        at += count
        moved = [number - here[index % 2] for index, number in enumerate(points)]
        here = points[-2:]
        if command == "M":
            start = here
            yield "M", points
        elif command == "L" and 0 in moved:
            yield ("h", moved[:1]) if moved[1] == 0 else ("v", moved[1:])
        else:
            yield command.lower(), moved


def _written(steps: int) -> str:
    whole, part = divmod(abs(steps), _STEPS)
    text = f"{whole or ''}.{part}" if part else str(whole)
    return f"-{text}" if steps < 0 else text
