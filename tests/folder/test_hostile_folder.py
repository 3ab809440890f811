"""A folder with all that can be wrong in it: each is one line, and the rest is analysed."""

import os
import pty
import resource
import signal
import subprocess
import sys

import pandas as pd
import pytest

from govreports.cli.main import main
from govreports.folder import batch
from govreports.readers import source, word
from tests.folder.invented import report
from tests.folder.test_analyze import same_results
from tests.readers.documents import docx, paragraph

COMMAND = [sys.executable, "-m", "govreports", "analyze", "--engine", "rjieba"]
LONG = "关于" * 38 + ".txt"  # 232 bytes: no room for an ending in most file systems


def write(path, text=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(report("云台县", 2021) if text is None else text, encoding="utf-8")


def analysed(folder, out, *options):
    return main(["analyze", str(folder), "--out", str(out), "--engine", "rjieba", *options])


def rejected(out):
    return pd.read_csv(out / "rejected.csv").set_index("file")["reason"].to_dict()


def test_each_bad_file_is_one_line_and_the_rest_is_analysed(tmp_path, monkeypatch):
    monkeypatch.setattr(source, "MOST_BYTES", 3000)
    monkeypatch.setattr(word, "MOST_BYTES", 3000)
    inside = tmp_path / "in"
    write(inside / "a" / "2021.txt")
    write(inside / "b" / "2021.txt", report("石桥县", 2021, 3))  # of the same name elsewhere
    write(inside / LONG, report("临河县", 2022, 5))
    os.link(inside / "a" / "2021.txt", inside / "again.txt")
    write(inside / "script.html", f"<html><script>x()</script><p>{report('东山县', 2022, 8)}</p>")
    write(inside / "huge.txt", "县" * 1001)
    (inside / "unpacks.docx").write_bytes(docx(paragraph("县" * 2000)))
    (inside / "old.doc").write_bytes(source._OLE + b"\0" * 512)
    (inside / "secret.docx").write_bytes(source._OLE + source._ENCRYPTED)
    (inside / "rich.rtf").write_bytes(rb"{\rtf1 x}")
    (inside / "archive.ofd").write_bytes(b"PK\x03\x04 cut short")
    (inside / "~$open.docx").write_bytes(b"lock")
    os.mkfifo(inside / "pipe.pdf")
    before = sorted(tmp_path.rglob("*"))
    out = tmp_path / "out"
    assert analysed(inside, out) == 3
    assert {name: reason.split(":")[0] for name, reason in rejected(out).items()} == {
        "huge.txt": "3,003 bytes are more than the 3,000 bytes allowed",
        "unpacks.docx": "unpacks to more than the 3,000 bytes allowed",
        "old.doc": "is an old Office file (.doc, .wps)",
        "secret.docx": "is an encrypted Office file",
        "rich.rtf": "is a rich text file (.rtf)",
        "archive.ofd": "is a damaged archive (File is not a zip file)",
        "pipe.pdf": "is no regular file",
    }
    files = pd.read_csv(out / "tables" / "files.csv", keep_default_na=False).set_index("report")
    assert set(files.index) == {"a/2021.txt", "b/2021.txt", LONG, "again.txt", "script.html"}
    assert files.loc["again.txt", "duplicate_of"] == "a/2021.txt"
    assert files.loc["script.html", "kind"] == "html"
    assert all((out / text).is_file() for text in files["text"])
    outside = [path for path in sorted(tmp_path.rglob("*")) if out not in (path, *path.parents)]
    assert outside == before


def test_a_fault_of_the_program_costs_only_the_report_that_meets_it(tmp_path, monkeypatch):
    for name, place in (("one", "云台县"), ("two", "石桥县"), ("three", "临河县")):
        write(tmp_path / "in" / f"{name}.txt", report(place, 2021, len(name)))
    original = batch.analyse

    def faulty(task):
        if any("石桥县".encode() in item.data for item in task.files):
            raise KeyError("x")
        return original(task)

    monkeypatch.setattr(batch, "analyse", faulty)
    assert analysed(tmp_path / "in", tmp_path / "out") == 3
    assert list(rejected(tmp_path / "out")) == ["two.txt"]
    assert "fault of this program" in rejected(tmp_path / "out")["two.txt"]


def test_what_the_folder_no_longer_holds_is_gone_and_other_things_stay(tmp_path):
    inside, out = tmp_path / "in", tmp_path / "out"
    write(inside / "a" / "old.txt")
    write(inside / "new.txt", report("石桥县", 2022, 4))
    assert analysed(inside, out) == 0
    (out / "notes.md").write_text("mine", encoding="utf-8")
    (inside / "a" / "old.txt").unlink()
    assert analysed(inside, out) == 0
    assert analysed(inside, tmp_path / "fresh") == 0
    (out / "notes.md").rename(tmp_path / "notes.md")
    assert same_results(tmp_path / "fresh", out)


def test_tables_for_excel_begin_with_its_mark(tmp_path):
    write(tmp_path / "in" / "a.txt")
    assert analysed(tmp_path / "in", tmp_path / "out", "--bom") == 0
    tables = [*(tmp_path / "out").rglob("*.csv")]
    assert tables
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in tables)


