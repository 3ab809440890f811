"""All commands that read reports take many files and folders, and say in one line what fails."""

import io
import json
import os

import pandas as pd
import pytest

from govreports.cli.main import main
from tests.readers.documents import BODY, TITLE, docx, page, paragraph, paragraphs

TEXT = "\n".join([TITLE, *BODY]) + "\n"
COMMANDS = ("parse", "segment", "code", "quantities")


@pytest.fixture
def folder(tmp_path):
    """Reports of three kinds in subfolders, and what is no report."""
    inside = tmp_path / "reports"
    (inside / "a").mkdir(parents=True)
    (inside / "b").mkdir()
    (inside / "a" / "2023.txt").write_text(TEXT, encoding="utf-8")
    saved = page(f'<h1>{TITLE}</h1><div id="zoom">{paragraphs()}</div>')
    (inside / "b" / "2023.txt").write_text(saved, encoding="utf-8")
    body = "".join(paragraph(line) for line in [TITLE, *BODY])
    (inside / "b" / "document.docx").write_bytes(docx(body))
    (inside / "empty.txt").write_bytes(b"")
    return inside


def ran(capsys, *arguments):
    status = main([*map(str, arguments)])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def engine(command):
    return ["--engine", "rjieba"] if command in ("segment", "terms") else []


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_is_read_with_its_subfolders_whatever_the_kinds(folder, command, capsys):
    status, out, err = ran(capsys, command, folder, *engine(command))
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 3
    assert err == f"govreports: {folder / 'empty.txt'}: is empty\n"
    assert all(next(iter(row)) == "file" for row in rows)
    assert list(dict.fromkeys(row["file"] for row in rows)) == [
        str(folder / name) for name in ("a/2023.txt", "b/2023.txt", "b/document.docx")
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_one_file_is_printed_as_ever(folder, command, capsys):
    status, out, _ = ran(capsys, command, folder / "a" / "2023.txt", *engine(command))
    first = json.loads(out) if command == "parse" else json.loads(out.splitlines()[0])
    assert status == 0
    assert "file" not in first


@pytest.mark.parametrize("command", [*COMMANDS, "terms", "disclosure", "reuse"])
def test_nothing_to_use_is_status_2_and_no_output(folder, command, capsys):
    status, out, err = ran(
        capsys, command, folder / "empty.txt", folder / "nowhere.txt", *engine(command)
    )
    assert (status, out, err.count("\n")) == (2, "", 2)


def test_terms_are_those_of_the_reports_that_could_be_read(folder, capsys):
    status, out, _ = ran(capsys, "terms", folder, "--engine", "rjieba", "--bom")
    assert status == 3
    assert out.startswith("\ufeffterm,")
    assert pd.read_csv(io.StringIO(out.lstrip("\ufeff")))["reports"].max() == 3


def test_reuse_takes_a_file_that_two_paths_lead_to_as_one(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder)
    status, out, _ = ran(capsys, "reuse", "a/2023.txt", "./a/2023.txt")
    assert (status, out) == (0, "")
    status, out, _ = ran(capsys, "reuse", "a/2023.txt", "b")
    row = json.loads(out.splitlines()[0])
    assert (row["a"], row["b"]) == ("a/2023.txt", "b/2023.txt")


@pytest.mark.parametrize("command", COMMANDS)
def test_places_count_in_the_text_that_is_kept(folder, command, capsys, tmp_path):
    kept = tmp_path / "kept"
    assert ran(capsys, command, folder / "b", "--text-out", kept, *engine(command))[0] == 0
    assert ran(capsys, command, folder / "b" / "2023.txt", *engine(command))[0] == 0
    status, out, _ = ran(capsys, command, folder / "b", "--text-out", kept, *engine(command))
    assert status == 0
    for line in out.splitlines():
        row = json.loads(line)
        text = (kept / f"{row['file'].split('/b/')[1]}.txt").read_bytes().decode("utf-8")
        for unit in row["sentences"] if command == "parse" else [row]:
            assert text[unit["start"] : unit["end"]] == unit["text"]


def test_standard_input_is_read_once(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030"))))
    status, out, _ = ran(capsys, "parse", "-")
    parsed = json.loads(out)
    assert (status, parsed["title"], parsed["encoding"]) == (0, TITLE, "gb18030")
    assert ran(capsys, "parse", "-", "-")[0] == 2


def test_nothing_on_standard_input_is_said_so(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert ran(capsys, "quantities", "-") == (2, "", "govreports: standard input: is empty\n")


def test_a_name_of_any_bytes_is_one_line_and_reads_back(tmp_path, capsys):
    name = os.fsdecode(b"a\n\x1b[31m\xff.txt")
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "bad\n.txt").write_bytes(b"")
    status, out, err = ran(capsys, "quantities", tmp_path)
    assert status == 3
    assert err.count("\n") == 1
    assert "\x1b" not in out + err
    assert {json.loads(line)["file"] for line in out.splitlines()} == {str(tmp_path / name)}


def test_what_a_folder_holds_that_is_no_file_is_said_and_the_rest_read(folder, capsys):
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "empty.txt").unlink()
    status, out, err = ran(capsys, "code", folder, "--summary")
    assert (status, len(out.splitlines())) == (3, 3)
    assert err.splitlines() == [
        f"govreports: {folder / 'loop'}: is a link to a folder: not followed",
        f"govreports: {folder / 'pipe.txt'}: is no regular file",
    ]


def test_a_folder_that_may_not_be_read_costs_only_itself(folder, capsys, monkeypatch):
    walked = os.scandir

    def scandir(path):
        if os.path.basename(path) == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return walked(path)

    monkeypatch.setattr(os, "scandir", scandir)
    (folder / "empty.txt").unlink()
    status, out, err = ran(capsys, "code", folder, "--summary")
    assert (status, len(out.splitlines())) == (3, 1)
    assert err == f"govreports: {folder / 'b'}: cannot be read: Permission denied\n"


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("govreports ")
