"""Many reports under few names: by themselves, by genre and year, by genre and spans of years."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.stats.counts import count
from govreports.stats.groups import grouped, groups, longest
from tests.stats.token_frames import frame as tokens

REPORTS = st.lists(
    st.tuples(
        st.sampled_from(["rule-of-law", "disclosure", "other"]),
        st.one_of(st.none(), st.integers(1990, 2030)),
    ),
    min_size=1,
    max_size=60,
)


def register(*reports, characters=None):
    """A register of reports, each a genre and a year."""
    table = pd.DataFrame(reports, columns=["genre", "reporting_year"])
    table["reporting_year"] = table["reporting_year"].astype("Int64")
    table.insert(0, "report", [f"r{number}" for number in range(len(table))])
    return table.assign(characters=characters or [1] * len(table))


def law(*years):
    return register(*(("rule-of-law", year) for year in years))


def test_few_reports_stand_by_themselves_in_their_order():
    assert groups(law(2020, 2019), 2) == {"r0": "r0", "r1": "r1"}


@pytest.mark.parametrize(
    ("labels", "names"),
    [(["Linhe 2020", "Linhe 2019"], ["Linhe 2020", "Linhe 2019"]), (["Linhe"] * 2, ["r0", "r1"])],
)
def test_few_reports_may_be_shown_by_their_labels_but_none_is_taken_for_another(labels, names):
    shown = groups(law(2020, 2019).assign(label=labels), by="label")
    assert list(shown.values()) == names


def test_more_are_put_together_by_genre_and_year_in_the_order_of_years():
    shown = groups(law(2020, 2019, 2019), 2)
    assert list(shown.items()) == [
        ("r1", "rule-of-law 2019"),
        ("r2", "rule-of-law 2019"),
        ("r0", "rule-of-law 2020"),
    ]


def test_too_many_years_are_put_together_in_spans_that_end_with_the_last_year():
    shown = groups(law(2015, 2016, 2017, 2018, 2019), 3)
    assert list(dict.fromkeys(shown.values())) == [
        "rule-of-law 2015–2016",
        "rule-of-law 2017–2018",
        "rule-of-law 2019",
    ]


def test_reports_without_a_year_are_a_group_of_their_genre():
    shown = groups(law(None, None, 2019), 2)
    assert set(shown.values()) == {"rule-of-law 2019", "rule-of-law without year"}


@given(REPORTS, st.integers(6, 12))
def test_every_report_has_a_group_of_its_genre_and_groups_are_few(reports, at_most):
    table = register(*reports)
    shown = groups(table, at_most)
    assert sorted(shown) == sorted(table["report"])
    assert len(set(shown.values())) <= at_most
    genre = dict(zip(table["report"], table["genre"], strict=True))
    of_group = {}
    for report, name in shown.items():
        of_group.setdefault(name, set()).add(genre[report])
    assert all(len(genres) == 1 for genres in of_group.values())


def test_a_frame_takes_the_names_and_keeps_units_of_reports_apart():
    units = ["section", "paragraph", "sentence"]
    frame = pd.DataFrame([(report, "1", "1", "1") for report in "abc"], columns=["report", *units])
    shown = grouped(frame, {"c": "later", "a": "early", "b": "early"})
    assert shown["report"].tolist() == ["later", "early", "early"]
    assert shown[units].nunique().tolist() == [3, 3, 3]
    assert grouped(frame, {"b": "b"})["report"].tolist() == ["b"]


def test_tokens_of_a_group_are_counted_together_but_by_paragraph_of_one_report():
    together = grouped(
        tokens({"甲": ["公开 行政", "公开"], "乙": ["公开"]}), {"甲": "all", "乙": "all"}
    )
    assert count(together).sizes.tolist() == [4]
    assert count(together, ("report", "paragraph")).sizes.tolist() == [2, 1, 1]


@pytest.mark.parametrize(("at_most", "chosen"), [(2, ["r0", "r2"]), (9, ["r0", "r1", "r2"])])
def test_the_longest_reports_come_in_the_order_of_the_register(at_most, chosen):
    table = register(*[("other", None)] * 3, characters=[5, 3, 7])
    assert longest(table, at_most) == chosen
