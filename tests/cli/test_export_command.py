"""``govreports export`` and ``govreports agreement`` from the command line."""

import hashlib
import io
import json
import re
import zipfile

import pandas as pd
import pytest

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import COLUMNS
from govreports.corpus.reading import Record
from govreports.report.parse import parse

NAME = "欧阳某"
TEXT = f"""某某区2020年法治政府建设情况报告
2020年,我区深入推进依法行政,加快建设法治政府。
一、主要做法
加强行政执法培训,全年举办培训班5期。及时化解{NAME}信访事项。
二、存在问题
执法队伍建设有待加强。
"""


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    (folder / "reports").mkdir(parents=True)
    content = TEXT.encode()
    (folder / "reports" / "moumou-2020.txt").write_bytes(content)
    values = dict.fromkeys(Record._fields, "") | {
        "id": "moumou-2020",
        "file": "reports/moumou-2020.txt",
        "genre": "rule-of-law",
        "sha256": hashlib.sha256(content).hexdigest(),
        "code_points": str(len(TEXT)),
    }
    register = ",".join(values) + "\n" + ",".join(values.values()) + "\n"
    (folder / "reports.csv").write_text(register, encoding="utf-8")
    start = TEXT.index(NAME)
    masks = f"report,start,end,reason\nmoumou-2020,{start},{start + len(NAME)},petitioner\n"
    (folder / "masks.csv").write_text(masks, encoding="utf-8")
    return folder


def add_coding(corpus, name, theme, move, note=""):
    folder = corpus / "codings"
    folder.mkdir(exist_ok=True)
    sentences = parse(TEXT).sentences
    rows = [f"moumou-2020,{s.id},{s.start},{s.end},{theme},,{move},,{note}" for s in sentences]
    path = folder / f"{name}.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    path.with_suffix(".yaml").write_text(
        f"coder: {name}\nkind: person\ndate: 2024-05-31\n"
        f'codebook: "{load_codebook().version}"\nunits: {len(rows)}\n'
    )
    return path


def export(corpus, out, kind, *more):
    status = main(["export", "--format", kind, "--out", str(out), "--corpus", str(corpus), *more])
    return status, out.read_bytes() if out.exists() else b""


def test_a_project_holds_the_corpus_masked_with_every_coder(corpus, tmp_path):
    add_coding(corpus, "trial", "T4", "report", note=f"about {NAME}")
    status, _ = export(corpus, tmp_path / "x.qdpx", "qdpx")
    assert status == 0
    with zipfile.ZipFile(tmp_path / "x.qdpx") as archive:
        everything = "".join(archive.read(name).decode() for name in archive.namelist())
    assert NAME not in everything
    assert "■■■信访事项" in everything
    assert "about ■■■" in everything
    assert everything.count("<User ") == 2


def test_a_project_is_read_back_as_it_was_written(corpus, tmp_path, capsys):
    add_coding(corpus, "trial", "T4", "report")
    export(corpus, tmp_path / "x.qdpx", "qdpx")
    assert main(["codings", str(tmp_path / "x.qdpx")]) == 0
    table = pd.read_csv(io.StringIO(capsys.readouterr().out))
    text = TEXT.replace(NAME, "■" * len(NAME))
    assert set(table["source"]) == {"moumou-2020"}
    assert all(text[row.start : row.end] == row.text for row in table.itertuples())
    mine = table[table["user"] == "trial (person)"]
    assert mine["code"].str.split().str[0].tolist() == ["T4", "report"] * len(parse(TEXT).sentences)


def test_what_is_no_project_gives_one_line_and_status_2(tmp_path, capsys):
    (tmp_path / "x.qdpx").write_bytes(b"PK no")
    for name in ("x.qdpx", "nowhere.qdpx"):
        assert main(["codings", str(tmp_path / name)]) == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert name in printed.err
        assert printed.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["qdpx", "qdc", "csv"])
def test_exports_are_the_same_bytes(corpus, tmp_path, kind):
    one, two = (export(corpus, tmp_path / f"{i}.{kind}", kind)[1] for i in "ab")
    assert one == two != b""


def test_a_report_of_a_corpus_is_masked_when_named_by_path_too(corpus, tmp_path):
    path = str(corpus / "reports" / "moumou-2020.txt")
    _, content = export(corpus, tmp_path / "x.csv", "csv", path)
    assert NAME not in content.decode()
    table = pd.read_csv(tmp_path / "x.csv")
    assert table["text"].str.contains("■■■").sum() == 1
    assert len(table) == len(parse(TEXT).sentences)


@pytest.mark.parametrize("named", [".", "reports", "reports/moumou-2020.txt", "../corpus/reports"])
def test_each_report_is_read_once_however_the_corpus_is_named(corpus, tmp_path, monkeypatch, named):
    read = []
    for module in ("govreports.corpus.reading", "govreports.corpus.sources"):
        monkeypatch.setattr(f"{module}.read_report", lambda path: read.append(path) or parse(TEXT))
    monkeypatch.chdir(corpus)
    paths = [] if named == "." else [named]
    _, content = export(".", tmp_path / "x.csv", "csv", *paths)
    assert len(read) == 1
    assert NAME not in content.decode()
    assert "■■■信访事项" in content.decode()


def test_the_inner_folder_given_as_corpus_is_masked_too(corpus, tmp_path):
    _, content = export(corpus / "reports", tmp_path / "x.csv", "csv")
    assert NAME not in content.decode()
    assert "■■■信访事项" in content.decode()


