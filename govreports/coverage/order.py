"""Whether the headings of reports keep to the order of an Outline, or to prescribed contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import pandas as pd

from govreports.codebook.loader import Codebook
from govreports.codebook.outlines import Outline, Prescription
from govreports.corpus.reading import Record
from govreports.coverage.outline_parts import (
    CONTENT_COLUMNS,
    NAMED_COLUMNS,
    REPEATED_COLUMNS,
    Part,
    headed_contents,
    in_order,
    named_parts,
    naming,
    repeated,
)
from govreports.report.model import Report

ORDER_COLUMNS = (
    "report", "outline", "names_it", "headings", "parts_named", "in_order", "not_named",
    "without_part", "titles", "likeness",
)  # fmt: skip


def headings_by_part(
    reports: Mapping[str, Report], outlines: Iterable[str], parts: Iterable[Part]
) -> pd.DataFrame:
    """``parts.named_parts`` of each report for each Outline, with ``report`` and ``outline``."""
    held = list(parts)
    tables = [
        named_parts(report, [p for p in held if p.outline == outline]).assign(
            report=name, outline=outline
        )
        for outline in outlines
        for name, report in reports.items()
    ]
    return _stacked(tables, ("report", "outline", *NAMED_COLUMNS))


def order_followed(
    reports: Mapping[str, Report],
    named: pd.DataFrame,
    outlines: Mapping[str, Outline],
    parts: Iterable[Part],
    codebook: Codebook,
) -> pd.DataFrame:
    """How far each report follows each Outline, one row a report and an Outline.

    ``named`` comes from ``headings_by_part``. Columns ``ORDER_COLUMNS``: ``names_it``, whether
    the report has the title of the Outline (``yes``; ``plans`` where it has it in the name of
    plans for carrying it out alone; ``no``); ``headings`` asked; ``parts_named``, how often they
    name a part; ``in_order``, the longest choice of these that stands in the order of the
    Outline; ``not_named``, the parts that none names; ``without_part``, headings that name none;
    ``titles`` of its measures that stand in the report word for word; ``likeness`` of the
    headings to the titles of the parts they name, on average.
    """
    held = list(parts)
    rows = []
    for name, report in reports.items():
        for outline in outlines.values():
            own = named[(named["report"] == name) & (named["outline"] == outline.id)]
            steps = own["part"].dropna().tolist()
            numbers = [part.number for part in held if part.outline == outline.id]
            titles = {
                code.id: code.zh
                for code in codebook.of_kind("measure")
                if code.origin == outline.id
            }
            rows.append(
                (
                    name, outline.id, naming(report, outline.zh), own["section"].nunique(),
                    len(steps), in_order(steps),
                    ", ".join(str(number) for number in numbers if number not in steps),
                    int(own["part"].isna().sum()), repeated(report, titles)["id"].nunique(),
                    float(own["likeness"].mean()),
                )
            )  # fmt: skip
    return pd.DataFrame(rows, columns=list(ORDER_COLUMNS))


def titles_repeated(reports: Mapping[str, Report], codebook: Codebook) -> pd.DataFrame:
    """The titles of measures that stand in the reports word for word, with their places.

    Columns ``report, outline`` and those of ``parts.repeated``.
    """
    measures = {code.id: code for code in codebook.of_kind("measure")}
    titles = {name: measure.zh for name, measure in measures.items()}
    tables = [repeated(report, titles).assign(report=name) for name, report in reports.items()]
    found = _stacked(tables, ("report", *REPEATED_COLUMNS))
    found.insert(1, "outline", [measures[name].origin for name in found["id"]])
    return found


def first_under(report: Report, section: str) -> str:
    """The first sentence of a section or of those within it; without one, its heading (``§2``)."""
    within = (
        sentence.id
        for sentence in report.sentences
        if sentence.section == section or sentence.section.startswith(f"{section}.")
    )
    return next(within, f"§{section}")


def beside_outlines(
    named: pd.DataFrame, outlines: Mapping[str, Outline], years: Mapping[str, int | None]
) -> pd.DataFrame:
    """The headings of ``headings_by_part``, one row each, with the parts they name.

    ``years`` are the reporting years. Columns ``report, section, heading, title, in_force``, the
    English titles of the parts of the Outline in force for the year, and a column of the numbers
    of the parts for each Outline.
    """
    rows = []
    for (name, section), own in named.groupby(["report", "section"], sort=False):
        year = years[str(name)]
        in_force = [outlines[one].standing(year) == "in force" for one in own["outline"]]
        of_outline = {
            outline: ", ".join(map(str, own.loc[own["outline"] == outline, "part"].dropna()))
            for outline in outlines
        }
        title = own["title"].iloc[0]
        told = "; ".join(own.loc[in_force, "part_en"])
        rows.append(
            (name, section, f"{own['marker'].iloc[0]}{title}", title, told, *of_outline.values())
        )
    columns = ["report", "section", "heading", "title", "in_force", *outlines]
    return pd.DataFrame(rows, columns=columns)


def issued_under(records: Iterable[Record], prescription: Prescription) -> list[str]:
    """The reports of its genre that an instrument was in force for.

    One without a day of issue is taken to be of the January after its year; one without either
    is left out.
    """
    found = []
    for record in records:
        supposed = f"{record.reporting_year + 1}-01-01" if record.reporting_year else ""
        day = record.issued or supposed
        if record.genre == prescription.genre and day:
            issued, last = date.fromisoformat(day), prescription.last or date.max
            if prescription.first <= issued <= last:
                found.append(record.id)
    return found


def headings_by_content(reports: Mapping[str, Report], prescription: Prescription) -> pd.DataFrame:
    """``parts.headed_contents`` of each report, with ``report``."""
    tables = [
        headed_contents(report, prescription).assign(report=name)
        for name, report in reports.items()
    ]
    return _stacked(tables, ("report", *CONTENT_COLUMNS))


def divided_by_content(contents: pd.DataFrame) -> list[str]:
    """The reports in which no two outermost headings are about the same prescribed content.

    ``contents`` comes from ``headings_by_content``.
    """
    once = contents.groupby("report", sort=False)["element"].agg(lambda found: found.is_unique)
    return [str(name) for name, alone in once.items() if alone]


def _stacked(tables: list[pd.DataFrame], columns: tuple[str, ...]) -> pd.DataFrame:
    filled = [table for table in tables if len(table)]
    if not filled:
        return pd.DataFrame(columns=list(columns))
    return pd.concat(filled, ignore_index=True)[list(columns)]
