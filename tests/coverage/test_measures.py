"""The measures of the two Outlines: complete, crossed with each other, found where they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreports.codebook.loader import load_codebook
from govreports.codebook.model import OUTLINE_ITEMS, Code
from govreports.codebook.outlines import load_outlines
from govreports.coverage.searching import compiled, find, units_of
from govreports.coverage.states import searches
from govreports.readers.source import read_report
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.report.parse import parse

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
CODEBOOK = load_codebook()
MEASURES = CODEBOOK.of_kind("measure")
PREFIX = {"outline-2015": "O15", "outline-2021": "O21"}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {path.stem: read_report(path) for path in sorted(REPORTS.glob("*.txt"))}


def of(origin: str) -> dict[int, Code]:
    return {int(m.id.rpartition("-")[2]): m for m in MEASURES if m.origin == origin}


@pytest.mark.parametrize("outline", OUTLINE_ITEMS)
def test_every_item_of_an_outline_is_a_measure_once(outline: str) -> None:
    measures = of(outline)
    assert sorted(measures) == list(OUTLINE_ITEMS[outline])
    assert all(m.id == f"{PREFIX[outline]}-{item:02}" for item, m in measures.items())
    assert sum(m.origin == outline for m in MEASURES) == len(measures)


@pytest.mark.parametrize(
    ("here", "there"), [("outline-2015", "outline-2021"), ("outline-2021", "outline-2015")]
)
def test_the_crosswalk_leads_back(here: str, there: str) -> None:
    one_way = [
        (measure.id, of(there)[other].id)
        for item, measure in of(here).items()
        for other in measure.crosswalk.get(there, ())
        if item not in of(there)[other].crosswalk.get(here, ())
    ]
    assert one_way == []


def test_an_example_is_verbatim_or_its_absence_is_explained(reports: dict[str, Report]) -> None:
    for measure in MEASURES:
        if measure.example is None:
            assert "no report" in measure.note, measure.id
        else:
            text = fold(reports[measure.example.report].text)
            assert text.count(fold(measure.example.text)) == 1, measure.id


def test_a_measure_is_found_in_its_own_example(reports: dict[str, Report]) -> None:
    for search in searches(CODEBOOK):
        example = search.measure.example
        if example is None:
            continue
        report = reports[example.report]
        start = fold(report.text).index(fold(example.text))
        around = [
            s for s in report.sentences if s.start < start + len(example.text) > 0 < s.end - start
        ]
        assert find(units_of(report, around), search.expression), search.measure.id


def test_a_measure_without_example_occurs_in_no_report(reports: dict[str, Report]) -> None:
    for search in searches(CODEBOOK):
        if search.measure.example is None:
            for report in reports.values():
                assert not find(units_of(report, report.sentences), search.expression)


def test_patterns_ignore_width_and_blanks() -> None:
    plain = parse(
        "关于法治政府建设情况的报告\n\n一、情况\n推行“双随机、一公开”监管（试行），清理证明事项。\n"
    )
    wide = parse(
        '关于法治政府建设情况的报告\n\n一、情况\n推行"双随机、 一公开"监管(试行),清理 证明事项。\n'
    )
    for code in ("O15-01", "O15-05", "O21-05"):
        (search,) = (s for s in searches(CODEBOOK) if s.measure.id == code)
        for report in (plain, wide):
            assert find(units_of(report, report.sentences), search.expression), code


def test_no_measure_is_found_in_words_of_another_trade() -> None:
    report = parse(
        "某公司情况报告\n\n一、情况\n公司召开年会，表彰先进员工。新产品上市，销量增长一成。"
        "食堂改善伙食，职工满意。\n"
    )
    for search in searches(CODEBOOK):
        assert not find(units_of(report, report.sentences), search.expression), search.measure.id


def test_no_pattern_is_a_whole_known_sentence() -> None:
    longest = [
        (rule.code, pattern.text)
        for rule in CODEBOOK.rules
        if rule.code.startswith(("O15-", "O21-"))
        for pattern in rule.patterns
        if not pattern.regex and len(pattern.text) > 16
    ]
    assert longest == []


def test_each_pattern_compiles_alone_as_in_company() -> None:
    for search in searches(CODEBOOK):
        for pattern in search.patterns:
            assert not compiled([pattern]).search("")


def test_names_differ_within_an_outline_and_near_misses_name_others() -> None:
    for outline in load_outlines():
        measures = of(outline).values()
        assert len({m.zh for m in measures}) == len({m.en for m in measures}) == len(measures)
    for measure in MEASURES:
        assert measure.near_misses
        assert all(miss.code != measure.id for miss in measure.near_misses)
