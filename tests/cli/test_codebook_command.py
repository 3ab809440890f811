"""``govreports codebook`` from the command line."""

from govreports.cli.main import main
from govreports.codebook.loader import load_codebook
from govreports.codebook.manual import codebook_markdown

CODEBOOK = load_codebook()


def test_the_manual_is_printed_with_measures_and_instruments_on_demand(capsys):
    assert main(["codebook"]) == 0
    assert capsys.readouterr().out == codebook_markdown(CODEBOOK)
    assert main(["codebook", "--all"]) == 0
    everything = capsys.readouterr().out
    assert all(code.definition in everything for code in CODEBOOK.codes.values())


def test_a_folder_that_holds_no_codebook_gives_one_line_and_status_2(tmp_path, capsys):
    assert main(["codebook", "--codebook", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"govreports: {tmp_path}: the folder holds no .yaml file\n"
