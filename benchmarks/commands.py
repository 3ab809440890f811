"""Whole commands in processes of their own: their processor time and their memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple


class Spent(NamedTuple):
    """What a command and the processes that it started took."""

    seconds: float  # of processor time, in user mode
    wall: float
    peak_mb: float  # resident, of the largest process


_WITHOUT_PAGES = "from govreports.folder import run; run.write_page = lambda *a, **k: None\n"


def govreports(*arguments: object, pages: bool = True) -> Spent:
    """Run ``govreports`` with these arguments; its output is thrown away.

    Without ``pages``, ``analyze`` writes its tables and neither figures nor pages.
    """
    call = "from govreports.cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    call = call if pages else _WITHOUT_PAGES + call
    return run([sys.executable, "-c", call, *map(str, arguments)])


def jieba_alone(folder: object) -> Spent:
    """Cut all text files of a folder with bare jieba."""
    call = (
        "import jieba, pathlib, sys\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).glob('*.txt')):\n"
        "    jieba.lcut(path.read_text('utf-8'))\n"
    )
    return run([sys.executable, "-c", call, str(folder)])


def vectorizer(folder: object) -> Spent:
    """Count the words of all text files of a folder with CountVectorizer and jieba."""
    call = (
        "import jieba, pathlib, sys\n"
        "from sklearn.feature_extraction.text import CountVectorizer\n"
        "texts = (p.read_text('utf-8') for p in sorted(pathlib.Path(sys.argv[1]).glob('*.txt')))\n"
        "CountVectorizer(tokenizer=jieba.lcut, token_pattern=None).fit_transform(texts)\n"
    )
    return run([sys.executable, "-c", call, str(folder)])


def run(arguments: Sequence[str]) -> Spent:
    """Run a command to its end; raise ``RuntimeError`` where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(arguments[-4:])}: exit status {process.returncode}")
    return Spent(used.ru_utime, time.perf_counter() - started, used.ru_maxrss / 1024)