def test_reports_outside_a_corpus_are_exported_as_they_are(corpus, tmp_path):
    path = tmp_path / "other.txt"
    path.write_text(TEXT.replace(NAME, "司马某"), encoding="utf-8")
    _, content = export(corpus, tmp_path / "x.csv", "csv", str(path))
    assert "司马某" in content.decode()


def test_the_date_comes_from_the_option_or_the_environment(corpus, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert b"2023-11-14" in export(corpus, tmp_path / "a", "qdpx")[1]
    assert b"2024-02-29" in export(corpus, tmp_path / "b", "qdpx", "--date", "2024-02-29")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--corpus", "nowhere"], "no such folder"),
        (["missing.txt"], "missing.txt"),
        (["--date", "31.5.2024"], "no date"),
        (["--codings", "nowhere.csv"], "nowhere"),
    ],
)
def test_bad_input_gives_one_line_and_writes_nothing(corpus, tmp_path, capsys, arguments, message):
    out = tmp_path / "x.qdpx"
    base = ["export", "--format", "qdpx", "--out", str(out), "--corpus", str(corpus)]
    assert main([*base, *arguments]) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.count("\n") == 1
    assert not out.exists()


def test_a_codebook_takes_no_reports(corpus, tmp_path, capsys):
    assert export(corpus, tmp_path / "x.qdc", "qdc", "report.txt")[0] == 2
    assert "codebook" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(corpus, tmp_path, capsys):
    assert export(corpus, tmp_path / "no" / "x.csv", "csv")[0] == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_folder_stands_for_its_reports_as_elsewhere(corpus, tmp_path, capsys):
    folder = tmp_path / "others"
    folder.mkdir()
    assert export(corpus, tmp_path / "x.csv", "csv", str(folder))[0] == 2
    assert "others: the folder holds no file of .txt" in capsys.readouterr().err
    for name in ("b", "a"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    assert export(corpus, tmp_path / "x.csv", "csv", str(folder))[0] == 0
    assert list(pd.read_csv(tmp_path / "x.csv")["report"].unique()) == ["a", "b"]


def test_two_reports_of_one_name_are_told_apart_by_their_folders(corpus, tmp_path):
    paths = [tmp_path / side / "x.txt" for side in "ab"]
    for path in paths:
        path.parent.mkdir()
        path.write_text(TEXT, encoding="utf-8")
    assert export(corpus, tmp_path / "x.csv", "csv", *map(str, paths))[0] == 0
    assert list(pd.read_csv(tmp_path / "x.csv")["report"].unique()) == ["a/x", "b/x"]


def test_one_bad_report_of_several_costs_only_itself(corpus, tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_text("", encoding="utf-8")
    out = tmp_path / "x.csv"
    assert export(corpus, out, "csv", str(bad), str(good), "--bom")[0] == 3
    assert "bad.txt: is empty" in capsys.readouterr().err
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    assert set(pd.read_csv(out)["report"]) == {"good"}


def test_a_loop_of_links_is_one_line(corpus, tmp_path, capsys):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert export(corpus, tmp_path / "x.csv", "csv", str(tmp_path / "loop"))[0] == 2
    assert capsys.readouterr().err.count("\n") == 1


def agreement(corpus, *arguments):
    return main(["agreement", "--corpus", str(corpus), "--replicates", "20", *map(str, arguments)])


def test_codings_are_compared_with_each_other_and_with_the_rules(corpus, capsys):
    paths = [add_coding(corpus, name, "T4", "report") for name in ("one", "two")]
    assert agreement(corpus, *paths, "--rules") == 0
    table = pd.read_csv(io.StringIO(capsys.readouterr().out))
    pairs = table[["a", "b"]].drop_duplicates().to_numpy().tolist()
    assert pairs == [["one", "two"], ["one", "rules"], ["two", "rules"]]
    both = table[(table["a"] == "one") & (table["b"] == "two")]
    assert both.loc[both["measure"] == "agreement", "value"].tolist() == [1, 1]


def test_the_table_comes_as_json_too(corpus, capsys):
    paths = [add_coding(corpus, name, "T4", "report") for name in ("one", "two")]
    assert agreement(corpus, *paths, "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[0]["measure"] == "agreement"
    # All alike: chance could not have disagreed, so κ is undefined, not nought.
    assert rows[1]["measure"] == "kappa"
    assert rows[1]["value"] is None


def test_one_coding_alone_agrees_with_nothing(corpus, capsys):
    assert agreement(corpus, add_coding(corpus, "one", "T4", "report")) == 2
    assert "--rules" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["xlsx", "conll", "spacy"])
def test_codings_are_written_in_every_form_from_the_same_sentences(corpus, tmp_path, form):
    table = tmp_path / "x.csv"
    assert main(["export", "--corpus", str(corpus), "--format", "csv", "--out", str(table)]) == 0
    rows = pd.read_csv(table, dtype=str, keep_default_na=False)
    out = tmp_path / "out"
    assert main(["export", "--corpus", str(corpus), "--format", form, "--out", str(out)]) == 0
    if form == "xlsx":
        told = pd.read_excel(out, dtype=str, keep_default_na=False)
        found = list(zip(told["report"], told["sentence"], told["primary"], strict=True))
    elif form == "spacy":
        metas = [json.loads(line)["meta"] for line in out.read_text("utf-8").splitlines()]
        found = [(meta["report"], meta["sentence"], meta["primary"]) for meta in metas]
    else:
        blocks = out.read_text("utf-8").rstrip("\n").split("\n\n")
        fields = [dict(re.findall(r"^# (\w+) = (.*)$", block, re.M)) for block in blocks]
        found = [(one["report"], one["sent_id"], one["primary"]) for one in fields]
    assert found == list(zip(rows["report"], rows["sentence"], rows["primary"], strict=True))
