"""How cases ended is read where the report says it, and how many cases only where it says that."""

from typing import get_args

import pytest

from govreports.analysis import Analysis
from govreports.claims.outcomes import (
    Outcome,
    counts_cases,
    names_procedure,
    outcomes_in,
    rates_of_outcome,
)
from tests.numbers.one_paragraph import report


def ended(*sentences):
    """Kind and number of cases of every outcome told in a report of these sentences."""
    table = Analysis({"one": report(*sentences)}).outcomes
    return [
        (kind, None if cases is None else int(cases))
        for kind, cases in zip(
            table["kind"], table["cases"].astype(object).where(table["cases"].notna(), None),
            strict=True,
        )
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("败诉案件逐年减少", ("lost or won",)),
        ("确认违法1件", ("corrected",)),
        ("责令限期履行职责2件", ("corrected",)),
        ("驳回申请3件", ("upheld",)),
        ("经调解后撤诉", ("settled or withdrawn",)),
        ("审结12件", ()),
        ("达成执行和解", ()),
    ],
)
def test_a_clause_names_the_outcomes_of_the_two_laws(clause, kinds):
    assert outcomes_in(clause) == kinds


def test_kinds_come_in_one_order_whatever_that_of_the_text():
    assert outcomes_in("撤回2件、维持1件、纠错3件、败诉4件") == get_args(Outcome)


def test_widths_and_script_make_no_difference():
    assert names_procedure("辦理行政復議案件")
    assert names_procedure("行政诉讼")
    assert outcomes_in("撤銷２件") == ("corrected",)


def test_words_of_an_outcome_mean_one_only_where_a_procedure_is_named():
    assert ended("撤销过时文件3件。", "变更登记20件。") == []
    assert ended("审理行政复议案件9件，撤销3件。") == [("corrected", 3)]


def test_each_outcome_has_the_number_behind_it():
    assert ended("办理行政复议案件30件，其中维持18件、撤销4件，申请人撤回6件。") == [
        ("corrected", 4),
        ("upheld", 18),
        ("settled or withdrawn", 6),
    ]


def test_several_words_of_one_outcome_add_up():
    assert ended("审结行政复议案件10件，撤销2件、变更1件。") == [("corrected", 3)]


def test_a_number_before_the_word_is_its_own_if_it_is_the_only_one():
    assert ended("行政复议决定8件被维持。") == [("upheld", 8)]
    assert ended("行政复议8件被维持或撤销。") == [("corrected", None), ("upheld", None)]


def test_what_is_said_of_all_cases_has_the_number_of_all():
    assert ended("办理行政复议案件6件，均予以维持。") == [("upheld", 6)]
    assert ended("办理行政复议案件6件，部分予以维持。") == [("upheld", None)]
    assert ended("办理行政复议案件6件。", "行政复议决定均获维持。") == [("upheld", None)]


def test_none_lost_is_a_number_of_cases():
    assert ended("办理行政诉讼案件21件，败诉0件。") == [("lost or won", 0)]


def test_people_and_rates_are_no_cases():
    assert ended("行政复议和解率达47.3%，撤回申请的有5人。") == [
        ("settled or withdrawn", None),
        ("settled or withdrawn", None),
    ]


def test_places_are_those_of_the_clause_and_ids_those_of_its_quantities():
    made = report("全年办理行政复议案件9件，驳回2件。")
    (row,) = Analysis({"one": made}).outcomes.itertuples()
    assert made.text[row.start : row.end] == row.quote == "驳回2件"
    assert (row.sentence, row.quantities) == ("p1.s1", "p1.s1.q2")


def test_a_rate_of_an_outcome_is_told_by_its_name():
    assert rates_of_outcome("败诉率与直接纠错率双下降,办结率百分之百") == ["败诉率", "纠错率"]


def test_which_quantities_count_cases_of_a_procedure():
    table = Analysis({"one": report("受理行政复议12件，办结率100%。", "调解纠纷30件。")}).quantities
    assert counts_cases(table).tolist() == [True, False, False]
