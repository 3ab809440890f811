"""Headings: their markers, and which of them run into their paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

from govreports.numerals import read_han

_CN = "[一二三四五六七八九十]"
_CIRCLED = {numeral: n for n, numeral in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_AROUND = "第其部分编章篇节是、.,:() "  # what stands around the numeral of a marker

# From the outside in, as documents of the administration number their parts.
_FORMS = (
    ("part", rf"第 ?{_CN}{{1,3}} ?(?:部分|[编章篇])"),
    ("chapter", rf"第 ?{_CN}{{1,3}} ?节"),
    ("comma", rf"{_CN}{{1,3}} ?[、.]"),
    ("bracket", rf"\( ?{_CN}{{1,3}} ?\) ?[、.]?|{_CN}{{1,3}}\)"),
    ("digit", r"\d{1,2} ?(?:、|\.(?=(?:19|20)\d\d ?年|\D|$))"),
    ("digitbracket", r"\( ?\d{1,2} ?\) ?[、.]?|\d{1,2}\)"),
    ("circle", r"[①-⑳]"),
    ("first", rf"第{_CN}{{1,2}}[,、:]|其{_CN}[,、:]"),
    ("shi", rf"{_CN}{{1,2}} ?是(?![否非因指由]|为了)"),
)
FORMS = tuple(name for name, _ in _FORMS)
LISTED = ("first", "shi")  # forms that count points within a text
_MARKERS = "|".join(f"(?P<{name}>{form})" for name, form in _FORMS)
_DECORATION = r"(?P<md>#{1,6} *)?(?:\*\*|[●■◆▲★□◇] ?)?"
_AT_START = re.compile(rf"{_DECORATION}(?:{_MARKERS})|(?P<plain>#{{1,6}} +)(?=\S)")
# A marker within a line must follow the end of a clause.
_INSIDE = re.compile(rf'[。!?;:"』」)] *(?=[第其一二三四五六七八九十(①-⑳\d])(?:{_MARKERS})')
_NAMED = re.compile(r'"[^"]*"|《[^》]*》')
_YEAR = re.compile(r"(?:19|20)\d\d ?年度?")
_FIGURE = re.compile(r"\d")
_AND_POINT = re.compile(rf"[,、] ?{_CN}{{1,2}}是")  # 一是……，二是……。
_STOP = re.compile(r"[。;!?]")
_OPENERS = frozenset("第其一二三四五六七八九十0123456789(#*●■◆▲★□◇①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_CLOSING = 12  # blanks and closing signs between a stop and a marker, at most
_BOUNDARY = ("", "。", "!", "?", ";", ":")
_LONGEST = {"comma": 42, "bracket": 42}  # words of a heading, without its marker
_LONGEST_ELSE = 32
_GLUED = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f]|\d{4} ?年|\(|\d{1,2}(?:、|\.(?!\d)))")
_BEFORE_FIRST = re.compile(r" *(?=\( ?一 ?\))")  # 一、主要工作(一)加强领导。
_OUTER = ("part", "comma")
_BEFORE_BODY = re.compile(
    r"(?<=情况|概述|成效|措施|问题|打算|安排|职责|事项|不足|工作|建设)"
    r"(?=(?:19|20)\d\d年[,以来,我全]|今年以来|一年来|我[省市县区州局镇乡委办]|根据《|按照[《国省市县]|截[至止])"
)


class Marker(NamedTuple):
    """A heading's marker: its form, its number, and its extent in the line."""

    form: str
    number: int
    start: int  # where the marker itself begins, after Markdown's ``##``
    end: int  # where the heading's own words begin
    depth: int  # Markdown's level, 0 where there is none


class RunIn(NamedTuple):
    """A heading that opens a stretch of running text, placed in its line."""

    start: int
    end: int
    marker: Marker


class Item(NamedTuple):
    """A numbered point within a line; ``end`` is where its first clause ends."""

    start: int
    end: int
    marker: Marker
    is_heading: bool


def depth(form: str) -> int:
    """The customary depth of a form of marker; -1 for headings without a number."""
    return FORMS.index(form) if form in FORMS else -1


