"""Problems and outlook, with a heading of their own or without."""

from __future__ import annotations

import pytest
from pages import roles

from govreports.text.parse import parse

BODY = (
    "XX县2020年法治政府建设情况报告\n2020年，我县推进法治政府建设，现将情况报告如下：\n"
    "一、主要工作\n（一）加强领导。召开会议3次。\n（二）规范执法。办案12件。\n"
)
PRAISE = "2020年，我县法治政府建设虽然取得了一定成效，但仍存在执法力量不足等问题。"
NEXT = "2021年是“十四五”开局之年，我县将深入推进依法行政。"


def _told(text: str) -> dict[str, str]:
    report = parse(text)
    role = {section.id: section.role for section in report.sections}
    return {report.wording(s): role[s.section] for s in report.sentences}


@pytest.mark.parametrize(
    "closing",
    [
        f"{PRAISE}\n{NEXT}\n",
        f"{PRAISE}{NEXT}\n",
        "一年来，我县取得了较好成绩。" + PRAISE + f"\n{NEXT}\n",
    ],
)
def test_an_unheaded_close_is_problems_and_outlook(closing: str) -> None:
    told = _told(BODY + closing)
    assert told[PRAISE] == "problems"
    assert told[NEXT] == "outlook"
    assert told["办案12件。"] == "body"


def test_points_of_an_unheaded_close_stand_under_it() -> None:
    points = "一是认识不足。重视不够。二是力量不足。人员偏少。\n"
    text = BODY + "我县工作虽然取得一定成效，但仍存在以下不足：" + points
    sections = {s.title: (s.level, s.role) for s in parse(text).sections}
    assert sections["认识不足"] == (2, "problems")
    assert sections["力量不足"] == (2, "problems")
    assert sections["规范执法"] == (2, "body")


def test_a_close_on_the_line_of_the_last_section_leaves_it() -> None:
    told = _told(
        BODY.rstrip() + "总之，我县工作取得一定成绩，但仍存在不足。下一步，我县将推进改革。\n"
    )
    assert told["办案12件。"] == "body"
    assert told["总之，我县工作取得一定成绩，但仍存在不足。"] == "problems"
    assert told["下一步，我县将推进改革。"] == "outlook"


def test_intentions_at_the_end_of_each_section_stay_there() -> None:
    text = (
        "2020年，我县推进法治政府建设，现将情况报告如下：\n一、领导\n召开会议3次。下一步，将继续加强领导。\n"
        "二、执法\n办案12件。下一步，将继续规范执法。\n"
    )
    assert set(_told(text).values()) == {"preamble", "body"}


def test_an_unheaded_admission_before_a_headed_outlook() -> None:
    text = BODY + f"{PRAISE}\n二、下一步打算\n（一）加强学习。学习法律。\n"
    assert roles(text) == {
        "0": "preamble",
        "主要工作": "body",
        "加强领导": "body",
        "规范执法": "body",
        "2": "problems",
        "下一步打算": "outlook",
        "加强学习": "outlook",
    }


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("存在的问题和不足", "problems"),
        ("存在的主要问题及原因", "problems"),
        ("主要问题", "problems"),
        ("不足之处", "problems"),
        ("存在的差距", "problems"),
        ("存在的主要问题及改进情况", "problems"),
        ("下一步工作打算", "outlook"),
        ("下步计划", "outlook"),
        ("2021年法治政府建设主要安排", "outlook"),
        ("2021年度工作要点", "outlook"),
        ("今后努力方向", "outlook"),
        ("2020年重点工作", "body"),
        ("2020年工作计划完成情况", "body"),
        ("着力解决突出问题", "body"),
        ("依法化解矛盾纠纷问题", "body"),
        ("完善政务公开工作计划", "body"),
        ("补齐短板，提升执法水平", "body"),
    ],
)
def test_a_heading_announces_its_role(title: str, role: str) -> None:
    assert roles(BODY + f"二、{title}\n有关工作正在推进。\n三、其他事项\n无。\n")[title] == role


def test_remedies_under_a_heading_on_problems_are_outlook() -> None:
    text = (
        BODY
        + "二、存在的主要问题及改进情况\n公开内容不够全面。下一步，我局将丰富形式。\n"
        + "三、其他\n无。\n"
    )
    told = _told(text)
    assert told["公开内容不够全面。"] == "problems"
    assert told["下一步，我局将丰富形式。"] == "outlook"
    assert told["无。"] == "body"


def test_remedies_told_point_by_point_stay_with_their_problems() -> None:
    text = (
        BODY
        + "二、存在的问题\n一是力量不足。编制偏少。下一步，将争取编制。\n"
        + "二是能力不足。培训偏少。\n三、其他\n无。\n"
    )
    assert _told(text)["培训偏少。"] == "problems"


def test_without_headings_the_first_paragraph_is_the_preamble() -> None:
    text = "2018年，我镇推进依法行政。\n成立领导小组。\n调解纠纷35起。\n" + PRAISE + "\n" + NEXT
    assert [section.role for section in parse(text).sections] == [
        "preamble",
        "body",
        "problems",
        "outlook",
    ]
