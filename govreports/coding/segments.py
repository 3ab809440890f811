"""Codings of stretches of text, as other programs have them, taken as codings of sentences.

The table is what ``govreports codings`` prints of a project. A stretch codes the sentences of
which it covers at least half, and the sentence in which at least half of it lies. Such programs
know no primary theme: it is the theme that covers most of the sentence, of several the first in
the table.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from govreports.codebook.model import Codebook
from govreports.coding.handcodings import SCHEMES, CodedUnit, Codings, contradiction
from govreports.corpus.masks import MASK
from govreports.errors import DataError
from govreports.report.model import Report, Sentence
from govreports.tables import read_text, rows_of, whole_number
from govreports.wording import how_many

COLUMNS = ("user", "source", "start", "end", "code", "text")
_KIND_OF = {"primary": "theme", "move": "move", "themes": "theme", "flags": "flag"}


class SentenceCodings(NamedTuple):
    """A coding for each user of a table, and a line for each thing in it that is not in them."""

    codings: tuple[Codings, ...]
    left: tuple[str, ...]


def is_table(path: str | Path) -> bool:
    """Whether a file is a table of stretches, by its first line, and no coding of sentences."""
    return read_text(path).partition("\n")[0].rstrip("\r") == ",".join(COLUMNS)


def read_segment_codings(
    path: str | Path, codebook: Codebook, reports: Mapping[str, Report]
) -> SentenceCodings:
    """The codings of sentences that a table of stretches comes to, one for each user.

    A source is the report of its name, with or without the ending of a file. A row's place holds
    where the report has its words there, whether line ends of Windows count as one or as two; else
    the words hold where the report has them but once. What is none of this, and sentences whose
    codes contradict each other, are left and told. Kinds of codes that a user never gave are not
    among the ``schemes`` of the coding. Raises ``DataError`` where the table cannot be read or
    codes no sentence of these reports.
    """
    texts, left, codings = _Texts(reports), list[str](), list[Codings]()
    for user, sentences in _by_user(path, codebook, texts, left).items():
        units = []
        several = 0
        for (report, sentence), codes in sentences.items():
            unit = _unit(report, texts[report].sentences[sentence], codes, codebook)
            several += sum(codebook.codes[code].kind == "move" for code in codes) > 1
            if why := contradiction(unit.themes, unit.move, unit.flags):
                left.append(f"{path}: {user}, {report} {sentence}: {why}; left")
            else:
                units.append(unit)
        if several:
            told = how_many(several, "sentence")
            left.append(f"{path}: {user}: {told} with several moves; that which covers most counts")
        given = {codebook.codes[code].kind for codes in sentences.values() for code in codes}
        schemes = tuple(scheme for scheme in SCHEMES if _KIND_OF[scheme] in given)
        if units:
            about = (user or Path(path).stem, str(path), "person", "", codebook.version)
            codings.append(Codings(*about, tuple(units), schemes))
    if not codings:
        raise DataError(f"{path}: codes no sentence of these reports ({'; '.join(left[:2])})")
    return SentenceCodings(tuple(codings), tuple(left))


def _by_user(
    path: str | Path, codebook: Codebook, texts: _Texts, left: list[str]
) -> dict[str, dict[tuple[str, str], Counter[str]]]:
    """By user and sentence, how much of it each code covers; what cannot be placed is told."""
    named = cache(codebook.named)
    coded: dict[str, dict[tuple[str, str], Counter[str]]] = {}
    unknown = Counter[str]()
    for line, row in rows_of(read_text(path), path, COLUMNS):
        start, end = (whole_number(row[at], at, f"{path}, line {line}") for at in ("start", "end"))
        names = (row["source"], row["source"].rpartition(".")[0])
        report = next((name for name in names if name in texts.reports), None)
        code = named(row["code"])
        if report is None:
            unknown[f"source {row['source']} is no report of this corpus"] += 1
        elif code is None:
            unknown[f"{row['code']!r} is no code of codebook {codebook.version}"] += 1
        elif (found := texts[report].place(start, row["text"])) is None:
            place = f"{path}, line {line}"
            left.append(f"{place}: {report} has not these words at {start}–{end}; left")
        else:
            sentences = coded.setdefault(row["user"], {})
            for sentence, covered in texts[report].coded(*found):
                sentences.setdefault((report, sentence), Counter())[code.id] += covered
    rows = ((what, how_many(number, "row")) for what, number in unknown.items())
    left += (f"{path}: {what}; {number} left" for what, number in rows)
    return coded


def _unit(report: str, sentence: Sentence, codes: Counter[str], codebook: Codebook) -> CodedUnit:
    def of_kind(kind: str) -> tuple[str, ...]:
        # Of those that cover as much, the first that was met comes first.
        return tuple(code for code, _ in codes.most_common() if codebook.codes[code].kind == kind)

    themes, moves = of_kind("theme"), of_kind("move")
    return CodedUnit(
        report,
        sentence.id,
        sentence.start,
        sentence.end,
        themes[0] if themes else "",
        themes,
        moves[0] if moves else "",
        of_kind("flag"),
        instruments=of_kind("instrument"),
    )


class _Texts(dict[str, "_Text"]):
    """Reports by name as they are searched, each made when it is first asked for."""

    def __init__(self, reports: Mapping[str, Report]) -> None:
        self.reports = reports

    def __missing__(self, name: str) -> _Text:
        return self.setdefault(name, _Text(self.reports[name]))


class _Text:
    """The characters of a report but blanks and line ends, with which programs deal freely."""

    def __init__(self, report: Report) -> None:
        self._at = [at for at, character in enumerate(report.text) if not character.isspace()]
        self._characters = "".join(report.text.split())
        # Where each place stands that counts the line end of Windows as one.
        self._one = [at for at in range(len(report.text)) if report.text[at - 1 : at + 1] != "\r\n"]
        self.sentences = {sentence.id: sentence for sentence in report.sentences}
        self._spans = [
            (sentence.id, [self._span(*part) for part in parts])
            for sentence in report.sentences
            for parts in [sentence.parts or ((sentence.start, sentence.end),)]
        ]
        self._ends = [parts[-1][1] for _, parts in self._spans]

    def place(self, start: int, words: str) -> tuple[int, int] | None:
        """Where the words stand among the characters, by the place that is stated or by them."""
        # Names that a corpus masks are masked in what is exported of it.
        signs = ("." if sign == MASK else re.escape(sign) for sign in "".join(words.split()))
        wanted = re.compile("".join(signs), re.DOTALL)
        if not wanted.pattern:
            return None
        stated = [self._one[start]] if start < len(self._one) else []
        for place in (*stated, start):
            if found := wanted.match(self._characters, bisect_left(self._at, place)):
                return found.span()
        found = wanted.search(self._characters)
        alone = found and not wanted.search(self._characters, found.start() + 1)
        return found.span() if found and alone else None

    def coded(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The sentences that a stretch codes, and how much of each it covers."""
        for sentence, parts in self._spans[bisect_left(self._ends, start + 1) :]:
            if parts[0][0] >= end:
                break
            covered = sum(max(0, min(end, last) - max(start, first)) for first, last in parts)
            whole = sum(last - first for first, last in parts)
            if 2 * covered >= min(whole, end - start) > 0:
                yield sentence, covered

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return bisect_left(self._at, start), bisect_left(self._at, end)
