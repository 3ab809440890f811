"""What pages carry around and inside a report is told from the report."""

from __future__ import annotations

import pytest

from govreports.errors import ReportError
from govreports.report.parse import parse
from tests.report.pages import headings, kinds, spoken

TITLE = "XX县2020年法治政府建设年度报告"
BODY = (
    "　　2020年，我县推进法治政府建设，取得新成效。\n　　一、主要工作\n"
    "　　（一）加强领导。召开会议3次。\n"
    "　　二、存在的问题\n　　力量不足。\n　　三、下一步打算\n　　推进改革。\n"
)
SPOKEN = [
    "2020年，我县推进法治政府建设，取得新成效。",
    "（一）加强领导。",
    "召开会议3次。",
    "力量不足。",
    "推进改革。",
]

BEFORE = """\
XX县人民政府
您访问的链接即将离开“XX县人民政府门户网站”，是否继续？
首页
政务公开
领导之窗
走进XX
网站支持IPv6 无障碍浏览
今天是 2023年5月6日 星期六
热门搜索： 公积金 社保
当前位置： 首页 > 政务公开 > 法治政府建设年度报告
"""
AFTER = """\
附件：XX县2020年法治政府建设年度报告.docx
扫一扫在手机打开当前页
分享到：
【打印本页】 【关闭窗口】
上一篇：XX县召开会议
相关阅读
XX县召开法治政府建设推进会。会议传达了有关精神，作出了部署。
主办：XX县人民政府办公室　承办：XX县大数据中心
网站标识码：3701000001　鲁ICP备05000000号
本站已支持IPv6访问。建议使用IE9.0以上浏览器浏览本网站。
"""


def test_navigation_before_and_after_is_never_spoken() -> None:
    source = "来源：县司法局 发布时间：2021-01-29 浏览次数：12 字号：[大 中 小]"
    text = f"{BEFORE}{TITLE}\n{source}\n{BODY}{AFTER}"
    assert spoken(text) == SPOKEN
    assert parse(text).stated("title") == TITLE
    assert parse(text).stated("reporting_year") == "2020"
    assert parse(text).stated("issued") == "2021-01-29"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("当前位置： 首页 > 政务公开", "chrome"),
        ("今天是：2019年10月31日 星期三 农历十月初七", "chrome"),
        ("索 引 号：k12498411/2021-00020", "metadata"),
        ("[ 索引号 ] 000/2021-00020", "metadata"),
        ("发布机构 县政府办 发文日期 2021-02-26", "metadata"),
        ("内容概述 2020年，我县推进法治政府建设", "metadata"),
        ("X政发〔2021〕14号", "metadata"),
        ("来源：县司法局", "metadata"),
        ("2021年1月", "date"),
    ],
)
def test_lines_before_the_body(line: str, kind: str) -> None:
    assert kinds(f"{line}\n{TITLE}\n{BODY}")[line] == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("XX县人民政府", "signature"),
        ("2021年1月29日", "date"),
        ("二〇二一年一月二十九日", "date"),
        ("（此件公开发布）", "metadata"),
        ("附件：1.执法数据统计表", "annex"),
        ("名词解释", "annex"),
        ("相关报道：", "annex"),
        ("扫一扫在手机打开当前页", "chrome"),
        ("责任编辑：李某", "chrome"),
        ("分享到:", "chrome"),
        ("标签:", "chrome"),
    ],
)
def test_lines_after_the_body(line: str, kind: str) -> None:
    text = f"{TITLE}\n{BODY}{line}\n"
    assert kinds(text)[line] == kind
    assert spoken(text) == SPOKEN


def test_glossaries_and_attachments_are_annexes() -> None:
    glossary = "名词解释\n1.“放管服”：简政放权的简称。\n2.“双随机”：随机抽取。\n"
    text = f"{TITLE}\n{BODY}{glossary}"
    assert spoken(text) == SPOKEN
    assert kinds(text)["2.“双随机”：随机抽取。"] == "annex"


def test_signature_and_date_on_one_line_are_two_blocks() -> None:
    found = kinds(f"{TITLE}\n{BODY}XX县人民政府　2021年1月29日\n")
    assert found["XX县人民政府"] == "signature"
    assert found["2021年1月29日"] == "date"


def test_the_foot_of_a_page_glued_to_the_last_line_is_cut_off() -> None:
    text = f"{TITLE}\n{BODY.rstrip()} 扫一扫在手机打开当前页 【打印】\n"
    assert spoken(text) == SPOKEN
    assert kinds(text)["扫一扫在手机打开当前页 【打印】"] == "chrome"


