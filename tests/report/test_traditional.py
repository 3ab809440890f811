"""A report in traditional characters is read as in simplified ones, offset for offset."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from govreports.numbers.quantities import quantities
from govreports.report.characters import PLAIN
from govreports.report.folding import fold
from govreports.report.parse import parse
from govreports.tables import packaged, read_rows
from tests.report.pages import headings, roles

TABLE = [
    (row["traditional"], row["simplified"])
    for _, row in read_rows(packaged("traditional.csv"), ("traditional", "simplified"))
]
# Which characters of the five reports OpenCC prints in traditional form, and how often; made by
# tools/traditional_table.py.
PRINTED = Path(__file__).with_name("traditional_of_reports.csv")

TEXT = (
    "東河區2021年度法治政府建設情況報告\n2021年，我區深入推進依法行政，現將情況報告如下：\n"
    "一、主要舉措和成效\n全區16個執法部門辦理行政處罰案件4876件，罰沒金額12.5萬元，培訓60學時。\n"
    "二、存在的問題\n執法隊伍專業化水平有待提升。\n三、下一步計劃\n開展案卷評查2次。\n"
)


def test_each_form_stands_for_one_simplified_character() -> None:
    assert all(len(a) == len(b) == 1 for a, b in TABLE)
    assert not {a for a, _ in TABLE} & {b for _, b in TABLE}
    assert all(len(a) == len(b) == 1 for a, b in PLAIN.items())


def test_characters_that_simplified_text_uses_stay_as_they_are() -> None:
    # All of GB 2312 but two that are only surnames there.
    ordinary = [
        bytes((row, cell)).decode("gb2312", "ignore")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
    ]
    assert [c for c in ordinary if c and fold(c) != c] == ["後", "於"]


def test_the_five_reports_fold_back() -> None:
    """Of 13,616 characters printed otherwise 38 stay so, in the standard of Taiwan 48 of 13,516.

    徵 覆 藉 摺 瞭, and 著 in Taiwan, are ordinary in simplified text too.
    """
    changed: Counter[str] = Counter()
    kept: dict[str, Counter[str]] = {"s2t": Counter(), "s2tw": Counter()}
    with PRINTED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            changed[row["standard"]] += int(row["times"])
            if fold(row["printed"]) != fold(row["simplified"]):
                kept[row["standard"]][row["printed"]] += int(row["times"])
    assert changed == {"s2t": 13616, "s2tw": 13516}
    both = {"徵": 21, "覆": 13, "藉": 2, "摺": 1, "瞭": 1}
    assert kept["s2t"] == both
    assert kept["s2tw"] == {**both, "著": 10}


def test_the_view_has_the_length_of_the_text() -> None:
    assert fold("萬家燈火，與時俱進") == "万家灯火,与时俱进"
    assert len(fold(TEXT)) == len(TEXT)


def test_words_that_both_scripts_write_alike_stay() -> None:
    assert fold("著作、覆盖、乾隆") == "著作、覆盖、乾隆"


def test_headings_roles_and_quantities_are_found() -> None:
    report = parse(TEXT)
    assert headings(TEXT)[0] == (1, "一、", "主要舉措和成效")
    assert list(roles(TEXT).values())[-2:] == ["problems", "outlook"]
    found = [(q.text, q.unit, q.value_base) for q in quantities(report)]
    assert found == [
        ("16", "个", 16),
        ("4876", "件", 4876),
        ("12.5", "万元", 125000),
        ("60", "学时", 60),
        ("2", "次", 2),
    ]
