"""Differences of shares, with intervals of the difference."""

import numpy as np
import pandas as pd
import pytest

from govreports.coding.contrasts import (
    BETWEEN_COLUMNS,
    LEAD_COLUMNS,
    between_reports,
    differences_within,
    leads,
)
from govreports.coding.shares import shares
from govreports.errors import ArgumentError


def coded(**reports):
    """One row a sentence: each string is a report, each word of it a paragraph of codes."""
    rows = [
        (name, f"p{number}", code, 10)
        for name, paragraphs in reports.items()
        for number, paragraph in enumerate(paragraphs.split(), 1)
        for code in paragraph
    ]
    return pd.DataFrame(rows, columns=["report", "paragraph", "primary", "characters"])


MIXED = coded(
    甲="xxy xy xx yx xyy xx xy x", 乙="yy xy y yyx y xy yy y", 丙="xy yx xxy y xy x yx xy"
)


def test_every_two_reports_are_compared_on_every_code():
    table = between_reports(MIXED, "xyz", seed=1, replicates=200)
    assert tuple(table.columns) == BETWEEN_COLUMNS
    assert table["code"].tolist() == list("xxxyyyzzz")
    assert table[["a", "b"]].to_numpy().tolist() == [["甲", "乙"], ["甲", "丙"], ["乙", "丙"]] * 3
    of_x = table[table["code"] == "x"].set_index(["a", "b"])["difference"]
    assert of_x["甲", "乙"] == pytest.approx(11 / 17 - 3 / 14)


def test_an_interval_that_holds_for_all_rows_is_the_wider():
    table = between_reports(MIXED, "xy", seed=1)
    assert (table["low_of_all"] < table["low"]).all()
    assert (table["high"] < table["high_of_all"]).all()
    assert ((table["low"] <= table["difference"]) & (table["difference"] <= table["high"])).all()


def test_a_difference_can_be_clear_where_intervals_overlap():
    # An interval's half-width is 1.96 s for each share, and 1.96 √2 s for their difference.
    one = ["x" * (5 + i % 5) + "y" * (5 - i % 5) for i in range(20)]
    other = ["x" * (4 + i % 5) + "y" * (6 - i % 5) for i in range(20)]
    frame = coded(甲=" ".join(one), 乙=" ".join(other))
    each = shares(frame, "x", seed=2).set_index("report")
    assert each.loc["甲", "low"] < each.loc["乙", "high"]
    row = between_reports(frame, "x", seed=2).iloc[0]
    assert row["difference"] == pytest.approx(0.1)
    assert row["low"] > 0


def test_a_code_that_no_report_has_differs_by_nothing():
    row = between_reports(MIXED, "xyz", seed=1, replicates=50).query("code == 'z'").iloc[0]
    assert row[["difference", "low", "high", "low_of_all", "high_of_all"]].tolist() == [0] * 5


def test_characters_weigh_sentences_by_their_length():
    frame = coded(甲="x y", 乙="x y")
    frame["characters"] = [30, 10, 10, 10]
    table = between_reports(frame, "x", measure="characters", seed=1, replicates=20)
    assert table.loc[0, "difference"] == pytest.approx(0.75 - 0.5)


def test_one_report_has_nothing_to_differ_from():
    with pytest.raises(ArgumentError, match="two reports"):
        between_reports(coded(甲="x y"), "xy", seed=1)


def test_the_lead_is_that_of_the_largest_code_over_the_second():
    table = leads(MIXED, "zxy", seed=1, replicates=400).set_index("report")
    assert ["report", *table.columns] == list(LEAD_COLUMNS)
    assert table.loc["甲", ["first", "second"]].tolist() == ["x", "y"]
    assert table.loc["乙", ["first", "second"]].tolist() == ["y", "x"]
    assert table.loc["甲", "lead"] == pytest.approx(11 / 17 - 6 / 17)
    assert np.all(table["low"] <= table["lead"])
    assert np.all(table["lead"] <= table["high"])


def test_a_lead_needs_two_codes():
    with pytest.raises(ArgumentError, match="two codes"):
        leads(MIXED, "x", seed=1)


def of_genres(**genres):
    """The register of reports that are called as the keyword says, each with its genre."""
    table = pd.DataFrame({"report": list(genres), "genre": list(genres.values())})
    return table.assign(reporting_year=pd.Series([2020] * len(table), dtype="Int64"))


def test_reports_of_two_genres_are_not_compared():
    register = of_genres(甲="rule-of-law", 乙="disclosure", 丙="rule-of-law")
    table = differences_within(MIXED, register, "xy")
    assert table[["a", "b"]].drop_duplicates().to_numpy().tolist() == [["甲", "丙"]]


def test_without_two_reports_of_a_genre_there_are_no_differences():
    register = of_genres(甲="rule-of-law", 乙="disclosure", 丙="other")
    table = differences_within(MIXED, register, "xy")
    assert table.empty
    assert tuple(table.columns) == BETWEEN_COLUMNS


def test_many_reports_of_a_genre_are_compared_by_year():
    register = of_genres(甲="other", 乙="other", 丙="other")
    register["reporting_year"] = pd.Series([2019, 2020, 2020], dtype="Int64")
    table = differences_within(MIXED, register, "x", at_most=2)
    assert table[["a", "b"]].to_numpy().tolist() == [["other 2019", "other 2020"]]
    assert table["difference"].iloc[0] == pytest.approx(11 / 17 - 11 / 29)
