"""Title, issuer, number, date, year and genre are read where the text states them."""

from __future__ import annotations

import pytest

from govreports.report import dates
from govreports.report.folding import fold
from govreports.report.parse import parse

BODY = "我县认真推进各项工作，取得新成效。\n一、主要工作\n召开会议3次。\n二、其他\n没有其他事项。\n"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("2021年2月26日", "2021-02-26"),
        ("2021-02-26 14:43", "2021-02-26"),
        ("2021/3/5", "2021-03-05"),
        ("2020.1.15", "2020-01-15"),
        ("26.02.2020", "2020-02-26"),
        ("二〇二一年二月二十六日", "2021-02-26"),
        ("二○一九年十二月三十一日", "2019-12-31"),
        ("二oo九年十一月十三日", "2009-11-13"),
        ("2 0 2 1 年 2 月 26 日", "2021-02-26"),
        ("2O21年2月l6日", "2021-02-16"),
        ("二〇一〇年十月十日", "2010-10-10"),
    ],
)
def test_dates_are_read_in_all_their_forms(line: str, iso: str) -> None:
    found = dates.find(fold(line))
    assert found is not None
    assert found.iso == iso
    assert dates.is_date_line(fold(line)) or " 14:43" in line


@pytest.mark.parametrize("line", ["2021年2月", "2021年13月1日", "第14号", "1+2+9+N", "3.21事故"])
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert dates.find(line) is None


def test_the_signed_date_goes_before_the_date_of_the_page() -> None:
    text = f"XX县2020年工作报告\n发布时间：2021-03-30\n{BODY}XX县司法局\n2021年1月15日\n"
    stated = parse(text).metadata["issued"]
    assert stated.value == "2021-01-15"
    assert text[stated.start : stated.end] == "2021年1月15日"


def test_the_clock_of_the_page_is_no_date_of_issue_and_no_year() -> None:
    text = f"今天是2019年10月31日 星期三\n当前位置：首页\nXX区2020年法治政府建设情况报告\n{BODY}"
    assert parse(text).stated("issued") == ""
    assert parse(text).stated("reporting_year") == "2020"


def test_the_year_of_delivery_is_not_the_year_reported_on() -> None:
    text = (
        "政府工作报告\n——2023年1月10日在XX县第十八届人民代表大会第二次会议上\n县长 张三\n"
        "各位代表：\n"
        "现在，我代表县人民政府，向大会报告工作，请予审议。\n一、2022年工作回顾\n地区生产总值增"
        "长5%。\n"
        "二、2023年工作安排\n推进改革。\n"
    )
    report = parse(text)
    assert report.stated("title") == "政府工作报告"
    assert report.stated("reporting_year") == "2022"
    assert report.stated("issued") == "2023-01-10"
    assert [s.role for s in report.sections] == ["preamble", "body", "outlook"]


@pytest.mark.parametrize(
    ("opening", "year"),
    [
        ("现将2019年法治政府建设情况报告如下：", "2019"),
        ("2018年以来，我县推进法治政府建设。", "2018"),
        ("按照《法治政府建设实施纲要（2015-2020年）》要求，推进工作。", ""),
        ("今年以来，我县推进法治政府建设。", ""),
    ],
)
def test_without_a_year_in_the_title_the_opening_is_read(opening: str, year: str) -> None:
    assert parse(f"法治政府建设工作总结\n{opening}\n{BODY}").stated("reporting_year") == year


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("连云港市人民政府关于连云港市2020年法治政府建设情况报告", "连云港市人民政府"),
        ("XX区司法局2021年度法治政府建设情况报告", "XX区司法局"),
        ("2017年XX镇依法行政工作总结", "XX镇"),
        ("法治政府建设工作总结", ""),
    ],
)
def test_the_issuer_is_read_from_the_title(title: str, issuer: str) -> None:
    assert parse(f"{title}\n{BODY}").stated("issuer") == issuer