def test_addressees_are_not_spoken() -> None:
    for line in ("省人民政府：", "各位代表：", "各县（市、区）人民政府，市政府各部门、各单位："):
        text = f"{TITLE}\n{line}\n{BODY}"
        assert kinds(text)[line] == "addressee"
        assert spoken(text) == SPOKEN


def test_a_table_of_contents_is_an_annex() -> None:
    text = f"{TITLE}\n目　录\n一、主要工作……1\n二、存在的问题……5\n三、下一步打算……6\n{BODY}"
    assert spoken(text) == SPOKEN
    assert kinds(text)["二、存在的问题……5"] == "annex"
    assert [title for _, _, title in headings(text)] == [
        "主要工作",
        "加强领导",
        "存在的问题",
        "下一步打算",
    ]


def test_a_covering_note_is_an_annex() -> None:
    text = (
        "XX县人民政府办公室\n关于公布2020年法治政府建设年度报告的通知\nX政办发〔2021〕5号\n各乡"
        "镇人民政府：\n"
        f"　　现将《{TITLE}》予以公布。\nXX县人民政府办公室\n2021年1月29日\n{TITLE}\n{BODY}"
    )
    assert spoken(text) == SPOKEN
    assert parse(text).stated("title") == TITLE
    assert parse(text).stated("document_number") == "X政办发〔2021〕5号"


def test_a_summary_that_repeats_the_opening_is_left_out() -> None:
    opening = (
        "2020年，我县坚持以习近平法治思想为指导，推进依法行政，建设法治政府，各项工作取得成效。"
    )
    text = f"{TITLE}\n{opening}现将有\n{TITLE}\n　　{opening}\n{BODY.partition(chr(10))[2]}"
    assert spoken(text).count(opening) == 1


def test_tables_with_one_cell_a_line_are_annexes_and_their_rows_no_headings() -> None:
    text = (
        "XX局2021年政府信息公开工作年度报告\n2021年，我局推进政府信息公开。\n一、总体情况\n公开"
        "信息320条。\n"
        "二、收到和处理政府信息公开申请情况\n申请人情况\n自然人\n法人或其他组织\n总计\n"
        "一、本年新收政府信息公开申请数量\n0\n0\n0\n三、本年度办理结果\n（一）予以公开\n0\n（三"
        "）不予公开\n"
        "1.属于国家秘密\n0\n三、存在的主要问题\n形式单一。\n四、其他\n无\n"
    )
    assert [title for _, _, title in headings(text)] == [
        "总体情况",
        "收到和处理政府信息公开申请情况",
        "存在的主要问题",
        "其他",
    ]
    assert spoken(text) == ["2021年，我局推进政府信息公开。", "公开信息320条。", "形式单一。", "无"]
    assert kinds(text)["1.属于国家秘密"] == "annex"


def test_page_numbers_and_running_headers_cut_no_sentence() -> None:
    text = (
        f"{TITLE}\n　　2020年，我县坚持以习近平法治思想为指导，深入推进\n"
        f"依法行政，加快建设法治政府，各项工作取得新\n- 1 -\n{TITLE}\n"
        "成效。现将有关情况报告如下，请予审议，并请提出\n宝贵意见。\n　　一、主要工作\n"
        "　　我县成立领导小组，由县长任组长，定期召开会议\n"
        "听取汇报，研究解决问题，督促各部门落实责任。\n"
        f"- 2 -\n{TITLE}\n　　二、其他事项\n　　没有其他需要报告的事项。\n- 3 -\n"
    )
    report = parse(text)
    first = report.sentences[0]
    assert report.wording(first).endswith("各项工作取得新成效。")
    assert len(first.parts) == 3
    assert not any("- 1 -" in report.wording(s) for s in report.sentences)
    assert {b.reason for b in report.blocks if b.kind == "chrome"} >= {"page number"}


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        (
            "XX市人民政府关于2021年度法治政府建设情况的报告",
            ("XX市人民政府关于2021年度", "法治政府建设情况的报告"),
        ),
        (
            "XX街道办事处关于2021年法治政府建设情况的报告",
            ("XX街道办事处", "关于2021年法治政府建设情况的报告"),
        ),
        ("XX县2020年法治政府建设年度报告", ("XX县2020年法治政府建设年度报告",)),
    ],
)
def test_titles_broken_over_lines_or_doubled(title: str, parts: tuple[str, ...]) -> None:
    broken = "\n".join(parts)
    for text in (f"{broken}\n{BODY}", f"{title}\n来源：本网\n{broken}\n{BODY}"):
        report = parse(text)
        assert report.stated("title") == title
        assert spoken(text) == SPOKEN
        assert sum(block.kind == "title" for block in report.blocks) == text.count(parts[-1])


