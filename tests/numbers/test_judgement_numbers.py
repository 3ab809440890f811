"""Readings of numbers that have a reason in the language or in what is claimed."""

from __future__ import annotations

import pytest

from govreports.numbers.arithmetic import checks
from govreports.numbers.quantities import quantities
from govreports.numerals import read_han
from govreports.repeats.extent import kinds_repeated, passage_table
from govreports.repeats.shared import passages_of
from govreports.report.parse import parse
from tests.numbers.one_paragraph import read, report


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        # 亿 after 万 multiplies all that stands before it: 万亿 is a million million,
        ("一万亿", 10**12),
        ("三万五千亿", 35_000 * 10**8),
        ("二万亿零五", 2 * 10**12 + 5),
        # 万 after 亿 only what stands between.
        ("一亿二万", 10**8 + 20_000),
        ("三亿五千万", 350_000_000),
    ],
)
def test_yi_multiplies_what_wan_has_gathered(numeral: str, value: int) -> None:
    assert read_han(numeral) == value


@pytest.mark.parametrize(
    ("year", "status"), [("2018", "target"), ("2019", "reported"), ("2020", "reported")]
)
def test_a_value_by_the_year_reported_on_is_no_target(year: str, status: str) -> None:
    # 到2019年 looks ahead only before 2019; a report on 2019 is written when it is over.
    (found,) = read("到2019年底公开率达到95%。", year=year)
    assert found.status == status


def test_a_bracket_inside_a_bracket_is_part_of_a_part() -> None:
    # 含听证5件 belongs to the 40 already: 60 and 40 make the total, 60, 40 and 5 do not.
    made = report("办理案件100件（许可60件，处罚40件（含听证5件））。")
    table = checks(made, quantities(made))
    assert list(zip(table["verdict"], table["computed"], strict=True)) == [("agree", 100)]
    # Nor do 60 and the 20 among them contradict the total.
    made = report("办理案件100件（其中许可60件（含延续20件）、处罚40件）。")
    assert "disagree" not in set(checks(made, quantities(made))["verdict"])


def test_what_is_repeated_in_passages_of_two_kinds_has_the_kind_of_the_longest() -> None:
    # The short passage, a title alone, tells less of where the words come from than the long one,
    # which carries sentences over with the title in them.
    title = "《甲市重大行政决策程序实施细则（试行）》"
    long = (
        f"全面落实{title}，健全听取意见、专家论证和集体讨论的工作机制，决策质量明显提高，群众满意"
    )
    texts = {
        "a": f"甲市2021年法治政府建设情况报告\n一、决策\n我市{long}。\n",
        "b": f"乙县2021年法治政府建设情况报告\n一、执法\n乙县{long}；成效好。\n",
        "c": f"丙县2021年法治政府建设情况报告\n一、监督\n丙县印发{title}。\n",
    }
    reports = {name: parse(text) for name, text in texts.items()}
    table = passage_table(reports, passages_of(reports), [])
    assert set(table["kind"]) == {"title", "prose"}
    counted = kinds_repeated(reports, table).set_index("report")
    assert counted.loc["a", "prose"] == counted.loc["b", "prose"] == len(long)
    assert counted.loc["a", "title"] == counted.loc["b", "title"] == 0
    # Where only the title is shared it is a title.
    assert counted.loc["c", "title"] == len(title)
    assert counted.loc["c", "prose"] == 0


def test_more_days_than_a_month_has_are_a_stretch_of_time_and_no_date() -> None:
    # 日 counts days or names one; the thirty-second of a month does not exist.
    (found,) = read("向社会公示45日。")
    assert (found.value, found.unit, found.kind) == (45, "日", "duration")
    (found,) = read("平均用时32日。")
    assert found.value == 32
    assert read("11月31日召开会议。") == read("31日召开会议。") == ()
