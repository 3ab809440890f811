"""Coded sentences with tokens, for those who train models: every place leads to its text."""

import json

from govreports.codebook.loader import load_codebook
from govreports.coding.annotated import conll, spacy_lines
from govreports.coding.coded_reports import coded_reports, rules_first
from govreports.report.parse import parse
from govreports.words.segmenter import Segmenter

REPORT = parse(
    "某县2021年法治政府建设情况报告\n\n一、执法\n推行“双随机、一公开”监管5871户。\n"
    "组织行政执法人员培训2次，\n参加300人。\n"
)
CODED = [*rules_first(coded_reports([("county", REPORT)], []), load_codebook())]
SEGMENTER = Segmenter()


def test_every_token_and_term_of_a_line_is_the_text_at_its_place():
    lines = list(spacy_lines(CODED, SEGMENTER))
    assert len(lines) == len(REPORT.sentences)
    for line in map(json.loads, lines):
        meta = line["meta"]
        assert REPORT.text[meta["start"] : meta["end"]] == line["text"]
        for token in line["tokens"]:
            assert line["text"][token["start"] : token["end"]] == token["text"]
        assert line["cats"][meta["primary"]] == 1
    named = {
        line["text"][span["start"] : span["end"]]
        for line in map(json.loads, lines)
        for span in line["spans"]
    }
    assert "双随机、一公开" in named


def test_conll_blocks_hold_each_token_once_and_mark_the_terms():
    lines = list(conll(CODED, SEGMENTER))
    tokens = [line.split("\t") for line in lines if "\t" in line]
    for _, form, place, _ in tokens:
        start, end = map(int, place.split(":"))
        assert REPORT.text[start:end] == form
    assert [mark for _, form, _, mark in tokens if form in "双随机、一公开"][:5] == list("BIIII")
    assert lines.count("") == len(REPORT.sentences)
