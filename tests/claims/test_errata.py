"""Source errors are listed with their place, and the rules see those that rules can see."""

from pathlib import Path

import pytest

from govreports.claims.arithmetic import checks
from govreports.claims.errata import KINDS, STANDINGS, errata_table, load_errata, propose
from govreports.claims.quantities import quantities
from govreports.corpus import Corpus, load_corpus
from govreports.errors import DataError
from govreports.text.parse import parse

CORPUS = Path(__file__).parents[2] / "corpus"
HEADER = "report,start,end,text,kind,suggestion,note,standing\n"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(CORPUS)


def proposed(body: str) -> list[tuple[str, str]]:
    report = parse(f"甲市2021年法治政府建设情况报告\n\n一、工作情况\n\n{body}\n")
    return [(erratum.text, erratum.kind) for erratum in propose("one", report)]


@pytest.mark.parametrize(
    ("body", "text", "kind"),
    [
        ("我市推进“放管服改革,全年办理许可事项。", "“", "quotation mark"),
        ("我市推进放管服”改革,全年办理许可事项。", "”", "quotation mark"),
        ("实行“常驻的机制,建立“一张网”体系,成效明显。", "“", "quotation mark"),
        ("印发《关于推进依法行政的意见,部署全年工作。", "《", "bracket"),
        ("共清理文件(其中废止六件,部署全年工作。", "(", "bracket"),
        ("增强依法行政的的责任感,部署全年各项工作。", "的的", "doubling"),
        ("部署全年工作,,各项任务全部完成,成效明显。", ",,", "doubling"),
        ("进一步进一步规范行政执法行为,成效明显提升。", "进一步进一步", "doubling"),
        ("截止目前共办理案件三十件,成效明显提升。", "截止", "usage"),
        ("截止11月底共办理案件三十件,成效明显提升。", "截止", "usage"),
        ("全市领先,*****三项指标均居全省前列位置。", "*****", "redaction"),
        ("群众满意。 完成审计项目三个,提出建议十条。", " ", "spacing"),
        ("建档率59 %,办理生育登记一千余份,成效明显。", " ", "spacing"),
        ("我市突出三项重点工作。一是规范执法行为和程序。加强监督。", "一是", "numbering"),
        ("一是规范执法行为和程序。三是加强行政执法监督。", "三是", "numbering"),
    ],
)
def test_a_slip_is_proposed_at_its_place(body: str, text: str, kind: str) -> None:
    assert (text, kind) in proposed(body)


@pytest.mark.parametrize(
    "body",
    [
        "我市推进“放管服”改革,印发《关于贯彻〈纲要〉的通知》(试行)。",
        "突出三项工作:1)规范执法;2)加强监督;三)优化服务,成效明显。",
        "的的确确做到截止日期前办结,案件截止时间向社会公布。",
        "一是规范执法。二是加强监督。分两步:一是清理,二是公布。三是优化服务。",
        "通过QQ在线、微信APP等渠道受理群众投诉,成效明显。",
        "全年办理 30 件,完成 5 项,培训 200 人次,占 98% 以上,成效明显。",
    ],
)
def test_what_is_printed_rightly_is_left_alone(body: str) -> None:
    assert proposed(body) == []


def test_all_that_the_rules_find_in_the_reports_is_listed(corpus: Corpus) -> None:
    listed = load_errata(CORPUS / "errata.csv", corpus.reports)
    for name, report in corpus.reports.items():
        for slip in propose(name, report):
            assert any(
                known.report == name
                and known.kind == slip.kind
                and known.start <= slip.start
                and slip.end <= known.end
                for known in listed
            ), slip


def test_figures_stand_in_the_list_as_they_do_in_the_arithmetic(corpus: Corpus) -> None:
    """Parts that do not make their total are an error; a rate may rest on a base not told."""
    listed = load_errata(CORPUS / "errata.csv", corpus.reports)
    figures = [known for known in listed if known.kind == "figures"]
    assert figures
    for known in figures:
        report = corpus.reports[known.report]
        table = checks(report, quantities(report))
        held = [s.id for s in report.sentences if s.start < known.end and known.start < s.end]
        disagreeing = table[table["sentence"].isin(held) & (table["verdict"] == "disagree")]
        assert (known.standing == "error") == ("parts" in set(disagreeing["check"])), known


def test_signs_in_place_of_words_are_no_error() -> None:
    report = parse("甲市2021年法治政府建设情况报告\n\n一、工作情况\n\n***三项指标均居全市前列。\n")
    assert [slip.standing for slip in propose("one", report)] == ["no error"]


def test_the_list_leaves_the_reports_as_they_are(corpus: Corpus) -> None:
    table = errata_table(load_errata(CORPUS / "errata.csv", corpus.reports))
    assert set(table["kind"]) <= set(KINDS)
    assert set(table["standing"]) <= set(STANDINGS)
    assert not table.duplicated(["report", "start", "end"]).any()
    for row in table.itertuples():
        assert corpus.reports[row.report].text[row.start : row.end] == row.text
        assert row.suggestion != row.text


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("other,0,2,甲市,usage,,n,error", "no report is called 'other'"),
        ("one,0,2,甲市,slip,,n,error", "no kind is called 'slip'"),
        ("one,0,2,甲市,usage,,n,sure", "no standing is called 'sure'"),
        ("one,0,2,乙市,usage,,n,error", "0–2 reads '甲市'"),
        ("one,0,0,,usage,,n,error", "0–0 is no span"),
        ("one,zero,2,甲市,usage,,n,error", "start must be a whole number"),
        ("one,0,2,甲市", "4 values where 8 are due"),
    ],
)
def test_a_bad_row_is_refused_by_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "errata.csv"
    path.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    report = parse(
        "甲市2021年法治政府建设情况报告\n\n一、工作情况\n\n我市规范执法行为,成效明显。\n"
    )
    with pytest.raises(DataError) as caught:
        load_errata(path, {"one": report})
    assert str(caught.value).startswith(f"{path}, line 2: ")
    assert message in str(caught.value)
