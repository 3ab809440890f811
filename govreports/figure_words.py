"""The words of a drawn figure in another language: what is drawn once can be saved in both."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from govreports.errors import extra

with extra("figures"):
    from matplotlib.artist import Artist
    from matplotlib.axis import Axis
    from matplotlib.collections import Collection
    from matplotlib.figure import Figure
    from matplotlib.text import Text
    from matplotlib.ticker import Formatter

_HAN = "[\u3400-\u9fff]"
# “公开 disclose”, “T1 依法全面履行政府职能 Government functions”, “10 加强立法 Legislate†”.
_GLOSSED = re.compile(r"(.*[\u3400-\u9fff\u3001-\u3011”）%])\s+[A-Za-z(][^\u3400-\u9fff]*?(†?)")
# “share of sentences 句子占比”, “T1 Government functions 依法全面履行政府职能”.
_GLOSSING = re.compile(rf"(T\d+ )?[A-Za-z][^\u3400-\u9fff]*\s(“?{_HAN}[^A-Za-z]*)")
_BEFORE_YEAR = re.compile(rf"(?<={_HAN})(?=\d{{4}})")


def chinese_alone(text: str) -> str | None:
    """The Chinese of a text that says the same in English before or after it, else nothing.

    >>> chinese_alone("公开 disclose"), chinese_alone("share of sentences 句子占比")
    ('公开', '句子占比')
    >>> chinese_alone("T1 Government functions 依法全面履行政府职能")
    'T1 依法全面履行政府职能'
    >>> chinese_alone("10 加强重点领域政府立法 Legislate in key fields†")
    '10 加强重点领域政府立法†'
    >>> chinese_alone("手机APP"), chinese_alone("DPnorm")
    (None, None)
    """
    if after := _GLOSSED.fullmatch(text):
        return f"{after[1]}{after[2]}"
    before = _GLOSSING.fullmatch(text)
    return f"{before[1] or ''}{before[2]}" if before else None


@contextmanager
def worded(figure: Figure, say: Callable[[str], str]) -> Iterator[None]:
    """The figure with all that it says put through ``say``, and afterwards as it was.

    That are its texts, the labels of its ticks and, of the addresses of its parts, what they tell
    after ``|``. A text that was broken into lines is broken before its year, if it has one.
    """
    undo: list[Callable[[], object]] = []
    for artist in figure.findobj():
        if isinstance(artist, Text):
            undo.append(partial(artist.set_text, artist.get_text()))
            artist.set_text(_in_lines(artist.get_text(), say))
        undo += _tell(artist, say)
    for axes in figure.axes:
        undo += _tick(axes.xaxis, say) + _tick(axes.yaxis, say)
    try:
        yield
    finally:
        for step in reversed(undo):
            step()


class _Said(Formatter):
    """Labels of ticks, put through ``say``."""

    def __init__(self, labels: Formatter, say: Callable[[str], str]) -> None:
        self.labels, self.say = labels, say

    def format_ticks(self, values: list[float]) -> list[str]:
        return [_in_lines(label, self.say) for label in self.labels.format_ticks(values)]

    def __call__(self, x: float, pos: int | None = None) -> str:
        return _in_lines(self.labels(x, pos), self.say)


def _tick(axis: Axis, say: Callable[[str], str]) -> list[Callable[[], object]]:
    labels = axis.get_major_formatter()
    if isinstance(labels, _Said):  # of axes that share theirs
        return []
    axis.set_major_formatter(_Said(labels, say))
    return [partial(axis.set_major_formatter, labels)]


def _tell(artist: Artist, say: Callable[[str], str]) -> list[Callable[[], object]]:
    if isinstance(artist, Collection):
        urls = [*artist.get_urls()]
        if any(urls):
            artist.set_urls([_told(url, say) for url in urls])
            return [partial(artist.set_urls, urls)]
    elif url := artist.get_url():
        artist.set_url(_told(url, say))
        return [partial(artist.set_url, url)]
    return []


def _told(url: str | None, say: Callable[[str], str]) -> str | None:
    address, bar, told = (url or "").partition("|")
    return f"{address}|{say(told)}" if bar else url


def _in_lines(text: str, say: Callable[[str], str]) -> str:
    said = say(text)
    return _BEFORE_YEAR.sub("\n", said, count=1) if "\n" in text and said != text else said
