"""How much of what was expected of reports `govreports.coverage.states` found, and how firmly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from govreports.codebook.outlines import Outline
from govreports.coverage.collation import Known
from govreports.coverage.outline_parts import Part

TOLD_AS = ("found", "plan or heading alone", "found, not expected", "not found", "not expected")


def told_as(covered: pd.DataFrame) -> pd.Series:
    """One of ``TOLD_AS`` for each row of a coverage table.

    A measure is found in a *plan or heading alone* where no sentence under a heading reports it:
    it may be intended or announced, and nothing is said to have been done.
    """
    found = covered["state"] == "found"
    told = covered["moves"].str.split().map(lambda moves: "report" in moves)
    told &= covered["strength"] == "said"
    answers = pd.Series("not expected", index=covered.index)
    answers[covered["expected"]] = "not found"
    answers[found & ~covered["expected"]] = "found, not expected"
    answers[found & covered["expected"]] = "plan or heading alone"
    answers[found & covered["expected"] & told] = "found"
    return answers


def count_covered(covered: pd.DataFrame) -> pd.DataFrame:
    """The measures of each Outline in each report, counted.

    Args:
        covered: coverage tables one under the other, with a column ``report``

    Returns:
        DataFrame with ``outline``, ``report`` and numbers of measures: ``expected``; of these
        ``found``, among them ``plan_or_heading`` (`told_as`), and ``not_found``; ``arguable``,
        expected though the issuer's competence is arguable; ``found_beyond``, found though not
        expected.
    """
    answers = told_as(covered)
    flags = pd.DataFrame(
        {
            "expected": covered["expected"],
            "found": covered["expected"] & (covered["state"] == "found"),
            "plan_or_heading": answers == "plan or heading alone",
            "not_found": answers == "not found",
            "arguable": covered["expected"] & (covered["caveat"] != ""),
            "found_beyond": answers == "found, not expected",
        }
    ).astype(int)
    by = [covered["outline"], covered["report"]]
    return flags.groupby(by, sort=False).sum().reset_index()


def first_told(covered: pd.DataFrame, codings: pd.DataFrame) -> pd.DataFrame:
    """Where each report first tells of each measure, best where it tells what was done.

    ``covered`` are rows of the frame ``coverage``, ``codings`` the frame of the same reports.
    Sentences that report come before others, run-in headings and headings on lines of their own;
    of equals the first is taken. Columns ``unit, start, end`` under the index of ``covered``;
    ``unit`` is empty where nothing was found.
    """
    keys = zip(codings["report"], codings["sentence"], strict=True)
    done = (codings["move"] == "report") & ~codings["is_heading"]
    told = dict(zip(keys, done, strict=True))

    def place(report: str, sentences: str, spans: str) -> tuple[str, int, int]:
        hits = list(zip(sentences.split(), spans.split(), strict=True))
        if not hits:
            return "", 0, 0

        def rank(hit: tuple[str, str]) -> int:
            key = report, hit[0]
            return 0 if told.get(key) else 1 if key in told else 2

        unit, span = min(hits, key=rank)
        start, _, end = span.partition("-")
        return unit, int(start), int(end)

    rows = zip(covered["report"], covered["sentences"], covered["spans"], strict=True)
    return pd.DataFrame(
        [place(*row) for row in rows], columns=["unit", "start", "end"], index=covered.index
    )


def everywhere_and_nowhere(covered: pd.DataFrame) -> tuple[list[str], list[str]]:
    """The measures that every report expected to name them has, and those that none has."""
    states = covered[covered["expected"]].groupby("measure")["state"].agg(set)
    found = [str(measure) for measure, state in states.items() if state == {"found"}]
    return found, [str(measure) for measure, state in states.items() if state == {"not found"}]


def asked_of(
    covered: pd.DataFrame, outlines: Mapping[str, Outline], years: Mapping[str, int | None]
) -> pd.DataFrame:
    """The rows in which an Outline is asked of a report about a year it was in force for.

    ``covered`` is the frame ``coverage``; ``years`` are the reporting years of the reports that
    the Outlines ask for. A report whose year is unknown is asked nothing.
    """
    keys = zip(covered["outline"], covered["report"], strict=True)
    asked = [
        report in years and outlines[outline].standing(years[report]) == "in force"
        for outline, report in keys
    ]
    return covered[asked]


def leading_outline(asked: pd.DataFrame, outlines: Mapping[str, Outline]) -> str:
    """The Outline that most reports are asked by, the first of several; ``asked`` is `asked_of`."""
    reports = asked.groupby("outline")["report"].nunique()
    return max(outlines, key=lambda outline: reports.get(outline, 0))


def known_titles(
    covered: pd.DataFrame,
    outlines: Mapping[str, Outline],
    parts: Sequence[Part],
    known: Mapping[str, Known],
) -> pd.DataFrame:
    """How the title of each measure is known, and in which source it was read.

    ``known`` is by measure (`govreports.coverage.collation.how_known`). Columns ``outline, part,
    item, measure, known, source, zh, en``, one row a measure; ``part`` is the number of the part
    it stands in, ``source`` empty where its title was read in no other source.
    """
    table = covered[["outline", "item", "measure", "zh", "en"]].drop_duplicates("measure")
    part_of = {(part.outline, item): part.number for part in parts for item in part.items}
    sources = {
        measure: source
        for outline in outlines.values()
        for measure, source in outline.collated.items()
    }
    keys = zip(table["outline"], table["item"], strict=True)
    table = table.assign(
        part=pd.array([part_of.get(key) for key in keys], dtype="Int64"),
        known=table["measure"].map(known),
        source=table["measure"].map(sources).fillna(""),
    )
    return table[["outline", "part", "item", "measure", "known", "source", "zh", "en"]].reset_index(
        drop=True
    )
