"""What reports say against themselves and what they say they will do.

A statement is a shortcoming or a plan. Under numbered headings (一是…, (一)…) each lowest heading
with all that stands under it is one statement; without them, each shortcoming that a sentence
lists is one, and each sentence of plans. Themes come from codings made elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple, Protocol

from govreports.claims.actors import actors_in
from govreports.claims.shortcomings import (
    gives_cause,
    grade_of,
    shortcoming_items,
    syntax_of,
)
from govreports.repeats.shared import sentence_stretch
from govreports.report.model import Report, Section, Sentence

Kind = Literal["shortcoming", "plan"]
Place = Literal["headed", "unheaded", "elsewhere"]
Span = tuple[int, int]

_NO_THEME = "T0"
# 对下一步…提出建议, 部署下一步工作: what comes next is the object of something already done.
_AS_OBJECT = re.compile(
    r"(?:对|就|为|围绕|关于|研究|部署|布置|安排|谋划|明确|提出|讨论|探讨)(?:了|好|做好)?$"
)
_DIGIT = re.compile(r"\d")
_WILL = re.compile(r"将|(?<![纲主重需概])要(?![求点素])|继续|力争|努力|争取")


class Evidence(Protocol):
    """A rule that fired: the code it speaks for, and where."""

    @property
    def code(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Coded(Protocol):
    """A coded sentence, as ``govreports.coding.coder.Coding`` is."""

    @property
    def sentence(self) -> Sentence: ...
    @property
    def primary(self) -> str: ...
    @property
    def themes(self) -> tuple[str, ...]: ...
    @property
    def move(self) -> str: ...
    @property
    def flags(self) -> tuple[str, ...]: ...
    @property
    def evidence(self) -> Sequence[Evidence]: ...


class _Draft(NamedTuple):
    kind: Kind
    place: Place
    span: Span
    text: str
    theme: str
    syntax: tuple[str, ...]
    grade: str


class Statement(NamedTuple):
    """A shortcoming or a plan, with its place and its wording."""

    report: str
    kind: Kind
    place: Place  # the part has a heading, or none; ``elsewhere``: in the body, in passing
    position: float  # share of the report's sentences' characters that come before it
    start: int
    end: int
    text: str
    characters: int
    theme: str  # ``T0`` for a mere slogan; empty where its own words tell no theme
    syntax: str  # how it is brought in, joined by ``+``; plans have none
    grade: str  # how it is worded; plans have none
    actors: str  # whom it names, joined by ``+``; empty where nobody is named
    cause: bool  # whether a reason is given
    figures: bool  # whether it has a figure in it


def statements(name: str, report: Report, codings: Sequence[Coded]) -> list[Statement]:
    """All shortcomings and plans of a report, in order.

    A sentence belongs here by its move (``problem``, ``plan``), outside those parts by its flag
    (``admission``, ``intention``), and as a slogan where an outlook says what will be done. An
    intention that is only the object of something done (对下一步工作提出建议) is no plan.
    """
    groups: dict[tuple[Kind, Place, str], list[Coded]] = defaultdict(list)
    sections = {section.id: section for section in report.sections}
    outlook = {name for name, section in sections.items() if section.role == "outlook"}
    lowest = sections.keys() - {section.parent for section in report.sections}
    for coding in codings:
        kind, elsewhere = _kind_of(report, coding, coding.sentence.section in outlook)
        if kind:
            section = coding.sentence.section
            place = "elsewhere" if elsewhere else _place(sections, section)
            heading = "" if elsewhere or section not in lowest else _headed_part(sections, section)
            groups[kind, place, heading or coding.sentence.id].append(coding)
    drafts: list[_Draft] = []
    for (kind, place, unit), members in groups.items():
        if unit == members[0].sentence.id:
            drafts += _unheaded(name, report, kind, place, members[0])
        else:
            drafts.append(_headed(name, report, kind, members))
    drafts.sort(key=lambda draft: draft.span)
    position = _Positions([coding.sentence for coding in codings])
    return [_statement(name, draft, position.of(draft.span[0])) for draft in drafts]


def _kind_of(report: Report, coding: Coded, outlook: bool) -> tuple[Kind | None, bool]:
    if coding.move == "problem":
        return "shortcoming", False
    if coding.move == "plan":
        return "plan", False
    if "admission" in coding.flags:
        return "shortcoming", True
    if "intention" in coding.flags and not _only_an_object(report, coding):
        return "plan", True
    # A slogan about the year to come is framed as one, but it is what the outlook has to offer.
    slogan = outlook and _WILL.search(report.wording(coding.sentence))
    return ("plan" if slogan else None), False


def _only_an_object(report: Report, coding: Coded) -> bool:
    """Whether every wording that the flag rests on is what something done was about."""
    voiced = [e for e in coding.evidence if e.code == "intention"]
    begin = coding.sentence.start
    return bool(voiced) and all(_AS_OBJECT.search(report.text[begin : e.start]) for e in voiced)


def _headed_part(sections: Mapping[str, Section], identifier: str) -> str:
    """The section itself where it has a heading of its own inside a problems or outlook part."""
    section = sections[identifier]
    above = sections.get(section.parent or "")
    nested = above is not None and above.role in ("problems", "outlook")
    return identifier if section.heading and nested else ""


def _place(sections: Mapping[str, Section], identifier: str) -> Place:
    section = sections.get(identifier)
    while section:
        if section.heading and section.role in ("problems", "outlook"):
            return "headed"
        section = sections.get(section.parent or "")
    return "unheaded"


def _headed(name: str, report: Report, kind: Kind, members: Sequence[Coded]) -> _Draft:
    texts = [sentence_stretch(name, report, member.sentence).text for member in members]
    text = "".join(texts)
    themes = Counter(member.primary for member in members if member.primary != _NO_THEME)
    return _Draft(
        kind,
        "headed",
        (members[0].sentence.start, members[-1].sentence.end),
        text,
        themes.most_common(1)[0][0] if themes else _NO_THEME,
        ("heading", "explained") if len(members) > 1 else ("heading",),
        grade_of(texts[0]) or grade_of(text) or "" if kind == "shortcoming" else "",
    )


def _unheaded(
    name: str, report: Report, kind: Kind, place: Place, coding: Coded
) -> Iterator[_Draft]:
    stretch = sentence_stretch(name, report, coding.sentence)
    whole = _Draft(
        kind,
        place,
        (coding.sentence.start, coding.sentence.end),
        stretch.text,
        coding.primary,
        (),
        "",
    )
    if kind == "plan":
        if not coding.sentence.is_heading:
            yield whole
        return
    items = shortcoming_items(stretch.text)
    syntax = syntax_of(stretch.text, len(items))
    for item in items:
        span = stretch.span(item.start, item.end)
        theme = _theme_within(coding, span, alone=len(items) == 1)
        yield _Draft(kind, place, span, item.text, theme, syntax, item.grade)
    if not items and place == "elsewhere":
        yield whole._replace(syntax=syntax)


def _theme_within(coding: Coded, span: Span, *, alone: bool) -> str:
    """The theme that most rules fired for inside the span.

    Where none fired there, the sentence's theme is that of the item only if it is the only one.
    """
    fired = Counter(
        evidence.code
        for evidence in coding.evidence
        if evidence.code in coding.themes and span[0] <= evidence.start and evidence.end <= span[1]
    )
    if fired:
        return fired.most_common(1)[0][0]
    return coding.primary if alone else ""


class _Positions:
    """How far into a report's sentences a place lies, as a share of their characters."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._ends = [sentence.end for sentence in sentences]
        self._before = [0, *accumulate(s.end - s.start for s in sentences)]

    def of(self, place: int) -> float:
        """The share that comes before a place."""
        begun = bisect_left(self._starts, place)
        left = max(self._ends[begun - 1] - place, 0) if begun else 0
        return (self._before[begun] - left) / self._before[-1]


def _statement(name: str, draft: _Draft, position: float) -> Statement:
    return Statement(
        name,
        draft.kind,
        draft.place,
        position,
        *draft.span,
        draft.text,
        len(draft.text),
        draft.theme,
        "+".join(draft.syntax),
        draft.grade,
        "+".join(actors_in(draft.text)),
        gives_cause(draft.text),
        bool(_DIGIT.search(draft.text)),
    )
