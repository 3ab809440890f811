"""New terms are proposed by cohesion inside and freedom outside."""

import math

import pytest

from govreports.errors import ArgumentError
from govreports.words.discovery import DISCOVERY_COLUMNS, discover, entropy

CONTEXTS = ["在甲{}乙丙", "对丁{}戊己", "让庚{}辛壬", "把癸{}子丑", "用寅{}卯辰", "为巳{}午未"]


def candidates(*terms, **options):
    texts = [context.format(term) for term in terms for context in CONTEXTS]
    return discover(texts, **options)


def test_a_string_that_holds_together_and_moves_freely_is_proposed():
    table = candidates("不见面审批", "一网通办")
    assert set(table["term"]) == {"不见面审批", "一网通办"}
    assert table["count"].tolist() == [6, 6]


def test_fragments_are_not_free_on_their_inner_side():
    assert not {"不见面", "见面审批", "网通办"} & set(candidates("不见面审批", "一网通办")["term"])


def test_known_terms_are_not_proposed_again():
    assert candidates("一网通办", known=["一网通办"]).empty


def test_rare_strings_are_not_proposed():
    assert candidates("一网通办", min_count=7).empty


def test_a_string_always_between_marks_is_free():
    texts = ["“一网通办”、“审批”", *CONTEXTS] * 5
    assert "一网通办" in discover(texts)["term"].tolist()


def test_nothing_is_matched_across_punctuation():
    texts = ["依法,行政"] * 9
    assert "依法行政" not in discover(texts)["term"].tolist()


@pytest.mark.parametrize("texts", [[], [""], ["abc 123"], ["法"]])
def test_without_chinese_text_there_are_no_candidates(texts):
    table = discover(texts)
    assert table.empty
    assert tuple(table.columns) == DISCOVERY_COLUMNS


def test_the_entropy_of_nothing_is_undefined():
    assert math.isnan(entropy([]))


@pytest.mark.parametrize("options", [{"max_length": 1}, {"min_count": 0}])
def test_senseless_limits_are_refused(options):
    with pytest.raises(ArgumentError, match="at least"):
        discover(["依法行政"], **options)
