"""Annual reports are told from the texts near them, and the reason is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreports.report.genre import genre
from govreports.report.parse import parse

# Invented texts: reports in many forms, and texts that are near them but are none. Each follows a
# line with its genre.
_FILE = Path(__file__).with_name("kinds_of_text.txt").read_text(encoding="utf-8")
_TEXTS = [part.split("\n", 1) for part in _FILE.split("=== ")[1:]]
REPORTS = [(genre, text) for genre, text in _TEXTS if genre != "other"]
OTHER = [text for genre, text in _TEXTS if genre == "other"]


@pytest.mark.parametrize(("genre", "text"), REPORTS)
def test_reports_are_told_by_their_subject(genre: str, text: str) -> None:
    report = parse(text)
    assert report.genre == genre, report.genre_reason


@pytest.mark.parametrize("text", OTHER)
def test_texts_near_reports_are_other_and_parsed_like_the_rest(text: str) -> None:
    report = parse(text)
    assert report.genre == "other"
    assert report.genre_reason
    assert report.sentences


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("云台区2024年法治政府建设工作要点", "a work plan: the title ends 要点"),
        ("《云台区法治政府建设规划》解读", "an interpretation: the title says 解读"),
        ("浅谈法治政府建设", "a study: the title says 浅谈"),
        ("云台区政府工作报告", "a government work report, by its title"),
        ("关于法治政府建设情况的调研报告", "a report of another kind: 调研报告"),
        ("云台区2023年水利工作总结", "the title names another subject than law or disclosure"),
    ],
)
def test_the_reason_names_what_was_decisive(title: str, reason: str) -> None:
    assert genre(title, "", ["2023年，云台区推进各项工作。"], []).reason == reason


def test_a_congress_that_hears_of_law_hears_no_work_report() -> None:
    spoken = "受区政府委托,现将2023年法治政府建设情况向大会报告如下。"
    assert genre("", "", ["主任、各位委员:", spoken], []).name == "rule-of-law"


def test_figures_left_open_make_a_model_text_and_names_left_open_do_not() -> None:
    title = "云台区2023年法治政府建设情况报告"
    assert genre(title, "", ["召开会议*次,培训××人。"], []).name == "other"
    assert genre(
        title, "", ["**规范执法。** 王×等3人获奖,五○年代的规定12件已经废止。"], []
    ).name == ("rule-of-law")
