"""Key terms: what passes, on either side, and what does not."""

import pandas as pd
import pytest

from govreports.corpus.reading import corpus_of
from govreports.errors import ArgumentError
from govreports.report.parse import parse
from govreports.stats.counts import leave_out
from govreports.words.key_terms import (
    are_names,
    compared_with,
    key_terms,
    key_terms_of_each,
    own_name,
    shortens,
)
from tests.stats.token_frames import frame

FILLER = "依法 行政 推进 工作"
# Two paragraphs make a section.
REPORTS = {
    "甲": [f"公开 公开 {FILLER}"] * 8,
    "乙": [f"法治 法治 {FILLER}"] * 8,
    "丙": [f"法治 法治 {FILLER}"] * 8,
}


def keys(reports, target="甲", **options):
    return key_terms(frame(reports), target, seed=1, replicates=200, **options)


def test_both_directions_are_told():
    table = keys(REPORTS).table.set_index("term")
    assert set(table.index) == {"公开", "法治"}
    assert table.loc["公开", "log_ratio"] > 0 > table.loc["法治", "log_ratio"]
    assert table.loc["公开", ["sections", "ref_sections"]].tolist() == [4, 0]
    assert table.loc["法治", ["sections", "ref_sections"]].tolist() == [0, 8]
    assert table.loc["公开", "boot_low"] > 0 > table.loc["法治", "boot_high"]


def test_a_word_of_one_section_alone_is_not_key():
    once = {**REPORTS, "甲": ["公开 " * 16 + FILLER, *[f"{FILLER} 各级 部门"] * 7]}
    assert "公开" not in set(keys(once).table["term"])


def test_the_number_tested_is_told_with_stop_words_left_out():
    assert keys(REPORTS).tested == 6
    assert keys(REPORTS, without={"推进", "工作"}).tested == 4
    assert keys(REPORTS, min_count=17).tested == 5


def test_rates_are_of_the_base_whatever_is_counted():
    tokens = frame(REPORTS)
    chosen = tokens[tokens["token"].isin(["公开", "法治"])]
    table = key_terms(chosen, "甲", base=tokens, seed=1, replicates=200).table
    whole = keys(REPORTS).table
    assert table["per_10k"].tolist() == whole["per_10k"].tolist()


def test_a_report_all_alike_has_no_key_word():
    same = dict.fromkeys("甲乙", [FILLER] * 4)
    assert keys(same).table.empty


def test_a_target_that_is_not_there_is_refused():
    with pytest.raises(ArgumentError, match=r"no report .丁.: there are 甲, 乙, 丙"):
        keys(REPORTS, "丁")


def test_leaving_text_out_can_undo_a_key_word():
    tokens = frame(REPORTS)
    marked = tokens[tokens["token"] == "公开"][["report", "start", "end"]]
    table = key_terms(leave_out(tokens, marked), "甲", seed=1, replicates=200).table
    assert "公开" not in set(table["term"])


def test_a_short_form_keeps_the_order_of_its_characters():
    assert shortens("市政府", "连云港市人民政府")
    assert not shortens("府政", "连云港市人民政府")
    assert not shortens("", "连云港市人民政府")


def test_each_report_is_compared_among_its_own():
    tokens = frame(REPORTS)
    found = key_terms_of_each(
        tokens, dict.fromkeys("甲乙丙", "甲乙丙"), base=tokens, seed=1, replicates=200
    )
    own = found.table[found.table["report"] == "甲"].drop(columns="report")
    assert own.equals(keys(REPORTS).table)
    assert found.tested == dict.fromkeys("甲乙丙", 6)


def test_a_report_with_nothing_to_be_compared_with_is_not_tested():
    tokens = frame(REPORTS)
    among = {"甲": ["甲"], "乙": ["乙", "丙"], "丙": ["丙", "丁"], "丁": ["甲", "丁"]}
    assert list(key_terms_of_each(tokens, among, base=tokens, replicates=20).tested) == ["乙"]


def test_without_any_comparison_the_table_has_its_columns_all_the_same():
    tokens = frame(REPORTS)
    table = key_terms_of_each(tokens, {}, base=tokens).table
    assert table.empty
    compared = key_terms_of_each(tokens, {"甲": ["甲", "乙"]}, base=tokens, replicates=20).table
    assert list(table) == list(compared)


def test_a_lone_genre_is_compared_with_all_others_and_no_report_with_another_genre_else():
    among = compared_with({"rule-of-law": ["甲", "乙"], "disclosure": ["丙"], "other": ["丁"]})
    assert among["甲"] == ["甲", "乙"]
    assert among["丙"] == among["丁"] == ["甲", "乙", "丙", "丁"]


def test_the_name_of_a_body_goes_by_its_level_and_else_is_that_of_the_issuer():
    report = parse("某某县2023年法治政府建设情况报告\n开展执法培训3期。")
    read = corpus_of({"somewhere": report}).records[0]
    record = read._replace(issuer="某某局", jurisdiction="", level="")
    assert own_name(record) == "某某局"
    county = record._replace(jurisdiction="某某县", level="county")
    assert own_name(county) == "某某县人民政府"
    zone = record._replace(jurisdiction="某某开发区", level="development zone")
    assert own_name(zone) == "某某开发区管理委员会"


def test_a_term_is_a_name_in_the_report_of_that_body_alone():
    report = parse("某某县2023年法治政府建设情况报告\n开展执法培训3期。")
    blank = corpus_of({"somewhere": report}).records[0]
    records = {
        "a": blank._replace(id="a", jurisdiction="海安县", level="county"),
        "b": blank._replace(id="b", jurisdiction="", issuer=""),
    }
    terms = pd.DataFrame({"term": ["海安", "立法", "海安"], "report": ["a", "a", "b"]})
    assert are_names(terms, records).tolist() == [True, False, False]
    assert are_names(terms.head(0), records).dtype == bool
