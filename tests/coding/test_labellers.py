"""Rules and simpler labellers against a reference; shares corrected report by report."""

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding import labellers
from govreports.coding.coder import Coder
from govreports.coding.comparison import Matched, disagreements, match, pairs_in_common
from govreports.coding.corrected import COLUMNS, corrected_by_report, wrong_by_report
from govreports.coding.handcodings import (
    CodedUnit,
    Codings,
    by_rules,
    coders_and_reference,
    of_rules,
    read_all_codings,
)
from govreports.errors import ArgumentError, DataError
from tests.coding.small_reports import report

CODEBOOK = load_codebook()
THEMES = [code.id for code in CODEBOOK.of_kind("theme")]
REPORTS = {"甲": report(*["公开政务信息。执法培训。"] * 6), "乙": report(*["公开政务信息。"] * 4)}


def codings(name, themes, *, of=("甲", "乙"), note=""):
    """A coding of every sentence of some reports, themes repeated as often as needed."""
    units = tuple(
        CodedUnit(who, s.id, s.start, s.end, theme, (theme,), "report", note=note)
        for who in of
        for s, theme in zip(REPORTS[who].sentences, themes * 12, strict=False)
    )
    return Codings(name, "trial", "person", "2024-05-31", CODEBOOK.version, units)


TRUTH = codings("adjudicated", ["T5", "T4"])
WRONG = codings("rules", ["T5", "T5"])
PAIR = match(TRUTH, WRONG, REPORTS)
JUDGED = labellers.judged(PAIR, REPORTS, CODEBOOK)


def test_each_sentence_is_judged_by_every_labeller():
    assert labellers.labellers_of(JUDGED) == [
        labellers.RULES, labellers.TITLES, labellers.CLASSIFIER,
    ]  # fmt: skip
    assert len(JUDGED) == 16
    assert set(JUDGED[labellers.TITLES]) == {"T0"}  # no heading names a theme


def test_a_classifier_needs_another_report_to_learn_from():
    alone = match(codings("a", ["T5", "T4"], of=["甲"]), WRONG, REPORTS)
    assert labellers.CLASSIFIER not in labellers.judged(alone, REPORTS, CODEBOOK)


def test_accuracy_is_given_for_all_and_for_each_report():
    reached = labellers.accuracy_by_report(JUDGED, THEMES)
    of_rules_alone = reached[reached["labeller"] == labellers.RULES].set_index("report")
    assert of_rules_alone["units"].to_dict() == {"all": 16, "甲": 12, "乙": 4}
    assert of_rules_alone["agreement"].to_dict() == {"all": 0.5, "甲": 0.5, "乙": 0.5}


def test_a_gain_is_the_difference_of_two_shares_of_the_same_sentences():
    gains = labellers.gains_by_report(JUDGED).set_index(["report", "instead"])["value"]
    assert gains["all", labellers.TITLES] == pytest.approx(0.5)


def test_without_sentences_nothing_is_judged():
    table = labellers.judged(Matched(), {}, CODEBOOK)
    assert labellers.accuracy_by_report(table, THEMES).empty
    assert labellers.gains_by_report(table).empty


def test_shares_are_corrected_for_all_and_for_each_report():
    table = corrected_by_report(WRONG, PAIR, THEMES)
    assert tuple(table.columns) == COLUMNS
    of_t4 = table[table["code"] == "T4"].set_index("report")
    assert list(of_t4.index) == ["all", "甲", "乙"]
    assert of_t4["raw"].tolist() == [0, 0, 0]
    assert of_t4["corrected"].tolist() == pytest.approx([0.5, 0.5, 0.5])
    assert of_t4["sample"].tolist() == [16, 12, 4]
    assert wrong_by_report(PAIR).to_dict() == {"甲": 6, "乙": 2}


def test_reports_that_were_not_sampled_are_not_corrected():
    part = match(codings("a", ["T5", "T4"], of=["乙"]), WRONG, REPORTS)
    table = corrected_by_report(WRONG, part, THEMES)
    assert table["report"].drop_duplicates().tolist() == ["all", "乙"]


def test_a_disagreement_is_shown_with_what_settled_it():
    settled = codings("adjudicated", ["T4"], of=["乙"], note="see the rule")
    found = disagreements(TRUTH, WRONG, settled, REPORTS)
    of_other = found[found["report"] == "乙"]
    assert (
        of_other[["first", "second", "resolved", "note"]].to_numpy().tolist()
        == [["T4", "T5", "T4", "see the rule"]] * 2
    )
    assert set(found.loc[found["report"] == "甲", "resolved"]) == {""}
    assert disagreements(TRUTH, TRUTH, TRUTH, REPORTS).empty


def test_only_codings_that_share_a_sentence_are_compared():
    one, other = codings("one", ["T5"], of=["甲"]), codings("other", ["T5"], of=["乙"])
    assert pairs_in_common([one, other]) == []
    assert [(a.name, b.name) for a, b in pairs_in_common([one, TRUTH, other])] == [
        ("one", "adjudicated"),
        ("adjudicated", "other"),
    ]


def test_the_adjudicated_coding_is_the_reference_and_no_coder():
    one, other = codings("one", ["T5"]), codings("other", ["T5"])
    assert coders_and_reference([TRUTH, one, other]) == ((one, other), TRUTH)
    assert coders_and_reference([one, other]) == ((one, other), one)
    with pytest.raises(ArgumentError, match="no reference"):
        coders_and_reference([])


def test_codings_that_were_made_before_are_those_that_are_made_anew():
    coder = Coder(CODEBOOK)
    coded = {name: coder.code(report) for name, report in REPORTS.items()}
    assert of_rules(coded, CODEBOOK) == by_rules(REPORTS, CODEBOOK)


def test_a_folder_that_is_not_there_holds_no_codings_and_a_faulty_file_is_named(tmp_path):
    assert read_all_codings(tmp_path / "codings", CODEBOOK, REPORTS) == ()
    (tmp_path / "bad.csv").write_text("report\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"bad\."):
        read_all_codings(tmp_path, CODEBOOK, REPORTS)
