"""A report in traditional characters is read as in simplified ones, offset for offset."""

from __future__ import annotations

from pages import headings, roles

from govreports.claims.quantities import quantities
from govreports.text.normalise import view
from govreports.text.parse import parse
from govreports.text.traditional import SIMPLIFIED

TEXT = (
    "東河區2021年度法治政府建設情況報告\n2021年，我區深入推進依法行政，現將情況報告如下：\n"
    "一、主要舉措和成效\n全區16個執法部門辦理行政處罰案件4876件，罰沒金額12.5萬元，培訓60學時。\n"
    "二、存在的問題\n執法隊伍專業化水平有待提升。\n三、下一步計劃\n開展案卷評查2次。\n"
)


def test_each_form_stands_for_one_simplified_character() -> None:
    assert all(len(a) == len(b) == 1 for a, b in SIMPLIFIED.items())
    assert not SIMPLIFIED.keys() & set(SIMPLIFIED.values())


def test_the_view_has_the_length_of_the_text() -> None:
    assert view("萬家燈火，與時俱進") == "万家灯火,与时俱进"
    assert len(view(TEXT)) == len(TEXT)


def test_words_that_both_scripts_write_alike_stay() -> None:
    assert view("著作、覆盖、乾隆") == "著作、覆盖、乾隆"


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
