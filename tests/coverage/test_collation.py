"""Titles held against a text of the form of an Outline; the texts are invented."""

import pytest

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.codebook.model import OUTLINE_ITEMS
from govreports.codebook.outlines import load_outlines
from govreports.coverage import summary
from govreports.coverage.collation import (
    collate,
    how_known,
    numbered_titles,
    official_text,
    outline_of,
)
from govreports.coverage.outline_parts import load_parts
from govreports.coverage.states import coverage, searches
from govreports.errors import DataError
from govreports.report.parse import parse

CODEBOOK, OUTLINES, PARTS = load_codebook(), load_outlines(), load_parts()
TITLES = {
    outline: {
        int(code.id[-2:]): code.zh for code in CODEBOOK.of_kind("measure") if code.origin == outline
    }
    for outline in OUTLINES
}
HAN = "零一二三四五六七八九十"


def han(number):
    tens, ones = divmod(number, 10)
    return (
        ("" if tens == 1 else HAN[tens] if tens else "")
        + "十" * bool(tens)
        + HAN[ones] * bool(ones)
    )


def text_of(outline, titles, *, line="\n"):
    """An invented text that numbers these titles as Outlines do."""
    period = {"outline-2015": "2015—2020年", "outline-2021": "2021－2025年"}[outline]
    made = [f"某纲要（{period}）", "为修桥铺路，制定本纲要。"]
    parts = {part.items.start: part.zh for part in PARTS if part.outline == outline}
    for number, title in titles.items():
        if number in parts:
            mark = "（{}）" if outline == "outline-2015" else "{}、"
            made.append(mark.format(han(number % 9 + 1)) + parts[number] + "\n")
        mark = f"{number}．" if outline == "outline-2015" else f"（{han(number)}）"
        made.append(f"{mark}{title}。修好三座桥，占比达3.5%。（一）大桥另建。")
    return line.join(made)


@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("line", ["\n", "\r\n　　", ""])
def test_a_text_with_our_titles_agrees_with_all_of_them(outline, line):
    rows = collate(text_of(outline, TITLES[outline], line=line), OUTLINES[outline], CODEBOOK)
    assert [row.item for row in rows] == list(OUTLINE_ITEMS[outline])
    assert {row.outcome for row in rows} == {"agrees"}


def test_what_differs_is_told_and_how():
    titles = dict(TITLES["outline-2021"])
    titles[5] = titles[5].replace("深入", "全面")
    titles[7], titles[8] = titles[8], titles[7]
    del titles[9]
    rows = {
        row.item: row
        for row in collate(text_of("outline-2021", titles), OUTLINES["outline-2021"], CODEBOOK)
    }
    assert rows[5].outcome == "differs"
    assert "[-深入-]{+全面+}" in rows[5].difference
    assert rows[7].outcome == rows[8].outcome == "under another number"
    assert rows[9].outcome == "not in the text"
    assert {rows[n].outcome for n in titles if n not in (5, 7, 8)} == {"agrees"}


@pytest.mark.parametrize("outline", OUTLINES)
def test_a_measure_has_the_part_whose_heading_is_above_it(outline):
    own = [part for part in PARTS if part.outline == outline]
    rows = collate(text_of(outline, TITLES[outline]), OUTLINES[outline], CODEBOOK, own)
    for row in rows:
        assert row.item in next(part.items for part in own if part.number == row.part)


def test_lists_inside_an_item_are_not_items():
    text = "1.修桥。分三步：\n1.备料。\n2.动工。\n3.验收。\n2.铺路。\n3.种树。\n4.引水。\n"
    titles = [title for _, title in numbered_titles(text, range(1, 5)).values()]
    assert titles[1:] == ["铺路", "种树", "引水"]
    assert numbered_titles("没有编号的一段话。", range(1, 5)) == {}


@pytest.mark.parametrize("text", ["", "某规划（2011—2015年）", "修桥铺路若干意见"])
def test_a_text_of_no_outline_is_refused(text):
    with pytest.raises(DataError, match=r"x\.txt: names the period of neither Outline"):
        outline_of(text, "x.txt")


def test_how_titles_are_known_without_a_text_and_with_one():
    outline = OUTLINES["outline-2021"]
    without = how_known(outline, CODEBOOK)
    assert {m for m, how in without.items() if how == "read elsewhere"} == set(outline.collated)
    assert set(without.values()) == {"read elsewhere", "recalled"}
    titles = {**TITLES["outline-2021"], 4: "修桥铺路"}
    given = how_known(outline, CODEBOOK, text_of("outline-2021", titles))
    assert given.pop("O21-04") == "not as printed"
    assert set(given.values()) == {"official text"}


def test_the_official_texts_are_no_part_of_the_package():
    assert all(official_text(outline) is None for outline in OUTLINES)


def test_every_measure_has_its_part_and_says_how_its_title_is_known():
    report = parse("某县2019年法治政府建设情况报告\n\n一、情况\n修桥三座。\n")
    covered = coverage(report, [], CODEBOOK, looked_for=searches(CODEBOOK))
    known = {m: how for o in OUTLINES.values() for m, how in how_known(o, CODEBOOK).items()}
    table = summary.known_titles(covered, OUTLINES, PARTS, known)
    assert len(table) == sum(map(len, OUTLINE_ITEMS.values()))
    assert table["part"].notna().all()
    assert ((table["source"] != "") == (table["known"] == "read elsewhere")).all()


def test_the_command_prints_a_row_a_title_and_a_count(tmp_path, capsys):
    path = tmp_path / "text.txt"
    path.write_text(text_of("outline-2015", TITLES["outline-2015"]), encoding="utf-8")
    assert main(["outlines", str(path)]) == 0
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1 + 44
    assert err == f"govreports: {path}: of 44 titles: 44 agrees\n"


def test_the_command_says_in_one_line_what_it_lacks(tmp_path, capsys):
    path = tmp_path / "text.txt"
    path.write_text("某纲要（2015—2020年）\n没有条目。\n", encoding="utf-8")
    for given, told in (([str(path)], "no numbered item"), ([], "no official text is at hand")):
        assert main(["outlines", *given]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert told in line
