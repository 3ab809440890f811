"""Shortcomings and plans are found as stated, item by item, with place, wording and theme."""

from dataclasses import dataclass, field
from typing import NamedTuple

import pytest

from govreports.claims.actors import actors_in
from govreports.claims.selfassessment import balance, statement_table
from govreports.claims.shortcomings import (
    gives_cause,
    grade_of,
    has_deficit,
    shortcoming_items,
    syntax_of,
)
from govreports.claims.statements import Statement, statements
from govreports.report.model import Report, Sentence
from govreports.report.parse import parse

TITLE = "甲市2021年法治政府建设情况报告"
DONE = (
    "一、工作情况\n\n全年开展普法活动三十场,受到群众欢迎。组织行政执法培训五次,参训人员八百余人。"
)
CLOSING = (
    "我市法治政府建设虽然取得了成效,但与群众期待相比还存在一些不足:"
    "普法形式单一、执法人员力量薄弱,信息反馈不够及时等。"
)
NEXT = "下一步,我市将健全普法工作机制,办好三十场活动。"


class Fired(NamedTuple):
    code: str
    start: int
    end: int


@dataclass
class ByHand:
    """A sentence coded for a test."""

    sentence: Sentence
    primary: str
    move: str
    flags: tuple[str, ...] = ()
    evidence: tuple[Fired, ...] = ()
    themes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        self.themes = self.themes or (self.primary,)


def coded(report: Report, **moves: str) -> list[ByHand]:
    """Each sentence with the move whose word it contains, else as a report on T4."""
    found = []
    for sentence in report.sentences:
        words = report.wording(sentence)
        move = next((m for m, word in moves.items() if word in words), "report")
        theme = "T7" if "普法" in words else "T4"
        flagged = move in ("admission", "intention")
        found.append(
            ByHand(sentence, theme, "report" if flagged else move, flags=(move,) if flagged else ())
        )
    return found


@pytest.mark.parametrize(
    ("sentence", "items"),
    [
        (CLOSING, ["普法形式单一", "执法人员力量薄弱", "信息反馈不够及时"]),
        (
            "我县工作取得一定成绩,但仍存在一些问题,主要表现在:一是少数干部能力不强;"
            "二是队伍薄弱、专业人员缺乏。",
            ["少数干部能力不强", "队伍薄弱", "专业人员缺乏"],
        ),
        (
            "决策公众参与度有限,依法行政工作发展不平衡等。",
            ["决策公众参与度有限", "依法行政工作发展不平衡"],
        ),
        ("事前、事中、事后监督机制存在缺失。", ["事前、事中、事后监督机制存在缺失"]),
        ("重大行政决策程序落实不够。", ["重大行政决策程序落实不够"]),
        ("良好社会氛围尚未完全形成等。", ["良好社会氛围尚未完全形成"]),
        ("成绩显著,但与纲要要求相比还存在一些不足。", []),
        ("全年办理案件三十件,群众满意。", []),
    ],
)
def test_a_sentence_is_divided_into_the_shortcomings_it_lists(
    sentence: str, items: list[str]
) -> None:
    found = shortcoming_items(sentence)
    assert [item.text for item in found] == items
    assert all(sentence[item.start : item.end] == item.text for item in found)


def test_full_width_punctuation_divides_alike() -> None:
    wide = CLOSING.replace(",", "，").replace(":", "：")
    assert [(i.start, i.end, i.grade) for i in shortcoming_items(wide)] == [
        (i.start, i.end, i.grade) for i in shortcoming_items(CLOSING)
    ]


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("制度不够完善", "improvable"),
        ("效率有待进一步提高", "improvable"),
        ("监督还需进一步加强", "improvable"),
        ("制度不完善", "insufficient"),
        ("重大行政决策程序制度落实不够", "insufficient"),
        ("部分领导重视不够、督办不严", "insufficient"),
        ("存在宣传力度不够等问题", "insufficient"),
        ("反馈不够及时", "improvable"),
        ("力量薄弱", "insufficient"),
        ("部门联动较少", "insufficient"),
        ("发展不平衡", "uneven"),
        ("能力与新任务不相适应", "uneven"),
        ("机制尚未建立", "absent"),
        ("没有开展交流", "absent"),
        ("群众满意", None),
    ],
)
def test_wordings_are_graded(words: str, grade: str | None) -> None:
    assert grade_of(words) == grade
    assert has_deficit(words) == (grade is not None)


def test_praise_before_the_turn_is_a_concession() -> None:
    assert syntax_of(CLOSING, 2) == ("concession", "comparison", "list")
    assert syntax_of("各部门配合,但是力量不足。", 1) == ("turn",)
    assert syntax_of("力量不足。", 1) == ("plain",)


def test_whom_a_shortcoming_names() -> None:
    assert actors_in("少数领导干部和执法人员能力不强") == ("leaders", "staff")
    assert actors_in("监督机制存在缺失") == ()
    assert actors_in("法治队伍能力素质与新任务不相适应") == ("staff",)
    assert actors_in("人员配备不足") == ("staff",)
    assert actors_in("律师队伍规模偏小") == ()
    assert actors_in("失业人员管理有待加强") == ()
    assert gives_cause("受疫情影响,培训不足")
    assert not gives_cause("培训不足")


