"""Arguments that commands refuse, and how they say so."""

import pytest

from govreports.cli import NAMES
from govreports.cli.main import main


def refused(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "least"),
    [
        (("agreement", "a", "b", "--seed", "-1"), 0),
        (("agreement", "a", "b", "--replicates", "0"), 1),
        (("agreement", "a", "b", "--replicates", "many"), 1),
        (("reuse", "a", "--min-length", "0"), 1),
        (("reuse", "a", "--min-length", "1.5"), 1),
    ],
)
def test_a_number_out_of_range_is_refused_by_what_it_must_be(capsys, arguments, least):
    error = refused(capsys, *arguments)
    assert f"{arguments[-2]}: must be a whole number of at least {least}" in error
    assert repr(arguments[-1]) in error


def test_an_unknown_command_is_told_which_there_are(capsys):
    error = refused(capsys, "pars")
    assert "'pars'" in error
    assert all(name in error.partition("choose from")[2] for name in NAMES)


def test_help_says_what_each_command_does(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in NAMES)
    assert "parse of reports as JSON" in listed
