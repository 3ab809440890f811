"""Key word in context: every place of a term or phrase, with what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import pandas as pd

from govreports.errors import ArgumentError

Side = Literal["left", "right"]


class Line(NamedTuple):
    """One occurrence. ``start`` and ``end`` are code points of the report's text."""

    report: str
    section: str
    paragraph: str
    sentence: str
    start: int
    end: int
    left: str
    node: str
    right: str


class _Place(NamedTuple):
    section: str
    paragraph: str
    sentence: str
    start: int
    end: int
    token: str


def concordance(
    tokens: pd.DataFrame,
    texts: Mapping[str, str],
    query: str | Sequence[str],
    *,
    width: int = 20,
    fold: Callable[[str], str] = str,
) -> Iterator[Line]:
    """Yield the places of ``query`` in reading order, context cut at the paragraph's ends.

    A sequence of tokens is matched against consecutive tokens of one sentence; a string is
    looked for in the running text of each paragraph, whatever the segmentation, and may
    overlap itself. ``texts`` holds each report's text; ``width`` is the context on either
    side, in code points. ``fold`` maps text to a view of equal length in which to match (for
    width or punctuation). Raises ``ArgumentError`` for an empty query, a negative width or a
    ``fold`` that changes lengths, ``KeyError`` for a report without text.
    """
    if not query or width < 0:
        raise ArgumentError("a concordance needs a query, and a width that is not negative")
    for (report, _), paragraph in tokens.groupby(
        ["report", "paragraph"], sort=False, observed=True
    ):
        text = texts[str(report)]
        first, last = int(paragraph["start"].min()), int(paragraph["end"].max())
        rows = _places(paragraph)
        spans = (
            _phrase_spans(text[first:last], query, first, fold)
            if isinstance(query, str)
            else _token_spans(rows, [fold(token) for token in query], fold)
        )
        for start, end in spans:
            home = next((row for row in reversed(rows) if row.start <= start), rows[0])
            yield Line(
                str(report),
                home.section,
                home.paragraph,
                home.sentence,
                start,
                end,
                text[max(first, start - width) : start],
                text[start:end],
                text[end : min(last, end + width)],
            )


def _places(paragraph: pd.DataFrame) -> list[_Place]:
    columns = [paragraph[name].tolist() for name in _Place._fields]
    return [_Place(*values) for values in zip(*columns, strict=True)]


def _phrase_spans(
    text: str, phrase: str, offset: int, fold: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    view, wanted = fold(text), fold(phrase)
    if len(view) != len(text) or len(wanted) != len(phrase):
        raise ArgumentError("the view in which to match must keep lengths, or offsets would shift")
    at = view.find(wanted)
    while at >= 0:
        yield offset + at, offset + at + len(wanted)
        at = view.find(wanted, at + 1)


def _token_spans(
    rows: Sequence[_Place], wanted: Sequence[str], fold: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    words = [fold(row.token) for row in rows]
    for i in range(len(rows) - len(wanted) + 1):
        last = rows[i + len(wanted) - 1]
        if words[i : i + len(wanted)] == list(wanted) and rows[i].sentence == last.sentence:
            yield rows[i].start, last.end


def sort_lines(lines: Iterable[Line], side: Side) -> list[Line]:
    """Lines by the text to the right of the node, or by the text to its left read backwards.

    Repeated phrasing then stands together; ties keep reading order.
    """
    if side == "right":
        return sorted(lines, key=lambda line: line.right)
    if side == "left":
        return sorted(lines, key=lambda line: line.left[::-1])
    raise ArgumentError(f"lines are sorted by the left or the right, not by {side!r}")


def as_table(lines: Iterable[Line]) -> pd.DataFrame:
    """The lines as a frame with the fields of ``Line`` as columns."""
    return pd.DataFrame(lines, columns=list(Line._fields))
