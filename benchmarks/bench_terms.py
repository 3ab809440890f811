"""What ``govreports terms`` costs beside the segmenters it rests on.

The five reports, each twenty times over, are counted by the command, cut by bare ``jieba.lcut``
and counted by scikit-learn's CountVectorizer with jieba as its tokenizer. Each run loads what it
needs; the same run over one report is subtracted, so that start-up does not count. Seconds are
processor time (every task is single-threaded) of the fastest of several rounds, in which the tasks
take turns: other work on the machine only ever adds to a time.
"""

from __future__ import annotations

import gc
import io
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import partial
from math import inf
from pathlib import Path

import jieba
from sklearn.feature_extraction.text import CountVectorizer

from govreports.cli.main import main

CORPUS = Path(__file__).resolve().parent.parent / "corpus" / "reports"
TIMES = 20
ROUNDS = 6
LIMITS = {"govreports terms --engine jieba": 1.25, "govreports terms --engine rjieba": 0.25}


def rows() -> list[dict[str, object]]:
    """One row a task: ``what``, ``characters``, ``seconds``, ``beside``, ``ratio``, ``limit``.

    ``ratio`` is the task's time over that of the task it is set ``beside``; ``limit`` is the ratio
    that must not be passed, where there is one.
    """
    paths = sorted(CORPUS.glob("*.txt"))
    seconds = measure(paths)
    characters = TIMES * sum(len(path.read_text(encoding="utf-8")) for path in paths)
    return [
        {
            "what": what,
            "characters": characters,
            "seconds": round(seconds[what], 3),
            "beside": beside,
            "ratio": round(seconds[what] / seconds[beside], 3) if beside else None,
            "limit": LIMITS.get(what),
        }
        for what, (_, beside) in TASKS.items()
    ]


def measure(paths: Sequence[Path]) -> dict[str, float]:
    """Seconds of each task over the paths ``TIMES`` over, those for one path subtracted."""
    for task, _ in TASKS.values():
        task(paths[:1])  # what is imported when first needed is no part of the first round
    long, short = (dict.fromkeys(TASKS, inf) for _ in range(2))
    for _ in range(ROUNDS):
        for what, (task, _) in TASKS.items():
            long[what] = min(long[what], timed(task, [*paths] * TIMES))
            short[what] = min(short[what], timed(task, paths[:1]))
    return {what: long[what] - short[what] for what in TASKS}


def timed(task: Task, paths: Sequence[Path]) -> float:
    """Seconds of processor time that a task takes over some paths.

    Python's garbage collector now and then looks through everything that is loaded; what all the
    tasks together have loaded is kept from it, as it falls upon one of them by chance.
    """
    gc.collect()
    gc.freeze()
    start = time.process_time()
    task(paths)
    seconds = time.process_time() - start
    gc.unfreeze()
    return seconds


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


Task = Callable[[Sequence[Path]], object]
TASKS: dict[str, tuple[Task, str]] = {
    "jieba.lcut": (cut, ""),
    "govreports terms --engine jieba": (partial(command, engine="jieba"), "jieba.lcut"),
    "CountVectorizer with jieba": (vectorise, "jieba.lcut"),
    "govreports terms --engine rjieba": (
        partial(command, engine="rjieba"),
        "CountVectorizer with jieba",
    ),
}


if __name__ == "__main__":
    for measured in rows():
        print(measured)
