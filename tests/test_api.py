"""What a researcher types: one import, one call, and an error that says what there is."""

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import govreports
from govreports.errors import ArgumentError, CorpusError, ReportError
from govreports.schema import Frame, frame, frames
from govreports.store import Store

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
TEXT = (
    "云台县2023年法治政府建设情况报告\n"
    "2023年，云台县扎实推进法治政府建设。\n"
    "一、主要工作\n"
    "开展执法培训3期，办结率100%。加强普法宣传。\n"
    "二、存在问题\n"
    "执法力量不足。\n"
)


@pytest.fixture(scope="module")
def report():
    return govreports.parse(TEXT)


@pytest.fixture(scope="module")
def analysis(report):
    return govreports.Analysis({"yuntai-2023": report}, engine="rjieba")


@pytest.mark.parametrize("name", govreports.__all__)
def test_every_public_name_can_be_imported_and_says_what_it_is(name):
    assert getattr(govreports, name).__doc__


def test_importing_the_package_loads_nothing_heavy():
    heavy = "{'pandas', 'numpy', 'jieba', 'matplotlib', 'sklearn'}"
    code = f"import sys, govreports; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


FUNCTIONS = {
    "segment": "tokens",
    "terms": "terms",
    "code": "codings",
    "quantities": "quantities",
    "reuse": "passages",
    "statements": "statements",
}


@pytest.mark.parametrize(("function", "name"), FUNCTIONS.items())
def test_each_function_gives_the_frame_of_the_analysis(function, name, report, analysis):
    made = getattr(govreports, function)(analysis)
    assert list(made.columns) == frames()[name].names
    alone = getattr(govreports, function)({"yuntai-2023": report})
    pd.testing.assert_frame_equal(made, alone)


@pytest.mark.parametrize(
    "name",
    ["register", "codings", "evidence", "tokens", "multiword", "terms", "quantities", "numerals",
     "passages", "statements"],
)  # fmt: skip
def test_every_frame_has_the_types_of_the_schema(name, analysis):
    described = {"register": "reports", "multiword": "tokens"}.get(name, name)
    made = getattr(analysis, name)
    assert {c: str(t) for c, t in made.dtypes.items()} == frames()[described].dtypes
    assert made is getattr(analysis, name)  # computed once


def test_every_column_of_every_frame_says_what_it_means():
    for described in frames().values():
        assert described.row
        assert all(column.description for column in described.columns)


def test_an_analysis_without_reports_has_empty_frames_of_the_same_columns():
    empty = govreports.Analysis({})
    for name in ("register", "codings", "evidence", "quantities", "passages", "statements"):
        described: Frame = frames()["reports" if name == "register" else name]
        assert list(getattr(empty, name).columns) == described.names
        assert not len(getattr(empty, name))


@pytest.mark.parametrize("case", ["report", "path", "folder", "name"])
def test_reports_come_as_objects_paths_and_folders(case, report, tmp_path):
    file = tmp_path / "yuntai-2023.txt"
    file.write_text(TEXT, encoding="utf-8")
    given = {"report": report, "path": file, "folder": tmp_path, "name": str(file)}[case]
    assert len(govreports.code(given)) == len(report.sentences)


def test_a_folder_without_register_is_read_from_the_texts(tmp_path):
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(TEXT.replace("2023", "2022"), encoding="utf-8")
    corpus = govreports.read_folder(tmp_path)
    assert [(r.id, r.reporting_year, r.genre) for r in corpus.records] == [
        ("a", 2022, "rule-of-law"),
        ("b", 2023, "rule-of-law"),
    ]


def test_a_folder_with_register_keeps_its_order():
    corpus = govreports.read_folder(CORPUS)
    assert list(govreports.Analysis(corpus).names) == [r.id for r in corpus.records]


def test_a_choice_of_reports_keeps_the_order_given(analysis):
    both = govreports.Analysis({"a": analysis.reports["yuntai-2023"], "b": govreports.parse(TEXT)})
    assert both.only(["b", "a"]).names == ["b", "a"]
    assert both.of_genre("disclosure") == []


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (lambda a: govreports.shares(a.codings, ["T99"]), "'T99': there are T0, T1"),
        (lambda a: govreports.shares(a.codings, ["T1"], column="theme"), "'theme': there are"),
        (lambda a: govreports.shares(a.codings, ["T1"], measure="words"), "'words': there are"),
        (lambda a: govreports.keyness(a.tokens, ["zz"]), "'zz': there are yuntai-2023"),
        (lambda a: a.only(["nowhere"]), "'nowhere': there are yuntai-2023"),
        (lambda a: a.of_genre("law"), "'law': there are rule-of-law, disclosure, other"),
        (lambda a: frame("coding", []), "'coding': there are reports, codings"),
        (lambda a: govreports.code(3), "int is no report"),
        (lambda a: govreports.Analysis([a.reports["yuntai-2023"]]), "given by name"),
    ],
)
def test_a_mistake_is_named_with_what_there_is(mistake, message, analysis):
    with pytest.raises(ArgumentError, match=message):
        mistake(analysis)


def test_what_is_not_there_is_said_with_its_path(tmp_path):
    with pytest.raises(CorpusError, match="no such folder"):
        govreports.read_folder(tmp_path / "nowhere")
    with pytest.raises(ReportError, match=r"nowhere\.txt"):
        govreports.read(tmp_path / "nowhere.txt")
    with pytest.raises(AttributeError, match="wordcount"):
        _ = govreports.wordcount


def test_costly_frames_are_kept_and_found_again(report, tmp_path):
    reports = {"yuntai-2023": report}
    first = govreports.Analysis(reports, engine="rjieba", store=tmp_path).tokens
    assert list(tmp_path.glob("tokens-*.parquet"))

    def never():
        raise AssertionError("it was kept")

    again = Store(tmp_path).frame("tokens", ["rjieba", "yuntai-2023", report.text], never)
    pd.testing.assert_frame_equal(first, again)


def test_other_text_is_never_served_from_the_store(report, tmp_path):
    one = govreports.Analysis({"a": report}, engine="rjieba", store=tmp_path).tokens
    other = govreports.parse(TEXT.replace("普法宣传", "行政复议"))
    two = govreports.Analysis({"a": other}, engine="rjieba", store=tmp_path).tokens
    assert set(two["token"]) - set(one["token"]) == {"行政复议"}


def test_a_damaged_file_of_the_store_is_made_anew(report, tmp_path):
    govreports.Analysis({"a": report}, engine="rjieba", store=tmp_path).tokens.head()
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:100])
    again = govreports.Analysis({"a": report}, engine="rjieba", store=tmp_path).tokens
    assert len(again)