def test_the_issuer_is_read_from_the_signature_where_the_title_names_no_organ() -> None:
    text = f"XX园区2020年法治政府建设情况报告\n{BODY}XX园区管理委员会\n2021年1月15日\n"
    assert parse(text).stated("issuer") == "XX园区管理委员会"


def test_a_number_in_the_card_counts_and_one_cited_in_the_text_does_not() -> None:
    carded = f"文 号 X政发〔2021〕3号 主 题 词\nXX县2020年工作报告\n{BODY}"
    cited = f"XX县2020年工作报告\n根据《通知》（苏编办发〔2019〕40号）要求，推进工作。\n{BODY}"
    assert parse(carded).stated("document_number") == "X政发〔2021〕3号"
    assert parse(cited).stated("document_number") == ""


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("XX市2020年法治政府建设情况报告", "rule-of-law"),
        ("XX市2016年度依法行政工作报告", "rule-of-law"),
        ("XX局2021年政府信息公开工作年度报告", "disclosure"),
        ("XX局2021年政務公開工作總結", "disclosure"),
        ("XX县2020年水利工作总结", "other"),
    ],
)
def test_the_genre_is_told_by_the_title(title: str, genre: str) -> None:
    assert parse(f"{title}\n{BODY}").genre == genre


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"2025 年云河省人民政府办公厅政府信息公开工作年度报告\n{BODY}", "云河省人民政府办公厅"),
        (f"云河省 人民政府 2025 年政府信息公开工作年度报告\n{BODY}", "云河省 人民政府"),
        (
            f"现公布云台县人民政府办公室2023年政府信息公开工作年度报告。\n{BODY}",
            "云台县人民政府办公室",
        ),
        (f"现将云台街道办事处2023年法治政府建设年度报告如下：\n{BODY}", "云台街道办事处"),
        (f"2023年，望川市市场监管局在市委领导下，推进法治建设。\n{BODY}", "望川市市场监管局"),
        (f"2026年上海市政府工作报告\n各位代表：\n{BODY}", "上海市人民政府"),
        (f"各位代表：\n我代表云台区第八届人民政府向大会报告工作。\n{BODY}", "云台区人民政府"),
        (f"云台镇2023年法治建设总结\n根据望川市司法局要求，开展工作。\n{BODY}", "云台镇"),
    ],
)
def test_the_issuer_is_read_wherever_the_report_names_it(text: str, issuer: str) -> None:
    assert parse(text).stated("issuer") == issuer


@pytest.mark.parametrize(
    ("text", "year"),
    [
        (
            "现将有关情况报告如下：\n一、主要工作\n2018年在全市考评中名列第二。\n二、2020年工作"
            "计划\n培训3次。\n",
            "2019",
        ),
        (
            "法治建设总结\n我县推进工作。\n一、主要工作\n培训3次。\nXX县司法局\n2019年12月18日\n",
            "2019",
        ),
        (
            "法治建设总结\n我县推进工作。\n一、主要工作\n培训3次。\nXX县司法局\n2020年1月8日\n",
            "2019",
        ),
        ("法治建设总结\n我县推进工作。\n一、主要工作\n培训3次。\nXX县司法局\n2020年7月8日\n", ""),
        (
            "2026年XX区政府工作报告\n各位代表：\n一、过去五年工作回顾\n增长5%。\n二、2026年工作"
            "\n推进改革。\n",
            "2025",
        ),
    ],
)
def test_plans_and_signatures_tell_the_year_before(text: str, year: str) -> None:
    assert parse(text).stated("reporting_year") == year


@pytest.mark.parametrize(
    "line", ["来源：望川日报 2025-01-09 10:30", "望川日报 2025年1月9日 第03版"]
)
def test_the_date_of_a_newspaper_is_the_date_of_issue(line: str) -> None:
    report = parse(f"XX县2024年法治政府建设情况报告\n{line}\n{BODY}")
    assert report.stated("issued") == "2025-01-09"
    assert report.stated("reporting_year") == "2024"
