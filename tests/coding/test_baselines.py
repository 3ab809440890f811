"""The baselines know only what they may: the titles, or the codings of other reports."""

from __future__ import annotations

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.baselines import supervised_themes, title_themes
from govreports.errors import ArgumentError
from govreports.report.parse import parse

CODEBOOK = load_codebook()
TEXT = """某县2023年法治政府建设情况报告
2023年,我县扎实推进依法行政,现将有关情况报告如下:
一、主要做法
(一)依法化解矛盾纠纷。全年主动公开政府信息3200条,办理行政复议案件20件。
(二)强化普法工作。举办讲座12场,受到群众好评。
二、加强政务公开
全年召开新闻发布会9场,解读政策文件20件。
"""


def test_titles_decide_whatever_the_sentence_says() -> None:
    report = parse(TEXT)
    found = dict(
        zip(
            [report.wording(s) for s in report.sentences],
            title_themes(report, CODEBOOK),
            strict=True,
        )
    )
    by_start = {wording[:6]: theme for wording, theme in found.items()}
    assert by_start["全年主动公开"] == "T6"
    assert by_start["举办讲座12"] == "T7"
    assert by_start["全年召开新闻"] == "T5"
    assert by_start["2023年,"] == "T0"


def test_the_outermost_title_may_name_no_theme() -> None:
    report = parse(TEXT)
    themes = title_themes(report, CODEBOOK, level="top")
    sections = [sentence.section for sentence in report.sentences]
    for section, theme in zip(sections, themes, strict=True):
        assert theme == ("T5" if section.startswith("2") else "T0")


def codings() -> tuple[list[str], list[str], list[str]]:
    texts, themes, reports = [], [], []
    for report in ("a", "b", "c"):
        for n in range(6):
            texts += [f"办理行政复议案件{n}件", f"举办普法讲座{n}场"]
            themes += ["T6", "T7"]
            reports += [report, report]
    return texts, themes, reports


def test_what_other_reports_teach_is_predicted() -> None:
    texts, themes, reports = codings()
    assert supervised_themes(texts, themes, reports) == themes


def test_no_report_teaches_itself() -> None:
    texts, themes, reports = codings()
    wrong = [
        "T7" if (r == "a") == (t == "T6") else "T6" for t, r in zip(themes, reports, strict=True)
    ]
    predicted = supervised_themes(texts, wrong, reports)
    for true, report, got in zip(wrong, reports, predicted, strict=True):
        if report == "a":
            assert got != true


def test_predictions_do_not_depend_on_the_order_of_rows() -> None:
    texts, themes, reports = codings()
    turned = supervised_themes(texts[::-1], themes[::-1], reports[::-1])
    assert turned[::-1] == supervised_themes(texts, themes, reports)


@pytest.mark.parametrize(
    ("texts", "themes", "reports", "message"),
    [
        (["a"], ["T1", "T2"], ["x"], "differ in length"),
        (["a", "b"], ["T1", "T2"], ["x", "x"], "at least two reports"),
        (["a", "b"], ["T1", "T1"], ["x", "y"], "a single theme"),
    ],
)
def test_codings_that_teach_nothing_are_refused(
    texts: list[str], themes: list[str], reports: list[str], message: str
) -> None:
    with pytest.raises(ArgumentError, match=message):
        supervised_themes(texts, themes, reports)
