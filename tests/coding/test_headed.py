"""What stands under another heading, and which sentence shows a theme."""

import pandas as pd
import pytest

from govreports.analysis import Analysis
from govreports.codebook.examples import clearest, rests_on_words
from govreports.coding.elsewhere import strayed, under_headings
from govreports.coverage.instruments import named_instruments, passed_over
from govreports.report.parse import parse
from govreports.schema import frame

TEXT = """某县2022年法治政府建设情况报告

一、严格规范公正文明行政执法
开展执法案卷评查2次。
全年办理行政复议案件5件，均已审结。
二、权责清单
机关负责人出庭应诉3次。
"""
ANALYSIS = Analysis({"县": parse(TEXT)})


def under():
    return under_headings(ANALYSIS.reports, ANALYSIS.codings, ANALYSIS.codebook)


def test_a_sentence_is_set_beside_what_its_heading_announces():
    table = under().set_index("sentence")
    of_review = table[table["text"].str.contains("行政复议")].iloc[0]
    assert of_review["announced"] == "T4"
    assert of_review["primary"] == "T6"


def test_sentences_that_stray_are_counted_and_others_are_not():
    counted = strayed(under()).set_index(["announced", "primary"])["sentences"]
    assert counted["T4", "T6"] == 1
    assert all(announced != primary for announced, primary in counted.index)


def codings(*rows):
    """Rows of sentence, themes (the primary first) and length; ``*`` marks a heading."""
    filled = [
        (
            *("r", "1", "p1", name.rstrip("*"), 0, length, length, name.endswith("*"), name),
            *(themes.split()[0], themes, "report", "", "", "words"),
        )
        for name, themes, length in rows
    ]
    return frame("codings", filled)


def evidence(*rows):
    return frame("evidence", [("r", sentence, code, rule, 0, 1) for sentence, code, rule in rows])


def test_the_clearest_sentence_has_the_most_evidence_and_no_other_theme():
    found = clearest(
        codings(("s1", "T1", 9), ("s2", "T1", 9), ("s3", "T1 T2", 9), ("s4*", "T1", 9)),
        evidence(
            *[("s1", "T1", "a")], *[("s2", "T1", "a")] * 2, *[("s3", "T1", "a")] * 3,
            *[("s4", "T1", "a")] * 4,
        ),
        ["T1", "T2"],
    )  # fmt: skip
    assert found["sentence"].tolist() == ["s2"]


def test_of_equally_clear_sentences_the_shortest_then_the_first_is_taken():
    rows = [("s1", "T1", 9), ("s2", "T1", 5), ("s3", "T1", 5)]
    assert clearest(codings(*rows), evidence(), ["T1"])["sentence"].tolist() == ["s2"]


def test_themes_come_in_the_order_asked_for():
    rows = codings(("s1", "T2", 9), ("s2", "T1", 5))
    assert clearest(rows, evidence(), ["T1", "T2", "T3"])["primary"].tolist() == ["T1", "T2"]


@pytest.mark.parametrize(
    ("found", "rests"),
    [
        ([("s1", "T1", "words")], True),
        ([("s1", "T1", "context-title")], False),
        ([("s1", "T2", "words")], False),
        ([("s2", "T1", "words")], False),
        ([], False),
    ],
)
def test_a_theme_rests_on_words_of_its_own_sentence(found, rests):
    assert rests_on_words(codings(("s1", "T1", 9)), evidence(*found)).tolist() == [rests]


def instruments():
    table = pd.concat([codings(("s1", "T1", 9), ("s2", "T1", 9)), codings(("s1", "T1", 9))])
    (one, other) = [code.id for code in ANALYSIS.codebook.of_kind("instrument")][:2]
    return table.assign(report=["a", "a", "b"], instruments=[f"{one} {other}", one, other])


def test_instruments_are_counted_by_sentences_and_reports():
    table = named_instruments(instruments(), ANALYSIS.codebook, ["b"])
    assert table["sentences"].tolist() == [2, 2]
    assert sorted(table["reports"]) == [1, 2]
    assert table.set_index("reports")["law_reports"].to_dict() == {2: 1, 1: 0}
    assert table["reports"].is_monotonic_decreasing


def test_without_instruments_the_table_is_empty():
    assert named_instruments(codings(("s1", "T1", 9)), ANALYSIS.codebook, []).empty


def test_an_instrument_in_a_heading_of_its_own_is_passed_over_by_the_sentences():
    names = {code.zh: code.id for code in ANALYSIS.codebook.of_kind("instrument")}
    found = passed_over(ANALYSIS.reports, set(), ANALYSIS.codebook).set_index("id")
    assert found.loc[names["权责清单"], "where"] == "heading"
    named = passed_over(ANALYSIS.reports, set(names.values()), ANALYSIS.codebook)
    assert named.empty
    assert named.columns.tolist() == found.reset_index()[named.columns].columns.tolist()
