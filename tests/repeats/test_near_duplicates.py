"""Sentences carried over with changes are found, all of them, with what changed."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreports.cli.main import main
from govreports.errors import ArgumentError
from govreports.repeats.near_duplicates import near_repeats, near_table, overlapping
from govreports.report.parse import parse

BEFORE = "我区依托网站公开执法依据、裁量基准和救济途径,全年办理30件,群众满意。"
AFTER = "我区依托网站、公示栏公开执法依据、裁量基准和救济途径,全年办理45件,群众更加满意。"

sets = st.lists(st.frozensets(st.sampled_from("甲乙丙丁戊己庚辛"), max_size=6), max_size=8)


def report(sentence: str, *more: str) -> str:
    return "\n\n".join(["甲市2021年法治政府建设情况报告", "一、政务公开", sentence, *more]) + "\n"


@given(sets, st.sampled_from([0.25, 0.5, 0.6, 1.0]), st.integers(1, 3))
def test_overlapping_sets_are_those_that_comparing_all_pairs_finds(
    members: list[frozenset[str]], overlap: float, min_shared: int
) -> None:
    expected = [
        (i, j)
        for i in range(len(members))
        for j in range(i + 1, len(members))
        if len(members[i] & members[j])
        >= max(min_shared, overlap * min(len(members[i]), len(members[j])))
    ]
    assert list(overlapping(members, overlap, min_shared)) == expected


def test_a_changed_sentence_is_found_with_its_changes() -> None:
    both = {"old": parse(report(BEFORE)), "new": parse(report(AFTER))}
    (pair,) = near_repeats(both)
    assert (pair.a_text, pair.b_text) == (BEFORE, AFTER)
    assert [(c.kind, c.a_text, c.b_text) for c in pair.changes] == [
        ("added", "", "、公示栏"),
        ("figure", "30", "45"),
        ("added", "", "更加"),
    ]
    for change in pair.changes:
        assert both["old"].text[change.a_start : change.a_end] == change.a_text
        assert both["new"].text[change.b_start : change.b_end] == change.b_text


def test_what_is_left_out_is_told_from_what_is_put_in() -> None:
    both = {"old": parse(report(AFTER)), "new": parse(report(BEFORE))}
    (pair,) = near_repeats(both)
    assert [c.kind for c in pair.changes] == ["removed", "figure", "removed"]


def test_a_sentence_carried_over_unchanged_is_no_near_repeat() -> None:
    assert near_repeats({"old": parse(report(BEFORE)), "new": parse(report(BEFORE))}) == []


def test_sentences_of_one_report_are_compared_too() -> None:
    (pair,) = near_repeats({"one": parse(report(BEFORE, AFTER))})
    assert pair.a == pair.b == "one"
    assert pair.a_end <= pair.b_start


def test_sentences_on_other_matters_are_left_apart() -> None:
    other = "市政府常务会议专题学习行政复议法,部门主要负责人出庭应诉率稳步上升。"
    assert near_repeats({"old": parse(report(BEFORE)), "new": parse(report(other))}) == []


def test_overlap_and_resemblance_count_shingles() -> None:
    first, second = "甲乙丙丁戊己庚辛壬癸。", "甲乙丙丁戊己庚辛壬癸子丑寅卯。"
    both = {"old": parse(report(first)), "new": parse(report(second))}
    (pair,) = near_repeats(both, min_shared=1)
    # Seven of the eight shingles of the first sentence are among the twelve of the second.
    assert pair.overlap == pytest.approx(7 / 8)
    assert pair.resemblance == pytest.approx(7 / 13)


@pytest.mark.parametrize("overlap", [0.0, -0.5, 1.5])
def test_an_overlap_that_means_nothing_is_refused(overlap: float) -> None:
    with pytest.raises(ArgumentError, match="an overlap lies above 0"):
        list(overlapping([], overlap))


def test_the_command_prints_near_repeats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "new.txt").write_text(report(AFTER), encoding="utf-8")
    (tmp_path / "old.txt").write_text(report(BEFORE), encoding="utf-8")
    assert main(["reuse", "--near", str(tmp_path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    pair = json.loads(line)
    assert pair["a"] == str(tmp_path / "new.txt")
    assert [change["kind"] for change in pair["changes"]] == ["removed", "figure", "removed"]


def test_the_table_marks_what_each_sentence_alone_has() -> None:
    both = {"old": parse(report(BEFORE)), "new": parse(report(AFTER))}
    pairs = near_repeats(both)
    (row,) = near_table(both, pairs).itertuples()
    for marked, text, alone in (
        (row.a_marked, row.a_text, [c.a_text for c in pairs[0].changes]),
        (row.b_marked, row.b_text, [c.b_text for c in pairs[0].changes]),
    ):
        assert marked.replace("[", "").replace("]", "") == text
        assert re.findall(r"\[(.*?)\]", marked) == [words for words in alone if words]
