"""Any folder is analysed: tables, figures, a page; what cannot be used is listed, not lost."""

import filecmp
import json
import os
import shutil
from pathlib import Path

import pandas as pd
import pytest

from govreports.cli.main import main
from govreports.corpus.register import read_register
from govreports.errors import ArgumentError
from govreports.folder import engines, page, run
from govreports.folder.batch import FRAMES
from govreports.schema import frames
from tests.folder.invented import fill, report

REPORTS = 7


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("folder") / "reports"
    fill(path)
    return path


def analysed(folder: Path, out: Path, *options: str) -> int:
    return main(["analyze", str(folder), "--out", str(out), "--engine", "rjieba", *options])


@pytest.fixture(scope="module")
def out(folder, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("out") / "results"
    assert analysed(folder, path) == 3
    return path


def table(out: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(out / "tables" / f"{name}.parquet")


@pytest.mark.parametrize("name", [*FRAMES, "files", "genre_terms", "theme_shares"])
def test_each_table_has_the_columns_of_the_schema_in_both_formats(out, name):
    made = table(out, name)
    assert {c: str(t) for c, t in made.dtypes.items()} == frames()[name].dtypes
    text = pd.read_csv(out / "tables" / f"{name}.csv", keep_default_na=False)
    assert list(text.columns) == frames()[name].names
    assert len(text) == len(made) > 0


def test_every_offset_resolves_in_the_text_that_was_kept(out):
    texts = {row.report: (out / row.text) for row in table(out, "files").itertuples()}
    assert len(texts) == REPORTS
    for row in table(out, "quantities").itertuples():
        text = texts[row.report].read_bytes().decode("utf-8")
        assert text[row.start : row.end] == row.text


def test_what_was_left_out_is_listed_with_its_reason(out):
    rejected = pd.read_csv(out / "rejected.csv").set_index("file")["reason"]
    assert set(rejected.index) == {"english.txt", "empty.txt", "broken.pdf"}
    assert "not Chinese" in rejected["english.txt"]
    assert "damaged PDF" in rejected["broken.pdf"]


def test_a_duplicate_is_flagged_and_counts_once(out):
    files = table(out, "files").set_index("report")
    assert files.loc["copy.txt", "duplicate_of"] == "a/2021.txt"
    assert (files["duplicate_of"] != "").sum() == 1
    terms = table(out, "genre_terms")
    assert terms["reports"].max() == REPORTS - 1
    shares = table(out, "theme_shares")
    assert shares.groupby("reporting_year")["reports"].first().to_dict() == {
        2021: 2,
        2022: 3,
        2023: 1,
    }


def test_the_bars_count_a_report_and_its_copy_once(out, tmp_path, monkeypatch):
    drawn, again = [], shutil.copytree(out, tmp_path / "again")
    monkeypatch.setattr(page, "draw", lambda reports, *_: drawn.append(reports) or [])
    page.write_page(again)
    assert "copy.txt" not in set(drawn[0]["report"])
    assert len(drawn[0]) == REPORTS - 1


def test_place_and_level_are_told_as_a_register_has_them(out, folder, tmp_path):
    reports = table(out, "reports").set_index("report")
    assert main(["add", str(folder / "a" / "2021.txt"), "--corpus", str(tmp_path / "own")]) == 0
    (added,) = read_register(tmp_path / "own")
    for field in ("province", "jurisdiction", "level"):
        assert reports.loc["a/2021.txt", field] == getattr(added, field)
    assert added.level == "county"


def test_kinds_that_are_not_read_are_told_by_number(folder, tmp_path, capsys):
    assert analysed(folder, tmp_path / "x") == 3
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "of kinds that are not read" in line] == [
        "govreports: passed over, of kinds that are not read: .xlsx 1"
    ]
    assert ".xlsx 1" in (tmp_path / "x" / "index.html").read_text(encoding="utf-8")


def test_two_years_of_one_issuer_that_differ_in_figures_both_count(tmp_path, capsys):
    (tmp_path / "in").mkdir()
    for year in (2021, 2022):
        text = report("云台县", year).replace("50", str(year))
        (tmp_path / "in" / f"{year}.txt").write_text(text, encoding="utf-8")
    assert analysed(tmp_path / "in", tmp_path / "x") == 0
    files = table(tmp_path / "x", "files").set_index("report")
    assert set(files["duplicate_of"]) == {""}
    assert files.loc["2022.txt", "carried_from"] == "2021.txt"
    assert table(tmp_path / "x", "theme_shares")["reporting_year"].nunique() == 2
    shown = (tmp_path / "x" / "index.html").read_text(encoding="utf-8")
    assert "carries over 2021.txt" in shown


def test_the_page_shows_figures_reports_and_what_was_left_out(out):
    shown = (out / "index.html").read_text(encoding="utf-8")
    for expected in ("a/2021.txt", "english.txt", "figures/reports.svg", "tables/codings.csv"):
        assert expected in shown
    assert "<script" not in shown
    assert (out / "figures" / "reports.svg").is_file()


def same_results(one: Path, two: Path) -> bool:
    names = sorted(p.relative_to(one) for p in one.rglob("*") if ".parts" not in p.parts)
    others = sorted(p.relative_to(two) for p in two.rglob("*") if ".parts" not in p.parts)
    files = [name for name in names if (one / name).is_file()]
    return names == others and all(filecmp.cmp(one / f, two / f, shallow=False) for f in files)


def test_a_text_of_neither_kind_is_told_beside_its_figures(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(report("云台县", 2021), encoding="utf-8")
    (tmp_path / "in" / "list.txt").write_text(
        "牛奶两盒。\n苹果五斤。\n记得给妈妈打电话。\n", "utf-8"
    )
    assert analysed(tmp_path / "in", tmp_path / "out") == 0
    shown = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "1 report is of neither of the two kinds" in shown
    assert shown.count("of neither known kind, may be no report") == 1
    assert "Texts of neither known kind may be no reports" in shown


def test_two_processes_give_the_same_bytes_as_one(folder, out, tmp_path):
    assert analysed(folder, tmp_path / "two", "--workers", "2") == 3
    assert same_results(out, tmp_path / "two")


def test_an_interrupted_run_goes_on_where_it_was(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(run, "_BATCH", 2)
    done = []

    def interrupted(task):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(task)
        return original(task)

    original = run.attempt
    monkeypatch.setattr(run, "attempt", interrupted)
    assert analysed(folder, tmp_path / "x") == 130
    assert not (tmp_path / "x" / "tables").exists()

    def resumed(task):
        assert task not in done
        return original(task)

    monkeypatch.setattr(run, "attempt", resumed)
    assert analysed(folder, tmp_path / "x") == 3
    monkeypatch.setattr(run, "attempt", original)
    assert analysed(folder, tmp_path / "whole") == 3
    assert same_results(tmp_path / "whole", tmp_path / "x")


def test_only_what_changed_is_analysed_again(folder, tmp_path, monkeypatch):
    assert analysed(folder, tmp_path / "x") == 3

    def never(task):
        raise AssertionError("nothing changed")

    monkeypatch.setattr(run, "attempt", never)
    assert analysed(folder, tmp_path / "x") == 3


def test_what_the_owner_says_goes_over_what_the_texts_say(folder, tmp_path):
    given = tmp_path / "given.csv"
    given.write_text("file,province,reporting_year\na/2021.txt,江南省,2020\n", encoding="utf-8")
    assert analysed(folder, tmp_path / "x", "--metadata", str(given)) == 3
    reports = table(tmp_path / "x", "reports").set_index("report")
    assert reports.loc["a/2021.txt", "province"] == "江南省"
    assert reports.loc["a/2021.txt", "reporting_year"] == 2020
    assert reports.loc["a/2022.txt", "reporting_year"] == 2022


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,genre\n", "line 1: the columns are file and any of"),
        ("file,genre\nnowhere.txt,other\n", "line 2: the folder holds no file 'nowhere.txt'"),
        ("file,genre\na/2021.txt,law\n", "line 2: genre 'law' is none of rule-of-law"),
        ("file,reporting_year\na/2021.txt,last\n", "line 2: reporting_year 'last'"),
    ],
)
def test_metadata_that_does_not_fit_is_refused_before_anything_is_read(
    folder, tmp_path, capsys, content, message
):
    given = tmp_path / "given.csv"
    given.write_text(content, encoding="utf-8")
    assert analysed(folder, tmp_path / "x", "--metadata", str(given)) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_names_with_any_bytes_and_loops_of_links_do_no_harm(tmp_path, capsys):
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "a\nb\x1b[31m.txt").write_text(report("云台县", 2021), encoding="utf-8")
    (inside / os.fsdecode(b"\xff.txt")).write_text(report("石桥县", 2022, 5), encoding="utf-8")
    (inside / "loop").symlink_to(inside)
    (inside / "self.txt").symlink_to(inside / "self.txt")
    assert analysed(inside, tmp_path / "out") == 3
    rejected = pd.read_csv(tmp_path / "out" / "rejected.csv")
    assert list(rejected["file"]) == ["loop", "self.txt"]
    assert len(table(tmp_path / "out", "reports")) == 2
    assert "\x1b" not in (tmp_path / "out" / "index.html").read_text("utf-8")
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("kind", ["none", "empty", "file"])
def test_a_folder_that_cannot_be_used_is_one_line(tmp_path, kind, capsys):
    place = tmp_path / "in"
    if kind == "empty":
        place.mkdir()
    elif kind == "file":
        place.write_text("x", encoding="utf-8")
    assert analysed(place, tmp_path / "out") == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_results_never_go_among_other_files(folder, tmp_path, capsys):
    (tmp_path / "thesis.doc").write_bytes(b"mine")
    assert analysed(folder, tmp_path) == 2
    assert "thesis.doc" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.doc"]