def marker(line: str) -> Marker | None:
    """The marker that a line (as folded) opens with."""
    # An invisible character before the marker counts as a blank when folded.
    lead = len(line) - len(line.lstrip(" ")) if line[:1] == " " else 0
    found = _AT_START.match(line, lead) if line[lead : lead + 1] in _OPENERS else None
    return _read(found) if found else None


def _read(found: re.Match[str], decoration: str = "md") -> Marker:
    form = found.lastgroup or "plain"
    if form == "plain":
        return Marker(form, 0, found.end(), found.end(), len(found["plain"].strip()))
    hashes = len((found[decoration] or "").strip()) if decoration else 0
    return Marker(form, _number(found[form]), found.start(form), found.end(), hashes)


def _number(wording: str) -> int:
    """The number of a marker; 0 where its numeral is none (十十、)."""
    numeral = wording.strip(_AROUND)
    try:
        return _CIRCLED.get(numeral) or int(read_han(numeral))
    except ValueError:
        return 0


def is_title_like(words: str, form: str) -> bool:
    """Whether a clause (without marker and stop) is short and without figures, as headings are.

    Figures inside names (“3550”改革, 《2019年计划》) and years after formal markers are no figures.
    """
    if not 2 <= len(words) <= _LONGEST.get(form, _LONGEST_ELSE):
        return False
    bare = _NAMED.sub("", words) if '"' in words or "《" in words else words
    if not _FIGURE.search(bare):
        return form not in LISTED or not _AND_POINT.search(words)
    return form not in LISTED and not _FIGURE.search(_YEAR.sub("", bare))


def is_clause(words: str, longest: int) -> bool:
    """Whether words are one clause without figures, however many, as long headings are."""
    named = _YEAR.sub("", _NAMED.sub("", words))
    return len(words) <= longest and not _STOP.search(words) and not _FIGURE.search(named)


def own_line(line: str, mark: Marker | None) -> bool:
    """Whether a whole line that opens with a marker may be a heading of its own."""
    if mark is None or mark.form in LISTED:
        return False
    words = line[mark.end :].strip(" *")
    if not words or len(words) > 70 or words[-1] in ",、;":
        return False
    stop = _STOP.search(words)
    if stop is None:
        return True
    return (
        stop.start() == len(words) - 1
        and words[-1] == "。"
        and is_title_like(words[:-1], mark.form)
    )


def glued(line: str, mark: Marker | None) -> RunIn | None:
    """A heading that a space, a colon or nothing at all parts from the body on its line."""
    if mark is None or mark.form in LISTED or mark.form == "plain":
        return None
    limit = mark.end + _LONGEST.get(mark.form, _LONGEST_ELSE)
    stop = _STOP.search(line, mark.end)
    reach = min(stop.start() if stop else len(line), limit + 1)
    patterns = (_BEFORE_FIRST,) if mark.form in _OUTER else ()
    for pattern in (*patterns, _GLUED, _BEFORE_BODY):
        found = pattern.search(line, mark.end + 1, min(len(line), reach + 12))
        if found and found.start() <= reach and mark.end + 3 < found.start():
            end = found.start()
            if is_title_like(line[mark.end : end].strip(), mark.form):
                return RunIn(0, end, mark)
    colon = line.find(":", mark.end, min(reach, mark.end + 20))
    if colon > mark.end + 2 and colon + 1 < len(line) and "," not in line[mark.end : colon]:
        return RunIn(0, colon + 1, mark)
    return None


