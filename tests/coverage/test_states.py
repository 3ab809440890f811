"""Coverage of the Outlines and prescribed contents: states follow from year, level and text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from govreports.analysis import Analysis
from govreports.codebook.loader import load_codebook
from govreports.codebook.outlines import (
    LEVELS,
    load_competences,
    load_outlines,
    load_prescriptions,
)
from govreports.coding.coder import Coder
from govreports.coverage.contents import (
    PRESCRIBED_COLUMNS,
    day_of_publication,
    in_force,
    prescribed_contents,
)
from govreports.coverage.searching import legible
from govreports.coverage.states import COVERAGE_COLUMNS, STATES, coverage, searches
from govreports.coverage.summary import (
    TOLD_AS,
    asked_of,
    count_covered,
    everywhere_and_nowhere,
    first_told,
    told_as,
)
from govreports.errors import ArgumentError, DataError
from govreports.report.parse import parse

CODEBOOK = load_codebook()
CODER = Coder(CODEBOOK)
SEARCHES = searches(CODEBOOK)
OUTLINES = load_outlines()
TEXT = (
    "某区2019年法治政府建设情况报告\n\n"
    "一、依法履行职能\n"
    "公布权力清单，取消行政许可事项3项。\n"
    "二、化解矛盾\n"
    "办理行政复议案件5件，均已审结。\n"
    "三、存在的问题\n"
    "一些部门执法不够规范，主要原因是培训不足。\n"
    "四、下一步打算\n"
    "加强执法人员培训，开展案卷评查。\n"
)


def covered(text: str = TEXT, **facts: object) -> pd.DataFrame:
    report = parse(text)
    given = {"reporting_year": 2019, "level": "prefecture-level city", **facts}
    frame = coverage(report, CODER.code(report), CODEBOOK, looked_for=SEARCHES, **given)  # type: ignore[arg-type]
    return frame.set_index("measure")


def prescribed(text: str = TEXT, **facts: object) -> pd.DataFrame:
    report = parse(text)
    frame = prescribed_contents(report, CODER.code(report), **facts)  # type: ignore[arg-type]
    return frame.set_index("element")


def test_every_measure_has_one_row_and_one_of_four_states() -> None:
    frame = covered()
    assert ("measure", *frame.columns) == (
        "measure",
        *(c for c in COVERAGE_COLUMNS if c != "measure"),
    )
    assert list(frame.index) == [m.id for m in CODEBOOK.of_kind("measure")]
    assert set(frame["state"]) <= set(STATES)
    assert (frame["searched"] != "").all()


def test_found_measures_carry_spans_that_hold_the_wording() -> None:
    frame = covered()
    assert frame.loc["O15-02", "state"] == "found"
    start, end = map(int, str(frame.loc["O15-02", "spans"]).split("-"))
    assert TEXT[start:end] == "权力清单"
    assert frame.loc["O15-21", "moves"] == "plan"


def test_year_decides_which_outline_is_asked() -> None:
    early, late = covered(reporting_year=2019), covered(reporting_year=2022)
    new = early["outline"] == "outline-2021"
    assert (early[new]["state"] == "not yet in force").all()
    assert (late[~new]["state"] == "not applicable").all()
    assert late.loc["O21-04", "state"] == "found"
    assert str(early.loc["O21-04", "spans"]) == str(late.loc["O21-04", "spans"])
    assert set(covered(reporting_year=None)["state"]) == {"found", "not found"}


@pytest.mark.parametrize("level", ["county", "township", "development zone", "department"])
def test_legislation_is_not_asked_of_those_who_cannot_legislate(level: str) -> None:
    assert covered(level=level).loc["O15-10", "state"] == "not applicable"
    assert covered(level=level).loc["O15-10", "reason"]
    assert covered().loc["O15-10", "state"] == "not found"
    assert covered(level="").loc["O15-10", "state"] == "not found"


def test_who_helps_with_what_is_beyond_its_competence_is_found_to() -> None:
    text = TEXT.replace("公布权力清单", "设立立法联系点，征集立法建议")
    assert covered(text, level="development zone").loc["O15-11", "state"] == "found"


@pytest.mark.parametrize(
    "facts",
    [
        {"level": "development zone"},
        {"genre": "disclosure"},
        {"reporting_year": 2022},
        {"reporting_year": None},
        {},
    ],
)
def test_what_is_expected_is_settled_before_the_text_is_read(facts: dict[str, object]) -> None:
    silent = covered(TEXT.split("一、")[0] + "一、工作\n做了工作。\n", **facts)
    telling = covered(TEXT.replace("公布权力清单", "设立立法联系点，公布权力清单"), **facts)
    assert silent["expected"].tolist() == telling["expected"].tolist()
    assert silent["reason"].tolist() == telling["reason"].tolist()
    assert ((silent["reason"] == "") == silent["expected"]).all()
    assert not telling.loc[telling["state"] == "not found", "reason"].any()


def test_what_is_found_beyond_competence_is_found_but_not_expected() -> None:
    text = TEXT.replace("公布权力清单", "设立立法联系点，征集立法建议")
    row = covered(text, level="development zone").loc["O15-11"]
    assert (row["state"], row["expected"]) == ("found", False)


def test_what_is_only_planned_is_counted_apart() -> None:
    answers = told_as(covered())
    assert set(answers) <= set(TOLD_AS)
    assert answers["O15-02"] == "found"
    assert answers["O15-21"] == "plan or heading alone"
    assert answers["O15-10"] == "not found"
    zone = told_as(
        covered(TEXT.replace("公布权力清单", "设立立法联系点"), level="development zone")
    )
    assert (zone["O15-10"], zone["O15-11"]) == ("not expected", "found, not expected")


def test_counts_are_of_what_was_expected() -> None:
    text = TEXT.replace("公布权力清单", "设立立法联系点")
    frame = covered(text, level="development zone").reset_index().assign(report="one")
    counts = count_covered(frame).set_index("outline").loc["outline-2015"]
    assert counts["expected"] == counts["found"] + counts["not_found"] == 41
    assert counts["plan_or_heading"] <= counts["found"]
    assert counts["found_beyond"] == 1
    assert count_covered(frame).set_index("outline").loc["outline-2021", "expected"] == 0


def test_searches_are_shown_without_expressions() -> None:
    for search in SEARCHES:
        expressions = [pattern for pattern in search.patterns if pattern.regex]
        assert not set(legible(expressions)) & set("\\?{}^|<>+*$"), search.measure.id


def test_arguable_competence_is_a_caveat_not_an_excuse() -> None:
    row = covered(level="development zone").loc["O15-27"]
    assert row["state"] == "not found"
    assert row["caveat"]


def test_another_genre_is_asked_only_for_what_it_is_about() -> None:
    frame = covered(genre="disclosure")
    assert frame.loc["O15-30", "state"] == "not found"
    assert frame.loc["O15-19", "state"] == "not applicable"
    assert frame.loc["O15-02", "state"] == "found"


def test_an_unknown_level_is_refused_by_name() -> None:
    with pytest.raises(ArgumentError, match="'planet'"):
        covered(level="planet")
    with pytest.raises(ArgumentError, match="'planet'"):
        prescribed(level="planet", reporting_year=2019)


def test_what_is_taken_away_is_no_longer_found() -> None:
    assert covered(TEXT.replace("公布权力清单，", "")).loc["O15-02", "state"] == "not found"


def test_a_report_without_coded_sentences_covers_nothing() -> None:
    report = parse(TEXT)
    frame = coverage(report, (), CODEBOOK, reporting_year=2019, looked_for=SEARCHES)
    assert not (frame["state"] == "found").any()


@pytest.mark.parametrize(
    ("genre", "day", "expected"),
    [
        ("rule-of-law", date(2017, 12, 20), "outline-2015-duty"),
        ("rule-of-law", date(2019, 4, 14), "outline-2015-duty"),
        ("rule-of-law", date(2019, 4, 15), "inspection-provisions-2019"),
        ("disclosure", date(2019, 2, 28), "disclosure-regulation-2007"),
        ("disclosure", date(2019, 5, 15), "disclosure-regulation-2019"),
    ],
)
def test_the_day_of_issue_decides_what_is_prescribed(genre: str, day: date, expected: str) -> None:
    found = in_force(genre, day, load_prescriptions())
    assert found is not None
    assert found.id == expected


def test_nothing_is_prescribed_before_the_first_instrument_or_without_a_day() -> None:
    assert in_force("rule-of-law", date(2010, 1, 1), load_prescriptions()) is None
    assert prescribed().empty
    assert prescribed(genre="other", reporting_year=2019).empty


def test_contents_are_present_with_evidence_or_not_found() -> None:
    frame = prescribed(issued=date(2020, 2, 20), reporting_year=2019, level="county")
    assert ["prescription", *frame.columns[1:]] == [c for c in PRESCRIBED_COLUMNS if c != "element"]
    states = frame["state"].to_dict()
    assert states["shortcomings"] == states["causes"] == states["next-year"] == "present"
    assert states["first-responsible-person"] == "not found"
    assert states["other"] == "not checkable"
    assert str(frame.loc["causes", "sentences"]) in str(frame.loc["shortcomings", "sentences"])
    assert set(frame["named"]) == {"yes"}
    zone = prescribed(issued=date(2020, 2, 20), reporting_year=2019, level="development zone")
    assert set(zone["named"]) == {"no"}


@pytest.mark.parametrize(
    ("issued", "report", "publication"),
    [
        (date(2019, 12, 6), "early", "early"),
        (date(2020, 3, 1), "met", "issued in time"),
        (date(2020, 3, 2), "late", "issued in time"),
        (date(2020, 4, 2), "late", "late"),
    ],
)
def test_deadlines_are_counted_from_the_reported_year(
    issued: date, report: str, publication: str
) -> None:
    states = prescribed(issued=issued, reporting_year=2019)["state"]
    assert (states["report"], states["publication"]) == (report, publication)


@pytest.mark.parametrize(("day", "state"), [("2020-03-09", "met"), ("2020-04-02", "late")])
def test_publication_in_time_is_met_only_where_its_day_is_known(day: str, state: str) -> None:
    published = day_of_publication(parse(f"来源：某局 发布时间：{day} 09:30\n\n{TEXT}"))
    frame = prescribed(issued=date(2020, 2, 20), published=published, reporting_year=2019)
    assert frame["state"][["report", "publication"]].tolist() == ["met", state]
    assert f"published {day}" in str(frame.loc["publication", "note"])
    assert day_of_publication(parse(f"发文日期：{day}\n\n{TEXT}")) is None
    assert day_of_publication(parse(f"发布时间：2020-02-31\n\n{TEXT}")) is None


def test_a_part_headed_by_the_wording_sought_counts_whole() -> None:
    part = "三、主要负责人履行推进法治建设第一责任人职责情况\n县长听取汇报两次。研究有关事项。\n"
    frame = prescribed(TEXT.replace("三、", f"{part}四、"), reporting_year=2019)
    assert frame.loc["first-responsible-person", "state"] == "present"
    assert len(str(frame.loc["first-responsible-person", "sentences"]).split()) == 2


def test_an_unknown_day_is_supposed_and_said_to_be() -> None:
    frame = prescribed(reporting_year=2022)
    assert set(frame["prescription"]) == {"inspection-provisions-2019"}
    assert "unknown" in str(frame.loc["shortcomings", "note"])
    assert frame.loc["report", "state"] == "unknown"


def test_an_outlook_of_mere_formula_is_called_so() -> None:
    report = parse(TEXT)
    codings = [
        c._replace(move="frame", primary="T0", themes=("T0",)) if c.move == "plan" else c
        for c in CODER.code(report)
    ]
    frame = prescribed_contents(report, codings, reporting_year=2019).set_index("element")
    assert frame.loc["next-year", "state"] == "formula only"
    assert frame.loc["next-year", "sentences"]


def test_packaged_tables_agree_with_the_codebook() -> None:
    measures = {m.id for m in CODEBOOK.of_kind("measure")}
    for level in LEVELS:
        assert set(load_competences(level)) <= measures
    for outline in load_outlines().values():
        assert outline.of_disclosure <= measures
        assert outline.first_year <= outline.last_year
    for prescription in load_prescriptions():
        assert set(prescription.levels) <= set(LEVELS)


@pytest.mark.parametrize(
    ("level", "due"),
    [("province", "2020-04-01"), ("county", "2020-03-01"), ("", "2020-03-01")],
)
def test_a_province_reports_to_the_centre_a_month_later(level: str, due: str) -> None:
    report = parse(TEXT)
    frame = prescribed_contents(
        report, CODER.code(report), issued=date(2020, 3, 9), reporting_year=2019, level=level
    ).set_index("element")
    assert frame.loc["report", "note"].endswith(f"due {due}")
    assert frame.loc["report", "state"] == ("met" if level == "province" else "late")


def test_no_issuer_has_two_days_for_one_thing() -> None:
    for prescription in load_prescriptions():
        for level in (*LEVELS, ""):
            days = [one.id for one in prescription.deadlines if one.is_for(level)]
            assert len(days) == len(set(days))


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("prescriptions:\n- id: x\n  genre: g\n  surprise: 1\n", "contents.yaml:4"),
        ("prescriptions:\n- {id: x, genre: g, zh: z, en: e, from: never}\n", "contents.yaml:2"),
        ("prescriptions: [", "contents.yaml:"),
        (
            "prescriptions:\n- {id: x, genre: g, zh: z, en: e, from: '2019-04-15', checked: true,"
            " source: s,\n  deadlines: [{id: d, zh: z, en: e, by: 13-99}]}\n",
            "contents.yaml:3: field 'by'",
        ),
    ],
)
def test_malformed_tables_are_refused_with_their_place(
    text: str, place: str, tmp_path: Path
) -> None:
    with pytest.raises(DataError, match=place):
        load_prescriptions(written(tmp_path, "contents.yaml", text))


def test_a_collated_title_has_its_source() -> None:
    for outline in load_outlines().values():
        assert all(outline.collated.values())
        assert set(outline.collated) <= {m.id for m in CODEBOOK.of_kind("measure")}
    outline = load_outlines()["outline-2021"]
    assert "Chengdu" in outline.collated["O21-04"]
    assert "Inner Mongolia" in outline.collated["O21-04"]


def test_a_measure_that_an_outline_lacks_cannot_be_collated(tmp_path: Path) -> None:
    table = (
        "outlines:\n- {id: outline-2021, zh: z, en: e, issued: '2021-08-02',"
        " published: '2021-08-11', first_year: 2021,"
        " last_year: 2025, of_disclosure: [], collated: [{items: [3], with: w}]}\n"
    )
    with pytest.raises(DataError, match="no measure 3"):
        load_outlines(written(tmp_path, "outlines.yaml", table))


def test_a_competence_of_an_unknown_level_is_refused(tmp_path: Path) -> None:
    table = "measure,level,certainty,reason\nO15-10,moon,clear,far away\n"
    with pytest.raises(DataError, match=r"competence\.csv, line 2"):
        load_competences("county", written(tmp_path, "competence.csv", table))


def test_a_table_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nix\.csv: cannot be read"):
        load_competences("county", tmp_path / "nix.csv")


YEARS = {"甲": 2019, "乙": 2022, "丙": None}


def rows(*states: tuple[str, str, str], **columns: object) -> pd.DataFrame:
    """Rows of the frame ``coverage``: outline, report and state, all expected."""
    table = pd.DataFrame(states, columns=["outline", "report", "state"])
    return table.assign(expected=True, **columns)


def test_an_outline_is_asked_of_reports_on_its_years_alone() -> None:
    table = rows(*((outline, name, "found") for outline in OUTLINES for name in (*YEARS, "丁")))
    asked = asked_of(table, OUTLINES, YEARS)
    assert asked[["outline", "report"]].to_numpy().tolist() == [
        ["outline-2015", "甲"],
        ["outline-2021", "乙"],
    ]


def test_a_measure_is_everywhere_or_nowhere_by_what_was_expected() -> None:
    table = rows(
        *[("o", "甲", "found"), ("o", "乙", "found")],
        *[("o", "甲", "not found"), ("o", "乙", "not found")],
        *[("o", "甲", "found"), ("o", "乙", "not found")],
        measure=["a", "a", "b", "b", "c", "c"],
    )
    assert everywhere_and_nowhere(table) == (["a"], ["b"])
    table.loc[5, "expected"] = False
    assert everywhere_and_nowhere(table) == (["a", "c"], ["b"])


def test_a_measure_is_first_told_where_the_report_says_what_was_done() -> None:
    said = pd.DataFrame(
        [
            ("甲", "p1.s1", "report", True),
            ("甲", "p2.s1", "plan", False),
            ("甲", "p3.s1", "report", False),
        ],
        columns=["report", "sentence", "move", "is_heading"],
    )

    def first(sentences: str, spans: str) -> list[object]:
        table = pd.DataFrame({"report": ["甲"], "sentences": [sentences], "spans": [spans]})
        return first_told(table, said).iloc[0].tolist()

    assert first("p1.s1 p2.s1 p3.s1", "1-2 3-4 5-6") == ["p3.s1", 5, 6]
    assert first("§1 p1.s1 p2.s1", "0-1 1-2 3-4") == ["p1.s1", 1, 2]
    assert first("§1", "0-1") == ["§1", 0, 1]
    assert first("", "") == ["", 0, 0]


def test_the_frames_of_an_analysis_have_a_row_for_every_report_and_measure() -> None:
    analysis = Analysis({"甲": parse(TEXT), "乙": parse("关于球赛的说明\n\n下午有球赛。\n")})
    assert analysis.coverage.groupby("report").size().to_dict() == {
        "甲": len(SEARCHES),
        "乙": len(SEARCHES),
    }
    assert set(analysis.prescribed["report"]) == {"甲"}  # no instrument is known for the other
