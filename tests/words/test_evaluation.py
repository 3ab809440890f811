"""Segmentation scores: by hand on small cases, and the level reached on the held-out sentences."""

from pathlib import Path

import numpy as np
import pytest

from govreports.errors import ArgumentError, DataError
from govreports.readers.source import read_report
from govreports.report.parse import parse
from govreports.words.compounds import jieba_frequencies
from govreports.words.evaluation import (
    HandSegmented,
    bare_jieba,
    chosen_path,
    compare,
    cut_otherwise,
    evaluate,
    only_inside,
    paths,
    read_sample,
    word_spans,
)
from govreports.words.segmentation import token_frame
from govreports.words.segmenter import Segmenter

CORPUS = Path(__file__).parents[2] / "corpus"
HEAD = "report,start,end,part,words\n"


def sentence(words: str) -> HandSegmented:
    text = words.replace(" ", "")
    return HandSegmented("a", 0, len(text), "test", text, tuple(word_spans(text, words.split())))


def values(table) -> dict[str, float]:
    return dict(zip(table["measure"], table["value"], strict=True))


def test_scores_worked_by_hand() -> None:
    # There: 甲乙 丙丁 戊己 庚; found: 甲乙 丙丁戊己 庚: two of three found, two of four there.
    scored = evaluate(
        [sentence("甲乙 丙丁 戊己 庚 。")],
        lambda text: ["甲乙", "丙丁戊己", "庚", "。"],
        {"甲乙", "丙丁", "戊己"},
        seed=1,
    )
    assert values(scored) == pytest.approx(
        {"precision": 2 / 3, "recall": 2 / 4, "f1": 4 / 7, "oov_recall": 1.0}
    )
    assert list(scored["words"]) == [3, 4, 4, 1]


def test_blanks_that_a_segmentation_keeps_are_no_words() -> None:
    text = "共5830 家"
    spaced = HandSegmented("a", 0, 7, "test", text, ((0, 1), (1, 5), (6, 7)))
    scored = evaluate([spaced], lambda text: ["共", "5830", " ", "家"], set(), seed=1)
    assert values(scored)["f1"] == 1


def test_a_segmentation_that_loses_text_is_refused() -> None:
    with pytest.raises(ArgumentError, match="does not join up"):
        evaluate([sentence("依法 治国")], lambda text: ["依法"], set(), seed=1)


def test_perfect_agreement_is_one_with_no_width() -> None:
    sample = [sentence("依法 治国 ！"), sentence("公开 ， 公正")]
    answers = {s.text: [s.text[a:b] for a, b in s.words] for s in sample}
    scored = evaluate(sample, lambda text: answers[text], set(), seed=1)
    assert np.allclose(scored[["value", "low", "high"]], 1)


def test_the_interval_holds_the_value_and_repeats_with_its_seed() -> None:
    sample = [sentence("依法 治国"), sentence("公开 公正"), sentence("执法 为 民")]
    one = evaluate(sample, list, set(), seed=5)
    assert one.equals(evaluate(sample, list, set(), seed=5))
    assert (one["low"] <= one["value"]).all()
    assert (one["value"] <= one["high"]).all()


def test_a_measure_that_rests_on_nothing_is_nan() -> None:
    scored = values(evaluate([sentence("依法 治国")], list, {"依法", "治国"}, seed=1))
    assert np.isnan(scored["oov_recall"])
    assert scored["recall"] == 0


def test_a_measure_that_many_replicates_lack_has_no_interval() -> None:
    # The unknown word stands in one sentence of two: a quarter of the draws is without it.
    sample = [sentence("依法 治国"), sentence("公开 公正")]
    scored = evaluate(sample, list, {"公开", "公正", "治国"}, seed=1).set_index("measure")
    assert scored.loc["oov_recall", "value"] == 0
    assert scored.loc["oov_recall", ["low", "high"]].isna().all()