def items(line: str, first: Marker | None) -> list[Item]:
    """The numbered points of a line, each with whether its first clause is a heading.

    ``first`` is the marker that the line opens with.
    """
    marks = [first] if first and first.form != "plain" else []
    lasts = [""] * len(marks)
    for match in _INSIDE.finditer(line, marks[0].end if marks else 0):
        last = _before(line, match.end() - len(match[match.lastgroup or 0]))
        if last in _BOUNDARY:
            marks.append(_read(match, ""))
            lasts.append(last)
    if not marks:
        return []
    runs = _runs(line, first, marks, lasts)
    found: list[Item] = []
    for k, mark in enumerate(marks):
        limit = marks[k + 1].start if k + 1 < len(marks) else len(line)
        stop = _STOP.search(line, mark.end, limit)
        end = stop.end() if stop else limit
        if line.startswith("**", end):
            end += 2
        heading = (
            stop is not None
            and stop.group() == "。"
            and is_title_like(line[mark.end : stop.start()], mark.form)
            and _may_head(k, marks, lasts, found)
        )
        run = runs.get(mark.start)
        if run and (mark is first or _may_head(k, marks, lasts, found)):
            colon, nested = line[run.end - 1] == ":", not line[run.end : limit].strip()
            # 二、不足:力量薄弱。三、…… Nothing stands under the clause: its heading ends before.
            alone = stop is not None and not line[stop.end() : limit].strip()
            if not heading or nested or (alone and colon):
                end, heading = run.end, True
        found.append(Item(0 if mark is first else mark.start, end, mark, heading))
    return _with_text(line, found) if any(item.is_heading for item in found) else found


def _runs(
    line: str, first: Marker | None, marks: list[Marker], lasts: list[str]
) -> dict[int, RunIn]:
    """Glued headings by where their markers begin; a marker right after one joins ``marks``."""
    found: dict[int, RunIn] = {}
    counted = {(mark.form, mark.number) for mark in marks}
    for mark, last in list(zip(marks, lasts, strict=True)):
        beside = mark.number + (1 if mark.number == 1 else -1)
        if mark is not first and (mark.form, beside) not in counted:
            continue
        run = glued(line, mark) if mark is first or mark.form in _OUTER else None
        after = next((m.start for m in marks if m.start > mark.start), len(line))
        if run is None or run.end > after or (mark is not first and last not in ("。", ":")):
            continue
        found[mark.start] = run
        at = run.end + len(line[run.end :]) - len(line[run.end :].lstrip())
        inner = _AT_START.match(line, at) if at < after else None
        if inner and inner.lastgroup != "plain":
            place = marks.index(mark) + 1
            marks.insert(place, _read(inner))
            lasts.insert(place, "")
    return found


def _may_head(k: int, marks: list[Marker], lasts: list[str], before: list[Item]) -> bool:
    """Whether what stands before a point lets it be a heading.

    After a semicolon or a colon a point belongs to an enumeration within one sentence, unless
    the point before it was a heading with text of its own.
    """
    mark = marks[k]
    if lasts[k] == ";":
        return bool(before) and before[-1].is_heading and mark.form in LISTED
    if lasts[k] != ":" or mark.form in LISTED:
        return True
    # A report in one paragraph: ……情况报告如下：一、…… and later, after a full stop, 二、……
    for later in range(k + 1, len(marks)):
        if marks[later].form == mark.form:
            return marks[later].number == mark.number + 1 and lasts[later] == "。"
    return False


def _before(line: str, at: int) -> str:
    """The last character before a place that is no blank and closes nothing."""
    return line[max(0, at - _CLOSING) : at].rstrip(' "』」)')[-1:]


def _lies_beneath(mark: Marker, above: Marker) -> bool:
    # 第二、规范制度。1.严格审查。 The points of a count may hold one that starts again.
    restarts = above.form in LISTED and mark.form not in LISTED and mark.number == 1
    return restarts or depth(mark.form) > depth(above.form)


def _with_text(line: str, points: list[Item]) -> list[Item]:
    """A list none of whose points has text under it has no headings."""
    bare: set[str] = set()
    headed: set[str] = set()
    for k, point in enumerate(points):
        if not point.is_heading:
            continue
        follower = points[k + 1] if k + 1 < len(points) else None
        text = line[point.end : follower.start if follower else len(line)]
        beneath = follower is not None and _lies_beneath(follower.marker, point.marker)
        (headed if beneath or text.strip() else bare).add(point.marker.form)
    bare -= headed
    if not bare:
        return points
    return [p._replace(is_heading=p.is_heading and p.marker.form not in bare) for p in points]