def test_nothing_usable_is_status_2_and_leaves_the_list(tmp_path, capsys):
    write(tmp_path / "in" / "a.txt", "")
    assert analysed(tmp_path / "in", tmp_path / "out") == 2
    assert rejected(tmp_path / "out") == {"a.txt": "is empty"}
    assert capsys.readouterr().err.endswith("rejected.csv\n")


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    for number in range(64):
        write(folder / f"{number}.txt", report(f"某{chr(0x4E00 + number)}县", 2020, number))
    return folder


@pytest.fixture(scope="module")
def whole(many, tmp_path_factory):
    out = tmp_path_factory.mktemp("out") / "whole"
    assert analysed(many, out) == 0
    return out


def begun(many, out):
    """A run on a terminal that has said how many files are done."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*COMMAND, many, "--out", out], stderr=theirs)
    os.close(theirs)
    said = b""
    while b" of 64 files" not in said:
        said += os.read(ours, 1000)
    return process, ours, said


@pytest.mark.parametrize("ended", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_was_ended_goes_on_to_the_same_bytes(many, whole, tmp_path, ended):
    out = tmp_path / "x"
    process, terminal, _ = begun(many, out)
    process.send_signal(ended)
    assert process.wait() == (130 if ended == signal.SIGINT else -signal.SIGKILL)
    os.close(terminal)
    assert not (out / "index.html").exists()
    done = [path for path in (out / ".parts").iterdir() if path.suffix != ".part"]
    assert done
    assert analysed(many, out) == 0
    assert all(path.is_dir() for path in done)
    assert same_results(whole, out)


def test_a_terminal_sees_rate_and_time_left_and_no_other_does(many, whole, tmp_path):
    ours, theirs = pty.openpty()
    process = subprocess.Popen([*COMMAND, many, "--out", tmp_path / "x"], stderr=theirs)
    os.close(theirs)
    said = b""
    while b"a second, " not in said:
        said += os.read(ours, 1000)
    process.kill()
    process.wait()
    os.close(ours)
    assert b" left" in said
    quiet = subprocess.run([*COMMAND, many, "--out", whole], stderr=subprocess.PIPE)
    assert quiet.stderr.count(b"\n") == 1
    assert b"\r" not in quiet.stderr


def test_a_disk_that_is_full_is_one_line_and_leaves_no_half_table(many, whole, tmp_path):
    def small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    done = subprocess.run(
        [*COMMAND, many, "--out", tmp_path / "x"], stderr=subprocess.PIPE, preexec_fn=small
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert b"cannot be written" in done.stderr
    tables = tmp_path / "x" / "tables"
    for path in tables.glob("*.csv"):
        assert path.read_bytes() == (whole / "tables" / path.name).read_bytes()
    assert analysed(many, tmp_path / "x") == 0
    assert same_results(whole, tmp_path / "x")


@pytest.mark.parametrize("at", [1, 7, 12])
def test_wherever_it_ends_each_table_is_whole_or_not_there(tmp_path, monkeypatch, at):
    write(tmp_path / "in" / "a.txt")
    write(tmp_path / "in" / "b.txt", report("石桥县", 2022, 4))
    assert analysed(tmp_path / "in", tmp_path / "whole") == 0
    replaced, original = [], os.replace

    def replace(*paths):
        replaced.append(paths)
        if len(replaced) == at:
            raise KeyboardInterrupt
        original(*paths)

    monkeypatch.setattr(os, "replace", replace)
    assert analysed(tmp_path / "in", tmp_path / "x") == 130
    monkeypatch.setattr(os, "replace", original)
    for path in (tmp_path / "x").rglob("*.csv"):
        assert (
            path.read_bytes()
            == (tmp_path / "whole" / path.relative_to(tmp_path / "x")).read_bytes()
        )
    assert analysed(tmp_path / "in", tmp_path / "x") == 0
    assert same_results(tmp_path / "whole", tmp_path / "x")
