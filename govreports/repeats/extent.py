"""How much of each report is repeated text, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd

from govreports.errors import DataError
from govreports.repeats.maximal import repeated
from govreports.repeats.shared import (
    MIN_LENGTH,
    Passage,
    Stretch,
    all_stretches,
    stretches,
)
from govreports.report.model import Report
from govreports.schema import frame
from govreports.tables import packaged, read_rows

PassageKind = Literal["title", "formula", "prose"]
KINDS: tuple[PassageKind, ...] = ("title", "formula", "prose")

_TITLE = re.compile(r"《[^《》\n]*》")


def formulas() -> dict[str, str]:
    """The packaged set phrases, each with its kind: ``creed``, ``statute`` or ``programme``.

    Creeds are the standing phrases of Party and state, statutes the lists and duties that a law
    or plan words for everyone, programmes the names of campaigns and pilots.
    """
    source = packaged("formulas.csv")
    listed: dict[str, str] = {}
    for line, row in read_rows(source, ("phrase", "kind")):
        if row["phrase"] in listed:
            raise DataError(f"{source}, line {line}: {row['phrase']} is listed twice")
        listed[row["phrase"]] = row["kind"]
    return listed


def kind_of(passage: Passage, reports: Mapping[str, Report], phrases: Iterable[str]) -> PassageKind:
    """What a shared passage is.

    ``title``: at one of its places more than half of it stands inside 《》, as the name of a law
    or document does. ``formula``: not that, and more than half of it belongs to set phrases that
    it holds whole. ``prose``: the rest, which someone carried over.
    """
    size = len(passage.text)
    places = (
        (passage.a, passage.a_start, passage.a_end),
        (passage.b, passage.b_start, passage.b_end),
    )
    for name, start, end in places:
        if 2 * _inside_titles(reports[name].text, start, end) > size:
            return "title"
    set_phrases = {
        place
        for phrase in phrases
        for found in re.finditer(re.escape(phrase), passage.text)
        for place in range(found.start(), found.end())
    }
    return "formula" if 2 * len(set_phrases) > size else "prose"


def passage_table(
    reports: Mapping[str, Report],
    passages: Sequence[Passage],
    phrases: Iterable[str] | None = None,
) -> pd.DataFrame:
    """The passages, each with its kind, its length, and whether it lies within one report.

    The frame ``passages``.

    ``phrases`` are the set phrases that make a formula, by default the packaged ones.
    """
    listed = list(formulas() if phrases is None else phrases)
    return frame(
        "passages",
        (
            (*passage, kind_of(passage, reports, listed), len(passage.text), passage.a == passage.b)
            for passage in passages
        ),
    )


def kinds_repeated(reports: Mapping[str, Report], table: pd.DataFrame) -> pd.DataFrame:
    """How many characters of each report are repeated as title, formula and prose.

    ``table`` comes from ``passage_table``. One row a report, one column a kind; a character in
    several passages counts once, with the longest of them.
    """
    painted = {name: np.zeros(len(report.text), np.int8) for name, report in reports.items()}
    places = table.sort_values("length", kind="stable")
    columns = (places[column] for column in (*Passage._fields[:6], "kind"))
    for a, a_start, a_end, b, b_start, b_end, kind in zip(*columns, strict=True):
        painted[a][a_start:a_end] = painted[b][b_start:b_end] = 1 + KINDS.index(kind)
    counts = [np.bincount(codes, minlength=1 + len(KINDS))[1:] for codes in painted.values()]
    index = pd.Index(reports, name="report")
    return pd.DataFrame(counts, index=index, columns=list(KINDS)).reset_index()


def repetition(reports: Mapping[str, Report], min_length: int = MIN_LENGTH) -> pd.DataFrame:
    """How much of each report is repeated.

    One row a report: ``report``; ``characters`` of counted text; ``elsewhere``, those that stand
    in another report too; ``within``, those that the report itself has twice; ``repeated``, the
    union of both; and ``share_elsewhere``, ``share_within``, ``share_repeated`` of the counted
    characters (nan for a report without text).
    """
    listed = all_stretches(reports)
    elsewhere = _covered(listed, min_length, [s.report for s in listed])
    anywhere = _covered(listed, min_length)
    rows = []
    for name in reports:
        own = [s for s in listed if s.report == name]
        within = _covered(own, min_length).get(name, 0)
        size = sum(len(s.text) for s in own)
        rows.append((name, size, elsewhere.get(name, 0), within, anywhere.get(name, 0)))
    table = pd.DataFrame(rows, columns=["report", "characters", "elsewhere", "within", "repeated"])
    for part in ("elsewhere", "within", "repeated"):
        table[f"share_{part}"] = table[part] / table["characters"].where(table["characters"] > 0)
    return table


def shared_between(reports: Mapping[str, Report], min_length: int = MIN_LENGTH) -> pd.DataFrame:
    """How much each two reports share.

    One row a pair: ``a``, ``b``; ``a_characters`` and ``b_characters``, the counted characters
    of each that stand in the other; ``a_share`` and ``b_share`` of its counted characters.
    """
    parts = {name: stretches(name, report) for name, report in reports.items()}
    rows = []
    for a, b in combinations(reports, 2):
        both = parts[a] + parts[b]
        shared = _covered(both, min_length, [s.report for s in both])
        row: list[str | int | float] = [a, b, shared.get(a, 0), shared.get(b, 0)]
        for name in (a, b):
            size = sum(len(s.text) for s in parts[name])
            row.append(shared.get(name, 0) / size if size else float("nan"))
        rows.append(row)
    columns = ["a", "b", "a_characters", "b_characters", "a_share", "b_share"]
    return pd.DataFrame(rows, columns=columns)


def _covered(
    listed: Sequence[Stretch], min_length: int, names: Sequence[str] | None = None
) -> dict[str, int]:
    """Characters of each report inside repeated runs; with names, runs of other reports only."""
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names or ()))}
    owners = [numbers[name] for name in names] if names is not None else None
    covered: dict[str, int] = {}
    runs_of = repeated([s.text for s in listed], min_length, owners)
    for stretch, runs in zip(listed, runs_of, strict=True):
        length = sum(end - start for start, end in runs)
        covered[stretch.report] = covered.get(stretch.report, 0) + length
    return covered


def _inside_titles(text: str, start: int, end: int) -> int:
    """How many characters of ``[start, end)`` stand inside 《》 on their line."""
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    return sum(
        max(0, min(end, title.end()) - max(start, title.start()))
        for title in _TITLE.finditer(text, line, len(text) if line_end < 0 else line_end)
    )
