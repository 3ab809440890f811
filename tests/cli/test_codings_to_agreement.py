"""From a project of another program to its agreement with the rules."""

import csv
import io

import pytest

from govreports.cli.main import main
from tests.folder.invented import report

NAMES = ("云台县2021", "石桥县2021")


@pytest.fixture(params=["\n", "\r\n"], ids=["LF", "CR LF"])
def corpus(request, tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        text = report(name[:3], 2021, number).replace("\n", request.param)
        (folder / f"{name}.txt").write_bytes(b"\xef\xbb\xbf" * number + text.encode())
    return folder


def kappas(out):
    return {
        row["scheme"]: (row["value"], row["units"])
        for row in csv.DictReader(io.StringIO(out))
        if row["measure"] == "kappa" and not row["code"]
    }


def test_rules_agree_with_themselves_by_way_of_a_project(corpus, tmp_path, capsys):
    project, table = tmp_path / "x.qdpx", tmp_path / "x.csv"
    assert main(["export", str(corpus), "--format", "qdpx", "--out", str(project)]) == 0
    capsys.readouterr()
    assert main(["codings", str(project)]) == 0
    table.write_text(capsys.readouterr().out, encoding="utf-8")
    given = [str(table), "--rules", "--corpus", str(corpus), "--replicates", "5"]
    assert main(["agreement", *given, "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert "0 and 0 of one only" in said.err
    assert {value for value, _ in kappas(said.out).values()} == {"1.0000"}
    assert "None." in (tmp_path / "out" / "index.html").read_text("utf-8")


def test_codes_of_ones_own_are_mapped_and_compared_without_moves(corpus, tmp_path, capsys):
    project, names = tmp_path / "x.qdpx", tmp_path / "names.csv"
    main(["export", str(corpus), "--format", "qdpx", "--out", str(project)])
    capsys.readouterr()
    main(["codings", str(project)])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    own = [[*row[:4], "我的码", row[5]] for row in rows[1:] if row[4].startswith("T5 ")]
    out = io.StringIO()
    csv.writer(out).writerows([rows[0], *own])
    (tmp_path / "own.csv").write_text(out.getvalue(), encoding="utf-8", newline="")
    names.write_text("from,to\n我的码,T5\n", encoding="utf-8")
    given = [str(tmp_path / "own.csv"), "--rules", "--corpus", str(corpus), "--replicates", "5"]
    assert main(["agreement", *given]) == 2
    assert "'我的码' is no code of codebook" in capsys.readouterr().err
    renamed = out.getvalue().replace("我的码", "T5")
    (tmp_path / "own.csv").write_text(renamed, encoding="utf-8", newline="")
    assert main(["agreement", *given]) == 0
    said = capsys.readouterr()
    assert set(kappas(said.out)) == {"primary"}
    assert len(said.err.splitlines()) == 1


def test_codings_of_one_name_are_told_apart(corpus, tmp_path, capsys):
    sample = tmp_path / "sample"
    main(["sample", str(corpus), "--n", "12", "--out", str(sample)])
    rules = str(sample / "rules.csv")
    capsys.readouterr()
    given = [rules, rules, "--rules", "--corpus", str(sample), "--replicates", "5"]
    assert main(["agreement", *given, "--out", str(tmp_path / "out")]) == 0
    rows = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert {(row["a"], row["b"]) for row in rows} == {
        ("rules", "rules 2"), ("rules", "rules 3"), ("rules 2", "rules 3"),
    }  # fmt: skip