def test_an_unheaded_closing_paragraph_is_divided_and_placed() -> None:
    report = parse(f"{TITLE}\n\n{DONE}\n\n{CLOSING}\n\n{NEXT}\n")
    found = statements("one", report, coded(report, problem="还存在", plan="下一步"))
    assert [(s.kind, s.place, s.grade) for s in found] == [
        ("shortcoming", "unheaded", "insufficient"),
        ("shortcoming", "unheaded", "insufficient"),
        ("shortcoming", "unheaded", "improvable"),
        ("plan", "unheaded", ""),
    ]
    for statement in found:
        assert report.text[statement.start : statement.end] == statement.text
        assert 0.4 < statement.position < 1
    assert [s.actors for s in found] == ["", "staff", "", "self"]
    assert not any(s.figures for s in found)


def test_an_item_takes_the_theme_that_its_own_words_speak_for() -> None:
    report = parse(f"{TITLE}\n\n{DONE}\n\n{CLOSING}\n")
    codings = coded(report, problem="还存在")
    place = report.text.index("执法人员力量")
    codings[-1].themes = ("T7", "T4")
    codings[-1].evidence = (Fired("T4", place, place + 4), Fired("X1", place, place + 4))
    assert [s.theme for s in statements("one", report, codings)] == ["", "T4", ""]


def test_a_numbered_shortcoming_is_one_statement_with_its_explanation() -> None:
    report = parse(
        f"{TITLE}\n\n{DONE}\n\n二、存在问题和不足\n\n"
        "一是普法针对性还不够强。普法内容与群众需要贴合不紧密,形式较为单一。\n\n"
        "二是部门之间联动较少。各部门各自学习,没有开展交流,合力尚未形成。\n"
    )
    codings = [
        ByHand(c.sentence, c.primary, "problem" if c.sentence.section.startswith("2") else "report")
        for c in coded(report)
    ]
    found = statements("one", report, codings)
    assert [(s.place, s.theme, s.grade) for s in found] == [
        ("headed", "T7", "improvable"),
        ("headed", "T4", "insufficient"),
    ]
    assert found[0].text.startswith("一是普法")
    assert found[0].text.endswith("单一。")
    assert found[1].syntax == "heading+explained"


def test_an_admission_in_passing_is_told_from_the_problems_part() -> None:
    report = parse(
        f"{TITLE}\n\n一、信访\n\n交办事项二十件,已化解十七件,还有三件未化解。群众普遍满意。\n"
    )
    (found,) = statements("one", report, coded(report, admission="未化解"))
    assert (found.kind, found.place) == ("shortcoming", "elsewhere")


@pytest.mark.parametrize(
    ("words", "planned"),
    [
        ("开展评查活动,对下一步工作提出具体建议。", False),
        ("召开会议部署下一步任务,成效明显。", False),
        ("开展评查活动,下一步办好三十场活动。", True),
        ("对下一步工作提出建议,今后每年评查一次。", True),
    ],
)
def test_what_comes_next_as_the_object_of_something_done_is_no_plan(
    words: str, planned: bool
) -> None:
    report = parse(f"{TITLE}\n\n一、执法\n\n{words}群众普遍满意。\n")
    codings = coded(report, intention="下一步")
    for coding in codings:
        begin, words = coding.sentence.start, report.wording(coding.sentence)
        coding.evidence = tuple(
            Fired("intention", begin + words.index(marker), begin + words.index(marker) + 2)
            for marker in ("下一步", "今后")
            if marker in words
        )
    assert [s.kind for s in statements("one", report, codings)] == ["plan"] * planned


def test_a_slogan_of_the_outlook_is_a_plan_without_a_theme() -> None:
    report = parse(
        f"{TITLE}\n\n{DONE}\n\n{CLOSING}\n\n下一步,我市将凝心聚力,再创佳绩,开创新局面。\n"
    )
    codings = coded(report, problem="还存在")
    codings[-1].primary, codings[-1].move = "T0", "frame"
    assert statements("one", report, codings)[-1][:3] == ("one", "plan", "unheaded")
    assert statements("one", report, codings)[-1].theme == "T0"


def test_balance_sets_shortcomings_beside_what_is_reported_of_the_theme() -> None:
    report = parse(f"{TITLE}\n\n{DONE}\n\n{CLOSING}\n\n{NEXT}\n")
    codings = coded(report, problem="还存在", plan="下一步")
    place = report.text.index("执法人员力量")
    codings[-2].themes = ("T7", "T4")
    codings[-2].evidence = (Fired("T4", place, place + 4),)
    table = balance({"one": report}, {"one": codings}).set_index("theme")
    assert table.loc["T4", ["reported", "shortcomings", "plans"]].tolist() == [1, 1, 0]
    assert table.loc["T4", "shortcomings_per_100"] == 100
    assert table.loc["T7", ["reported", "shortcomings", "plans"]].tolist() == [1, 0, 1]
    assert table["shortcomings"].sum() == 3
    assert table.loc["", "shortcomings_per_100"] != table.loc["", "shortcomings_per_100"]


def test_nothing_stated_gives_empty_tables() -> None:
    report = parse(f"{TITLE}\n\n{DONE}\n")
    table = statement_table({"one": report}, {"one": coded(report)})
    assert list(table.columns) == list(Statement._fields)
    assert table.empty
