"""Headings, signatures and counts that lost the line breaks or the order they usually have."""

from __future__ import annotations

import pytest

from govreports.report.parse import parse
from tests.report.pages import headings, kinds, roles, spoken

OPENING = "2020年，我县认真推进法治政府建设，现将情况报告如下："


def test_a_heading_glued_to_a_numbered_point_ends_before_its_marker() -> None:
    text = (
        OPENING
        + "\n一、主要工作\n（一）加强普法 1、开展宣讲。举办讲座6场。2、培育骨干。培育骨干4名。\n"
    )
    assert headings(text) == [
        (1, "一、", "主要工作"),
        (2, "（一）", "加强普法"),
        (3, "1、", "开展宣讲"),
        (3, "2、", "培育骨干"),
    ]
    assert "举办讲座6场。" in spoken(text)


def test_a_report_in_one_paragraph_keeps_all_its_headings() -> None:
    text = (
        OPENING + "一、2020年主要工作（一）坚持领导。召开会议5次。（二）优化服务。拓展事项23项。"
        "二、存在不足：执法质量有待提高。三、2021年打算：培养公职律师2名。\n"
    )
    assert headings(text) == [
        (1, "一、", "2020年主要工作"),
        (2, "（一）", "坚持领导"),
        (2, "（二）", "优化服务"),
        (1, "二、", "存在不足"),
        (1, "三、", "2021年打算"),
    ]
    assert roles(text)["存在不足"] == "problems"
    assert roles(text)["2021年打算"] == "outlook"


def test_a_colon_within_a_sentence_makes_no_heading() -> None:
    text = OPENING + "\n一、主要工作\n明确要求。二、三季度完成：培训3期，检查5次。全年培训9期。\n"
    assert headings(text) == [(1, "一、", "主要工作")]


def test_a_signature_and_date_glued_to_the_last_sentence_are_told_from_it() -> None:
    text = OPENING + "\n一、主要工作\n召开会议5次。东河县人民政府2021年1月29日\n"
    report = parse(text)
    assert kinds(text)["东河县人民政府"] == "signature"
    assert kinds(text)["2021年1月29日"] == "date"
    assert report.stated("issuer") == "东河县人民政府"
    assert report.stated("issued") == "2021-01-29"
    assert spoken(text)[-1] == "召开会议5次。"


def test_a_sentence_that_only_ends_in_a_date_is_no_signature() -> None:
    text = OPENING + "\n一、主要工作\n召开会议5次。方案印发至县政府办公室时已是2021年1月29日。\n"
    assert "signature" not in kinds(text).values()


def test_points_that_count_through_the_report_are_its_parts() -> None:
    text = (
        OPENING + "\n第一、加强领导。召开会议8次。\n"
        "第二、规范制度。1.严格审查。审查文件76件。2.开展清理。废止文件19件。\n"
        "第三、严格执法。查处案件30件。\n"
    )
    assert headings(text) == [
        (1, "第一、", "加强领导"),
        (1, "第二、", "规范制度"),
        (2, "1.", "严格审查"),
        (2, "2.", "开展清理"),
        (1, "第三、", "严格执法"),
    ]


def test_points_of_the_preamble_stay_there() -> None:
    text = (
        OPENING + "\n第一，加强领导。召开会议8次。\n一、主要工作\n（一）严格执法。查处案件30件。\n"
    )
    assert headings(text) == [(1, "一、", "主要工作"), (2, "（一）", "严格执法")]


@pytest.mark.parametrize(
    ("title", "genre", "issuer"),
    [
        (
            "云 川 市 水 务 局 2 0 2 1 年 法 治 政 府 建 设 年 度 报 告",
            "rule-of-law",
            "云 川 市 水 务 局",
        ),
        (
            "云 川 市 人 民 政 府 政 府 信 息 公 开 年 度 报 告",
            "disclosure",
            "云 川 市 人 民 政 府",
        ),
    ],
)
def test_a_title_spaced_out_is_read_like_any_other(title: str, genre: str, issuer: str) -> None:
    report = parse(f"{title}\n{OPENING}\n一、主要工作\n召开会议5次，培训3期。\n")
    assert (report.genre, report.stated("issuer")) == (genre, issuer)


def test_a_page_without_a_title_may_still_tell_who_delivered_the_report_and_when() -> None:
    text = (
        "2013年12月24日在云川市十六届人大常委会第十七次会议上\n市人民政府\n"
        "主任、各位副主任、各位委员：\n现将2013年依法行政情况报告如下，请予审议。\n"
        "一、主要工作\n召开会议5次，培训3期。\n"
    )
    report = parse(text)
    assert report.stated("issued") == "2013-12-24"
    assert report.stated("issuer") == "市人民政府"
    assert kinds(text)["市人民政府"] == "metadata"


def test_a_markdown_title_may_stand_on_two_lines() -> None:
    text = (
        "# 云川市交通运输局\n\n# 2021年度法治政府建设工作报告\n\n云交〔2022〕11号\n\n"
        "市委依法治市办：\n\n现将有关情况报告如下。\n\n## 一、工作情况\n\n召开会议4次，培训3期。\n"
    )
    report = parse(text)
    assert report.stated("title") == "云川市交通运输局2021年度法治政府建设工作报告"
    assert report.stated("document_number") == "云交〔2022〕11号"
    assert kinds(text)["市委依法治市办："] == "addressee"
    assert headings(text) == [(1, "一、", "工作情况")]
