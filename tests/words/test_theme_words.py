"""Words of themes: whose they are, and whether a rule's wording brought them."""

import pandas as pd

from govreports.coding.coder import Coding, Evidence
from govreports.report.model import Sentence
from govreports.words.theme_words import THEME_WORD_COLUMNS, by_theme, theme_words
from tests.stats.token_frames import frame


def coding(paragraph: int, primary: str, *evidence: Evidence) -> Coding:
    place = Sentence(f"p{paragraph}.s1", 0, 1, "1", f"p{paragraph}")
    return Coding(place, primary, (primary,), "report", (), (), evidence, "words")


def test_tokens_take_the_theme_of_their_sentence_and_those_of_no_sentence_go():
    tokens = frame({"甲": ["普法 宣传", "信访", "公开"]})
    coded = {"甲": [coding(0, "T7"), coding(1, "T6")]}
    themed = by_theme(tokens, coded)
    assert themed[["report", "token"]].values.tolist() == [
        ["T7", "普法"],
        ["T7", "宣传"],
        ["T6", "信访"],
    ]


def test_a_word_is_cued_where_a_rule_of_the_primary_theme_found_it():
    tokens = frame({"甲": ["普法 宣传 培训 信访"]})
    found = coding(
        0,
        "T7",
        Evidence("T7", "law-publicity", 1, 3),  # touches 普法 and 宣传
        Evidence("T7", "context.before", 4, 6),
        Evidence("T6", "petitions", 6, 8),
    )
    assert by_theme(tokens, {"甲": [found]})["cued"].tolist() == [True, True, False, False]


def test_words_of_a_theme_are_more_frequent_in_it_and_come_by_their_excess():
    tokens = frame({"甲": ["普法 普法 宣传 工作"] * 20 + ["信访 信访 工作"] * 20})
    coded = {"甲": [coding(i, "T7" if i < 20 else "T6") for i in range(40)]}
    themed = by_theme(tokens, coded)
    table = theme_words(themed, ["T6", "T7", "T9"], base=themed)
    assert table[["theme", "term"]].values.tolist() == [
        ["T6", "信访"],
        ["T7", "普法"],
        ["T7", "宣传"],
    ]
    assert (table["excess"] == table["per_10k"] - table["ref_per_10k"]).all()
    assert theme_words(themed, ["T7"], base=themed, without={"普法"})["term"].tolist() == ["宣传"]


def test_one_theme_alone_has_nothing_to_be_key_against():
    tokens = frame({"甲": ["普法 宣传"] * 9})
    themed = by_theme(tokens, {"甲": [coding(i, "T7") for i in range(9)]})
    table = theme_words(themed, ["T7"], base=themed)
    pd.testing.assert_frame_equal(table, pd.DataFrame(columns=list(THEME_WORD_COLUMNS)))
