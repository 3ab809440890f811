"""The outlines of the five reports, as a reader counts them on paper."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from govreports.readers.source import read_report
from govreports.report.model import Report

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"

# Headings by level; own-line and run-in together.
OUTLINES = {
    "lianyungang-2020": {1: 6, 2: 21},
    "nantong-2018-disclosure": {1: 3, 2: 12},
    "nantong-2019": {1: 8, 2: 34, 3: 23},
    "suxitong-2022": {1: 4, 2: 20, 3: 28, 4: 1},
    "weihai-2017": {1: 8, 2: 28},
}
STATED = {
    "lianyungang-2020": {
        "title": "连云港市人民政府关于连云港市2020年法治政府建设情况报告",
        "issuer": "连云港市人民政府",
        "document_number": "连政发〔2021〕14号",
        "issued": "2021-02-26",
        "reporting_year": "2020",
    },
    "nantong-2018-disclosure": {
        "title": "南通市经济技术开发区管理委员会2018年政府信息公开工作年度报告",
        "issuer": "南通市经济技术开发区管理委员会",
        "issued": "2019-02-28",
        "reporting_year": "2018",
    },
    "nantong-2019": {
        "title": "南通市经济技术开发区管理委员会2019年法治政府建设情况报告",
        "issuer": "南通市经济技术开发区管理委员会",
        "issued": "2019-12-06",
        "reporting_year": "2019",
    },
    "suxitong-2022": {
        "title": "苏锡通园区2022年度法治政府建设情况报告",
        "issuer": "苏锡通园区",
        "reporting_year": "2022",
    },
    "weihai-2017": {
        "title": "威海火炬高技术产业开发区2017年法治政府建设工作报告",
        "issuer": "高区政法委法制办",
        "issued": "2017-12-20",
        "reporting_year": "2017",
    },
}
CLOSING = {
    "lianyungang-2020": ("2020年,我市法治政府建设工作虽然", "2021年是中国共产党成立100周年"),
    "nantong-2018-disclosure": ("虽然我区政务公开工作", "下一步,我区将"),
    "weihai-2017": ("2017年,全区法治政府建设成绩显著", "2018年是贯彻落实市《纲要》"),
}
# The first and the last words of each body; nothing else around them is spoken by the report.
EDGES = {
    "lianyungang-2020": ("2020年,连云港市坚持", "化解矛盾、维护稳定。"),
    "nantong-2018-disclosure": ("2018年,在南通市市委", "政务公开工作再上新台阶。"),
    "nantong-2019": ("今年以来,我区紧紧围绕", "法治工作能力和水平。"),
    "suxitong-2022": ("2022年园区在市委", "社会治理格局。"),
    "weihai-2017": ("2017年,高区的法治政府", "法治政府建设新局面。"),
}


@pytest.fixture(params=sorted(OUTLINES))
def named(request: pytest.FixtureRequest) -> tuple[str, Report]:
    """One of the five reports, parsed, with its name."""
    return request.param, read_report(REPORTS / f"{request.param}.txt")


def test_every_heading_has_its_depth(named: tuple[str, Report]) -> None:
    name, report = named
    assert Counter(s.level for s in report.sections if s.heading) == OUTLINES[name]


def test_the_body_begins_and_ends_where_the_report_does(named: tuple[str, Report]) -> None:
    name, report = named
    first, last = EDGES[name]
    assert report.wording(report.sentences[0]).startswith(first)
    assert report.wording(report.sentences[-1]).endswith(last)


def test_what_the_report_states_of_itself_is_read_with_its_place(
    named: tuple[str, Report],
) -> None:
    name, report = named
    assert {field: stated.value for field, stated in report.metadata.items()} == STATED[name]
    for field in ("title", "issuer", "document_number", "reporting_year"):
        stated = report.metadata.get(field)
        assert stated is None or report.text[stated.start : stated.end] == stated.value
    assert report.genre == ("disclosure" if "disclosure" in name else "rule-of-law")


@pytest.mark.parametrize("name", sorted(CLOSING))
def test_unheaded_closing_parts_have_their_roles(name: str) -> None:
    report = read_report(REPORTS / f"{name}.txt")
    for role, opening in zip(("problems", "outlook"), CLOSING[name], strict=True):
        (section,) = [s for s in report.sections if s.role == role]
        assert section.heading is None
        assert section.parent is None
        assert report.wording(section).startswith(opening)


def test_headed_problems_and_outlook_lend_their_role_to_what_is_under_them() -> None:
    report = read_report(REPORTS / "suxitong-2022.txt")
    role = {section.id: section.role for section in report.sections}
    assert all(role[key] == "problems" for key in role if key.startswith("3"))
    assert all(role[key] == "outlook" for key in role if key.startswith("4"))
    assert "problems" not in {role[key] for key in role if key[0] in "012"}


def test_a_report_without_shortcomings_is_given_none() -> None:
    report = read_report(REPORTS / "nantong-2019.txt")
    assert {section.role for section in report.sections} == {"preamble", "body"}
