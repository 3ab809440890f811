"""Which units of a body are headings, and which headings run into their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from govreports.report import boilerplate, dates, headings, roles, titles
from govreports.report.headings import Item, Marker
from govreports.report.lines import is_complete
from govreports.report.model import BlockKind
from govreports.report.units import Unit

_LONGEST_PLAIN = 32
_SHORTEST_PLAIN = 4
_CJK = re.compile(r"[\u3400-\u9fff]")
_CAPTION = re.compile(
    r"^(?:图|表|注|附|单位|来源|点击|供稿|编辑|作者|摄影|备注|说明)[\d一二三:( ]?"
    r"|^[\d\s]+$|[:,、]$|图片$"
)
_LONGEST_SIBLING = 90
_LISTED_ITEMS = ("digit", "digitbracket", "circle")
_PARTS = ("part", "chapter", "comma", "bracket")
_PLAIN = Marker("plain", 0, 0, 0, 0)


class Plan(NamedTuple):
    """One unit as it will be written out."""

    unit: Unit
    own: Marker | None  # the unit is a heading on a line of its own
    items: tuple[Item, ...]  # the points of a paragraph, headings among them
    kind: BlockKind = "paragraph"  # or title


def plan(units: Sequence[Unit], title: str) -> list[Plan]:
    """Tell headings from paragraphs; ``title`` is the report's title without blanks."""
    plans = [_first_look(unit, title) for unit in units]
    _unlist(plans)
    _like_siblings(plans)
    _run_out(plans)
    _plain(plans)
    _open(plans)
    return plans


def _first_look(unit: Unit, title: str) -> Plan:
    folded = unit.folded
    if len(folded) <= 90 and title[:1] in folded[:8] and titles.squeezed(folded) == title != "":
        return Plan(unit, None, (), "title")
    if (
        len(folded) <= 75
        and headings.own_line(folded, unit.mark)
        and headings.glued(folded, unit.mark) is None
    ):
        return Plan(unit, unit.mark, ())
    return Plan(unit, None, tuple(headings.items(folded, unit.mark)))


def _unlist(plans: list[Plan]) -> None:
    """Numbered lines with nothing under any of them are a list, not headings."""
    run: list[int] = []
    for k in range(len(plans) + 1):
        own = plans[k].own if k < len(plans) else None
        last = plans[run[-1]].own if run else None
        if own and own.form in _LISTED_ITEMS and (not last or last.form == own.form):
            run.append(k)
            continue
        # The last of a run of headings may have text under it; then only that one is a heading.
        followed = k < len(plans) and plans[k].own is None and plans[k].kind == "paragraph"
        if len(run) > 1:
            for n in run if not (followed and len(run) < 3) else run[:-1]:
                plans[n] = plans[n]._replace(own=None)
        run = [k] if own and own.form in _LISTED_ITEMS else []
    for k, entry in enumerate(plans):
        own = entry.own
        follower = plans[k + 1] if k + 1 < len(plans) else None
        # A numbered full sentence followed by the next number is a point, not a heading.
        if own and own.form != "plain" and entry.unit.folded.endswith("。"):
            after = follower.unit.mark if follower else None
            beneath = after is not None and headings.depth(after.form) > headings.depth(own.form)
            if follower is None or (after and not beneath):
                plans[k] = entry._replace(own=None)


def _like_siblings(plans: list[Plan]) -> None:
    """A first clause too long for a heading is one where its neighbours in the count are."""
    bare = [
        (k, entry.unit.mark)
        for k, entry in enumerate(plans)
        if entry.items and not entry.items[0].is_heading and entry.unit.mark
    ]
    long = {
        k: words
        for k, mark in bare
        if mark.form in _PARTS and (words := _long_clause(plans, k, mark))
    }
    if not long:
        return
    counted = [
        (k, entry.unit.mark)
        for k, entry in enumerate(plans)
        if entry.unit.mark and entry.unit.mark.form in _PARTS and (entry.own or entry.items)
    ]
    for n, (k, mark) in enumerate(counted):
        beside = [_sibling(counted, n, step, long) for step in (-1, 1)] if k in long else []
        known = [sibling for sibling in beside if sibling is not None]
        if not known or not all(_heads(plans[sibling]) for sibling in known):
            continue
        end = mark.end + len(long[k]) + 1
        if plans[k].unit.folded[end:].strip():
            first = plans[k].items[0]._replace(end=end, is_heading=True)
            plans[k] = plans[k]._replace(items=(first, *plans[k].items[1:]))
        else:
            plans[k] = Plan(plans[k].unit, mark, ())


def _heads(entry: Plan) -> bool:
    return entry.own is not None or entry.items[0].is_heading


