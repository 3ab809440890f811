"""Wordings of another year are found; looking back and ahead is no slip."""

from pathlib import Path

import pytest

from govreports.claims.outdated import programmes, stale_table, stale_wordings
from govreports.corpus.reading import load_corpus
from govreports.report.parse import parse

CORPUS = Path(__file__).parents[2] / "corpus"


def found(body: str, year: int = 2022) -> list[tuple[str, str, int]]:
    report = parse(f"甲市{year}年法治政府建设情况报告\n\n一、工作情况\n\n{body}\n")
    assert report.stated("reporting_year") == str(year)
    wordings = stale_wordings("one", report)
    assert all(report.text[w.start : w.end] == w.text for w in wordings)
    homes = {sentence.id: sentence for sentence in report.sentences}
    assert all(homes[w.sentence].start <= w.start < homes[w.sentence].end for w in wordings)
    return [(w.text, w.kind, w.year) for w in wordings]


@pytest.mark.parametrize(
    ("body", "wording"),
    [
        ("今年是“八五”普法的开局年,各项工作有序推进。", ("“八五”普法的开局年", "phase", 2021)),
        (
            "全力打好扫黑除恶专项斗争收官战,各项工作有序推进。",
            ("扫黑除恶专项斗争收官战", "phase", 2020),
        ),
        ("深入开展“七五”普法宣传活动,各项工作有序推进。", ("“七五”普法", "ended", 2020)),
        (
            "认真贯彻《法治政府建设实施纲要(2015-2020年)》,各项工作有序推进。",
            ("《法治政府建设实施纲要(2015-2020年)》", "ended", 2020),
        ),
        ("2021年依法处置网络谣言案件一起,各项工作有序推进。", ("2021年", "earlier year", 2021)),
    ],
)
def test_a_wording_of_another_year_is_found(body: str, wording: tuple[str, str, int]) -> None:
    assert found(body) == [wording]


@pytest.mark.parametrize(
    ("body", "year"),
    [
        ("今年是“八五”普法的开局年,各项工作有序推进。", 2021),
        ("明年是“十四五”规划的开局之年,各项工作有序推进。", 2020),
        ("认真贯彻《法治政府建设实施纲要(2015-2020年)》,各项工作有序推进。", 2020),
        ("组织“七五”普法总结验收,各项工作有序推进。", 2021),
        ("推进扫黑除恶专项斗争常态化,各项工作有序推进。", 2022),
        ("认真学习《甲市2021年工作要点》,各项工作有序推进。", 2022),
        ("2021年以来办理案件三十件,各项工作有序推进。", 2022),
        ("2022年办理案件三十件,各项工作有序推进。", 2022),
        ("2023年将办理案件三十件,各项工作有序推进。", 2022),
    ],
)
def test_what_fits_its_year_is_left_alone(body: str, year: int) -> None:
    assert found(body, year) == []


def test_what_is_stale_in_the_reports_is_listed_among_their_errors() -> None:
    corpus = load_corpus(CORPUS)
    errata = (CORPUS / "errata.csv").read_text(encoding="utf-8")
    table = stale_table(corpus.reports)
    for row in table[table["kind"] != "earlier year"].itertuples():
        assert row.text in errata


def test_programmes_run_forwards() -> None:
    for programme in programmes():
        assert programme.first <= programme.last
