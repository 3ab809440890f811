"""Running Sphinx, and turning its log into a message a person can act on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from publishing.editions.languages import ENGLISH, LANGUAGE_VARIABLE
from publishing.errors import BuildError
from publishing.executed import EXECUTED_VARIABLE
from publishing.paths import LOG, PROJECT, PROJECT_VARIABLE, PUBLISHING, ROOT

_COMPLAINT = re.compile(r"\b(WARNING|ERROR|CRITICAL)\b|^(\w+\.)*\w*(Error|Exception)\b")
_SHOWN = 20
_NOISE = re.compile(r"^=+$|^\s*$")


def run_sphinx(
    folder: Path, builders: Sequence[str], *, executed: Path, epoch: int, language: str = ENGLISH
) -> None:
    """Fill a folder of ``folder`` for each builder, with warnings as errors.

    Doctrees and pages of an earlier run are taken up where that one came to its end. Of a failed
    one nothing is kept: its warnings would not be told a second time.

    Raises:
        BuildError: with the warnings of the log, each naming its file and line.
    """
    complete = folder / "complete"
    if not complete.exists():
        shutil.rmtree(folder, ignore_errors=True)
    complete.unlink(missing_ok=True)
    environment = {
        **os.environ,
        EXECUTED_VARIABLE: str(executed),
        "SOURCE_DATE_EPOCH": str(epoch),
        LANGUAGE_VARIABLE: language,
        "PYTHONHASHSEED": "0",
        PROJECT_VARIABLE: str(PROJECT),
        "PYTHONPATH": str(PUBLISHING.parent),
        "NO_COLOR": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "publishing.sphinx_run", str(folder), *builders],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    log = LOG if language == ENGLISH else LOG.with_stem(f"{LOG.stem}-{language}")
    log.write_text(f"{done.stdout}{done.stderr}\n", encoding="utf-8")
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise BuildError(_complaints(done.stderr + done.stdout, log))
    complete.touch()


def _complaints(text: str, log: Path = LOG) -> str:
    plain = re.sub(r"\x1b\[[0-9;]*m", "", text).replace(f"{ROOT}{os.sep}", "")
    lines = [line for line in plain.splitlines() if not _NOISE.search(line)]
    told = list(dict.fromkeys(line for line in lines if _COMPLAINT.search(line)))
    shown = told[:_SHOWN] or lines[-_SHOWN:]
    more = [f"… and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return "\n".join([*shown, *more, f"(the whole log is in {log.relative_to(PROJECT)})"])
