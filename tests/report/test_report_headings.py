"""Which lines and clauses are headings, and how deep they lie."""

from __future__ import annotations

import pytest

from govreports.report.folding import fold
from govreports.report.headings import marker
from govreports.report.parse import parse
from tests.report.pages import headings, spoken

OPENING = "2020年，我市认真推进法治政府建设，现将情况报告如下：\n"


@pytest.mark.parametrize(
    ("line", "form", "number"),
    [
        ("一、落实责任", "comma", 1),
        ("十二、其他事项", "comma", 12),
        ("（二）深化改革", "bracket", 2),
        ("(十)优化服务", "bracket", 10),
        ("( 一 )加强领导", "bracket", 1),
        ("3.规范执法", "digit", 3),
        ("３．规范执法", "digit", 3),
        ("1、提高认识", "digit", 1),
        ("1.2021年工作", "digit", 1),
        ("（4）公开", "digitbracket", 4),
        ("2）完善制度", "digitbracket", 2),
        ("③评议", "circle", 3),
        ("第二部分 工作打算", "part", 2),
        ("第一，加强学习", "first", 1),
        ("五是强化监督", "shi", 5),
        ("\u200b一、落实责任", "comma", 1),
    ],
)
def test_markers_of_all_forms_are_read(line: str, form: str, number: int) -> None:
    found = marker(fold(line))
    assert found is not None
    assert (found.form, found.number) == (form, number)


@pytest.mark.parametrize(
    "line",
    [
        "1.5亿元",
        "3.21事故后",
        "一方面加强领导",
        "一年来",
        "2020年",
        "二是否",
        "十分重视",
        "（一般）",
    ],
)
def test_what_only_looks_like_a_marker_is_none(line: str) -> None:
    assert marker(fold(line)) is None


def test_run_in_headings_are_sentences_and_own_line_headings_are_not() -> None:
    text = OPENING + "一、主要工作\n（一）加强领导。召开会议3次。\n二、其他\n没有其他事项。\n"
    report = parse(text)
    said = {report.wording(s): s.is_heading for s in report.sentences}
    assert said["（一）加强领导。"]
    assert not said["召开会议3次。"]
    assert "一、主要工作" not in said
    assert headings(text) == [
        (1, "一、", "主要工作"),
        (2, "（一）", "加强领导"),
        (1, "二、", "其他"),
    ]


def test_a_run_in_heading_may_be_followed_by_a_deeper_one() -> None:
    text = (
        OPENING + "一、主要工作\n（一）优化服务。一是精简事项。取消20项。二是压缩时限。提速70%。\n"
    )
    assert headings(text)[1:] == [
        (2, "（一）", "优化服务"),
        (3, "一是", "精简事项"),
        (3, "二是", "压缩时限"),
    ]


@pytest.mark.parametrize(
    "clause",
    [
        "一是确保水质安全，饮用水源地水质达标率保持100%。继续监测。",
        "一是督促码头对露天堆放的煤炭全部覆盖；有关企业补种绿化。继续督促。",
        "一是园区对行政执法、文明执法、公正执法等方面工作进行全面梳理，认真总结经验得失。选树典"
        "型。",
        "主要做了以下工作：一是加强领导；二是完善机制；三是强化督查。",
        "要做到一是快，二是准，三是实。",
        "一方面立足当前，加强培训。另一方面着眼长远，引进人才。",
        "创新成果：(1)建成网格工作室；(2)建成服务站。",
        "做好三件事。一是强化学习。二是强化培训。三是强化考核。",
    ],
)
def test_points_with_figures_lists_and_bare_enumerations_are_no_headings(clause: str) -> None:
    assert headings(OPENING + "一、主要工作\n" + clause) == [(1, "一、", "主要工作")]


def test_figures_within_names_leave_a_heading_a_heading() -> None:
    text = OPENING + "一、主要工作\n一是实施“3550”改革。三个工作日发证。\n"
    assert (2, "一是", "实施“3550”改革") in headings(text)


def test_points_before_the_first_heading_belong_to_the_preamble() -> None:
    text = "2020年，我市做了两项工作。一是加强领导。开会3次。二是规范执法。办案5件。\n"
    text += "一、领导\n开会3次。\n"
    assert headings(text) == [(1, "一、", "领导")]
    assert {s.section for s in parse(text).sentences} == {"0", "1"}


def test_text_after_the_last_point_belongs_to_the_section_again() -> None:
    text = (
        OPENING
        + "一、主要工作\n一是公开决策。公布目录。\n补充说明有关情况。\n二是公开结果。公布结果。\n"
        + "全年公开信息6712条。\n二、其他\n无。\n"
    )
    section = {parse(text).wording(s): s.section for s in parse(text).sentences}
    assert section["补充说明有关情况。"] == "1.1"
    assert section["全年公开信息6712条。"] == "1"


