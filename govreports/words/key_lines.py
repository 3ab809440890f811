"""The sentences in which a report's key terms stand together: numbers read in their lines."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from govreports.report.model import Report


class KeyLine(NamedTuple):
    """A sentence, in the words of its report, and the terms for which it was chosen."""

    sentence: str
    text: str
    terms: tuple[str, ...]  # different terms, in the order in which they first occur


def key_lines(
    tokens: pd.DataFrame,
    report: Report,
    terms: Collection[str],
    *,
    number: int = 1,
    longest: int = 80,
) -> list[KeyLine]:
    """The ``number`` sentences with most different ``terms``, then with the larger share of them.

    ``tokens`` are those of this report. Only sentences of at most ``longest`` characters are
    taken, and none without a term; run-in headings are left out, ties keep reading order.
    """
    wanted = set(terms)
    said = {name: part.tolist() for name, part in tokens.groupby("sentence")["token"]}
    found = []
    for sentence in report.sentences:
        words = said.get(sentence.id, [])
        held = [word for word in words if word in wanted]
        text = re.sub(r"\s*[\r\n]\s*", "", report.wording(sentence)).strip()
        if held and not sentence.is_heading and len(text) <= longest:
            line = KeyLine(sentence.id, text, tuple(dict.fromkeys(held)))
            found.append((len(line.terms), len(held) / len(words), line))
    found.sort(key=lambda row: row[:2], reverse=True)
    return [line for *_, line in found[:number]]
