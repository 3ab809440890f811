"""What stands before and after a report's body, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govreports.report import boilerplate, dates, titles
from govreports.report.lines import Line
from govreports.report.model import Block
from govreports.report.region import Region

_CONTENTS = re.compile(r"目 *[录次]")
_CLOSING_NOTE = re.compile(
    r"\(?此件.{2,12}\)?|\(?(?:公开|发布)(?:属性|形式|方式).{0,20}|(?:抄送|主送|抄报|印发).{0,80}|.{2,30}\d日印发"
)
_LABEL_ONLY = re.compile(r"[•·▪◆■□\[【 ]*[^\d,。:]{2,12}[\]】]?[::]?")


_HEADLINE = 4  # lines above a body among which its headline stands
_BYLINE = 30  # code points of the line that names who delivered a report


class Margin(NamedTuple):
    """A block of the margins with the wording it was told by."""

    block: Block
    folded: str


def before(lines: Sequence[Line], region: Region) -> tuple[list[Margin], titles.Title | None]:
    """The blocks before the body, and the title as indices of lines."""
    first = region.cover[1] if region.cover != (0, 0) else 0
    title = titles.find(lines[first : region.start], region.start - first)
    if title:
        title = titles.Title(title.first + first, title.last + first)
    parts = lines[title.first : title.last + 1] if title else []
    wording = titles.squeezed("".join(line.folded for line in parts))
    addressed = {
        *titles.addressees(lines, 0, title.first if title else 0),
        *titles.addressees(lines, title.last + 1 if title else 0, region.start),
    }
    found: list[Margin] = []
    n = 0
    while n < region.start:
        line = lines[n]
        copies = len(parts) if title and n == title.first else _copies(lines, n, region, wording)
        if copies:
            block = Block("title", line.start, lines[n + copies - 1].end)
            found.append(Margin(block, line.folded))
            n += copies
            continue
        covering = region.cover[0] <= n < region.cover[1] or (
            n < region.cover[0] and _heads_cover(line.folded)
        )
        if n in addressed:
            block = Block("addressee", line.start, line.end)
        elif covering:
            block = Block("annex", line.start, line.end, reason="covering note")
        elif n in region.contents or _CONTENTS.fullmatch(line.folded):
            block = Block("annex", line.start, line.end, reason="table of contents")
        elif title and n in (title.first - 1, title.last + 1) and titles.is_organ(line.folded):
            block = Block("metadata", line.start, line.end)
        else:
            titled = title is None or n > title.last
            block = _front(line, found[-1] if found else None, titled)
        found.append(Margin(block, line.folded))
        n += 1
    return found, title


def headline(front: Sequence[Margin]) -> str:
    """The line right above the body that is neither navigation nor a field: news have such."""
    for margin in reversed(front[-_HEADLINE:]):
        folded = margin.folded
        known = margin.block.kind != "chrome" or boilerplate.is_chrome(folded) or ">" in folded
        if not known and 8 <= len(folded) <= 60 and not titles.is_organ(folded):
            return folded
    return ""


def _heads_cover(folded: str) -> bool:
    return (titles.is_title(folded) or titles.is_organ(folded)) and not boilerplate.is_chrome(
        folded
    )


def _copies(lines: Sequence[Line], n: int, region: Region, wording: str) -> int:
    """How many lines from ``n`` on repeat the title, broken over lines or not."""
    joined = ""
    for k in range(n, min(n + 3, region.start)):
        joined += titles.squeezed(lines[k].folded)
        if joined == wording and wording:
            return k - n + 1
    return 0


def _front(line: Line, above: Margin | None, titled: bool) -> Block:
    """What a line before the body is; ``titled`` if no title is to come."""
    folded = line.folded
    if boilerplate.is_page_number(folded):
        return Block("chrome", line.start, line.end, reason="page number")
    label = above.folded if above and above.block.kind == "metadata" else ""
    valued = bool(_LABEL_ONLY.fullmatch(label)) and boilerplate.is_card(label)
    number = titles.number(folded)
    numbered = number is not None and len(folded) < 60 and (number[0] == 0 or "文号" in folded)
    delivered = titled and (
        titles.is_session(folded) or (titles.is_session(label) and len(folded) < _BYLINE)
    )
    if boilerplate.is_card(folded) or valued or numbered or delivered:
        return Block("metadata", line.start, line.end)
    if dates.is_date_line(folded):
        return Block("date", line.start, line.end)
    if boilerplate.is_source(folded):
        return Block("metadata", line.start, line.end)
    return Block("chrome", line.start, line.end, reason="page chrome")


def after(lines: Sequence[Line], stop: int, text: str) -> list[Margin]:
    """The blocks after the body: signature, date, notes, annexes and the foot of the page."""
    found: list[Margin] = []
    annexed = footed = False
    for n in range(stop, len(lines)):
        line = lines[n]
        folded = line.folded
        follower = lines[n + 1].folded if n + 1 < len(lines) else ""
        if boilerplate.opens_annex(folded):
            annexed = True
        elif boilerplate.opens_page_foot(folded):
            footed, annexed = True, False
        signed = _signed(line, text) if not footed and not annexed else None
        if signed:
            found += signed
            continue
        found.append(Margin(_back(line, follower, annexed, footed), folded))
    return found


def signed_tail(line: Line, text: str) -> tuple[Line, list[Margin]]:
    """A report's last line without the signature and date that may be glued to its end."""
    stop = line.folded.rfind("。") + 1
    rest = line.folded[stop:].lstrip()
    at = len(line.folded) - len(rest)
    tail = line._replace(start=line.start + at, folded=rest)
    found = _signed(tail, text) if stop and rest else None
    if not found:
        return line, []
    return line._replace(end=line.start + stop, folded=line.folded[:stop]), found


def _signed(line: Line, text: str) -> list[Margin] | None:
    """A signature and a date on one line."""
    date = dates.find(line.folded)
    if date is None or date.end < len(line.folded) - 2 or date.start < 3 or len(line.folded) > 60:
        return None
    organ = line.folded[: date.start].rstrip(" (")
    if not titles.is_organ(organ):
        return None
    cut = line.start + len(organ)
    while text[cut].isspace():
        cut += 1
    return [
        Margin(Block("signature", line.start, line.start + len(organ)), organ),
        Margin(Block("date", cut, line.end), line.folded[cut - line.start :]),
    ]


def _back(line: Line, follower: str, annexed: bool, footed: bool) -> Block:
    folded = line.folded
    if boilerplate.is_page_number(folded):
        return Block("chrome", line.start, line.end, reason="page number")
    if not footed:
        if dates.is_date_line(folded):
            return Block("date", line.start, line.end)
        if titles.is_organ(folded) and (not annexed or dates.is_date_line(follower)):
            return Block("signature", line.start, line.end)
        if _CLOSING_NOTE.fullmatch(folded) or boilerplate.is_card(folded):
            return Block("metadata", line.start, line.end)
    if boilerplate.is_chrome(folded) and not (
        boilerplate.opens_annex(folded) or (annexed and "。" in folded)
    ):
        return Block("chrome", line.start, line.end, reason="page chrome")
    if annexed:
        return Block("annex", line.start, line.end, reason="attachment, glossary or links")
    if not footed and ("。" in folded or line.mark):
        return Block("annex", line.start, line.end, reason="text after the report")
    return Block("chrome", line.start, line.end, reason="page chrome")
