"""Candidates for new terms: strings that hold together inside and move freely outside.

The three classical signs: frequency, cohesion at the weakest joint, and variety of neighbours
on both sides. What they propose is to be reviewed, not trusted.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from math import log2

import pandas as pd

from govreports.errors import ArgumentError

HAN_RUN = re.compile("[㐀-鿿豈-﫿\U00020000-\U0003ffff]+")
DISCOVERY_COLUMNS = ("term", "length", "count", "cohesion", "left_entropy", "right_entropy")


def entropy(counts: Iterable[int]) -> float:
    """Shannon entropy in bits; nan without any count.

    >>> entropy([2, 2]), entropy([5])
    (1.0, 0.0)
    """
    values = [count for count in counts if count > 0]
    total = sum(values)
    if not total:
        return float("nan")
    return sum(value / total * log2(total / value) for value in values)


def discover(
    texts: Iterable[str],
    *,
    known: Collection[str] = (),
    max_length: int = 8,
    min_count: int = 5,
    min_cohesion: float = 4.0,
    min_entropy: float = 1.0,
) -> pd.DataFrame:
    """Strings of 2 to ``max_length`` Han characters that may be terms, freest first.

    ``texts`` are running texts (sentences, say); nothing is matched across what is not a Han
    character. ``cohesion`` is the least, over all ways to cut the string in two, of
    log₂ p(string)/(p(part)·p(part)), p relative to the number of Han characters.
    ``left_entropy`` and ``right_entropy`` (bits) are those of the adjoining characters; the
    edge of a Han run is free, so each edge counts as a neighbour of its own. Strings in
    ``known`` are not proposed again. Columns: ``term, length, count, cohesion, left_entropy,
    right_entropy``; sorted by the smaller entropy, then cohesion, count and term.
    """
    if max_length < 2 or min_count < 1:
        raise ArgumentError("a term has at least two characters and occurs at least once")
    runs = [match.group() for text in texts for match in HAN_RUN.finditer(text)]
    counts = _substring_counts(runs, max_length)
    size = sum(len(run) for run in runs)
    frequent = {
        string
        for string, count in counts.items()
        if len(string) > 1 and count >= min_count and string not in known
    }
    solid = {
        string: value
        for string in frequent
        if (value := _cohesion(string, counts, size)) >= min_cohesion
    }
    left, right = _neighbours(runs, solid, max_length)
    rows = [
        (term, len(term), counts[term], solid[term], entropy(left[term]), entropy(right[term]))
        for term in sorted(solid)
    ]
    free = [row for row in rows if min(row[4:]) >= min_entropy]
    free.sort(key=lambda row: (-min(row[4:]), -row[3], -row[2], row[0]))
    return pd.DataFrame(free, columns=list(DISCOVERY_COLUMNS))


def _substring_counts(runs: list[str], max_length: int) -> Counter[str]:
    return Counter(
        run[start : start + length]
        for run in runs
        for length in range(1, max_length + 1)
        for start in range(len(run) - length + 1)
    )


def _cohesion(string: str, counts: Counter[str], size: int) -> float:
    joint = counts[string] * size
    return min(
        log2(joint / (counts[string[:cut]] * counts[string[cut:]])) for cut in range(1, len(string))
    )


def _neighbours(
    runs: list[str], terms: Collection[str], max_length: int
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    sides: tuple[defaultdict[str, Counter[str]], ...] = (defaultdict(Counter), defaultdict(Counter))
    edges: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for run in runs:
        for length in range(2, max_length + 1):
            for start in range(len(run) - length + 1):
                term = run[start : start + length]
                if term not in terms:
                    continue
                beside = (run[start - 1 : start], run[start + length : start + length + 1])
                for side, edge, character in zip(sides, edges, beside, strict=True):
                    if character:
                        side[term][character] += 1
                    else:
                        edge[term] += 1
    left, right = (
        {term: [*side[term].values(), *[1] * edge[term]] for term in terms}
        for side, edge in zip(sides, edges, strict=True)
    )
    return left, right
