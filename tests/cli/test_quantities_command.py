"""``govreports quantities`` from the command line."""

import json

import pytest

from govreports.cli.main import main

TEXT = """某某区2020年法治政府建设情况报告
2020年，我区深入推进依法行政，加快建设法治政府。
一、主要做法
加强行政执法培训，全年举办培训班5期，培训1.2万人次，出庭应诉率100%。落实“3550”改革要求，持续优化营商环境。
二、存在问题
执法队伍建设有待加强。
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def lines(capsys, *arguments):
    assert main(["quantities", *map(str, arguments)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_line_is_one_quantity_with_the_fields_of_the_contract(path, capsys):
    found = lines(capsys, path)
    assert [(q["value"], q["unit"]) for q in found] == [(5, "期"), (1.2, "万人次"), (100, "%")]
    contract = (
        "start end text quote value value_high unit kind direction status measure subject year"
    )
    assert set(contract.split()) <= set(found[0])
    assert all(TEXT[q["start"] : q["end"]] == q["text"] for q in found)
    assert all(q["year"] == 2020 for q in found)


def test_rejected_numerals_come_with_their_reason(path, capsys):
    found = lines(capsys, path, "--rejected")
    assert ("3550", "no unit") in {(r["text"], r["reason"]) for r in found}


def test_a_file_that_is_no_report_gives_one_line_and_status_2(tmp_path, capsys):
    file = tmp_path / "empty.txt"
    file.write_text("首页\n", encoding="utf-8")
    assert main(["quantities", str(file)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert "empty.txt" in printed.err
