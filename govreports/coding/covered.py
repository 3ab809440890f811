"""How much of what was expected of reports `govreports.coding.coverage` found, and how firmly."""

from __future__ import annotations

import pandas as pd

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

    Parameters
    ----------
    covered : coverage tables one under the other, with a column ``report``

    Returns
    -------
    DataFrame with ``outline``, ``report`` and numbers of measures: ``expected``; of these
    ``found``, among them ``plan_or_heading`` (`told_as`), and ``not_found``; ``arguable``, expected
    though the issuer's competence is arguable; ``found_beyond``, found though not expected.
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
