"""Bounds of the parser, tuned on the five reports: an invented example on each side of each."""

from __future__ import annotations

import pytest

from govreports.report.parse import parse
from tests.report.pages import roles, spoken

BODY = "我县认真推进各项工作，取得新成效。\n一、主要工作\n召开会议3次。\n二、其他\n没有其他事项。\n"


@pytest.mark.parametrize(
    ("year", "issued"),
    [
        # No organ that reports is older than the People's Republic; what a scan misreads (1 or 9
        # for 2 or 0) is no date, and neither is a year that nobody can have written.
        ("1949", "1949-02-26"),
        ("1948", ""),
        ("1021", ""),
        ("2921", ""),
        ("2100", "2100-02-26"),
        ("2101", ""),
    ],
)
def test_a_year_outside_what_can_be_is_no_date_of_issue(year: str, issued: str) -> None:
    text = f"XX县法治政府建设工作总结\n{BODY}XX县司法局\n{year}年2月26日\n"
    assert parse(text).stated("issued") == issued


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        # 安排 and 计划 end headings on what comes next, unless the plan is what was carried out.
        ("年度工作安排", "outlook"),
        ("2021年工作计划", "outlook"),
        ("落实省政府年度工作安排", "body"),
        ("完成2020年度立法计划", "body"),
        ("2020年工作计划完成情况", "body"),
        ("改进措施落实情况", "body"),
        ("下一步工作部署完成情况", "body"),
    ],
)
def test_a_heading_on_plans_that_were_carried_out_is_no_outlook(heading: str, role: str) -> None:
    text = (
        f"XX县2020年法治政府建设情况报告\n{BODY.partition(chr(10))[0]}\n"
        f"一、主要工作\n召开会议3次。\n二、{heading}\n组织培训3次。\n"
    )
    assert roles(text)[heading] == role


@pytest.mark.parametrize(("length", "joined"), [(15, False), (23, True)])
def test_a_line_that_ends_well_before_the_margin_ends_what_was_written(
    length: int, joined: bool
) -> None:
    # Tuned: from .6 of the width a line without a stop was broken by the printer (a word or a
    # number that must not be parted went over); one of half the width was ended by its writer.
    running = "各镇街和部门把法治建设纳入年度考核内容并定期听取情况汇报研究"
    paragraph = f"{running}\n{running}\n全面加强领导。\n"
    short, last = running[:length], "推动各项任务落到实处。"
    text = f"XX县2020年法治政府建设情况报告\n{paragraph * 3}{running}\n{short}\n{last}\n"
    assert (running + short + last in spoken(text)) is joined
    assert (last in spoken(text)) is not joined


@pytest.mark.parametrize(
    ("line", "title"),
    [
        # Tuned: a line that only ends as documents do, with 关于 before it, may be any link of
        # the page; a report's word, a year or the subject must come to it.
        ("关于加强队伍管理的意见", ""),
        ("关于加强2020年队伍管理的意见", "关于加强2020年队伍管理的意见"),
        ("关于加强法治队伍管理的意见", "关于加强法治队伍管理的意见"),
        ("关于队伍管理的情况", "关于队伍管理的情况"),
    ],
)
def test_a_title_says_more_than_that_it_is_a_document(line: str, title: str) -> None:
    assert parse(f"{line}\n{BODY}").stated("title") == title


@pytest.mark.parametrize(("length", "year"), [(20, "2019"), (120, "")])
def test_a_year_late_in_a_paragraph_dates_a_detail_and_not_the_report(
    length: int, year: str
) -> None:
    # Tuned: the year reported on stands at the head of the opening paragraphs, within sixty
    # characters or so.
    lead = "我县坚持把法治建设摆在突出位置，健全机制，压实责任，狠抓落实，" * 4
    opening = f"{lead[:length]}2019年办理案件300件。"
    assert parse(f"法治政府建设工作总结\n{opening}\n{BODY}").stated("reporting_year") == year