def _long_clause(plans: Sequence[Plan], k: int, mark: Marker) -> str:
    """The first clause of a counted unit that is no heading yet, if only its length forbids."""
    words, stop, rest = plans[k].unit.folded[mark.end :].partition("。")
    below = plans[k + 1].unit.mark if k + 1 < len(plans) else mark
    headed = rest.strip() or not below or headings.depth(below.form) > headings.depth(mark.form)
    return words if stop and headed and headings.is_clause(words, _LONGEST_SIBLING) else ""


def _sibling(
    counted: Sequence[tuple[int, Marker]], n: int, step: int, passed: Container[int]
) -> int | None:
    """The nearest unit before or after within the same count; those ``passed`` are unsettled."""
    last = counted[n][1]
    for k, other in counted[n + step :: step] if n + step >= 0 else ():
        if other.form == last.form:
            if other.number != last.number + step:
                return None
            if k not in passed:
                return k
            last = other
        elif headings.depth(other.form) < headings.depth(last.form):
            return None
    return None


def _run_out(plans: list[Plan]) -> None:
    """A point 一是…… alone on its line heads the paragraph under it."""
    for k, entry in enumerate(plans[:-1]):
        if entry.own or entry.kind != "paragraph":
            continue
        mark = entry.unit.mark
        if mark is None or mark.form not in headings.LISTED:
            continue
        words = entry.unit.folded[mark.end :].rstrip("。")
        after = plans[k + 1]
        if (
            headings.is_title_like(words, mark.form)
            and not re.search(r"[。;!?:]", words)
            and after.own is None
            and after.unit.mark is None
            and is_complete(after.unit.folded)
        ):
            plans[k] = Plan(entry.unit, mark, ())


def _plain(plans: list[Plan]) -> None:
    """Headings without a marker: short lines between finished paragraphs."""
    found = [
        k
        for k, entry in enumerate(plans)
        if entry.own is None and entry.kind == "paragraph" and _may_be_plain(plans, k)
    ]
    formal = [k for k, entry in enumerate(plans) if entry.own and entry.own.form != "plain"]
    for k in found:
        # One line above all numbered headings is a subtitle, unless the numbers restart later.
        above = bool(formal) and k < formal[0]
        if above and len(found) == 1 and k + 1 == formal[0]:
            plans[k] = plans[k]._replace(kind="title")
        else:
            plans[k] = plans[k]._replace(own=_PLAIN, items=())


def _open(plans: list[Plan]) -> None:
    """Points counted before the first heading of another kind belong to the preamble."""
    first = next((k for k, entry in enumerate(plans) if _formal(entry) is not None), 0)
    if _encloses(plans, first):
        return
    for k in range(first):
        plans[k] = plans[k]._replace(own=None, items=())
    start = _formal(plans[first]) if plans else None
    if start:
        kept = tuple(item for item in plans[first].items if item.start >= start)
        plans[first] = plans[first]._replace(items=kept)


def _encloses(plans: Sequence[Plan], first: int) -> bool:
    """Whether points that open paragraphs (第一、) count on past the first heading of another kind.

    Then they are the parts of the report, and what stands between them is within.
    """
    counted = [
        (k, mark.number)
        for k, entry in enumerate(plans)
        if (mark := _opening_point(entry)) is not None
    ]
    numbers = [number for _, number in counted]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < 2:
        return False
    return counted[0][0] <= first < counted[-1][0]


def _opening_point(entry: Plan) -> Marker | None:
    if entry.own is not None:
        return entry.own if entry.own.form == "first" else None
    point = entry.items[0] if entry.items else None
    opens = point is not None and point.start == 0 and point.is_heading
    return point.marker if point and opens and point.marker.form == "first" else None


def _formal(entry: Plan) -> int | None:
    """Where in a unit its first heading stands that is no point of a count (一是)."""
    if entry.own is not None:
        return None if entry.own.form in headings.LISTED else 0
    for item in entry.items:
        if item.is_heading and item.marker.form not in headings.LISTED:
            return item.start
    return None


def _may_be_plain(plans: Sequence[Plan], k: int) -> bool:
    folded = plans[k].unit.folded
    if not _SHORTEST_PLAIN <= len(folded) <= _LONGEST_PLAIN or len(plans[k].unit.pieces) > 1:
        return False
    if re.search(r"[。;!?]", folded) or _CAPTION.search(folded) or plans[k].unit.mark:
        return False
    closing = roles.of_heading(folded, None) is not None
    if (2 * len(_CJK.findall(folded)) < len(folded) and not closing) or dates.is_date_line(folded):
        return False
    if (
        boilerplate.is_source(folded)
        or boilerplate.opens_annex(folded)
        or titles.is_session(folded)
    ):
        return False
    if k + 1 == len(plans) or plans[k + 1].kind != "paragraph":
        return False
    below = plans[k + 1]
    heads = below.own is not None or (
        is_complete(below.unit.folded) and (closing or len(below.unit.folded) > len(folded))
    )
    finished = k == 0 or plans[k - 1].own is not None or is_complete(plans[k - 1].unit.folded)
    organ = titles.is_organ(folded) and not closing
    return heads and finished and not organ
