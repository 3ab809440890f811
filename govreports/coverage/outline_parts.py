"""Which parts of the Outlines the headings of a report name, and whether in their order.

A heading names a part where a key word of the part's title, or of what the part holds, stands in
it; the words are few and are listed with the parts. What stands under a heading is not asked.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

import pandas as pd

from govreports.codebook.outlines import Element, Prescription
from govreports.coverage.searching import compiled, find, units_of
from govreports.errors import DataError
from govreports.report.folding import fold
from govreports.report.model import Report, Section
from govreports.tables import Source, packaged, read_rows

PART_FIELDS = ("outline", "part", "zh", "en", "items", "named_by")
NAMED_COLUMNS = (
    "section", "marker", "title", "start", "end", "part", "part_zh", "part_en", "likeness",
)  # fmt: skip
CONTENT_COLUMNS = ("section", "marker", "title", "start", "end", "element", "zh", "en", "likeness")
REPEATED_COLUMNS = ("id", "zh", "unit", "start", "end")
QUOTES = "\"'“”「」『』"  # the view makes most of them alike
Naming = Literal["yes", "plans", "no"]
# What follows a title that is part of the name of plans, in the view.
_PLANS = r"[)》〉\"\s]*的?(?:具体)?(?:实施|贯彻|落实|工作)*(?:方案|意见|细则|办法)"


class Part(NamedTuple):
    """A part of an Outline; parts that are general and hold no measures are left out."""

    outline: str
    number: int
    zh: str  # as collated; of the Outline of 2021 the first half of a title in two
    en: str
    items: range  # its items; recalled, but for 2015/1, 2021/4, 5 and 19
    named_by: re.Pattern[str]


def load_parts(source: Source | None = None) -> tuple[Part, ...]:
    """The parts of both Outlines, in their order.

    Raises:
        DataError: The file is malformed; the message names the line.
    """
    source = source or packaged("outline_parts.csv")
    parts = []
    for line, row in read_rows(source, PART_FIELDS):
        try:
            expression = re.compile(row["named_by"])
            number = int(row["part"])
            first, _, last = row["items"].partition("-")
            items = range(int(first), int(last) + 1)
        except (re.error, ValueError) as error:
            raise DataError(f"{source}, line {line}: {error}") from error
        parts.append(Part(row["outline"], number, row["zh"], row["en"], items, expression))
    return tuple(parts)


def named_parts(report: Report, parts: Sequence[Part]) -> pd.DataFrame:
    """The parts that the headings of a report name, in the order of the report.

    ``parts`` are those of one Outline. Headings are read from the outermost inwards: where one
    names a part, what stands under it is not asked; where it names none, the headings under it
    are. A heading that names several parts has a row for each, by the place of their words; one
    that names none, with none under it that does, has one row without a part. Shortcomings and
    outlook are left out, for they go through the same matters again. Columns:
    ``NAMED_COLUMNS``; ``start`` and ``end`` are those of the heading, ``likeness`` that of its
    wording to the part's title.
    """
    rows = [
        (section, part, likeness(section.title, part.zh) if part else float("nan"))
        for section in _children(report, None)
        for section, part in _named(report, section, parts)
    ]
    return pd.DataFrame(
        [
            (
                section.id, section.marker, section.title, *_heading(section),
                part.number if part else None, part.zh if part else "", part.en if part else "",
                alike,
            )
            for section, part, alike in rows
        ],
        columns=list(NAMED_COLUMNS),
    ).astype({"part": "Int64"})  # fmt: skip


def _named(
    report: Report, section: Section, parts: Sequence[Part]
) -> Iterator[tuple[Section, Part | None]]:
    title = fold(section.title)
    found = [(match.start(), part) for part in parts if (match := part.named_by.search(title))]
    if found:
        for _, part in sorted(found, key=lambda at: at[0]):
            yield section, part
        return
    under = [row for child in _children(report, section.id) for row in _named(report, child, parts)]
    if any(part for _, part in under):
        yield from under
    else:
        yield section, None


def _children(report: Report, parent: str | None) -> list[Section]:
    return [
        section
        for section in report.sections
        if section.parent == parent and section.heading and section.role == "body"
    ]


def _heading(section: Section) -> tuple[int, int]:
    return section.heading or (section.start, section.start)


def in_order(numbers: Iterable[int]) -> int:
    """How many of the numbers stand in ascending order: the longest such choice, equals allowed.

    >>> in_order([8, 1, 2, 3, 4, 6, 5])
    5
    """
    ends: list[int] = []
    for number in numbers:
        at = bisect_right(ends, number)
        ends[at : at + 1] = [number]
    return len(ends)


def headed_contents(report: Report, prescription: Prescription) -> pd.DataFrame:
    """Which prescribed content each outermost heading of a report is about.

    A part on shortcomings or on what comes next is the content that seeks that move; another
    belongs to a content whose patterns stand in its heading, else to the account of the past
    year. One row a heading, with ``CONTENT_COLUMNS``; the content is empty where the instrument
    has none for it. ``likeness`` is that of the heading's wording to the content's.
    """
    rows = []
    for section in report.sections:
        if section.level == 1 and section.heading:
            content = _content(section, prescription)
            told = (content.id, content.zh, content.en) if content else ("", "", "")
            alike = likeness(section.title, content.zh) if content else float("nan")
            rows.append(
                (section.id, section.marker, section.title, *_heading(section), *told, alike)
            )
    return pd.DataFrame(rows, columns=list(CONTENT_COLUMNS))


def _content(section: Section, prescription: Prescription) -> Element | None:
    sought = {"problems": "problem", "outlook": "plan"}.get(section.role, "report")
    if sought == "report":
        title = "".join(fold(section.title).split())
        for content in prescription.contents:
            if not content.seek and content.patterns and compiled(content.patterns).search(title):
                return content
    return next((content for content in prescription.contents if content.seek == sought), None)


def repeated(report: Report, titles: Mapping[str, str]) -> pd.DataFrame:
    """Which of some titles stand word for word in a report, punctuation and blanks aside.

    Quotation marks may be missing, but none may stand where the title has none: what they
    enclose is a name, and another name is another wording. ``titles`` are wordings by
    identifier. One row a title and a sentence or heading that has it, with
    ``REPEATED_COLUMNS``; ``unit`` is the sentence, or ``§`` and the section of a heading on a
    line of its own. A title without letters stands nowhere.
    """
    units = units_of(report, report.sentences, report.sections)
    rows = []
    for name, title in titles.items():
        for hit in find(units, _word_for_word(fold(title))):
            rows.append((name, title, hit.unit, hit.start, hit.end))
    return pd.DataFrame(rows, columns=list(REPEATED_COLUMNS))


def naming(report: Report, title: str) -> Naming:
    """Whether a report has the title of an instrument word for word, as `repeated` finds it.

    ``plans`` where it has it only in the name of what carries the instrument out
    (《…纲要》实施方案).
    """
    units = units_of(report, report.sentences, report.sections)
    wording = _word_for_word(fold(title))
    if find(units, re.compile(rf"{wording.pattern}(?!{_PLANS})")):
        return "yes"
    return "plans" if find(units, wording) else "no"


@cache
def _word_for_word(title: str) -> re.Pattern[str]:
    """A title as an expression that allows other punctuation between its letters."""
    expression, between = "", ""
    for character in title:
        if not character.isalnum():
            between += character
            continue
        if expression:
            quoted = any(mark in between for mark in QUOTES)
            expression += r"[\W_]*" if quoted else rf"(?:(?![{QUOTES}])[\W_])*"
        expression, between = expression + re.escape(character), ""
    return re.compile(expression)


def likeness(one: str, other: str) -> float:
    """The share of pairs of neighbouring characters that two wordings have in common (Dice).

    Punctuation and blanks are left out; wordings without a pair are unlike everything.

    >>> round(likeness("严格规范公正文明执法情况", "坚持严格规范公正文明执法"), 3)
    0.818
    """
    pairs = [_pairs("".join(c for c in fold(text) if c.isalnum())) for text in (one, other)]
    total = sum(pairs[0].values()) + sum(pairs[1].values())
    return 2 * (pairs[0] & pairs[1]).total() / total if total else 0.0


def _pairs(letters: str) -> Counter[str]:
    return Counter(letters[at : at + 2] for at in range(len(letters) - 1))
