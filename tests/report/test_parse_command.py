"""``govreports parse`` prints one JSON object, or one line about why it cannot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreports.cli.main import main

TEXT = (
    "XX县2020年法治政府建设情况报告\r\n2020年，我县推进法治政府建设。\r\n一、主要工作\r\n"
    "（一）加强领导。召开会议3次。\r\n二、其他\r\n无。\r\nXX县人民政府\r\n2021年1月15日\r\n"
)


def _write(path: Path, text: str) -> str:
    path.write_bytes(text.encode("utf-8"))
    return str(path)


def test_spans_lead_back_into_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", _write(tmp_path / "report.txt", TEXT)]) == 0
    printed = json.loads(capsys.readouterr().out)
    for unit in (*printed["blocks"], *printed["sentences"]):
        assert TEXT[unit["start"] : unit["end"]] == unit["text"]
    assert [b["marker"] for b in printed["blocks"] if b["kind"] == "heading"] == [
        "一、",
        "（一）",
        "二、",
    ]
    assert [b["level"] for b in printed["blocks"] if b["kind"] == "heading"] == [1, 2, 1]
    assert [s["section"] for s in printed["sentences"]] == ["0", "1.1", "1.1", "2"]


def test_what_is_not_stated_is_null(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["parse", _write(tmp_path / "report.txt", TEXT)])
    printed = json.loads(capsys.readouterr().out)
    assert printed["reporting_year"] == 2020
    assert printed["issued"] == "2021-01-15"
    assert printed["genre"] == "rule-of-law"
    assert printed["document_number"] is None
    assert "document_number" not in printed["spans"]


def test_a_text_near_a_report_is_printed_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "XX县2024年法治政府建设工作要点\n一、完善制度。修订规则3件。\n二、规范执法。开展评查2次。\n"
    )
    assert main(["parse", _write(tmp_path / "plan.txt", text)]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["genre"] == "other"
    assert printed["genre_reason"] == "a work plan: the title ends 要点"


@pytest.mark.parametrize("text", ["", "首页\n政务公开\n", "An English page."])
def test_no_report_gives_one_line_and_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = _write(tmp_path / "page.txt", text)
    assert main(["parse", path]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert path in captured.err
