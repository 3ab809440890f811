"""Oddities in the sources: listed by people, proposed by rules, corrected by no one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from govreports.claims.reuse import Stretch, stretches
from govreports.claims.spans import check_span
from govreports.errors import DataError
from govreports.tables import read_rows, whole_number
from govreports.text.model import Report

KINDS = {
    "wrong character": "a character or word that cannot be meant",
    "missing character": "a character or mark without which the clause does not hold",
    "doubling": "something printed twice",
    "garbled": "words out of order, or that make no sense",
    "usage": "a form that dictionaries reject, or two names for one thing",
    "quotation mark": "a mark without its partner",
    "bracket": "a bracket without its partner",
    "punctuation": "a mark in the wrong place",
    "spacing": "a stray space",
    "numbering": "a list whose numbers do not run on",
    "figures": "figures that contradict one another",
    "date": "words that were true of another year",
    "redaction": "signs where text should stand",
}

STANDINGS = {
    "error": "cannot be meant as printed",
    "open": "may be right in a way that the text does not give, or cannot be decided from it",
    "no error": "as the issuer meant it, though a reader may stumble over it",
}

_PARTNERS = dict(zip("”’》〉）)】」』〕]", "“‘《〈（(【「『〔[", strict=True))
_QUOTES = "“”‘’「」『』"
_RULES = (
    (re.compile(r"的的(?!确)|([、。；：，,;:])\1"), "doubling", "printed twice"),
    (re.compile(r"([\u4e00-\u9fff]{3,8})\1"), "doubling", "printed twice in a row"),
    (
        re.compile(r"截止(?=目前|日前|\d|[一二三四五六七八九十]+月|今年|去年|年底)"),
        "usage",
        "截止 for 截至",
    ),
    (
        re.compile(r"[*＊]{2,}|[×xX]{2,}(?=[年月日个件人市区县省号])|[□\ufffd]+|_{2,}"),
        "redaction",
        "signs where text should stand",
    ),
)
_SPACE = re.compile(r"(?<=\S)[ \u3000\xa0]+(?=\S)")
_HAN = re.compile(r"[\u3007\u4e00-\u9fff。、，,；;：:！？“”《》（）()%％]")
_FIGURE = re.compile(r"[0-9A-Za-z%％]")
_ORDINAL = re.compile(r"(?:^|(?<=[。；;：:，,、\s]))([一二三四五六七八九十]{1,3})是(?!否)")
_LIST_NUMBER = re.compile(
    r"(?:^|[。；;：:，,、\s])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[)）]$"
)
_FIGURE_BORDER = re.compile(r"(?<=[\u4e00-\u9fff])( *)(?=\d)|(?<=\d)( *)(?=[\u4e00-\u9fff%％])")
_HEADING = re.compile(r"[(（]?[一二三四五六七八九十]+[)）、]")
_DIGITS = "一二三四五六七八九"


class _Finding(NamedTuple):
    start: int
    end: int
    kind: str
    note: str


class Erratum(NamedTuple):
    """A place as printed, its kind (one of ``KINDS``), what may have been meant, and how sure.

    ``standing`` is one of ``STANDINGS``: not all that looks odd is an error.
    """

    report: str
    start: int
    end: int
    text: str
    kind: str
    suggestion: str
    note: str
    standing: str = "error"


def load_errata(path: str | Path, reports: Mapping[str, Report]) -> tuple[Erratum, ...]:
    """The oddities listed in a CSV file with the columns of ``Erratum``.

    Raises ``DataError``, naming file and line, where a row is malformed, names an unknown report,
    kind or standing, or quotes what does not stand at its place.
    """
    path = Path(path)
    listed = []
    for line, row in read_rows(path, Erratum._fields):
        place = f"{path}, line {line}"
        start, end = (whole_number(row.pop(field), field, place) for field in ("start", "end"))
        if row["report"] not in reports:
            raise DataError(f"{place}: no report is called {row['report']!r}")
        if row["kind"] not in KINDS:
            raise DataError(f"{place}: no kind is called {row['kind']!r}")
        if row["standing"] not in STANDINGS:
            raise DataError(f"{place}: no standing is called {row['standing']!r}")
        text = reports[row["report"]].text
        check_span(start, end, text, place)
        if text[start:end] != row["text"]:
            raise DataError(f"{place}: {start}–{end} reads {text[start:end]!r}")
        listed.append(Erratum(start=start, end=end, **row))
    return tuple(listed)


def errata_table(listed: Sequence[Erratum]) -> pd.DataFrame:
    """The oddities as a table with the columns of ``Erratum``."""
    return pd.DataFrame(listed, columns=list(Erratum._fields))


def propose(name: str, report: Report) -> list[Erratum]:
    """What rules find in the counted text of any report, in order and without suggestions.

    Marks without a partner, stray spaces, things printed twice, 截止 for 截至, blacked-out
    places, and 一是 lists that break off. The rules see no wrong characters and no wrong figures.
    """
    listed = stretches(name, report)
    set_apart = _sets_figures_apart(listed)
    found = []
    for stretch in listed:
        findings = [*_unpartnered(stretch.text), *_patterns(stretch.text)]
        findings += _spaces(stretch.text, set_apart=set_apart)
        found += [_erratum(report, stretch, finding) for finding in findings]
    found += [_erratum(report, stretch, finding) for stretch, finding in _broken_lists(listed)]
    return sorted(set(found), key=lambda erratum: (erratum.start, erratum.end))


def _erratum(report: Report, stretch: Stretch, finding: _Finding) -> Erratum:
    start, end = stretch.span(finding.start, finding.end)
    text = report.text[start:end]
    # Signs in place of words are how an issuer leaves something out.
    standing = "no error" if finding.kind == "redaction" else "error"
    return Erratum(stretch.report, start, end, text, finding.kind, "", finding.note, standing)


def _unpartnered(text: str) -> Iterator[_Finding]:
    """Quotation marks and brackets that are not closed, or not opened, in their paragraph."""
    pending: list[int] = []
    for place, mark in enumerate(text):
        if mark in _PARTNERS.values():
            # A mark of quotation inside one of its own kind shows that the first was left open.
            if mark in _QUOTES and any(text[open_place] == mark for open_place in pending):
                lost = next(p for p in reversed(pending) if text[p] == mark)
                pending.remove(lost)
                yield _lonely(text, lost, "closing")
            pending.append(place)
        elif mark in _PARTNERS:
            partner = _PARTNERS[mark]
            if not any(text[open_place] == partner for open_place in pending):
                if not _LIST_NUMBER.search(text[: place + 1]):
                    yield _lonely(text, place, "opening")
                continue
            while text[pending[-1]] != partner:
                yield _lonely(text, pending.pop(), "closing")
            pending.pop()
    for place in pending:
        yield _lonely(text, place, "closing")


def _lonely(text: str, place: int, missing: str) -> _Finding:
    kind = "quotation mark" if text[place] in _QUOTES else "bracket"
    return _Finding(place, place + 1, kind, f"{missing} mark missing")


def _patterns(text: str) -> Iterator[_Finding]:
    for pattern, kind, note in _RULES:
        for found in pattern.finditer(text):
            yield _Finding(found.start(), found.end(), kind, note)


def _spaces(text: str, *, set_apart: bool) -> Iterator[_Finding]:
    for found in _SPACE.finditer(text):
        before, after = text[found.start() - 1], text[found.end()]
        beside_figure = bool(_FIGURE.search(before + after))
        if _HAN.search(before + after) and not (beside_figure and set_apart):
            yield _Finding(found.start(), found.end(), "spacing", "stray space")


def _sets_figures_apart(listed: Sequence[Stretch]) -> bool:
    """Whether the report puts spaces round its figures as a rule, which is a style, not a slip."""
    borders = [found.group(1) for s in listed for found in _FIGURE_BORDER.finditer(s.text)]
    return sum(map(bool, borders)) * 10 > len(borders)


def _broken_lists(listed: Sequence[Stretch]) -> Iterator[tuple[Stretch, _Finding]]:
    """Ordinals 一是, 二是, … that do not run on; lists may stand inside lists."""
    running: list[tuple[int, Stretch, int]] = []
    for stretch in listed:
        if _HEADING.match(stretch.text):
            yield from _ended(running)
            running = []
        for found in _ORDINAL.finditer(stretch.text):
            number = _number(found.group(1))
            while running and number != 1 and running[-1][0] != number - 1:
                yield from _ended([running.pop()])
            if running and number != 1:
                running.pop()
            elif number != 1:
                yield (
                    stretch,
                    _Finding(
                        found.start(), found.end(), "numbering", "the number before it is missing"
                    ),
                )
            running.append((number, stretch, found.start()))
    yield from _ended(running)


def _ended(running: Sequence[tuple[int, Stretch, int]]) -> Iterator[tuple[Stretch, _Finding]]:
    for number, stretch, start in running:
        if number == 1:
            yield stretch, _Finding(start, start + 2, "numbering", "一是 is followed by no 二是")


def _number(ordinal: str) -> int:
    tens, _, ones = ordinal.rpartition("十")
    ten = 10 * (_DIGITS.find(tens) + 1 if tens else 1) if "十" in ordinal else 0
    return ten + (_DIGITS.find(ones) + 1 if ones else 0)
