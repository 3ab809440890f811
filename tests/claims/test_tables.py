"""Tables over the quantities of several reports."""

import pandas as pd
from one_paragraph import read

from govreports.claims.quantities import Quantity
from govreports.claims.tables import compared, family, hundreds, rate_or_count, table


def tables(**reports):
    return pd.concat(
        [table(name, read(*sentences)) for name, sentences in reports.items()], ignore_index=True
    )


def test_the_table_has_a_row_a_quantity_and_a_column_a_field():
    made = tables(a=["受理5件，办结率100%。"])
    assert list(made.columns) == ["report", *Quantity._fields]
    assert list(made["value"]) == [5, 100]


def test_a_number_for_three_rates_is_three_claims_of_100_percent():
    made = hundreds(tables(a=["报备率、及时率、满意率均达100%，覆盖率99%，共100件。"]))
    assert list(made["rate"]) == ["报备率", "及时率", "满意率"]
    assert list(made["family"]) == ["process", "process", "outcome"]


def test_unknown_rates_are_unclear_rather_than_guessed():
    assert family("某某率") == "unclear"


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
