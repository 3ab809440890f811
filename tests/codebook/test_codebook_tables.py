"""The codebook as a table, and the command that writes it."""

import csv
import io

from openpyxl import load_workbook

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.codebook.tables import codebook_table


def test_every_code_has_a_name_of_its_own_and_a_path_that_ends_in_it():
    codebook = load_codebook()
    table = codebook_table(codebook)
    assert table["id"].tolist() == list(codebook.codes)
    assert table["name"].is_unique
    for row in table.to_dict("records"):
        *above, last = row["path"].split("/")
        assert last == row["name"].replace("/", "／")
        assert (row["parent"] == "") == (not above)
    assert (table["description"] != "").all()


def test_the_command_prints_csv_and_writes_a_workbook(tmp_path, capsys):
    assert main(["codebook", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert main(["codebook", "--format", "xlsx", "--out", str(tmp_path / "c.xlsx")]) == 0
    (sheet,) = load_workbook(tmp_path / "c.xlsx").worksheets
    assert sheet.max_row == len(rows) + 1
    assert main(["codebook", "--format", "qdc", "--out", str(tmp_path / "c.qdc")]) == 0
    assert (tmp_path / "c.qdc").read_bytes().startswith(b"<?xml")


def test_a_workbook_needs_a_file(capsys):
    assert main(["codebook", "--format", "xlsx"]) == 2
    assert "--out" in capsys.readouterr().err
