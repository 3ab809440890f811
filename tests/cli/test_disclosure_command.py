"""``govreports disclosure`` from the command line."""

import json

import pytest

from govreports.cli.main import main

TEXT = """云台区2023年政府信息公开工作年度报告
一、总体情况
全年公开信息120条。
二、主动公开政府信息情况
行政许可
２１４
三、收到和处理政府信息公开申请情况
一、本年新收政府信息公开申请数量	5	0	0	0	0	0	6
二、上年结转政府信息公开申请数量	0	0	0	0	0	0
四、政府信息公开行政复议、行政诉讼情况
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text("\ufeff" + TEXT, encoding="utf-8")
    return file


def lines(capsys, *arguments, status=0):
    assert main(["disclosure", *map(str, arguments)]) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_cells_sums_and_notes_are_records_of_their_own(path, capsys):
    found = lines(capsys, path)
    kinds = [row["record"] for row in found]
    assert kinds == ["cell"] * 8 + ["sum", "note"]
    cell = found[0]
    assert {"table", "row", "column", "value", "start", "end"} <= set(cell)
    assert (cell["row"], cell["value"], cell["text"]) == ("行政许可", 214, "２１４")
    assert all(TEXT[r["start"] : r["end"]] == r["text"] for r in found[:9])
    assert (found[8]["rule"], found[8]["stated"], found[8]["computed"]) == ("row", 6, 5)
    assert (found[9]["row"], found[9]["due"], found[9]["found"]) == (
        "上年结转政府信息公开申请数量",
        7,
        6,
    )


def test_a_file_without_the_tables_gives_one_line_and_status_2(tmp_path, capsys):
    file = tmp_path / "other.txt"
    file.write_text(
        "云台区2023年法治政府建设情况报告\n一、主要做法\n全年培训5期。\n", encoding="utf-8"
    )
    assert main(["disclosure", str(file)]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.count("\n")) == ("", 1)
    assert "other.txt: holds none of the statutory tables" in printed.err


def test_of_several_files_the_rest_goes_on_with_status_3(path, tmp_path, capsys):
    assert main(["disclosure", str(tmp_path / "no.txt"), str(path)]) == 3
    printed = capsys.readouterr()
    rows = [json.loads(line) for line in printed.out.splitlines()]
    assert {next(iter(row.items())) for row in rows} == {("file", str(path))}
    assert "no.txt: cannot be read" in printed.err