def test_a_report_without_title_has_none() -> None:
    assert parse(BODY).stated("title") == ""
    assert parse(BODY).stated("reporting_year") == "2020"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        (" \n　\n", "empty"),
        ("This page is in English. It holds no report.\n" * 3, "not Chinese"),
        ("これは日本語のページです。行政の報告書ではありません。", "not Chinese"),
        (BEFORE + "2022年法治政府建设年度报告\n2021年法治政府建设年度报告\n下一页\n", "no report"),
        ("政府信息公开\n信息公开指南\n信息公开年报\n", "no report"),
    ],
)
def test_a_page_without_report_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        parse(text)


def test_lines_above_a_title_are_no_part_of_the_report() -> None:
    caption = "推进会现场。 望川日报记者 张某 摄"
    text = f"{caption}\n{TITLE}\n县司法局局长 李某\n{BODY}"
    assert spoken(text) == SPOKEN
    assert parse(text).stated("title") == TITLE
    assert kinds(text)[caption] == "chrome"


@pytest.mark.parametrize("rest", [BODY.strip().replace("\n　　", ""), BODY.strip()])
def test_a_title_on_one_line_with_its_text_is_told_from_it(rest: str) -> None:
    text = f"{TITLE} {rest}\n"
    assert parse(text).stated("title") == TITLE
    assert parse(text).genre == "rule-of-law"
    assert spoken(text)[0] == SPOKEN[0]


def test_the_first_lines_of_a_wrapped_preamble_belong_to_it() -> None:
    text = (
        "云台区人民政府\n2024 年政府信息公开工作年度报告\n本报告由云台区人民政府办公室根据《中"
        "华人民共和\n"
        "国政府信息公开条例》（国令第 711 号）（以下简称《条例》）\n"
        "要求编制此报告。报告中所列数据统计期限自 2024 年 1 月 1 日\n起至 2024 年 12 月 31 日止"
        "。\n一、总体情况\n"
        "2024 年，云台区人民政府坚持以习近平新时代中国特色社会\n主义思想为指导，全面贯彻落实《"
        "条例》相关规范要求，不断完\n"
        "善政府信息公开制度，建立健全政府信息公开保障机制，始终将\n政务公开工作摆在重要位置，推"
        "进政府信息公开工作规范有序。\n"
    )
    assert spoken(text)[0].startswith("本报告由云台区人民政府办公室根据《中华人民共和国政府")
    assert spoken(text)[0].endswith("要求编制此报告。")


@pytest.mark.parametrize(
    "notes",
    [
        "2020年主要指标测算说明\n一、办结率\n办结率=按期办结件数÷受理件数。\n",
        "1.放管服：简政放权、放管结合、优化服务。\n2.三书同达：指三种文书同时送达。\n",
        "①放管服：简政放权、放管结合、优化服务。\n",
        "[1]三书同达，指三种文书同时送达。\n",
        "注：数据截至2020年12月31日。\n",
        "缩略语\n放管服：简政放权。\n",
    ],
)
def test_notes_and_glossaries_after_the_text_are_annexes(notes: str) -> None:
    body = BODY.replace("召开会议3次。", "深化“放管服”①改革，推行“三书同达”[1]制度。")
    text = f"{TITLE}\n{body}{notes}"
    assert spoken(text)[-1] == "推进改革。"
    assert len(headings(text)) == 4
    assert {kinds(text)[line] for line in notes.splitlines()} == {"annex"}


def test_points_with_the_signs_of_notes_stay() -> None:
    text = f"{TITLE}\n{BODY}　　四、其他\n①网上征集。收到意见3条。\n②加强培训：培训5次。\n"
    assert "①网上征集。" in spoken(text)
    assert any(said.endswith("培训5次。") for said in spoken(text))


def test_a_note_at_the_foot_of_a_page_cuts_no_sentence() -> None:
    text = (
        f"{TITLE}\n　　2020年，我县坚持以习近平法治思想为指导，深入推进\n依法行政，深化“放管服”"
        f"①改革，各项工作取得新\n"
        "①放管服：指简政放权、放管结合、优化服务。\n- 1 -\n成效。现将有关情况报告如下，请予审议"
        "，并请提出\n宝贵意见。\n"
        "　　一、主要工作\n　　我县成立领导小组，由县长任组长，定期召开会议\n听取汇报，研究解决"
        "问题，督促各部门落实责任。\n"
    )
    assert spoken(text)[0].endswith("各项工作取得新成效。")
    assert not any("指简政放权" in said for said in spoken(text))
