"""One reckoning with the numbers of a report: what was stated, what follows, do they agree."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal, NamedTuple

from govreports.numbers.quantities import Quantity

Verdict = Literal["agree", "disagree", "open"]


class Check(NamedTuple):
    """One reckoning; the fields are the columns of `govreports.numbers.arithmetic.checks`."""

    check: str  # parts, rate, change, repeated
    verdict: Verdict
    reckoning: str  # 84 + 31 + 4 = 119, not 116
    stated: float
    computed: float
    unit: str  # of both
    quantity: str  # identifier of the stated number
    others: tuple[str, ...]  # identifiers of the numbers it was reckoned from
    sentence: str  # of the stated number
    sentences: tuple[str, ...]  # of all of them, in order


def agrees(stated: float, computed: float, printed: str) -> bool:
    """Whether a computed value, rounded or cut off to the printed decimals, is the stated one.

    >>> agrees(90.2, 267 / 296 * 100, "90.2"), agrees(66.6, 200 / 3, "66.6")
    (True, True)
    >>> agrees(88.4, 411 / 471 * 100, "88.4")
    False
    """
    unit = 10.0 ** -len(printed.replace("．", ".").partition(".")[2])
    cut_off = 0 <= computed - stated < unit - 1e-9
    return abs(computed - stated) <= unit / 2 + 1e-9 or cut_off


def only_base(part: float, stated: float, printed: str) -> int | None:
    """The one whole number of which ``part`` is the stated percentage; None of several, or none.

    >>> only_base(411, 88.4, "88.4"), only_base(411, 88, "88")
    (465, None)
    """
    if stated <= 0 or not float(part).is_integer():
        return None
    near = math.floor(part / stated * 100)
    fitting = [n for n in (near - 1, near, near + 1, near + 2) if n > 0]
    fitting = [n for n in fitting if agrees(stated, part / n * 100, printed)]
    return fitting[0] if len(fitting) == 1 else None


def make(
    kind: str, verdict: Verdict, reckoning: str, total: Quantity, computed: float,
    others: Iterable[Quantity],
) -> Check:  # fmt: skip
    """The check of a total against what its parts give."""
    parts = list(others)
    sentences = dict.fromkeys(q.sentence for q in sorted((*parts, total), key=lambda q: q.start))
    return Check(
        kind, verdict, reckoning, float(total.value), computed, total.unit, total.id,
        tuple(q.id for q in parts), total.sentence, tuple(sentences),
    )  # fmt: skip


def number(value: float) -> str:
    """A value as a reckoning writes it: ``1e4`` as 10000, without a fraction of noughts."""
    return f"{value:g}" if abs(value) < 1e6 else f"{value:,.10g}".replace(",", "")
