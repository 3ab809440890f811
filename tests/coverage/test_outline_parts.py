"""Which parts of the Outlines headings name, and in what order."""

import pytest

from govreports.codebook.model import OUTLINE_ITEMS
from govreports.codebook.outlines import load_prescriptions
from govreports.coverage.outline_parts import (
    CONTENT_COLUMNS,
    NAMED_COLUMNS,
    REPEATED_COLUMNS,
    headed_contents,
    in_order,
    likeness,
    load_parts,
    named_parts,
    repeated,
)
from govreports.errors import DataError
from govreports.report.parse import parse

PARTS = {
    outline: [part for part in load_parts() if part.outline == outline] for outline in OUTLINE_ITEMS
}
PROVISIONS = next(p for p in load_prescriptions() if p.id == "inspection-provisions-2019")
# Headings of another county, in the order of the Outline of 2021 but for enforcement.
TEXT = """某县2023年度法治政府建设情况报告

一、主要举措和成效
（一）强化行政执法能力
组织执法人员培训三次。
（二）加快转变政府职能
取消证明事项5项，健全突发事件
应对机制。
（三）健全行政决策程序
完善应急预案。
二、党政主要负责人履行第一责任人职责情况
县长听取汇报两次。
三、特色亮点
获评先进单位。
四、存在的问题
执法人员不足。
五、下一步打算
提高决策质量。
"""


def outcome(text=TEXT, outline="outline-2021"):
    return named_parts(parse(text), PARTS[outline])


def test_each_part_is_named_by_its_own_title():
    for parts in PARTS.values():
        for part in parts:
            assert part.named_by.search(part.zh), part
        numbers = [part.number for part in parts]
        assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_headings_are_read_inwards_until_one_names_a_part():
    table = outcome()
    assert tuple(table.columns) == NAMED_COLUMNS
    assert table["section"].tolist() == ["1.1", "1.2", "1.3", "2", "3"]
    assert table["part"].fillna(0).tolist() == [5, 2, 4, 10, 0]
    assert in_order(table["part"].dropna()) == 3


def test_only_headings_are_asked_and_not_what_stands_under_them():
    assert 6 not in outcome()["part"].fillna(0).tolist()


def test_a_heading_under_one_that_names_a_part_is_not_asked():
    text = TEXT.replace("一、主要举措和成效", "一、全面履行政府职能")
    assert outcome(text)["section"].tolist() == ["1", "2", "3"]


def test_a_heading_that_names_two_parts_has_both_in_the_order_of_its_words():
    text = TEXT.replace("（二）加快转变政府职能", "（二）规范决策和立法工作")
    table = outcome(text, "outline-2015").query("section == '1.2'")
    assert table["part"].tolist() == [3, 2]


def test_shortcomings_and_outlook_are_left_out():
    assert not {"4", "5"} & set(outcome()["section"])


def test_spans_are_those_of_the_headings():
    row = outcome().iloc[1]
    assert parse(TEXT).text[row["start"] : row["end"]] == "（二）加快转变政府职能"


@pytest.mark.parametrize(
    ("numbers", "length"), [([], 0), ([3], 1), ([2, 3, 1], 2), ([10, 10], 2), ([3, 2, 1], 1)]
)
def test_the_longest_ascent_is_found(numbers, length):
    assert in_order(numbers) == length


def test_outermost_headings_go_to_the_contents_prescribed():
    table = headed_contents(parse(TEXT), PROVISIONS)
    assert tuple(table.columns) == CONTENT_COLUMNS
    assert table["element"].tolist() == [
        "measures-and-results", "first-responsible-person", "measures-and-results",
        "shortcomings", "next-year",
    ]  # fmt: skip


def test_titles_are_found_whatever_stands_between_their_letters():
    titles = {"a": "深入推进“互联网+”监管执法", "b": "加强立法", "none": "……"}
    report = parse(TEXT.replace("取消证明事项5项", "深入推进互联网＋监管执法"))
    table = repeated(report, titles)
    assert tuple(table.columns) == REPEATED_COLUMNS
    assert table["id"].tolist() == ["a"]
    assert report.text[table.loc[0, "start"] : table.loc[0, "end"]] == "深入推进互联网＋监管执法"


@pytest.mark.parametrize(
    "wording",
    ["深入推进“互联网+监管”执法", "深入推进‘互联网+监管’执法", "深入推进「互联网+监管」执法"],
)
def test_a_title_is_not_found_where_quotation_marks_enclose_other_words(wording):
    report = parse(TEXT.replace("取消证明事项5项", wording))
    assert repeated(report, {"a": "深入推进“互联网+”监管执法"}).empty


def test_titles_are_found_in_headings_too():
    assert repeated(parse(TEXT), {"x": "健全行政决策程序"})["unit"].tolist() == ["§1.3"]


def test_likeness_is_of_pairs_and_symmetric():
    assert likeness("依法行政", "依法、行政") == 1
    assert (
        likeness("依法行政", "行政执法") == likeness("行政执法", "依法行政") == pytest.approx(1 / 3)
    )
    assert likeness("法", "法") == 0


HEAD = "outline,part,zh,en,items,named_by\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("outline,part\n", "line 1"),
        (HEAD + "x,1,甲,one,1-2,(\n", "line 2"),
        (HEAD + "x,first,甲,one,1-2,乙\n", "line 2"),
        (HEAD + "x,1,甲,one,two,乙\n", "line 2"),
        (HEAD + "x,1,甲,one,1-2\n", "line 2: 5 values"),
    ],
)
def test_a_malformed_file_names_its_line(tmp_path, text, place):
    (tmp_path / "parts.csv").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=rf"parts\.csv, {place}"):
        load_parts(tmp_path / "parts.csv")


@pytest.mark.parametrize("outline", PARTS)
def test_the_parts_of_an_outline_share_out_its_items(outline):
    assert [item for part in PARTS[outline] for item in part.items] == list(OUTLINE_ITEMS[outline])
