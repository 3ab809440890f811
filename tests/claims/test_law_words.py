"""How many sentences hold no word of law, by several lists, with intervals."""

import pandas as pd
import pytest

from govreports.claims.law_words import has_law_word, law_words, without_evidence, without_law_words
from govreports.errors import ArgumentError
from govreports.report.parse import parse


def test_every_word_is_listed_once_with_a_reason():
    words = law_words()
    assert len({w.word for w in words}) == len(words)
    assert all(w.reason for w in words)


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("依法查处违法行为", {"all", "law itself", "narrow", "any"}),
        ("开展执法检查", {"all", "any"}),
        ("营造法治氛围", {"all", "law itself", "any"}),
        ("改进工作办法和做法", set()),
        ("新建养老中心一处", set()),
    ],
)
def test_each_scope_asks_for_its_own_words(text, scopes):
    asked = ("all", "law itself", "narrow", "any")
    assert {scope for scope in asked if has_law_word(text, scope)} == scopes


def test_an_unknown_scope_is_refused():
    with pytest.raises(ArgumentError, match="scope"):
        has_law_word("依法", "none")


def codings(*texts_of_paragraphs):
    rows = [
        ("a", f"p{number}", text)
        for number, texts in enumerate(texts_of_paragraphs)
        for text in texts
    ]
    return pd.DataFrame(rows, columns=["report", "paragraph", "text"])


def test_shares_are_told_inside_and_outside_the_group():
    table = codings(["建学校", "依法办事"], ["修路", "依法处罚", "复议", "开会"])
    inside = pd.Series([True, True, True, False, False, False])
    (row,) = without_law_words(table, inside).to_dict("records")
    assert (row["sentences"], row["without"]) == (3, 2)
    assert (row["sentences_others"], row["without_others"]) == (3, 1)
    assert row["difference"] == pytest.approx(1 / 3)
    assert row["low"] <= row["share"] <= row["high"]


def test_other_texts_can_be_searched_in_place_of_the_sentences():
    table = codings(["依法办事"], ["依法处罚"])
    blank = pd.Series(["办事", "处罚"])
    (row,) = without_law_words(
        table, pd.Series([True, False]), texts=blank, scope="law itself"
    ).to_dict("records")
    assert row["share"] == row["share_others"] == 1


def test_wordings_on_which_a_theme_rests_are_blanked():
    report = parse("某县2023年法治政府建设情况报告\n开展执法检查。依法履职。")
    first, second = report.sentences
    table = pd.DataFrame(
        [("a", s.id, s.start, s.end, "T4") for s in (first, second)],
        columns=["report", "sentence", "start", "end", "primary"],
    )
    at = report.text.index("执法")
    evidence = pd.DataFrame(
        [("a", first.id, "T4", at, at + 2), ("a", second.id, "T1", second.start, second.end)],
        columns=["report", "sentence", "code", "start", "end"],
    )
    assert list(without_evidence({"a": report}, table, evidence)) == ["开展■■检查。", "依法履职。"]
