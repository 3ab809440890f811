"""Reports made from those of the corpus by drawing some of their characters anew.

Digits are drawn anew, and one Chinese character in fifty becomes another of the corpus; headings
keep their numerals. So texts differ in words and figures, and are as long and as varied as reports.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

_DIGIT = re.compile(r"(?<!\d)[1-9]\d*")
_HAN = re.compile(r"[一-鿿]")
_KEPT = frozenset("一二三四五六七八九十年月日第是、法治政府建设信息公开报告")
REDRAWN = 50  # one character in so many


def resampled(texts: Sequence[str], count: int) -> Iterator[str]:
    """``count`` texts made from those given in turn, the same ones each time."""
    letters = [c for text in texts for c in text if _HAN.match(c)]
    for number in range(count):
        chance = random.Random(number)
        text = texts[number % len(texts)]
        characters = list(_DIGIT.sub(partial(_redrawn, chance), text))
        for place in chance.sample(range(len(text)), len(text) // REDRAWN):
            if _HAN.match(characters[place]) and characters[place] not in _KEPT:
                characters[place] = chance.choice(letters)
        yield "".join(characters)


def write(folder: Path, corpus: Path, count: int) -> Path:
    """A new folder with so many texts made from those of another; returns it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*.txt"))]
    folder.mkdir(parents=True)
    for number, text in enumerate(resampled(texts, count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def _redrawn(chance: random.Random, figure: re.Match[str]) -> str:
    """Another number of as many digits; years and single digits stay."""
    size = len(figure[0])
    if size == 1 or re.fullmatch(r"(?:19|20)\d\d", figure[0]):
        return figure[0]
    return str(chance.randrange(10 ** (size - 1), 10**size))
