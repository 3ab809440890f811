"""Without comparing texts: what needs it is left out, and said to be; all else is the same."""

import filecmp

import pandas as pd
import pytest

from govreports.cli.main import main
from govreports.folder.batch import Input, Task, analyse, joined, split
from tests.folder.invented import report
from tests.folder.test_analyze import same_results


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Three years of an issuer, the last saved twice and once more with another word."""
    inside = tmp_path_factory.mktemp("in")
    texts = {year: report("石桥县", year, year - 2019) for year in (2020, 2021, 2022)}
    texts["again"] = texts[2022]
    texts["nearly"] = texts[2022].replace("匹配", "适配")
    for name, text in texts.items():
        (inside / f"{name}.txt").write_text(text, encoding="utf-8")
    return inside


def analysed(folder, out, *options):
    return main(["analyze", str(folder), "--out", str(out), "--engine", "rjieba", *options])


@pytest.fixture(scope="module")
def compared(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("compared") / "out"
    assert analysed(folder, out) == 0
    return out


@pytest.fixture(scope="module")
def alone(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("alone") / "out"
    assert analysed(folder, out, "--no-reuse") == 0
    return out


def table(out, name):
    return pd.read_parquet(out / "tables" / f"{name}.parquet")


def test_only_reports_of_the_same_text_are_found_to_be_duplicates(compared, alone):
    flagged = [
        set(files.loc[files["duplicate_of"] != "", "report"])
        for files in (table(compared, "files"), table(alone, "files"))
    ]
    assert flagged == [{"again.txt", "nearly.txt"}, {"again.txt"}]


def test_no_text_is_carried_over_and_plans_are_followed_all_the_same(compared, alone):
    assert "carried over" in set(table(compared, "over_time")["measure"])
    assert set(table(alone, "over_time")["measure"]) == {"theme", "move", "quantities"}
    assert not (alone / "tables" / "carried.csv").exists()
    assert len(table(alone, "followed")) > 0


def test_each_report_by_itself_is_the_same(compared, alone):
    for path in (compared / "tables").glob("*.csv"):
        if path.stem in ("codings", "counts", "quantities", "reports", "statements"):
            assert filecmp.cmp(path, alone / "tables" / path.name, shallow=False)


def test_the_page_says_what_is_not_in_it(compared, alone):
    pages = [(out / "index.html").read_text("utf-8") for out in (compared, alone)]
    assert ["--no-reuse" in page for page in pages] == [False, True]
    assert ["Carried over" in page for page in pages] == [True, False]


def test_a_run_over_the_results_of_another_leaves_none_of_them(folder, alone, tmp_path):
    out = tmp_path / "out"
    assert analysed(folder, out) == 0
    assert analysed(folder, out, "--no-reuse") == 0
    assert same_results(alone, out)


def test_what_others_put_among_the_tables_stays(folder, alone, tmp_path):
    out = tmp_path / "out"
    assert analysed(folder, out, "--no-reuse") == 0
    own = [out / "tables" / "codings.xlsx", out / "tables" / "mine.csv"]
    for path in own:
        path.write_text("mine", encoding="utf-8")
    assert analysed(folder, out, "--no-reuse") == 0
    for path in own:
        assert path.read_text("utf-8") == "mine"
        path.unlink()
    assert same_results(alone, out)


def test_a_task_in_pieces_gives_all_frames_of_the_whole(folder):
    files = sorted(folder.iterdir())
    task = Task(tuple(Input(path.name, path.read_bytes()) for path in files), "rjieba")
    whole, pieces = analyse(task), joined([analyse(piece) for piece in split(task)])
    assert whole.frames.keys() == pieces.frames.keys()
    for name, made in whole.frames.items():
        pd.testing.assert_frame_equal(made, pieces.frames[name])
    assert whole.read == pieces.read
