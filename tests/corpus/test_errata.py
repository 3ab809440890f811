"""Source errors are listed with their place, as printed."""

from pathlib import Path

import pytest

from govreports.corpus.errata import KINDS, STANDINGS, errata_table, load_errata
from govreports.corpus.reading import Corpus, load_corpus
from govreports.errors import DataError
from govreports.numbers.arithmetic import checks
from govreports.numbers.quantities import quantities
from govreports.report.parse import parse

CORPUS = Path(__file__).parents[2] / "corpus"
HEADER = "report,start,end,text,kind,suggestion,note,standing\n"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(CORPUS)


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