def test_a_report_with_markup_stays_text(tmp_path):
    inside = tmp_path / "in"
    inside.mkdir()
    text = report("云台县", 2021).replace(
        "云台县人民政府2021年", "<img src=x onerror=hit()>2021年", 1
    )
    (inside / "<b>x.txt").write_text(text, encoding="utf-8")
    analysed(inside, tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "<img src=x" not in page
    assert "<b>x" not in page


def test_a_scheduler_that_is_not_there_is_said_in_one_line(folder, tmp_path, capsys):
    pytest.importorskip("distributed")
    assert analysed(folder, tmp_path / "x", "--scheduler", "tcp://127.0.0.1:9") == 2
    assert "no Dask scheduler answers" in capsys.readouterr().err


def test_the_log_names_versions_and_checksums(out):
    log = json.loads((out / "log.json").read_text("utf-8"))
    assert (log["reports"], log["rejected"], log["files"]) == (REPORTS, 3, REPORTS + 3)
    assert set(log["texts"]) == set(table(out, "files")["report"])
    assert "time" not in json.dumps(log)


def test_dask_is_asked_for_by_name_where_it_is_missing(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(ArgumentError, match=r"govreports\[dask\]"):
        list(engines.run(engines.Work(len, list, list, list), [()], scheduler="tcp://x"))
