"""Two codings side by side."""

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.comparison import COLUMNS, compare, in_short, match
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.errors import ArgumentError
from tests.coding.small_reports import report

CODEBOOK = load_codebook()
REPORTS = {"甲": report(*["公开。执法。"] * 12)}
SENTENCES = REPORTS["甲"].sentences


def codings(name, themes, *, skip=(), flags=()):
    units = tuple(
        CodedUnit("甲", s.id, s.start, s.end, theme, (theme,), "report", flags)
        for s, theme in zip(SENTENCES, themes, strict=True)
        if s.id not in skip
    )
    return Codings(name, "trial", "person", "2024-05-31", CODEBOOK.version, units)


ONE = codings("one", ["T5", "T4"] * 12)
OTHER = codings("other", ["T5", "T4"] * 9 + ["T5", "T5"] * 3)


def test_the_table_holds_coefficients_and_figures_by_code():
    table = compare(ONE, OTHER, CODEBOOK, REPORTS, replicates=50)
    assert tuple(table.columns) == COLUMNS
    primary = table[table["scheme"] == "primary"].set_index(["code", "measure"])
    assert primary.loc[("", "agreement"), "value"] == pytest.approx(21 / 24)
    assert primary.loc[("T4", "recall"), "value"] == pytest.approx(9 / 12)
    assert primary.loc[("T4", "precision"), "value"] == 1
    assert primary.loc[("T4", "recall"), ["cases_a", "cases_b", "units"]].tolist() == [12, 9, 24]


def test_codes_that_nobody_used_have_no_rows():
    table = compare(ONE, OTHER, CODEBOOK, REPORTS, replicates=10)
    assert set(table.loc[table["scheme"] == "themes", "code"]) == {"T4", "T5"}


def test_rare_codes_have_one_row_that_says_so():
    rare = codings("rare", ["T5", "T4"] * 3 + ["T5", "T5"] * 9)
    table = compare(rare, ONE, CODEBOOK, REPORTS, replicates=10)
    row = table[(table["scheme"] == "primary") & (table["code"] == "T4")]
    assert row["note"].tolist() == ["too few to say"]
    assert row["value"].isna().all()


def test_only_common_sentences_are_compared():
    part = codings("part", ["T5", "T4"] * 12, skip={"p1.s1", "p2.s2"})
    pair = match(ONE, part, REPORTS)
    assert (len(pair.a), pair.only_a, pair.only_b) == (22, 2, 0)
    assert pair.clusters[:2] == (("甲", "p1"), ("甲", "p2"))


def test_codings_without_a_common_sentence_cannot_be_compared():
    nothing = codings("nothing", ["T5"] * 24, skip={s.id for s in SENTENCES})
    with pytest.raises(ArgumentError, match="one and nothing"):
        match(ONE, nothing, REPORTS)


def test_a_figure_in_short_has_its_interval_or_is_empty():
    table = compare(ONE, ONE, CODEBOOK, REPORTS, replicates=10)
    assert in_short(table, "primary", "", "agreement") == "1.00 (1.00–1.00)"
    assert in_short(table, "primary", "T4", "recall") == "1.00 (1.00–1.00)"
    assert in_short(table, "primary", "T9", "recall") == ""
    assert in_short(table.head(0), "primary", "", "agreement") == ""
