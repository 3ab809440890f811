"""How well names of private persons are found, on the sentences marked in ``names``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from govreports.corpus.names import candidates

HALVES = ("development", "held-out", "kinds-development", "kinds-held-out")
FOLDER = Path(__file__).parent / "names"
_PART = re.compile(r"([【〔][^】〕]*[】〕])")
Span = tuple[int, int]


class Sentence(NamedTuple):
    """A sentence without its marks, and where it names private persons and officials."""

    text: str
    private: tuple[Span, ...]
    officials: tuple[Span, ...]


def sentences(half: str) -> Iterator[Sentence]:
    """The sentences of a half."""
    for line in (FOLDER / f"{half}.txt").read_text(encoding="utf-8").splitlines():
        text, marked = "", {"【": list[Span](), "〔": list[Span]()}
        for part in _PART.split(line):
            if part[:1] in marked:
                marked[part[0]].append((len(text), len(text) + len(part) - 2))
                text += part[1:-1]
            else:
                text += part
        yield Sentence(text, tuple(marked["【"]), tuple(marked["〔"]))


class Found(NamedTuple):
    """Names marked and listed; ``hit`` are marked ones that something listed touches."""

    marked: int
    hit: int
    listed: int
    right: int  # listed places that touch a marked name
    exact: int  # marked names that are listed from their first character to their last


def found(half: str) -> Found:
    """What is found in a half; precision is right/listed, recall hit/marked."""
    marked = hit = listed = right = exact = 0
    for sentence in sentences(half):
        got = [(c.start, c.end) for c in candidates(sentence.text)]
        marked, listed = marked + len(sentence.private), listed + len(got)
        hit += sum(any(_touch(name, place) for place in got) for name in sentence.private)
        right += sum(any(_touch(name, place) for name in sentence.private) for place in got)
        exact += len(set(sentence.private) & set(got))
    return Found(marked, hit, listed, right, exact)


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
