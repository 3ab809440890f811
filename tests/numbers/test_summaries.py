"""Tables over the quantities of several reports."""

from pathlib import Path

from govreports.numbers import summaries as claims
from govreports.numbers.quantities import Quantity
from govreports.numbers.summaries import comparables, quantity_frame, rate_or_count
from tests.numbers.one_paragraph import read

LISTED = comparables(Path(__file__).parents[2] / "book" / "comparable.csv")


def compared(made):
    return claims.compared(made, LISTED)


def tables(**reports):
    return quantity_frame({name: read(*sentences) for name, sentences in reports.items()})


def test_the_table_has_a_row_a_quantity_and_a_column_a_field():
    made = tables(a=["受理5件，办结率100%。"])
    assert list(made.columns) == ["report", *Quantity._fields]
    assert list(made["value"]) == [5, 100]


def test_a_number_too_long_for_a_float_is_rounded_and_costs_no_row():
    made = tables(a=["发放990101194902310021件，受理5件，约2.5万件。"])
    assert list(made["value"]) == [float(990101194902310021), 5, 2.5]


def test_rates_alone_counts_alone_and_both():
    made = rate_or_count(
        tables(a=["受理5件，办结率100%。", "满意率98%。", "培训6场。", "到岗3天。"])
    )
    assert list(made["given"]) == ["rate and count", "rate alone", "count alone"]


def test_only_measures_of_two_reports_are_compared_each_with_its_caveat():
    made = compared(tables(a=["出庭应诉率97%，受理率88%。"], b=["行政首长出庭应诉率100%。"]))
    assert set(made["measure_id"]) == {"court-appearance"}
    assert list(made["value"]) == [97, 100]
    assert made["note"].str.len().min() > 0


def test_targets_are_neither_compared_nor_counted():
    made = tables(a=["力争出庭应诉率达100%。"], b=["出庭应诉率100%。"])
    assert compared(made).empty
    assert list(rate_or_count(made)["report"]) == ["b"]


def test_a_measure_may_be_known_by_its_clause():
    made = compared(
        tables(
            a=["共清理规范性文件93件。"],
            b=["经过对现行597件规范性文件全面清理后。"],
            c=["出台规范性文件2件。"],
        )
    )
    assert list(made["report"]) == ["a", "b"]
    assert set(made["measure_id"]) == {"normative-cleared"}


def test_the_ratio_of_cases_closed_to_received_is_no_rate_of_cases_closed():
    made = compared(tables(a=["结收案比为98.1%。"], b=["办结率100%。"]))
    assert made.empty


def test_every_comparable_measure_has_its_own_name_and_a_caveat():
    assert len({c.id for c in LISTED}) == len({c.chinese for c in LISTED}) == len(LISTED)
    assert all(c.note and c.english for c in LISTED)
