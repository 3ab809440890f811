"""``govreports terms`` and ``govreports segment`` from the command line."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from govreports.cli.main import main
from govreports.readers.source import read_report

REPORTS = sorted((Path(__file__).parents[2] / "corpus" / "reports").glob("*.txt"))
NO_REPORT = ["", "Nothing here is Chinese.\n", "\n \n"]


def terms(capsys, *arguments: object) -> list[dict[str, str]]:
    assert main(["terms", *map(str, arguments)]) == 0
    return list(csv.DictReader(StringIO(capsys.readouterr().out)))


def test_the_table_of_the_five_reports(capsys) -> None:
    table = terms(capsys, *REPORTS, "--engine", "rjieba")
    tokens = [row for row in table if row["layer"] == "token"]
    phrases = {row["term"]: row for row in table if row["layer"] == "term"}
    counts = [int(row["count"]) for row in tokens]
    assert counts == sorted(counts, reverse=True)
    assert sum(float(row["per_10k"]) for row in tokens) == pytest.approx(10_000, abs=2)
    assert all(1 <= int(row["reports"]) <= 5 for row in table)
    assert all(0 <= float(row["dispersion"]) <= 1 for row in table)
    assert int(phrases["双随机、一公开"]["reports"]) >= 3
    assert not {row["term"] for row in tokens} & phrases.keys()
    assert not {"。", ",", "“"} & {row["term"] for row in table}


def test_both_engines_print_the_same_table(capsys) -> None:
    assert terms(capsys, *REPORTS) == terms(capsys, *REPORTS, "--engine", "rjieba")


def test_a_folder_stands_for_its_files(capsys) -> None:
    folder = REPORTS[0].parent
    assert terms(capsys, folder, "--engine", "rjieba") == terms(
        capsys, *REPORTS, "--engine", "rjieba"
    )


def test_a_report_given_twice_counts_twice_and_keeps_its_rates(capsys) -> None:
    once = terms(capsys, REPORTS[0], "--engine", "rjieba")
    twice = terms(capsys, REPORTS[0], REPORTS[0], "--engine", "rjieba")
    assert [row["term"] for row in once] == [row["term"] for row in twice]
    assert [2 * int(row["count"]) for row in once] == [int(row["count"]) for row in twice]
    assert [row["per_10k"] for row in once] == [row["per_10k"] for row in twice]
    assert {row["dispersion"] for row in once} == {""}
    assert {row["dispersion"] for row in twice} == {"0.0000"}


def test_stop_words_and_numbers_say_why_they_may_go(capsys) -> None:
    table = terms(capsys, REPORTS[0], "--engine", "rjieba")
    reasons = {row["term"]: row["stop"] for row in table}
    assert reasons["的"] == "particle"
    assert reasons["2020年"] == "number or date"
    assert reasons["行政执法"] == ""
    kept = terms(capsys, REPORTS[0], "--engine", "rjieba", "--without-stop-words")
    assert [row["term"] for row in kept] == [row["term"] for row in table if not row["stop"]]
    rates = {row["term"]: row["per_10k"] for row in table}
    assert all(row["per_10k"] == rates[row["term"]] for row in kept)


@pytest.mark.parametrize("command", ["terms", "segment"])
@pytest.mark.parametrize("text", NO_REPORT)
def test_what_is_no_report_is_refused_in_one_line(
    command: str, text: str, tmp_path: Path, capsys
) -> None:
    path = tmp_path / "odd.txt"
    path.write_text(text, encoding="utf-8")
    assert main([command, str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "odd.txt" in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("command", ["terms", "segment"])
def test_a_missing_file_is_refused_in_one_line(command: str, tmp_path: Path, capsys) -> None:
    assert main([command, str(tmp_path / "none.txt")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_without_reports_is_refused(tmp_path: Path, capsys) -> None:
    assert main(["terms", str(tmp_path)]) == 2
    assert "holds no file of .txt" in capsys.readouterr().err


@pytest.mark.parametrize("engine", ["jieba", "rjieba"])
def test_segment_prints_tokens_that_stand_where_they_say(engine: str, capsys) -> None:
    path = REPORTS[-1]
    text = read_report(path).text
    assert main(["segment", str(path), "--engine", engine]) == 0
    tokens = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all(text[token["start"] : token["end"]] == token["text"] for token in tokens)
    assert {"行政执法", "规范性文件", "2017年", "100%"} <= {token["text"] for token in tokens}


def test_segment_lists_the_terms_of_each_token(capsys) -> None:
    assert main(["segment", str(REPORTS[-1]), "--engine", "rjieba", "--terms"]) == 0
    tokens = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    inside = [token for token in tokens if token["terms"]]
    assert inside
    for token in inside:
        for term in token["terms"]:
            assert term["start"] <= token["start"] < token["end"] <= term["end"]
    assert any(term["term"] == "双随机、一公开" for token in inside for term in token["terms"])
