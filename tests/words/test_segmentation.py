"""Base tokens and multiword terms: the convention, the offsets, and the same from both engines."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreports.readers.source import read_report
from govreports.report.folding import fold
from govreports.report.model import Paragraph, Report, Sentence
from govreports.report.parse import parse
from govreports.schema import frames
from govreports.words.boundaries import OTHER_LETTER, UNUSUAL
from govreports.words.compounds import compounds, jieba_frequencies
from govreports.words.counted_text import counted_lines
from govreports.words.dictionary import packaged_amendments
from govreports.words.segmentation import (
    report_terms,
    segment_report,
    token_frame,
)
from govreports.words.segmenter import Segmenter, kind_of

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))
JIEBA, RJIEBA = Segmenter("jieba"), Segmenter("rjieba")
MIXED = st.text(
    st.sampled_from(
        "的一是三十百千万亿余多几第年月日号个省市区法治政府行政执法规范性文件办结率责任制者化"
        "0123456789.,，%％＋+-—…·“”‘’《》〈〉()（）、。;；：ABCnopＡ１ \n\t\u3000é①㎡㐀𠀀\u200b"
    ),
    max_size=80,
)
LINES = [line for path in REPORTS for line in path.read_text(encoding="utf-8").splitlines()]
REPORT = """某某市人民政府2021年法治政府建设情况报告

一、优化营商环境

(一)深化“放管服”改革。全面推行“双随机、一公开”监管，办理行政许可5871件。

二、存在问题

