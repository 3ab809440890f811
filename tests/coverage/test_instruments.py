"""The named instruments: each with a passage that names it, no form shared, none too general."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder
from govreports.readers.source import read_report
from govreports.report.folding import fold
from govreports.report.model import Report
from govreports.report.parse import parse

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
CODEBOOK = load_codebook()
INSTRUMENTS = CODEBOOK.of_kind("instrument")


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {path.stem: read_report(path) for path in sorted(REPORTS.glob("*.txt"))}


def plain(text: str) -> str:
    return "".join(fold(text).split())


def test_identifiers_are_stable_ascii() -> None:
    assert [i.id for i in INSTRUMENTS if not re.fullmatch(r"I-[a-z0-9]+(-[a-z0-9]+)*", i.id)] == []


def test_an_example_is_verbatim_unique_and_names_the_instrument(
    reports: dict[str, Report],
) -> None:
    for instrument in INSTRUMENTS:
        example = instrument.example
        if example is None:
            assert instrument.note, instrument.id
            continue
        assert reports[example.report].text.count(example.text) == 1, instrument.id
        named = plain(example.text)
        assert any(plain(form) in named for form in instrument.variants), instrument.id


def test_an_absent_instrument_is_in_no_report(reports: dict[str, Report]) -> None:
    for instrument in INSTRUMENTS:
        if instrument.example is None:
            for name, report in reports.items():
                text = plain(report.text)
                present = [form for form in instrument.variants if plain(form) in text]
                assert not present, (instrument.id, name)


def test_forms_differ_by_more_than_width_and_blanks() -> None:
    owners: dict[str, str] = {}
    for instrument in INSTRUMENTS:
        for form in instrument.variants:
            assert owners.setdefault(plain(form), instrument.id) == instrument.id, form


def test_an_instrument_that_the_coder_misses_stands_in_a_heading_or_a_longer_name(
    reports: dict[str, Report],
) -> None:
    coder = Coder(CODEBOOK)
    met = {i for r in reports.values() for coding in coder.code(r) for i in coding.instruments}
    forms = {i.id: [plain(form) for form in i.variants] for i in INSTRUMENTS}
    for instrument in INSTRUMENTS:
        if instrument.example and instrument.id not in met:
            named = plain(instrument.example.text)
            short = [form for form in forms[instrument.id] if form in named]
            longer = [f for i in met for f in forms[i] if f in named]
            titles = [plain(s.title) for s in reports[instrument.example.report].sections]
            assert any(s in f for s in short for f in longer + titles), instrument.id


def test_general_words_name_no_instrument() -> None:
    report = parse(
        "某市人民政府关于法治政府建设情况的报告\n\n一、总体情况\n"
        "全市各部门认真落实上级要求，加强组织领导，完善制度机制，提高工作水平。"
        "办理案件3550件，发现问题12345个。我们要办好每一件事，做好各项工作。\n"
    )
    assert [c.instruments for c in Coder(CODEBOOK).code(report) if c.instruments] == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("推行“双随机、一公开”监管", "I-random-inspection"),
        ("推行双随机一公开监管", "I-random-inspection"),
        ("落实行政执法“三项制度”", "I-three-systems"),
        ("落实行政执法三项制度", "I-three-systems"),
        ("公布权力清单", "I-list-of-powers"),
        ("推进“证照分离”改革", "I-separation-of-licences"),
        ("执行《重大行政决策程序暂行条例》", "I-major-decision-regulation"),
        ("办理12345政府服务热线诉求", "I-hotline-12345"),
        ("推行首违不罚", "I-first-offence-no-penalty"),
    ],
)
def test_names_are_recognised_in_other_reports(text: str, named: str) -> None:
    report = parse(f"某区2021年法治政府建设情况报告\n\n一、工作情况\n我区{text}，取得成效。\n")
    found = {i for coding in Coder(CODEBOOK).code(report) for i in coding.instruments}
    assert named in found
