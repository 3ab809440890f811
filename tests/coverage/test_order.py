"""Headings of reports beside the Outlines and the prescribed contents."""

from datetime import date

import pytest

from govreports.codebook.loader import load_codebook
from govreports.codebook.outlines import load_outlines, load_prescriptions
from govreports.corpus.reading import corpus_of
from govreports.coverage import order
from govreports.coverage.outline_parts import load_parts
from govreports.report.parse import parse

OUTLINES, PARTS, CODEBOOK = load_outlines(), load_parts(), load_codebook()
PROVISIONS = next(p for p in load_prescriptions() if p.id == "inspection-provisions-2019")
# Enforcement comes before functions, against the order of either Outline.
TEXT = """某县2022年法治政府建设情况报告

一、强化行政执法能力
组织培训三次。
二、加快转变政府职能
取消证明事项5项。
三、获评先进
获评先进单位。
四、存在的问题
执法人员不足。
"""
REPORTS = {"县": parse(TEXT)}
NAMED = order.headings_by_part(REPORTS, OUTLINES, PARTS)


def followed():
    table = order.order_followed(REPORTS, NAMED, OUTLINES, PARTS, CODEBOOK)
    return table.set_index("outline").loc["outline-2021"]


def test_every_report_is_set_beside_every_outline():
    assert NAMED["outline"].drop_duplicates().tolist() == list(OUTLINES)
    assert NAMED.columns[:2].tolist() == ["report", "outline"]


def test_parts_out_of_order_are_counted_once():
    row = followed()
    assert (row["parts_named"], row["in_order"], row["without_part"]) == (2, 1, 1)
    assert row["headings"] == 3
    assert row["names_it"] == "no"


@pytest.mark.parametrize(
    ("wording", "named"),
    [
        ("认真落实《{}》", "yes"),
        ("认真落实《{}》明确的任务和省实施方案", "yes"),
        ("认真落实《{}》和省实施方案", "yes"),
        ("认真落实省、市《{}》实施方案", "plans"),
        ("印发《{}》的具体实施意见", "plans"),
        ("印发《{}》实施方案,落实《{}》", "yes"),
        ("认真落实上级部署", "no"),
    ],
)
def test_a_report_names_an_outline_or_plans_for_it(wording, named):
    outline = OUTLINES["outline-2021"]
    reports = {"县": parse(f"{TEXT}\n{wording.replace('{}', outline.zh)}。\n")}
    table = order.order_followed(reports, NAMED, OUTLINES, PARTS, CODEBOOK)
    assert table.set_index("outline")["names_it"].to_dict() == {
        "outline-2015": "no",
        "outline-2021": named,
    }


def test_titles_of_measures_are_found_with_the_outline_they_are_of():
    measure = next(c for c in CODEBOOK.of_kind("measure") if c.origin == "outline-2021")
    reports = {"县": parse(f"某县2022年法治政府建设情况报告\n\n{measure.zh}。\n")}
    found = order.titles_repeated(reports, CODEBOOK)
    assert (measure.id, "outline-2021") in set(zip(found["id"], found["outline"], strict=True))
    assert set(found["report"]) == {"县"}


@pytest.mark.parametrize(
    ("year", "told"), [(2022, True), (2016, True), (2010, False), (None, False)]
)
def test_the_part_in_force_is_that_of_the_reporting_year(year, told):
    table = order.beside_outlines(NAMED, OUTLINES, {"县": year})
    assert table["heading"].iloc[0] == "一、强化行政执法能力"
    assert bool(table["in_force"].iloc[0]) is told


def test_without_reports_the_tables_are_empty_and_have_their_columns():
    named = order.headings_by_part({}, OUTLINES, PARTS)
    assert named.empty
    assert named.columns.tolist() == NAMED.columns.tolist()
    assert order.order_followed({}, named, OUTLINES, PARTS, CODEBOOK).empty
    assert order.titles_repeated({}, CODEBOOK).empty
    assert order.beside_outlines(named, OUTLINES, {}).empty
    assert order.divided_by_content(order.headings_by_content({}, PROVISIONS)) == []


def test_a_heading_leads_to_the_first_sentence_below_it_else_to_itself():
    text = "某县2022年法治政府建设情况报告\n\n一、普法\n（一）宣传\n开展宣传。\n二、执法\n"
    report = parse(text)
    first, second = [s.id for s in report.sections if s.level == 1 and s.heading]
    below = order.first_under(report, first)
    assert below in {sentence.id for sentence in report.sentences}
    assert order.first_under(report, second) == f"§{second}"


def records(**facts):
    (record,) = corpus_of(REPORTS).records
    return [record._replace(**facts)]


@pytest.mark.parametrize(
    ("facts", "under"),
    [
        ({"issued": PROVISIONS.first.isoformat()}, True),
        ({"issued": date.fromordinal(PROVISIONS.first.toordinal() - 1).isoformat()}, False),
        ({"issued": "", "reporting_year": PROVISIONS.first.year}, True),
        ({"issued": "", "reporting_year": PROVISIONS.first.year - 1}, False),
        ({"issued": "", "reporting_year": None}, False),
        ({"issued": "2022-01-01", "genre": "disclosure"}, False),
    ],
)
def test_a_report_is_under_an_instrument_of_its_genre_by_its_day(facts, under):
    given = records(**{"genre": "rule-of-law", **facts})
    assert order.issued_under(given, PROVISIONS) == (["县"] if under else [])


def test_a_report_is_divided_by_contents_if_no_two_headings_share_one():
    shared = order.headings_by_content(REPORTS, PROVISIONS)
    assert order.divided_by_content(shared) == []
    alone = parse(
        "某县2022年法治政府建设情况报告\n\n一、主要工作\n培训三次。\n二、存在的问题\n人员不足。\n"
    )
    found = order.headings_by_content({"县": alone}, PROVISIONS)
    assert order.divided_by_content(found) == ["县"]
