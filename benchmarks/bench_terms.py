"""What ``govreports terms`` costs beside the segmenters it rests on.

The five reports, each twenty times over, are counted by the command, cut by bare ``jieba.lcut``
and counted by scikit-learn's CountVectorizer with jieba as its tokenizer. Each run loads what it
needs; the same run over one report is subtracted, so that start-up does not count. Seconds are
processor time (every task is single-threaded) of the fastest of several rounds, taken in turn,
since other work on the machine only ever adds to one.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path

import jieba
from sklearn.feature_extraction.text import CountVectorizer

from govreports.cli import main

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
TIMES = 20
ROUNDS = 3
LIMITS = {"govreports terms --engine jieba": 1.25, "govreports terms --engine rjieba": 0.25}

Task = Callable[[Sequence[Path]], object]


def rows() -> list[dict[str, object]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``beside``, ``ratio``, ``limit``.

    ``ratio`` is the task's time over that of the task it is set ``beside``; ``limit`` is the
    ratio that must not be passed, where there is one.
    """
    paths = sorted(CORPUS.glob("*.txt"))
    seconds = measure(paths)
    characters = TIMES * sum(len(path.read_text(encoding="utf-8")) for path in paths)
    beside = {
        "govreports terms --engine jieba": "jieba.lcut",
        "govreports terms --engine rjieba": "CountVectorizer with jieba",
        "CountVectorizer with jieba": "jieba.lcut",
    }
    return [
        {
            "what": what,
            "characters": characters,
            "seconds": round(spent, 3),
            "beside": beside.get(what, ""),
            "ratio": round(spent / seconds[beside[what]], 3) if what in beside else None,
            "limit": LIMITS.get(what),
        }
        for what, spent in seconds.items()
    ]


def measure(paths: Sequence[Path]) -> dict[str, float]:
    """Seconds of each task over the paths ``TIMES`` over, those for one path subtracted."""
    tasks: dict[str, Task] = {
        "jieba.lcut": cut,
        "CountVectorizer with jieba": vectorise,
        "govreports terms --engine jieba": lambda files: command(files, "jieba"),
        "govreports terms --engine rjieba": lambda files: command(files, "rjieba"),
    }
    many = {what: float("inf") for what in tasks}
    one = dict(many)
    for _ in range(ROUNDS):
        for what, task in tasks.items():
            many[what] = min(many[what], timed(task, [*paths] * TIMES))
            one[what] = min(one[what], timed(task, paths[:1]))
    return {what: many[what] - one[what] for what in tasks}


def timed(task: Task, paths: Sequence[Path]) -> float:
    """Seconds of processor time that a task takes over some paths."""
    start = time.process_time()
    task(paths)
    return time.process_time() - start


def command(paths: Sequence[Path], engine: str) -> None:
    """The command itself, its output thrown away."""
    with redirect_stdout(io.StringIO()):
        main(["terms", *map(str, paths), "--engine", engine])


def cut(paths: Sequence[Path]) -> None:
    """Bare segmentation."""
    tokenizer = fresh_jieba()
    for path in paths:
        tokenizer.lcut(path.read_text(encoding="utf-8"))


def vectorise(paths: Sequence[Path]) -> None:
    """Counting as it is commonly done in Python."""
    vectoriser = CountVectorizer(tokenizer=fresh_jieba().lcut, token_pattern=None)
    vectoriser.fit_transform(path.read_text(encoding="utf-8") for path in paths)


def fresh_jieba() -> jieba.Tokenizer:
    """A jieba of its own with its own dictionary, loaded."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


if __name__ == "__main__":
    for measured in rows():
        print(measured)
