"""Real processes: output is UTF-8 whatever the locale; what ends it early is one line at most."""

import json
import os
import signal
import subprocess
import sys

import pytest

from tests.readers.documents import BODY, TITLE

RUN = [sys.executable, "-m", "govreports"]


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("\n".join([TITLE, *BODY]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "POSIX"}],
    ids=str,
)
def test_output_is_utf8_whatever_the_locale(report, settings):
    strict = {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*RUN, "parse", report], capture_output=True, env=os.environ | strict | settings
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["title"] == TITLE


@pytest.mark.parametrize("command", ["parse", "quantities"])
def test_a_full_disk_is_one_line(report, command):
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*RUN, command, report], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"govreports: standard output: No space left on device\n"


def test_a_reader_who_has_enough_is_no_fault(report):
    process = subprocess.Popen(
        [*RUN, "parse", report], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.close()
    assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_an_interrupt_is_one_line():
    process = subprocess.Popen(
        [*RUN, "quantities", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # More than a pipe holds: once it is written the process is reading.
    process.stdin.write(b"x" * 1_000_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"govreports: interrupted\n")
