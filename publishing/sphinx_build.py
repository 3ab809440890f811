"""Running Jupyter Book, and turning its log into a message a person can act on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from publishing.contents import toc_file
from publishing.errors import BuildError
from publishing.paths import LOG, PROJECT, PROJECT_VARIABLE, PUBLISHING, ROOT

# The folder of executed notebooks that this build reads.
EXECUTED_VARIABLE = "BOOK_EXECUTED"
_COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|^(\w+\.)*\w*(Error|Exception)\b")
_SHOWN = 20
# Chatter of jupyter-book itself that says nothing about this book.
_NOISE = re.compile(r"There was an error in building your book|^=+$|^\s*$")


def run_jupyter_book(builder: str, output: Path, *, executed: Path, epoch: int) -> Path:
    """Build with warnings as errors; returns the folder that ``builder`` filled.

    Raises:
        BuildError: with the warnings of the log, each naming its file and line.
    """
    command = [sys.executable, "-c", "from jupyter_book.cli.main import main; main()", "build"]
    command += [str(ROOT), "--path-output", str(output), "--builder", builder]
    command += ["--toc", str(toc_file()), "-W", "-n", "--keep-going", "-q"]
    environment = {
        **os.environ,
        EXECUTED_VARIABLE: str(executed),
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "0",
        PROJECT_VARIABLE: str(PROJECT),
        "PYTHONPATH": str(PUBLISHING.parent),
        "NO_COLOR": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"== jupyter-book build --builder {builder}\n{done.stdout}{done.stderr}\n")
    if done.returncode:
        raise BuildError(_complaints(done.stderr + done.stdout))
    return output / "_build" / builder


def _complaints(text: str) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text).replace(f"{ROOT}{os.sep}", "")
    lines = [line for line in plain.splitlines() if not _NOISE.search(line)]
    told = list(dict.fromkeys(line for line in lines if _COMPLAINT.search(line)))
    shown = told[:_SHOWN] or lines[-_SHOWN:]
    more = [f"… and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return "\n".join([*shown, *more, f"(the whole log is in {LOG.relative_to(PROJECT)})"])
