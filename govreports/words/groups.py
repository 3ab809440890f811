"""Reports shown together, where there are too many to show each in one figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from govreports.corpus import Record

MOST = 12
"""Reports that a figure shows side by side: of more, rows and labels can no longer be read."""


def groups(records: Iterable[Record], *, most: int = MOST) -> dict[str, str]:
    """Under which name each report is shown, in the order given.

    Its own label, as long as there are no more than ``most`` reports; else its genre and year;
    if even these are more than ``most``, its genre. Genres are never put together.
    """
    listed = list(records)
    labels = [record.label for record in listed]
    unlike = len(set(labels)) == len(labels)
    ways = (
        labels if unlike else [record.id for record in listed],
        [f"{record.genre} {record.reporting_year or 'of no year'}" for record in listed],
    )
    genres = [record.genre for record in listed]
    names = next((way for way in ways if len(set(way)) <= most), genres)
    return {record.id: name for record, name in zip(listed, names, strict=True)}


def regrouped(tokens: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """A token frame with groups in place of reports: ``names`` says to which each report belongs.

    The identifiers of sections, paragraphs and sentences are made unique within a group.
    """
    reports = tokens["report"]
    places = {
        place: reports + ":" + tokens[place] for place in ("section", "paragraph", "sentence")
    }
    return tokens.assign(report=reports.map(names), **places)


def longest(register: pd.DataFrame, *, most: int = MOST) -> list[str]:
    """The ``most`` longest reports of a register (frame ``reports``), in its order."""
    chosen = register.nlargest(most, "characters").index
    return register.loc[register.index.isin(chosen), "report"].tolist()