行政执法三项制度落实不够到位，培训2.5万余人次。
"""


def words(text: str) -> str:
    return " ".join(token.text for token in RJIEBA.tokens(text))


@pytest.mark.parametrize(
    "segmented",
    [
        "企业 登记 5871 户",
        "深化 学法 培训",
        "镇长 任 组长",
        "占比 达 95%",
        "处罚 199.8万 元",
        "培训 1.5万余 人次",
        "60多万 元",
        "增长 98.96%",
        "自 2019年 5月 1日 起",
        "二〇二〇年 十二月 三十一日",
        "一 是 第一 责任人",
        "第十五 条",
        "一百二十三 件",
        "3 个 工作日",
        "领导 包案 制度",
        "行政执法 公示 制度",
        "规范性文件 合法性 审查",
        "行政复议 与 行政诉讼",
        "重大 行政 决策",
        "进一步 提高",
        "各 街道 和 我 区",
        "全 市 唯一 一 所",
        "第三方 评估 在 第三 季度",
        "办结率 、 受理率 和 满意度",
        "“ 1+2+9+N ” 体系",
        "南通市 经济 技术 开发区",
        "中国 特色 社会主义",
        "实事求是",
        "S201 和 APP",
    ],
)
def test_the_convention(segmented: str) -> None:
    assert words(segmented.replace(" ", "")) == segmented


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_both_engines_give_the_same_tokens_of_a_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert JIEBA.boundaries(text) == RJIEBA.boundaries(text)


@given(MIXED)
@settings(max_examples=300)
def test_both_engines_give_the_same_tokens_of_any_text(text: str) -> None:
    assert JIEBA.tokens(text) == RJIEBA.tokens(text)


@given(MIXED)
@settings(max_examples=300)
def test_tokens_cover_the_text_but_for_blanks(text: str) -> None:
    tokens = RJIEBA.tokens(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert "".join(token.text for token in tokens) == "".join(
        character for character, plain in zip(text, fold(text), strict=True) if not plain.isspace()
    )


@given(MIXED)
@settings(max_examples=300)
def test_the_fast_counts_are_the_counts_of_the_tokens(text: str) -> None:
    counts = RJIEBA.counts(text)
    kept = [fold(token.text) for token in RJIEBA.tokens(text) if token.kind != "punctuation"]
    assert counts.tokens == Counter(kept)
    assert counts.terms == Counter(term.text for term in RJIEBA.terms(text))


@given(MIXED)
@settings(max_examples=200)
def test_width_does_not_change_the_cuts(text: str) -> None:
    assert RJIEBA.boundaries(text) == RJIEBA.boundaries(fold(text))


def test_start_moves_every_offset() -> None:
    assert [token.start for token in RJIEBA.tokens("法治政府", start=100)] == [100, 102]
    assert RJIEBA.terms("推进双随机、一公开", start=100)[0][:2] == (102, 109)


@pytest.mark.parametrize(
    "wording",
    [
        "双随机、一公开",
        "“双随机、一公开”",
        "“双随机,一公开”",
        "双随机，一公开",
        "“双随机”、“一公开”",
    ],
)
def test_a_term_is_found_whatever_its_punctuation(wording: str) -> None:
    [term] = RJIEBA.terms(f"推行{wording}监管")
    assert term.text == "双随机、一公开"
    assert f"推行{wording}监管"[term.start : term.end] == wording.strip("“”")


def test_the_longest_term_is_counted_and_none_inside_it() -> None:
    found = [term.text for term in RJIEBA.terms("全面推行行政执法三项制度")]
    assert found == ["行政执法三项制度"]


def test_terms_never_overlap_and_never_cut_a_token() -> None:
    for path in REPORTS:
        text = path.read_text(encoding="utf-8")
        edges = set(RJIEBA.boundaries(text))
        terms = RJIEBA.terms(text)
        assert all(term.start in edges and term.end in edges for term in terms)
        assert all(a.end <= b.start for a, b in pairwise(terms))


@pytest.mark.parametrize(
    ("token", "kind"),
    [
        ("行政执法", "word"),
        ("APP", "word"),
        ("①", "word"),
        ("199.8万", "number"),
        ("2019年", "number"),
        ("100%", "number"),
        ("第一", "number"),
        ("三", "number"),
        ("。", "punctuation"),
        ("……", "punctuation"),
        ("+", "punctuation"),
    ],
)
def test_kinds(token: str, kind: str) -> None:
    assert kind_of(token) == kind


def test_a_report_is_segmented_in_its_headings_and_paragraphs_only() -> None:
    report = parse(REPORT)
    tokens = segment_report(report, RJIEBA)
    assert all(report.text[token.start : token.end] == token.text for token in tokens)
    text = "".join(token.text for token in tokens)
    assert "某某市" not in text
    assert text.startswith("一、优化营商环境")
    heading = next(token for token in tokens if token.text == "营商")
    assert heading.paragraph == heading.sentence == f"h{heading.section}"
    number = next(token for token in tokens if token.text == "5871")
    assert number.sentence in {sentence.id for sentence in report.sentences}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("办理行政\n    许可5871件。", ()),
        ("办理行政\n- 3 -\n许可5871件。", ((0, 4), (11, 20))),
    ],
    ids=["hard wrap", "page number"],
)
def test_a_word_runs_on_over_what_the_page_puts_in_between(
    text: str, parts: tuple[tuple[int, int], ...]
) -> None:
    sentence = Sentence("p1.s1", 0, len(text), "1", "p1", parts=parts)
    paragraph = Paragraph("p1", 0, len(text), "1", (sentence,))
    report = Report(text, "utf-8", "other", {}, (), (), (paragraph,))
    tokens = segment_report(report, RJIEBA)
    assert [token.text for token in tokens] == ["办理", "行政许可", "5871", "件", "。"]
    assert text[tokens[1].start : tokens[1].end] == text[2 : text.index("5871")]
    assert tokens[-1].end == len(text)
    assert RJIEBA.counts(counted_lines(report)).tokens["行政许可"] == 1


def test_the_frame_holds_what_the_counts_count() -> None:
    reports = {path.stem: read_report(path) for path in REPORTS[:2]}
    frame = token_frame(reports, RJIEBA)
    assert list(frame.columns) == frames()["tokens"].names
    for name, report in reports.items():
        mine = frame[frame["report"] == name]
        counts = RJIEBA.counts(counted_lines(report))
        assert Counter(mine["token"]) == counts.tokens
        assert mine["start"].is_monotonic_increasing
        terms = token_frame({name: report}, RJIEBA, layer="term")
        assert Counter(terms["token"]) == counts.terms
        assert len(terms) == len(report_terms(report, RJIEBA))


@given(st.lists(st.sampled_from(LINES) | MIXED, max_size=40), st.sampled_from(["\n", "\n\n", ""]))
@settings(max_examples=100)
def test_counts_do_not_need_sentences(lines: list[str], between: str) -> None:
    text = between.join(["2020年，我市坚持依法行政，取得积极成效。", *lines])
    counts, whole = (
        RJIEBA.counts(counted_lines(parse(text, whole_paragraphs=whole))) for whole in (False, True)
    )
    assert counts == whole


def test_the_cheap_look_for_letters_passes_none_over() -> None:
    characters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x32000)]))
    letters = OTHER_LETTER.findall(characters)
    assert len(letters) > 1000
    assert UNUSUAL.findall("".join(letters)) == letters


def test_the_frame_can_hold_punctuation() -> None:
    report = parse(REPORT)
    assert "。" in set(token_frame({"a": report}, RJIEBA, punctuation=True)["token"])
    assert "。" not in set(token_frame({"a": report}, RJIEBA)["token"])


def test_no_shared_dictionary_cache_is_read_or_written(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "jieba.cache").write_bytes(b"not a cache")
    assert [token.text for token in Segmenter("jieba").tokens("法治政府")] == ["法治", "政府"]
    assert [path.name for path in tmp_path.iterdir()] == ["jieba.cache"]


def test_the_packaged_compounds_are_those_of_the_rule() -> None:
    struck = {word.word for word in packaged_amendments() if word.reason == "compound"}
    assert struck == set(compounds(jieba_frequencies()))


def test_provenance_tells_engines_and_dictionaries_apart() -> None:
    other = Segmenter("rjieba", words=[])
    assert JIEBA.provenance["engine"] == "jieba"
    assert len(JIEBA.provenance["dictionary_sha256"]) == 64
    assert JIEBA.provenance["base_words_sha256"] == RJIEBA.provenance["base_words_sha256"]
    assert JIEBA.provenance["base_words_sha256"] != other.provenance["base_words_sha256"]
