"""The coder: content before title, context for thin sentences, position for moves, evidence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder, Coding
from govreports.readers.source import read_report
from govreports.report.model import Paragraph, Report, Section, SectionRole, Sentence
from govreports.report.parse import parse

FILES = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))
CODEBOOK = load_codebook()
CODER = Coder(CODEBOOK)


def part(
    *sentences: str,
    heading: str = "",
    role: SectionRole = "body",
    genre: str = "rule-of-law",
    run_in: bool = False,
) -> tuple[Coding, ...]:
    """The codings of one paragraph under one heading."""
    text = heading + "\n"
    units = []
    for number, wording in enumerate(sentences, 1):
        end = len(text) + len(wording)
        units.append(Sentence(f"p1.s{number}", len(text), end, "1", "p1", run_in and number == 1))
        text += wording
    above = (0, len(heading)) if heading else None
    section = Section("1", 1, heading, "", role, 0, len(text), above, None)
    paragraph = Paragraph("p1", len(heading) + 1, len(text), "1", tuple(units))
    return CODER.code(Report(text, "utf-8", genre, {}, (), (section,), (paragraph,)))


def theme(wording: str, heading: str = "") -> str:
    return part(wording, heading=heading)[0].primary


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def coded(request: pytest.FixtureRequest) -> tuple[Report, tuple[Coding, ...]]:
    report = read_report(request.param)
    return report, CODER.code(report)


def test_every_sentence_is_coded_once_and_in_order(
    coded: tuple[Report, tuple[Coding, ...]],
) -> None:
    report, codings = coded
    assert [coding.sentence for coding in codings] == list(report.sentences)
    for coding in codings:
        assert coding.themes[0] == coding.primary
        assert len(set(coding.themes)) == len(coding.themes)


def test_frame_is_exactly_what_has_no_theme(coded: tuple[Report, tuple[Coding, ...]]) -> None:
    for coding in coded[1]:
        assert (coding.move == "frame") == (coding.primary == "T0")
        assert coding.primary != "T0" or coding.themes == ("T0",)
        assert coding.move == "report" or not coding.flags


def test_parts_on_problems_and_on_what_comes_next_hold_no_reports(
    coded: tuple[Report, tuple[Coding, ...]],
) -> None:
    report, codings = coded
    roles = {section.id: section.role for section in report.sections}
    for coding in codings:
        if roles[coding.sentence.section] in ("problems", "outlook"):
            assert coding.move != "report"
        elif roles[coding.sentence.section] == "body":
            assert coding.move in ("report", "frame")


def test_every_code_has_evidence_that_stands_in_the_file(
    coded: tuple[Report, tuple[Coding, ...]],
) -> None:
    report, codings = coded
    for coding in codings:
        shown = {evidence.code for evidence in coding.evidence}
        assert {coding.primary, coding.move, *coding.flags, *coding.instruments} <= shown
        for evidence in coding.evidence:
            assert 0 <= evidence.start < evidence.end <= len(report.text)
            if not evidence.rule.startswith(("context.", "position.")):
                assert coding.sentence.start <= evidence.start
                assert evidence.end <= coding.sentence.end


def test_coding_again_gives_the_same(coded: tuple[Report, tuple[Coding, ...]]) -> None:
    report, codings = coded
    assert CODER.code(report) == codings
    assert Coder(load_codebook()).code(report) == codings


def test_width_of_punctuation_does_not_matter(coded: tuple[Report, tuple[Coding, ...]]) -> None:
    report, codings = coded
    wide = report.text.translate(str.maketrans(",:;()!?", "，：；（）！？"))
    again = CODER.code(
        Report(wide, "utf-8", report.genre, {}, (), report.sections, report.paragraphs)
    )
    assert again == codings


def test_names_of_places_do_not_matter(coded: tuple[Report, tuple[Coding, ...]]) -> None:
    report, codings = coded
    text = report.text
    for name in ("南通", "连云港", "威海", "苏锡通", "江苏", "山东"):
        text = text.replace(name, "甲" * len(name))
    again = CODER.code(
        Report(text, "utf-8", report.genre, {}, (), report.sections, report.paragraphs)
    )
    assert [(c.primary, c.move) for c in again] == [(c.primary, c.move) for c in codings]


@pytest.mark.parametrize(
    ("expected", "wording"),
    [
        ("T1", "全年取消下放行政许可事项26项,企业开办时间压缩到半天。"),
        ("T1", "对重点企业开展专项整治,约谈负责人12人,责令限期整改40家。"),
        ("T1", "为全县210个行政村配备村法律顾问,接待村民咨询。"),
        ("T1", "新建养老服务中心3处,家庭医生签约率达到80%。"),
        ("T1", "组织开展商场、影院消防安全检查,排查事故隐患300处。"),
        ("T2", "审查规范性文件草案32件,提出合法性审查意见80条。"),
        ("T2", "报请市人大常委会审议地方性法规草案2件。"),
        ("T2", "开展规范性文件清理,宣布废止15件、失效7件。"),
        ("T3", "重大行政决策严格履行公众参与、专家论证、风险评估、合法性审查程序。"),
        ("T3", "全年完成合法性审查190件。"),
        ("T3", "法律顾问参与重大项目谈判,审查政府合同85份。"),
        ("T4", "全年办理行政处罚案件820件,罚款460万元。"),
        ("T4", "全面推行行政执法公示、执法全过程记录、重大执法决定法制审核三项制度。"),
        ("T4", "对执法人员进行资格清理,注销行政执法证件17个。"),
        ("T4", "抽取行政处罚案卷120本开展案卷评查。"),
        ("T5", "制定年度行政执法监督计划,聘请特邀监督员30名。"),
        ("T5", "办理人大代表建议96件、政协提案140件,满意率100%。"),
        ("T5", "完成审计项目56个,提出审计建议170条。"),
        ("T5", "主动公开政府信息3200条,召开新闻发布会9场。"),
        ("T5", "严格落实中央八项规定精神,加强廉政教育。"),
        ("T6", "新收行政复议案件220件,审结205件,纠错率12%。"),
        ("T6", "行政机关负责人出庭应诉率100%。"),
        ("T6", "办理12345热线诉求8.2万件,按期办结率99%。"),
        ("T6", "调解组织受理矛盾纠纷3100件,调解成功率98%。"),
        ("T7", "举办行政执法人员培训班6期,培训1200人次。"),
        ("T7", "开展应急管理法律法规宣传,发放普法资料2万份。"),
        ("T7", "政府常务会议学法8次,组织领导干部旁听庭审。"),
        ("T8", "县委依法治县委员会召开会议,研究部署法治政府建设工作。"),
        ("T8", "将法治政府建设纳入年度绩效考核,落实党政主要负责人第一责任人职责。"),
        ("T8", "县财政安排法治建设工作经费300万元。"),
        ("T9", "修订突发事件应急预案12个,组织应急演练30次。"),
        ("T9", "坚持常态化疫情防控,落实联防联控机制。"),
        ("T10", "建成全市政务大数据中心,推进跨部门数据共享。"),
        ("T10", "上线移动执法平台,实现与省级系统互联互通。"),
        ("T1", "推进机构改革,优化部门机构设置和职能配置。"),
        ("T2", "《某区养老服务条例(草案)》进入起草阶段。"),
        ("T2", "修改、废止妨碍统一市场的政策措施40项。"),
        ("T4", "强化药品、燃气、餐饮等行业执法检查。"),
        ("T5", "查处教育、医疗领域腐败和不正之风。"),
        ("T5", "按时回复检察机关检察建议15份。"),
        ("T5", "向区人大及其常委会报告工作,听取民主党派意见。"),
        ("T6", "及时办理人民法院司法建议,按期履行生效裁判。"),
        ("T7", "对新进执法人员组织岗前培训和考试。"),
        ("T7", "组织学习新修订的行政处罚法。"),
        ("T8", "精文减会,整治形式主义,减轻基层负担。"),
        ("T8", "深入学习重要讲话精神,增强“四个意识”。"),
        ("T8", "机构改革后,镇级法制工作人员不足。"),
        ("T8", "向县委和县人大常委会报告年度法治政府建设情况。"),
        ("T9", "实施燃气安全生产治本攻坚三年行动,整改隐患60处。"),
        ("T10", "推行非现场执法和掌上执法。"),
    ],
)
@pytest.mark.parametrize("heading", ["", "重点工作推进情况"])
def test_the_borders_of_the_scheme_hold_without_help_from_a_title(
    expected: str, wording: str, heading: str
) -> None:
    assert theme(wording, heading) == expected


@pytest.mark.parametrize(
    ("expected", "wording", "heading"),
    [
        ("T5", "全年主动公开政府信息3200条。", "依法有效化解社会矛盾纠纷"),
        ("T6", "行政机关负责人出庭应诉率100%。", "强化对行政权力的制约和监督"),
        ("T7", "开展宪法宣传周活动30场。", "依法全面履行政府职能"),
        ("T2", "全年清理规范性文件60件。", "严格规范公正文明执法"),
    ],
)
def test_content_beats_the_title(expected: str, wording: str, heading: str) -> None:
    assert theme(wording, heading) == expected


@pytest.mark.parametrize(
    ("expected", "wording", "heading"),
    [
        ("T8", "政府行政效能持续提高。", "自觉接受各方面监督"),
        ("T8", "要依法行政,以法治促善治。", "自觉接受各方面监督"),
        ("T1", "网上可办率达到95%。", "自觉接受各方面监督"),
        ("T4", "执法检查提质增效。", "化解矛盾纠纷"),
        ("T10", "建成数据共享平台。", "化解矛盾纠纷"),
    ],
)
def test_a_sentence_that_names_its_subject_inherits_nothing(
    expected: str, wording: str, heading: str
) -> None:
    before = "全年收到各类来件30件。"
    assert [c.primary for c in part(before, wording, heading=heading)][1] == expected


@pytest.mark.parametrize("wording", ["特此报告。", "专此报告!", "各位代表!", "以上报告,请予审议。"])
def test_addresses_and_closing_formulas_are_frame_in_any_part(wording: str) -> None:
    coding = part("审结行政复议案件80件。", wording, heading="化解矛盾纠纷")[1]
    assert (coding.primary, coding.move) == ("T0", "frame")


@pytest.mark.parametrize(
    ("kind", "wording"),
    [
        ("T7", "组织新任执法人员参加行政执法资格考试,通过率92%。"),
        ("T7", "全县执法人员集中轮训8天,结业测试合格率97%,执法证换发同步启动。"),
        ("T7", "采取以案代训方式培养执法人员,着力提升执法能力。"),
        ("T7", "选派执法骨干旁听行政案件庭审,增强证据意识。"),
        ("T4", "加强执法人员管理和培训,规范执法流程。"),
        ("T4", "完善执法全过程记录制度,组织一次执法人员培训。"),
        ("T4", "强化执法人员责任意识,严格落实执法责任制,规范执法行为。"),
        ("T4", "配备执法记录仪120台,招录执法人员30名。"),
        ("T7", "开展仲裁宣传月活动,向商户普及仲裁常识。"),
        ("T7", "走上街头宣传行政复议法,群众对复议渠道的知晓率提高到九成。"),
        ("T7", "面向化工企业宣传环境保护法,发放法律手册3000册。"),
        ("T7", "利用广场大屏普及公证和法律援助常识,扩大知晓度。"),
        ("T6", "行政复议受案120件,宣传引导群众通过复议解决争议。"),
        ("T1", "开展生态环境宣传日活动,清理河道垃圾20吨。"),
        ("T7", "组织行政复议人员业务培训2期。"),
        ("T7", "举办规范性文件审查业务培训班。"),
        ("T7", "邀请高校教授为领导干部作行政诉讼法专题讲座。"),
        ("T1", "举办电商技能培训班6期,带动就业400人。"),
        ("T6", "建强调解队伍,化解纠纷900件,开展业务培训1次。"),
        ("T6", "行政处罚类行政复议案件60件,撤销4件。"),
        ("T4", "推进行政执法、行政复议等工作规范化。"),
        ("T8", "三是抓好队伍建设。"),
        ("T4", "三是抓好执法队伍建设。"),
        ("T6", "加强人民调解员队伍建设。"),
        ("T9", "加强应急救援队伍建设。"),
        ("T8", "编制法治社会建设五年规划。"),
        ("T1", "推进法治社会建设,深化社区矫正。"),
        ("T7", "加强社会主义法治文化建设,印发普法规划。"),
        ("T3", "对已实施的重大决策开展跟踪评估,邀请高校团队出具报告。"),
        ("T3", "组织专家对政策执行情况进行评价,形成评价意见6份。"),
        ("T5", "督查重点工程进度12次,通报3个单位。"),
        ("T8", "委托第三方对法治政府建设开展评估。"),
        ("T4", "检查化工企业260家,责令改正环境违法行为31起,立案18件,罚款240万元。"),
        ("T4", "开展饮用水水源专项执法检查,发现涉嫌违法问题22个,查办污染案件9件。"),
        ("T1", "开展散乱污企业专项整治,责令限期整改56家,关停9家。"),
        ("T1", "检查危化品企业80家,排查安全隐患210处,全部整改。"),
        ("T1", "分局上门为企业提供环评政策咨询服务30次。"),
        ("T4", "对企业实施行政处罚前先行约谈,罚款12万元。"),
        ("T6", "调解企业劳动争议,为企业答疑解难。"),
        ("T9", "检查企业防疫措施落实情况,为企业提供防疫物资。"),
        ("T4", "公安机关依法查处非法经营烟花案,行政拘留3人。"),
        ("T4", "派出所依法处理散布谣言行为人2名。"),
        ("T1", "公安机关破获电信网络诈骗案90起,抓获犯罪嫌疑人140人。"),
        ("T1", "派出所民警巡逻防控,社会治安持续向好。"),
        ("T10", "小区治理终端汇集住建、民政、城管等多部门数据,居民扫码即可报事。"),
        ("T10", "打通部门业务系统,材料不再重复提交。"),
        ("T1", "整合部门窗口,企业开办一次办结。"),
        ("T1", "依托平台受理审批事项900件。"),
        ("T5", "对推诿拖延的责任人严肃问责,通报4人。"),
        ("T8", "落实法治政府建设责任,严格年度考核。"),
    ],
)
def test_the_deed_decides_and_not_how_often_a_field_is_named(kind: str, wording: str) -> None:
    assert theme(wording) == kind


@pytest.mark.parametrize(
    ("kind", "wording", "heading"),
    [
        ("T1", "公布服务专线,为企业提供环保政策咨询答疑。", "规范行政执法"),
        ("T7", "以人才培养为抓手提升执法水平。", "规范行政执法"),
        ("T8", "狠抓队伍建设。", "规范性文件管理"),
        ("T7", "组织执法骨干旁听庭审,增强程序意识。", "行政应诉工作"),
    ],
)
def test_the_deed_decides_under_a_title_on_something_else(
    kind: str, wording: str, heading: str
) -> None:
    assert theme(wording, heading) == kind


def test_the_evaluation_of_decisions_is_deciding_in_a_disclosure_report_too() -> None:
    evaluated, explained = part(
        "完善重大决策实施情况跟踪反馈机制,委托第三方机构开展评估。",
        "开展政策解读评估,提高公开质量。",
        heading="推进执行公开",
        genre="disclosure",
    )
    assert evaluated.themes == ("T3", "T5")
    assert explained.primary == "T5"


def test_words_that_meet_across_a_boundary_are_no_words() -> None:
    assert theme("协调解决公共企事业单位信息公开中的问题。") == "T5"
    assert theme("普遍建立法律顾问制度。") == "T3"


def test_a_silent_opening_is_read_from_its_paragraph_not_from_the_one_before() -> None:
    text = (
        "某县人民政府2023年法治政府建设情况报告\n　　一、主要工作\n"
        "　　全年审结行政复议案件80件。\n"
        "　　这项工作稳步开展。全县清理规范性文件30件。\n"
    )
    assert [c.primary for c in CODER.code(parse(text))] == ["T6", "T2", "T2"]


WORK = (
    "某区政府工作报告\n——2024年1月10日在某区人民代表大会上\n区长 甲\n"
    "各位代表：\n　　现在，我代表区人民政府向大会作工作报告，请予审议。\n"
    "　　一、2023年工作回顾\n"
    "　　各位代表！过去一年，办理人大代表建议120件。\n"
    "　　各位代表！向关心支持我区工作的人大代表、政协委员表示衷心的感谢！\n"
    "　　我们也清醒地认识到，还存在不少问题，执法水平有待提高。\n"
    "　　一是统筹不够。服务意识不强。\n"
    "　　二是投入不足。办事环节较多。\n"
    "　　二、2024年主要任务\n"
    "　　深化行政审批制度改革。\n"
    "　　三、建设人民满意的政府\n"
    "　　自觉接受人大监督。\n"
)


def test_a_work_report_reviews_owns_up_and_then_plans_whatever_its_titles() -> None:
    codings = CODER.code(parse(WORK))
    moves = {
        "".join(WORK[c.sentence.start : c.sentence.end].split()): c.move
        for c in codings
        if not c.sentence.is_heading
    }
    assert moves["各位代表！"] == "frame"
    assert moves["过去一年，办理人大代表建议120件。"] == "report"
    assert moves["向关心支持我区工作的人大代表、政协委员表示衷心的感谢！"] == "frame"
    assert moves["服务意识不强。"] == "problem"
    assert moves["办事环节较多。"] == "problem"
    assert moves["深化行政审批制度改革。"] == "plan"
    assert moves["自觉接受人大监督。"] == "plan"


def test_where_words_are_silent_the_title_speaks_and_is_shown() -> None:
    coding = part("全年共计42件,同比下降8%。", heading="加强行政复议工作")[0]
    assert coding.primary == "T6"
    assert any(e.rule == "context.heading" and e.start == 0 for e in coding.evidence)


def test_a_thin_sentence_takes_the_theme_of_the_one_before() -> None:
    first, second = part(
        "全年新收行政复议案件220件。", "同比上升8%,其中甲镇12件、乙镇9件。", heading="工作成效"
    )
    assert (first.primary, second.primary) == ("T6", "T6")
    evidence = next(e for e in second.evidence if e.rule == "context.before")
    assert (evidence.start, evidence.end) == (first.sentence.start, first.sentence.end)


def test_a_silent_run_in_heading_is_read_from_what_stands_under_it() -> None:
    codings = part(
        "一是持续用力。", "全年开展规范性文件清理2次,废止15件。", heading="主要工作", run_in=True
    )
    assert codings[0].primary == "T2"


def test_clauses_that_tell_means_or_aims_yield_to_the_deed() -> None:
    assert theme("依托政务服务平台,开展普法宣传120场,切实化解矛盾纠纷。") == "T7"


def test_most_clauses_decide_and_the_others_are_further_themes() -> None:
    coding = part("审结行政复议案件80件,办理行政应诉案件65件,主动公开政府信息900条。")[0]
    assert coding.primary == "T6"
    assert "T5" in coding.themes[1:]


@pytest.mark.parametrize(
    ("wording", "themes"),
    [
        ("全面落实行政执法三项制度。", ("T4", "T5")),
        ("组织执法人员培训5期。", ("T7", "T4")),
        ("制定行政执法监督计划。", ("T5", "T4")),
        ("为村(社区)配备一村(社区)一法律顾问。", ("T1", "T3")),
    ],
)
def test_further_themes_that_the_scheme_names(wording: str, themes: tuple[str, str]) -> None:
    coding = part(wording)[0]
    assert coding.primary == themes[0]
    assert themes[1] in coding.themes


def test_a_closing_paragraph_admits_and_then_turns_to_the_future() -> None:
    codings = part(
        "虽然取得了一定成效,但行政执法规范化水平与要求相比还有差距。",
        "行政复议力量不足。",
        "下一步,我县将加强行政执法监督。",
        "完善行政复议工作机制。",
        role="outlook",
    )
    assert [c.move for c in codings] == ["problem", "problem", "plan", "plan"]
    assert [c.primary for c in codings] == ["T4", "T6", "T5", "T6"]


def test_under_a_heading_on_problems_each_remedy_is_a_plan_and_each_problem_a_problem() -> None:
    codings = part(
        "行政执法力量薄弱,还存在差距。",
        "下一步,加强执法培训。",
        "普法形式单一,仍存在不足。",
        heading="存在的问题和改进措施",
        role="problems",
    )
    assert [coding.move for coding in codings] == ["problem", "plan", "problem"]


def test_formula_in_an_outlook_is_frame_and_measures_are_plans() -> None:
    formula, measure = part(
        "2024年是实施“十四五”规划的关键一年,新征程上任务艰巨。",
        "我市将坚持以习近平新时代中国特色社会主义思想为指导,开展规范性文件清理。",
        role="outlook",
    )
    assert (formula.primary, formula.move) == ("T0", "frame")
    assert (measure.primary, measure.move) == ("T2", "plan")


def test_a_motto_alone_in_quotation_marks_has_no_theme() -> None:
    motto, deed = part("“法治是最好的营商环境”。", "“放管服”改革取消许可12项。", heading="主要工作")
    assert (motto.primary, motto.move) == ("T0", "frame")
    assert deed.primary == "T1"


def test_a_shortcoming_or_an_intention_in_the_body_is_a_flag() -> None:
    admitted, intended, found = part(
        "交办信访件20件,已化解17件,还有3件未化解。",
        "明年计划于3月启动行政复议规范化建设。",
        "执法检查中发现企业存在不足30处,全部整改到位。",
        heading="主要工作",
    )
    assert (admitted.move, admitted.flags) == ("report", ("admission",))
    assert (intended.move, intended.flags) == ("report", ("intention",))
    assert found.flags == ()


def test_in_a_disclosure_report_openness_is_first_or_second() -> None:
    published, led, licensed = part(
        "及时公布生态环境、食品药品、安全生产监管信息。",
        "安排政务公开工作经费60万元,纳入绩效考核。",
        "深化行政审批制度改革,取消许可事项12项。",
        heading="工作情况",
        genre="disclosure",
    )
    assert published.primary == "T5"
    assert led.themes[:1] == ("T8",)
    assert "T5" in led.themes
    assert licensed.primary == "T1"
    assert licensed.themes[-1] == "T5"


def test_the_preamble_has_no_theme_even_with_an_honour() -> None:
    (coding,) = part("市政府被评为全省行政复议工作先进单位。", role="preamble")
    assert (coding.primary, coding.move, coding.themes) == ("T0", "frame", ("T0",))


def test_hard_wrapped_lines_are_coded_like_running_text() -> None:
    wording = "全面落实行政执法三项制度,规范行政处罚自由裁量权,抽查行政处罚案卷120本。"
    plain = part(wording)[0]
    wrapped = part("\n".join(wording[i : i + 7] for i in range(0, len(wording), 7)))[0]
    assert (wrapped.primary, wrapped.themes) == (plain.primary, plain.themes)
    wrapped_text = "\n" + "\n".join(wording[i : i + 7] for i in range(0, len(wording), 7))
    for evidence in wrapped.evidence:
        if evidence.rule == "T4.enforcement":
            quoted = "".join(wrapped_text[evidence.start : evidence.end].split())
            assert quoted in wording


@pytest.mark.parametrize(
    "wording",
    ["。", "……", "*****", ",,,;;;", "1234", "\u200b。", "《《《行政复议", "(((", "“”。", "🀄" * 50],
)
def test_odd_sentences_get_a_label_and_no_error(wording: str) -> None:
    (coding,) = part(wording, heading="加强行政复议工作")
    assert coding.primary in ("T6", "T0")


def test_a_very_long_sentence_is_coded() -> None:
    assert theme("审结行政复议案件,同比上升," * 5000 + "。") == "T6"


def test_a_report_without_sentences_or_headings() -> None:
    empty = Report("", "utf-8", "rule-of-law", {}, (), (), ())
    assert CODER.code(empty) == ()
    assert part("全年新收行政复议案件220件。")[0].primary == "T6"


def test_the_command_prints_a_line_for_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    path = FILES[0]
    assert main(["code", str(path)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    report = read_report(path)
    assert [row["id"] for row in rows] == [s.id for s in report.sentences]
    for row in rows:
        assert report.text[row["start"] : row["end"]] == row["text"]
        assert row["parts"] == []
        assert row["primary"] == row["themes"][0]
        assert row["move"] in ("frame", "report", "problem", "plan")
        assert set(row["evidence"][0]) == {"code", "rule", "start", "end"}


def test_the_command_refuses_what_is_no_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "empty.txt"
    path.write_text("首页 | 关于我们\n", encoding="utf-8")
    assert main(["code", str(path)]) == 2
    assert main(["code", str(tmp_path / "missing.txt")]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("govreports: ") for line in lines)


def test_parsed_reports_of_another_make_are_coded() -> None:
    text = (
        "某县人民政府2023年度法治政府建设情况报告\n"
        "　　2023年，我县坚持以习近平新时代中国特色社会主义思想为指导，扎实推进依法行政，"
        "现将有关情况报告如下：\n"
        "　　一、主要工作\n"
        "　　（一）依法化解矛盾。全年新收行政复议案件86件，审结80件。开展普法活动120场。\n"
        "　　二、存在的问题\n"
        "　　行政执法人员力量不足，执法水平有待提高。\n"
        "　　三、下一步打算\n"
        "　　持续深化“放管服”改革，优化营商环境。\n"
    )
    got = [(c.primary, c.move) for c in CODER.code(parse(text))]
    assert got[0] == ("T0", "frame")
    assert got[1:4] == [("T6", "report"), ("T6", "report"), ("T7", "report")]
    assert got[-2:] == [("T4", "problem"), ("T1", "plan")]


PAGED = (
    "某某县2020年法治政府建设情况报告\n　　2020年，我县坚持以习近平法治思想为指导，深入推进\n"
    "依法行政，加快建设法治政府，各项工作取得新\n- 1 -\n成效。现将有关情况报告如下，请予审议。\n"
    "　　一、主要工作\n　　我县成立领导小组，由县长任组长，定期召开会议。\n- 2 -\n"
)


def test_a_sentence_cut_by_a_page_number_is_printed_as_it_is_parsed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paged.txt"
    path.write_text(PAGED, encoding="utf-8")
    assert main(["code", str(path)]) == 0
    coded = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main(["parse", str(path)]) == 0
    parsed = json.loads(capsys.readouterr().out)["sentences"]
    shared = ("id", "start", "end", "text", "parts")
    assert [[row[f] for f in shared] for row in coded] == [[s[f] for f in shared] for s in parsed]
    assert any(row["parts"] for row in coded)
    assert all(PAGED[row["start"] : row["end"]] == row["text"] for row in coded)