def test_no_sentences_give_nan() -> None:
    assert evaluate([], list, set(), seed=1)["value"].isna().all()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("b,0,4,test,依法 治国\n", "line 2: no report is called 'b'"),
        ("a,0,4,exam,依法 治国\n", "line 2: part 'exam'"),
        ("a,x,4,test,依法 治国\n", "line 2: start must be"),
        ("a,0,4,test,依法 治理\n", "line 2: the words do not join up"),
        ("a,0,4,test,依法\n", "line 2: the words do not join up"),
        ("a,90,94,test,\n", "line 2: the words do not join up"),
        ("a,0,4,test\n", "line 2: 4 values where 5"),
    ],
)
def test_a_bad_line_of_the_sample_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "sample.csv"
    path.write_text(HEAD + line, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        read_sample(path, {"a": "依法治国"})


def test_ways_are_compared_one_after_another() -> None:
    ways = {"whole": lambda text: [text], "apart": list}
    table = compare([sentence("依法 行政")], ways, set())
    f1 = table[table["measure"] == "f1"].set_index("segmentation")["value"]
    assert f1.to_dict() == {"whole": 0.0, "apart": 0.0}
    assert len(table) == 8


def test_no_way_to_cut_gives_no_rows_but_the_same_columns() -> None:
    some = compare([sentence("依法 行政")], {"apart": list}, set())
    none = compare([], {}, set())
    assert none.empty
    assert list(none) == list(some)


def test_without_sentences_no_quality_is_claimed() -> None:
    table = compare([], {"apart": list}, set())
    assert table["words"].eq(0).all()
    assert table["value"].isna().all()


def test_what_stands_only_in_the_sample_is_found_across_line_breaks() -> None:
    text = "依法\n行政。公开透明。公开。"
    held = HandSegmented("a", 6, 11, "test", text[6:11], ())
    assert held.text == "公开透明。"
    assert only_inside(["公开", "透明", "依法行政"], [held], {"a": text}) == {"透明"}
    elsewhere = {"a": text, "b": "务求透\n明。"}
    assert only_inside(["公开", "透明"], [held], elsewhere) == set()


def test_words_cut_otherwise_are_those_whose_two_ends_another_way_does_not_share() -> None:
    title = "某某县2023年法治政府建设情况报告\n"
    reports = {"a": parse(f"{title}2023年，开展执法培训3期。加强普法宣传。")}
    tokens = token_frame(reports, Segmenter("rjieba"))
    assert cut_otherwise(tokens, reports, chosen_path(Segmenter("rjieba"))).empty
    alone = cut_otherwise(tokens, reports, list)
    assert set(alone["token"]) == {word for word in tokens["token"] if len(word) > 1}
    with pytest.raises(ArgumentError, match="join up"):
        cut_otherwise(tokens, reports, lambda text: [text[:-2]])


@pytest.fixture(scope="module")
def sample() -> list[HandSegmented]:
    texts = {path.stem: read_report(path).text for path in (CORPUS / "reports").glob("*.txt")}
    return read_sample(CORPUS / "segmentation" / "sample.csv", texts)


def test_the_sample_is_as_large_as_it_must_be(sample: list[HandSegmented]) -> None:
    held_out = [s for s in sample if s.part == "test"]
    assert len(sample) >= 150
    assert len(held_out) >= 90
    assert len({s.report for s in held_out}) == 5
    assert not {s.text for s in held_out} & {s.text for s in sample if s.part != "test"}


def test_the_level_reached_on_sentences_held_out(sample: list[HandSegmented]) -> None:
    held_out = [s for s in sample if s.part == "test"]
    vocabulary = jieba_frequencies()
    mine = values(evaluate(held_out, chosen_path(Segmenter("rjieba")), vocabulary, seed=1))
    bare = values(evaluate(held_out, bare_jieba(), vocabulary, seed=1))
    assert mine["f1"] >= 0.90
    assert mine["f1"] > bare["f1"]
    assert mine["oov_recall"] > bare["oov_recall"]


def test_every_way_of_cutting_loses_nothing_and_the_chosen_one_agrees_best(
    sample: list[HandSegmented],
) -> None:
    development = [s for s in sample if s.part == "development"]
    ways = paths(Segmenter("rjieba"))
    for segment in ways.values():
        assert all(word_spans(s.text, segment(s.text)) is not None for s in development)
    f1 = {way: values(evaluate(development, cut, set(), seed=1))["f1"] for way, cut in ways.items()}
    assert max(f1, key=f1.__getitem__) == "chosen path"
