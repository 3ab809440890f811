"""The tutorial's folder is what its script writes, and holds the kinds of files it speaks of."""

from govreports.corpus.reading import GENRES
from govreports.folder.run import analyse_folder
from govreports.readers.source import read_source
from govreports.report.parse import parse
from tools.tutorial_reports import FOLDER, files


def test_the_folder_is_what_the_script_writes():
    held = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert held == files()


def test_nine_reports_are_on_government_by_law_and_one_is_on_disclosure():
    genres = {
        path.name: parse(read_source(path).text).genre
        for path in sorted(FOLDER.iterdir())
        if path.name not in ("notes.txt", "yuntai-2020_copy.txt")
    }
    assert sorted(genres.values()) == [GENRES[1], *[GENRES[0]] * 9]
    assert genres["yuntai-2023-disclosure.txt"] == "disclosure"


def test_one_file_is_left_out(tmp_path):
    outcome = analyse_folder(FOLDER, tmp_path / "results")
    assert (outcome.reports, outcome.rejected) == (11, 1)
    assert "notes.txt" in (tmp_path / "results" / "rejected.csv").read_text("utf-8")
