"""Notes that a report gives its readers: at the foot of a page, under a table, after the text.

They explain words of the text and are outside every count, like a glossary with a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govreports.report import boilerplate, roles
from govreports.report.lines import Line, is_complete

_OPENS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳[〔*注备附")
_MARK = re.compile(r"[①-⑳]|\[\d{1,2}\]|〔\d{1,2}〕|\*{1,3}")
_REMARK = re.compile(r"[(【\[]?(?:注|备注|附注)[\]】]?(?:\d|[①-⑳])?[:.]")
# What a note does to its word: 放管服：……, 放管服，指……, 数据来源于…….
_EXPLAINS = re.compile(
    r"[^。:]{1,30}(?::|,? ?(?:是?指|即|系|又称|全称|的简称))|(?:数据)?来源|参?见|引自|根据"
)
_ENTRY = re.compile(r"(?:\d{1,2}[.、]|\(\d{1,2}\))? ?(?P<word>[^,。:;]{2,30}?)(?::|,? ?是?指)")
_COUNTED = ("digit", "digitbracket")
_LEAST_ENTRIES = 2
_PARTED = 2  # blank lines between texts


def notes(body: Sequence[Line]) -> set[int]:
    """The lines of a body that are notes."""
    found: set[int] = set()
    for n, line in enumerate(body):
        if line.folded[:1] in _OPENS and (_REMARK.match(line.folded) or _is_called(body, n)):
            found.add(n)
            while not is_complete(body[n].folded) and _runs_on(body, n + 1):
                n += 1
                found.add(n)
    return found | _glossary(body)


def _is_called(body: Sequence[Line], n: int) -> bool:
    """Whether a line explains what a mark in a sentence before it calls for."""
    mark = _MARK.match(body[n].folded)
    if not mark or not _EXPLAINS.match(body[n].folded, mark.end()):
        return False
    call = re.compile(rf'(?<=[\u4e00-\u9fff"》)%A-Za-z\d]){re.escape(mark.group())}(?!\*)')
    return any(call.search(line.folded) for line in body[:n])


def _runs_on(body: Sequence[Line], n: int) -> bool:
    return (
        n < len(body)
        and body[n].mark is None
        and body[n].gap == 0
        and not boilerplate.is_page_number(body[n].folded)
        and not _MARK.match(body[n].folded)
    )


def _glossary(body: Sequence[Line]) -> set[int]:
    """Words of the text that are explained one by one at its end, without a title above them."""
    start = len(body)
    words: list[str] = []
    for n in range(len(body) - 1, 0, -1):
        mark = body[n].mark
        if mark is None and body[n].gap < _PARTED:
            continue  # the entry above runs on
        entry = _ENTRY.match(body[n].folded) if mark and mark.form in _COUNTED else None
        if mark is None or entry is None:
            return set()
        words.append(entry["word"].strip('"《》 '))
        start = n
        if mark.number == 1:
            break
    above = body[start - 1].folded if 0 < start < len(body) else ""
    if len(words) < _LEAST_ENTRIES or not above.endswith("。"):
        return set()
    text = "".join(line.folded for line in body[:start]).replace('"', "")
    used = sum(word.replace('"', "") in text for word in words)
    if any(roles.tells_deeds(word) for word in words) or 3 * used < 2 * len(words):
        return set()
    return set(range(start, len(body)))