def test_a_point_that_is_no_heading_ends_the_one_before_it() -> None:
    text = OPENING + "一、主要工作\n一是加强监测。布点30个。二是办结案件12件，罚款3万元。\n"
    section = {parse(text).wording(s): s.section for s in parse(text).sentences}
    assert section["布点30个。"] == "1.1"
    assert section["二是办结案件12件，罚款3万元。"] == "1"


def test_a_count_within_a_point_nests_where_the_outer_count_goes_on() -> None:
    text = (
        OPENING
        + "一、监督\n三是清理外包。终止合同7项。\n四是落实责任制。重点是规范执法。一是严格准入。"
        + "考试合格方可发证。\n五是加强监督。开展检查。\n"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, "一、"),
        (2, "三是"),
        (2, "四是"),
        (3, "一是"),
        (2, "五是"),
    ]


def test_all_markers_nest_as_they_occur() -> None:
    text = (
        OPENING
        + "第一部分　工作情况\n　　一、主要措施\n　　（一）加强立法\n　　1.科学立法。制定法规。\n"
        + "　　（1）突出重点。出台条例。\n　　①网上征集。收到意见。\n　　2.民主立法。征求意见。\n"
        + "　　（二）加强执法\n　　推行三项制度。\n第二部分　存在问题\n　　力度还不够大。\n"
    )
    assert [level for level, _, _ in headings(text)] == [1, 2, 3, 4, 5, 6, 4, 3, 1]


def test_digits_running_on_across_brackets_stay_beneath_them() -> None:
    text = (
        OPENING
        + "一、成效\n（一）职能\n1.简政。取消事项。\n2.放权。下放事项。\n"
        + "（二）制度\n3.审查。审查文件。\n"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, "一、"),
        (2, "（一）"),
        (3, "1."),
        (3, "2."),
        (2, "（二）"),
        (3, "3."),
    ]


def test_gaps_in_the_numbers_do_not_matter() -> None:
    text = (
        OPENING + "一、甲项工作\n已经完成。\n三、丙项工作\n正在推进。\n三、丁项工作\n已经启动。\n"
    )
    assert [level for level, _, _ in headings(text)] == [1, 1, 1]
    assert [s.id for s in parse(text).sections] == ["0", "1", "2", "3"]


def test_the_same_marker_right_under_itself_opens_an_inner_count() -> None:
    text = (
        OPENING
        + "一、2022年主要措施\n一、强化领导\n定期听取汇报。\n二、健全机制\n完善制度。\n"
        + "二、2023年计划\n推进改革。\n"
    )
    assert [level for level, _, _ in headings(text)] == [1, 2, 2, 1]


def test_headings_without_markers_and_digits_under_them() -> None:
    text = (
        OPENING
        + "加强组织领导\n1.成立小组。由局长任组长。\n2.健全机制。召开会议。\n"
        + "规范行政执法\n1.公示信息。全部公示。\n"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, ""),
        (2, "1."),
        (2, "2."),
        (1, ""),
        (2, "1."),
    ]


def test_markdown_headings_carry_their_own_depth() -> None:
    text = (
        "# 2019年法治政府建设总结\n\n2019年，我局推进法治建设。\n\n## 组织领导\n\n召开会议。\n\n"
        "### 一、机制\n\n完善机制。\n\n## 存在的问题\n\n力量不足。\n"
    )
    assert [(level, title) for level, _, title in headings(text)] == [
        (1, "组织领导"),
        (2, "机制"),
        (1, "存在的问题"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "一、总体情况 全年公开信息256条。",
        "一、总体情况：全年公开信息256条。",
        "一、总体情况2019年，我局公开信息256条。",
        "一、总体情况。全年公开信息256条。",
    ],
)
def test_a_heading_glued_to_its_body_is_told_from_it(line: str) -> None:
    text = OPENING + line + "\n二、其他事项\n无。\n"
    assert headings(text)[0] == (1, "一、", "总体情况")
    assert any(
        sentence.endswith("公开信息256条。") and "总体" not in sentence for sentence in spoken(text)
    )


def test_a_report_in_one_paragraph_has_its_headings() -> None:
    text = (
        "2021年，我局推进法治建设，现将情况报告如下：一、工作情况。（一）加强领导。召开会议3次。"
        "（二）规范执法。一是公示信息。公示20条。二是记录过程。全程记录。二、存在的问题。力量薄"
        "弱。\n"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, "一、"),
        (2, "（一）"),
        (2, "（二）"),
        (3, "一是"),
        (3, "二是"),
        (1, "二、"),
    ]


def test_a_document_saved_as_one_line_is_read_like_its_lines() -> None:
    body = "成立以街主要领导为组长的法治政府 建设领导小组,成员由班子成员担任。领导小组 下设办公室。"
    text = (
        "海滨街 2020 年法治政府建设情况报告 2020 年,在区委的正确领导下,海滨街推进法 治政府建设,"
        f"现报告 如下: 一、主要举措和成效 (一)加强组织领导,奠定基础 {body} (二)严格防控举措。 "
        f"{body * 4} 二、存在的问题 力量不足。 海滨街道办事处 2020 年 12 月 28 日"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, "一、"),
        (2, "(一)"),
        (2, "(二)"),
        (1, "二、"),
    ]
    assert parse(text).stated("issued") == "2020-12-28"


