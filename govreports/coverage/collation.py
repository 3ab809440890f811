"""The titles of an Outline's measures held against its official text, where one is at hand.

The text numbers its items ``1.`` or ``（四）``, and an item's title is its first sentence. The
texts are no part of the package; ``data/outlines/README.md`` says where they can be put.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from govreports.codebook.model import OUTLINE_ITEMS, Codebook
from govreports.codebook.outlines import Outline
from govreports.coverage.outline_parts import Part
from govreports.errors import DataError
from govreports.numerals import read_han
from govreports.report.folding import fold
from govreports.tables import packaged, read_text

Outcome = Literal["agrees", "differs", "under another number", "not in the text"]
Known = Literal["official text", "read elsewhere", "recalled", "not as printed"]

MARKS: Mapping[Known, str] = {
    "official text": "",
    "read elsewhere": "",
    "recalled": "†",
    "not as printed": "‡",
}
"""What stands after a title in tables and figures, by how it is known."""

_PERIOD = re.compile(r"(20\d\d)[-—–~至]{1,2}(20\d\d)年")
_NUMBERED = (
    re.compile(r"(?:^|(?<=[。\n]))(?P<number>\d{1,2})[.、](?P<title>[^\d。:\n][^。:\n]{1,79})"),
    re.compile(
        r"(?:^|(?<=[。\n]))\((?P<number>[一二三四五六七八九十]{1,3})\)(?P<title>[^。:\n]{2,80})"
    ),
)
_MARKER = r"(?:^|(?<=[。\n]))(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、)"


class Collated(NamedTuple):
    """One measure held against the text of its Outline."""

    measure: str
    item: int
    title: str  # as in the codebook
    outcome: Outcome
    printed: str  # the title under this number in the text; empty where it has none
    difference: str  # how the two differ: [-ours-] {+theirs+}
    part: int | None  # the part under whose heading the text has the item


def outline_of(text: str, name: str) -> str:
    """Which Outline a text is: the first period it names is that of one of them.

    >>> outline_of("法治政府建设实施纲要（2021－2025年）", "x.txt")
    'outline-2021'

    Raises:
        DataError: It names neither period; the message begins with ``name``.
    """
    periods = {"2015": "outline-2015", "2021": "outline-2021"}
    named = _PERIOD.search(fold(text[:4000]))
    if named is None or named[1] not in periods:
        raise DataError(f"{name}: names the period of neither Outline (2015—2020年, 2021—2025年)")
    return periods[named[1]]


def numbered_titles(text: str, items: range) -> dict[int, tuple[int, str]]:
    """Place and title of each numbered item, by its number.

    Of the two ways to number, the one is taken that gives more of ``items``; of its numbers the
    longest sequence that rises, so that a list inside an item is not taken for items.

    >>> numbered_titles("一、任务\\n1.修桥铺路。要修。2.种树。要种。", range(1, 3))
    {1: (5, '修桥铺路'), 2: (15, '种树')}
    """
    view = _view(text)
    return max((_rising(way, view, items) for way in _NUMBERED), key=len)


def collate(
    text: str, outline: Outline, codebook: Codebook, parts: Sequence[Part] = ()
) -> tuple[Collated, ...]:
    """Each measure of an Outline with what its text has under its number.

    Titles are compared without blanks, widths and kinds of quotation marks. ``parts`` are those
    of the Outline; without them no part is told.
    """
    items = OUTLINE_ITEMS[outline.id]
    printed = numbered_titles(text, items)
    elsewhere = {_view(title): item for item, (_, title) in printed.items()}
    starts = sorted(_part_starts(_view(text), parts))
    rows = []
    for code in codebook.of_kind("measure"):
        if code.origin != outline.id:
            continue
        item = int(code.id.rpartition("-")[2])
        place, title = printed.get(item, (None, ""))
        outcome: Outcome = "differs" if title else "not in the text"
        if _view(code.zh) == _view(title):
            outcome = "agrees"
        elif _view(code.zh) in elsewhere:
            outcome = "under another number"
        above = bisect_right(starts, (place, 99)) if place is not None else 0
        rows.append(
            Collated(
                code.id, item, code.zh, outcome, title,
                _difference(code.zh, title) if outcome == "differs" else "",
                starts[above - 1][1] if above else None,
            )
        )  # fmt: skip
    return tuple(rows)


def official_text(outline: str) -> str | None:
    """The text of an Outline in ``data/outlines``; None where nobody has put it there."""
    source = packaged("outlines") / f"{outline}.txt"
    return read_text(source) if source.is_file() else None


def how_known(outline: Outline, codebook: Codebook, text: str | None = None) -> Mapping[str, Known]:
    """How the title of each measure of an Outline is known, by its identifier.

    With the official ``text`` by the text alone; without it a title was read in another source
    that gives it, or it is recalled and was not found in print.
    """
    if text is not None:
        return {
            row.measure: "official text" if row.outcome == "agrees" else "not as printed"
            for row in collate(text, outline, codebook)
        }
    return {
        code.id: "read elsewhere" if code.id in outline.collated else "recalled"
        for code in codebook.of_kind("measure")
        if code.origin == outline.id
    }


def titles_known(outlines: Mapping[str, Outline], codebook: Codebook) -> dict[str, Known]:
    """``how_known`` of all Outlines, with the official texts that are at hand."""
    return {
        measure: how
        for outline in outlines.values()
        for measure, how in how_known(outline, codebook, official_text(outline.id)).items()
    }


def _view(text: str) -> str:
    """A text for comparison: folded, without blanks but with its lines."""
    return re.sub(r"[^\S\n]+", "", fold(text.replace("\r", "")))


def _rising(way: re.Pattern[str], view: str, items: range) -> dict[int, tuple[int, str]]:
    found = [
        (int(read_han(match["number"])), match.start(), match["title"])
        for match in way.finditer(view)
    ]
    found = [one for one in found if one[0] in items]
    ends: list[int] = []  # the least number that a rising sequence of each length ends with
    before: list[int] = []  # for each length its last place in `found`
    previous: list[int] = []
    for index, (number, *_) in enumerate(found):
        length = bisect_left(ends, number)
        ends[length : length + 1] = [number]
        before[length : length + 1] = [index]
        previous.append(before[length - 1] if length else -1)
    chain = {}
    index = before[-1] if before else -1
    while index >= 0:
        number, start, title = found[index]
        chain[number] = start, title
        index = previous[index]
    return dict(sorted(chain.items()))


def _part_starts(view: str, parts: Sequence[Part]) -> Iterator[tuple[int, int]]:
    for part in parts:
        if found := re.search(_MARKER + re.escape(_view(part.zh)), view):
            yield found.start(), part.number


def _difference(ours: str, theirs: str) -> str:
    """What would have to change, character by character.

    >>> _difference("完善制度体系", "健全制度体系")
    '[-完善-]{+健全+}制度体系'
    """
    told = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs).get_opcodes():
        if kind == "equal":
            told.append(ours[a:b])
            continue
        told += [f"[-{ours[a:b]}-]"] * (a < b) + [f"{{+{theirs[c:d]}+}}"] * (c < d)
    return "".join(told)
