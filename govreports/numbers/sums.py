"""Totals against their parts: in the bracket behind them, after 其中, or before 共计."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from govreports.numbers.quantities import Quantity
from govreports.numbers.reckoning import Check, Verdict, make, number

_MOST = 30  # parts of a total
_SUMS = ("共计", "合计", "总计", "总共", "共")


def parts(folded: str, sentence: Sequence[Quantity]) -> Iterator[Check]:
    """Totals against the parts in the bracket behind them, after 其中, or before 共计."""
    depth = _depths(folded, sentence)
    used: set[str] = set()
    for k, total in enumerate(sentence):
        if total.kind != "count" or total.change:
            continue
        inside = _bracket(folded, sentence[k + 1 : k + 1 + _MOST], total, depth)
        if len(inside) > 1:
            yield _sum(total, inside, closed=True)
            used.update(q.id for q in inside)
        listed = [] if inside else _list(folded, sentence[k + 1 : k + 1 + _MOST], total, depth)
        among = bool(listed) and "其中" in folded[total.end : listed[0].start]
        computed = sum(q.value_base for q in listed)
        equal = math.isclose(computed, total.value_base)
        # What follows 其中 may go on to other things: more than the total proves nothing.
        short = among and computed < total.value_base
        if len(listed) > 1 and total.id not in used and (short or equal):
            yield _sum(total, listed, closed=False)
            used.update(q.id for q in listed)
        before = _summed(folded, sentence[max(0, k - _MOST) : k], total, depth)
        if len(before) > 1 and not used.intersection(q.id for q in before):
            yield _sum(total, before, closed=True)


def _depths(folded: str, sentence: Sequence[Quantity]) -> dict[str, int]:
    """How many brackets are open at each number, counted from the first."""
    depths: dict[str, int] = {}
    level, place = 0, sentence[0].start
    for q in sentence:
        level += folded.count("(", place, q.start) - folded.count(")", place, q.start)
        depths[q.id], place = level, q.start
    return depths


def _bracket(
    folded: str, following: Sequence[Quantity], total: Quantity, depth: dict[str, int]
) -> list[Quantity]:
    """The numbers of the same unit in the bracket that opens right behind the total."""
    opening = folded.find("(", total.end, total.end + 4)
    closing = _closing(folded, opening) if opening >= 0 else -1
    return [
        q for q in following
        if opening < q.start < closing and q.unit_base == total.unit_base
        and depth[q.id] == depth[total.id] + 1
    ]  # fmt: skip


def _closing(folded: str, opening: int) -> int:
    """Where the bracket that opens at ``opening`` closes, past those inside it; -1 for nowhere."""
    closing = folded.find(")", opening)
    while (
        closing >= 0
        and folded.count("(", opening, closing) > folded.count(")", opening, closing) + 1
    ):
        closing = folded.find(")", closing + 1)
    return closing


def _list(
    folded: str, following: Sequence[Quantity], total: Quantity, depth: dict[str, int]
) -> list[Quantity]:
    """The numbers of the same unit that follow at the same level, up to anything else."""
    listed: list[Quantity] = []
    for q in following:
        if depth[q.id] > depth[total.id]:
            continue
        between = folded[listed[-1].end if listed else total.end : q.start]
        other = q.unit_base != total.unit_base or q.value_base > total.value_base or q.change
        if depth[q.id] < depth[total.id] or other or (listed and between.endswith(_SUMS)):
            break
        listed.append(q)
    return listed


def _summed(
    folded: str, preceding: Sequence[Quantity], total: Quantity, depth: dict[str, int]
) -> list[Quantity]:
    """The numbers that 共计 before the total sums up: 新增17起,上年度流转3起,共计20起."""
    if not folded[max(0, total.start - 3) : total.start].endswith(
        (",共计", ",合计", ",总计", ",共")
    ):
        return []
    summed: list[Quantity] = []
    for q in reversed(preceding):
        if q.unit_base != total.unit_base or q.change:
            break
        if depth[q.id] == depth[total.id]:
            summed.append(q)
    return summed[::-1]


def _sum(total: Quantity, parts: Sequence[Quantity], *, closed: bool) -> Check:
    """A sum that falls short only disagrees where the parts are said to be all."""
    computed = sum(q.value_base for q in parts)
    equal = math.isclose(computed, total.value_base)
    short = computed < total.value_base and not closed
    verdict: Verdict = "agree" if equal else "open" if short else "disagree"
    terms = " + ".join(number(q.value_base) for q in parts)
    reckoning = f"{terms} = {number(computed)}"
    if not equal:
        reckoning += f", {'of' if short else 'not'} {number(total.value_base)}"
    scale = total.value_base / total.value if total.value else 1
    return make("parts", verdict, reckoning, total, computed / scale, parts)