def test_a_numbered_list_without_text_under_its_numbers_is_no_outline() -> None:
    text = (
        OPENING + "一、主要工作\n共受理申请35件。其中：\n1.维持15件；\n2.撤销5件；\n3.终止10件。\n"
    )
    assert headings(text) == [(1, "一、", "主要工作")]


@pytest.mark.parametrize(
    "title",
    [
        "落实行政执法“三项制度”",
        '打造政务服务"云台快办"',
        "推进“互联网+监管”",
        "推行执法制度1+3",
        "落实《云台条例》",
        "规范执法（试点）",
    ],
)
def test_a_heading_may_end_in_a_closed_quotation_or_a_digit(title: str) -> None:
    text = (
        OPENING
        + f"一、主要工作\n（一）{title}\n网上可办率达到98%。平均时限压缩60%。\n（二）其他\n无。\n"
    )
    assert headings(text)[1] == (2, "（一）", title)
    assert spoken(text)[1:3] == ["网上可办率达到98%。", "平均时限压缩60%。"]


def test_a_line_that_ends_in_an_opened_quotation_runs_on() -> None:
    text = OPENING + "一、主要工作\n2020年，我市深入推进“\n放管服”改革，成效明显。\n"
    assert "2020年，我市深入推进“放管服”改革，成效明显。" in spoken(text)


LONG = "坚持以法治化营商环境建设为突破口，持续深化简政放权放管结合改革，全面提升行政审批效能"


@pytest.mark.parametrize("break_", ["", "\n"])
def test_neighbours_in_the_count_decide_on_a_long_heading(break_: str) -> None:
    text = OPENING + (
        "一、主要工作\n（一）加强领导。召开会议3次。\n"
        f"（二）{LONG}。{break_}网上可办率达到98%。\n（三）规范执法。办案3件。\n"
    )
    assert (2, "（二）", LONG) in headings(text)
    assert [mark for _, mark, _ in headings(text)] == ["一、", "（一）", "（二）", "（三）"]


def test_long_points_among_long_points_are_none() -> None:
    text = OPENING + f"一、主要工作\n（一）{LONG}。\n（二）{LONG}。\n"
    assert headings(text) == [(1, "一、", "主要工作")]


def test_two_points_in_one_sentence_are_no_heading() -> None:
    text = OPENING + "一、问题\n一是认识不够全面，二是方式较为单一。需要改进。\n"
    assert headings(text) == [(1, "一、", "问题")]


@pytest.mark.parametrize("symbol", ["PM\n2.5\n", "SO\n2\n"])
def test_a_lowered_figure_on_its_own_line_stays_in_its_sentence(symbol: str) -> None:
    text = OPENING + f"一、主要工作\n全年{symbol}平均浓度下降12.1%。\n"
    assert f"全年{symbol}平均浓度下降12.1%。".replace("\n", "") in spoken(text)


def test_tables_hold_no_headings_and_end_before_the_next_part() -> None:
    text = (
        "XX局2023年政府信息公开工作年度报告\n2023年，我局推进政府信息公开。\n一、总体情况\n公开"
        "信息320条。\n"
        "二、主动公开政府信息情况\n规章\n0\n三、收到和处理政府信息公开申请情况\n申请人情况\n自"
        "然人\n总计\n"
        "一、本年新收政府信息公开申请数量\n3\n3\n三、本年\n度办理\n结果\n（一）予以公开\n2\n（"
        "四）无\n法提供\n"
        "1.本机关不掌握相关政府信息\n0\n（六）其\n他处理\n0\n四、政府信息公开行政复议、行政诉讼"
        "情况\n88\n18\n"
        "五、存在的问题\n形式单一。\n## 表二：统计\n六、其他\n无。\n"
    )
    assert [(level, mark) for level, mark, _ in headings(text)] == [
        (1, mark) for mark in ("一、", "二、", "三、", "四、", "五、", "六、")
    ]
    assert spoken(text) == [
        "2023年，我局推进政府信息公开。",
        "公开信息320条。",
        "形式单一。",
        "无。",
    ]


def test_a_long_table_does_not_part_a_report() -> None:
    cells = (
        "申请人情况\n自然人\n总计\n（一）予以公开\n" + "0\n" * 90 + "2.其他禁止公开\n" + "0\n" * 90
    )
    text = (
        "XX局2023年政府信息公开工作年度报告\n2023年，我局推进政府信息公开。\n一、总体情况\n公开信息320条。\n"
        f"二、收到和处理政府信息公开申请情况\n{cells}三、行政复议、行政诉讼情况\n{'0' + chr(10)}"
        "四、存在的问题\n形式单一。\n"
    )
    assert [mark for _, mark, _ in headings(text)] == ["一、", "二、", "三、", "四、"]
    assert spoken(text)[-1] == "形式单一。"
