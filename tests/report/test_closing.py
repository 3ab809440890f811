"""Problems and outlook, with a heading of their own or without."""

from __future__ import annotations

import pytest

from govreports.report.parse import parse
from tests.report.pages import roles

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
        "2020年，我县推进法治政府建设，现将情况报告如下：\n一、领导\n召开会议3次。下一步，将继"
        "续加强领导。\n"
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


@pytest.mark.parametrize(
    ("title", "role"),
    [
        *[(f"2021年{words}", "outlook") for words in (
            "重点工作", "主要工作", "工作部署", "法治政府建设工作谋划", "法治工作", "总体考虑",
        )],
        *[(words, "outlook") for words in (
            "工作建议", "后续工作", "改进方向", "下半年工作安排", "工作思路", "下一步整改措施",
        )],
        *[(words, "problems") for words in (
            "短板弱项", "有待改进之处", "需要改进的方面",
            "亟待解决的问题", "不到位的方面", "制约瓶颈",
            "尚需完善的工作", "工作中的不足", "仍有差距", "困难和挑战", "未完成事项",
        )],
        *[(words, "body") for words in (
            "补短板强弱项", "聚焦短板弱项，提升能力",
            "困难群众法律援助", "加强工作部署", "突出工作重点",
            "2020年重点工作完成情况", "落实《实施纲要（2021—2025年）》",
            "问题线索移送", "代表建议办理",
            "防范化解风险挑战", "下放审批权限", "健全问题整改机制", "未成年人保护", "难点突破",
        )],
    ],
)  # fmt: skip
def test_a_heading_is_told_by_how_it_is_composed(title: str, role: str) -> None:
    assert roles(BODY + f"二、{title}\n有关工作正在推进。\n三、其他事项\n无。\n")[title] == role


DISCLOSURE = (
    "XX局2024年政府信息公开工作年度报告\n2024年，我局推进政府信息公开。\n一、总体情况\n公开信息"
    "256条。\n"
    "五、存在的主要问题及改进情况\n{}六、其他需要报告的事项\n无。\n"
)


def test_mended_problems_problems_and_next_steps_have_their_parts() -> None:
    part = (
        "（一）2024年问题的改进情况\n一是提升公开质效。加大集成发布力度。\n二是加强培训。培训3"
        "次。\n"
        "（二）存在的问题\n公开形式较为单一。\n（三）改进措施\n丰富公开形式。\n"
    )
    told = _told(DISCLOSURE.format(part))
    assert told["加大集成发布力度。"] == told["培训3次。"] == "body"
    assert told["公开形式较为单一。"] == "problems"
    assert told["丰富公开形式。"] == "outlook"
    assert told["无。"] == "body"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("针对存在问题，2025年我们将抓好以下工作：", "outlook"),
        ("针对以上不足，我局将丰富公开形式。", "outlook"),
        ("为此，我局将丰富公开形式。", "outlook"),
        ("2025年，我局将丰富公开形式。", "outlook"),
        ("改进措施：丰富公开形式。", "outlook"),
        ("针对上年度公开不及时的问题，我局健全了制度。", "body"),
        ("对此，我局已健全制度。", "body"),
        ("改进情况：健全了制度。", "body"),
        ("公开的针对性有待提高。", "problems"),
    ],
)
def test_problems_mended_and_answered_without_headings(sentence: str, role: str) -> None:
    told = _told(DISCLOSURE.format(f"公开形式单一。{sentence}\n"))
    assert told["公开形式单一。"] == "problems"
    assert told[sentence] == role
    assert told["无。"] == "body"


def test_what_still_falls_short_goes_on_after_what_was_mended() -> None:
    part = (
        "针对上年度公开不及时的问题，我局健全了制度。\n当前仍存在一些问题：形式单一。\n"
        "针对以上问题，我局将丰富形式。\n"
    )
    told = _told(DISCLOSURE.format(part))
    assert [told[s] for s in told][2:5] == ["body", "problems", "outlook"]


def test_a_plain_heading_on_what_comes_next_may_stand_over_short_text() -> None:
    text = BODY.replace("一、主要工作\n", "主要工作\n") + "2021年工作打算\n加强培训。\n"
    assert roles(text)["2021年工作打算"] == "outlook"
