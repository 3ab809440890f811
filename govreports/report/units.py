"""Lines put together into the units that were written: paragraphs, headings, tables.

Printed pages break a paragraph into lines and put page numbers between them; a unit keeps the
pieces it was joined from, so that every offset leads back into the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from govreports.report import headings, insets, notes
from govreports.report.insets import Inset
from govreports.report.lines import Line, is_complete

_DANGLING = re.compile(r"[,、(《'\d—-]$")
_INDEX = re.compile(r"\d{1,2}(?:\.\d)?")  # PM⏎2.5⏎, m⏎2⏎: lowered or raised on its own line
_SYMBOL = re.compile(r"[A-Za-z]{1,4}$")
_ENUMERATED = ("digitbracket", "circle", *headings.LISTED)
_LONGEST_HEADING = 60
_FULL = 0.85  # share of the width from which a line is full
_HALF_FULL = 0.6
_LEAST_LINES = 4  # broken lines from which a file counts as hard-wrapped


class Unit(NamedTuple):
    """A paragraph or heading as it was written, joined from the lines it was printed on."""

    folded: str  # normalised wording without the line breaks
    mark: headings.Marker | None
    pieces: tuple[tuple[int, int], ...]  # the spans of the file it was joined from
    offsets: tuple[int, ...] = (0,)  # where each piece begins in the wording

    @property
    def start(self) -> int:
        """Where the unit begins in the file."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the unit ends in the file."""
        return self.pieces[-1][1]

    def place(self, offset: int) -> int:
        """The file's offset of the character at an offset of the unit's own wording."""
        if len(self.pieces) == 1:
            return self.pieces[0][0] + offset
        k = bisect_right(self.offsets, offset) - 1
        return self.pieces[k][0] + offset - self.offsets[k]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The file's span of a stretch of the unit's own wording."""
        if len(self.pieces) == 1:
            base = self.pieces[0][0]
            return base + start, base + end
        return self.place(start), self.place(end - 1) + 1

    def parts(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The pieces of a stretch, where line breaks or page furniture cut it."""
        a, b = self.span(start, end)
        if len(self.pieces) == 1:
            return ((a, b),)
        first = bisect_right(self.offsets, start) - 1
        last = bisect_right(self.offsets, end - 1)
        return tuple((max(a, x), min(b, y)) for x, y in self.pieces[first:last])


class Width(NamedTuple):
    """How the lines of a body were broken; ``columns`` is 0 where each line is a paragraph."""

    columns: int
    printed: bool  # columns count printed width, not code points
    indents: bool  # paragraphs are told by their indent
    gaps: bool  # paragraphs are told by blank lines

    def fill(self, line: Line) -> float:
        """How much of the width a line takes up."""
        return (line.size if self.printed else len(line.folded)) / self.columns

    def brims(self, line: Line) -> bool:
        """Whether a line is as long as lines can be."""
        if self.printed:
            return line.size + 2 * line.indent >= self.columns - 3
        return len(line.folded) + line.indent >= self.columns - 1


def width(body: Sequence[Line]) -> Width:
    """How the lines of a body were broken."""
    running = [k for k in body if len(k.folded) >= 10 and not headings.own_line(k.folded, k.mark)]
    broken = [k for k in running if not is_complete(k.folded)]
    indents = sorted({k.indent for k in running})
    gapped = sum(1 for k in body if k.gap)
    signals = (
        len(indents) > 1 and sum(k.indent > indents[0] for k in running) < 0.7 * len(running),
        0 < gapped < 0.7 * len(body),
    )
    if len(broken) < _LEAST_LINES or len(broken) < 0.3 * len(running):
        return Width(0, False, *signals)
    counted = sorted(len(k.folded) for k in broken)
    printed = sorted(k.size for k in broken)
    by_print = _spread(printed) < _spread(counted)
    sizes = printed if by_print else counted
    columns = sizes[int(0.8 * (len(sizes) - 1))]
    near = sum(0.75 * columns <= k <= 1.25 * columns for k in sizes)
    return Width(columns if near >= 0.6 * len(sizes) else 0, by_print, *signals)


def _spread(sizes: Sequence[int]) -> float:
    """The distance of the quartiles of sorted sizes, relative to their median."""
    quarter = len(sizes) // 4
    return (sizes[-1 - quarter] - sizes[quarter]) / sizes[len(sizes) // 2]


def assemble(body: Sequence[Line], title: str) -> list[Unit | Inset]:
    """The units of a body's lines, with the furniture between them, in the order of the file.

    ``title`` is the report's title without blanks; printed pages repeat it on top.
    """
    tables = insets.tables(body)
    noted = notes.notes(body) - tables
    headers = insets.running_headers(body, title)
    form = width([k for n, k in enumerate(body) if n not in tables])
    found: list[Unit | Inset] = []
    open_lines: list[Line] = []
    between: list[Inset] = []

    def close() -> None:
        if open_lines:
            found.append(_unit(open_lines))
            open_lines.clear()
        found.extend(between)
        between.clear()

    indices = {n for n, line in enumerate(body) if len(line.folded) <= 4 and _is_index(body, n)}
    for n, line in enumerate(body):
        if open_lines and n in indices:
            open_lines.append(line)
            continue
        within = bool(open_lines) and not is_complete(open_lines[-1].folded)
        other = insets.inset(n, line, tables, noted, headers, within and form.columns > 0)
        # A sentence runs on past what a page carries at its foot.
        if other and (other.kind == "chrome" or other.reason == insets.NOTE) and open_lines:
            between.append(other)
            continue
        if other:
            close()
            found.append(other)
            continue
        goes_on = open_lines and (
            n - 1 in indices or _continues(open_lines, line, form, bool(between))
        )
        if not goes_on:
            close()
        elif between:
            found.extend(between)
            between.clear()
        open_lines.append(line)
    close()
    return found


def _is_index(body: Sequence[Line], n: int) -> bool:
    """Whether a line is the index of a symbol that the line before ends with (PM⏎2.5⏎浓度)."""
    if not 0 < n < len(body) - 1 or not _INDEX.fullmatch(body[n].folded):
        return False
    return bool(_SYMBOL.search(body[n - 1].folded)) and body[n + 1].mark is None


def _unit(lines: Sequence[Line]) -> Unit:
    pieces = tuple((line.start, line.end) for line in lines)
    if len(lines) == 1:
        return Unit(lines[0].folded, lines[0].mark, pieces)
    folded = "".join(line.folded for line in lines)
    offsets = tuple(accumulate((len(line.folded) for line in lines[:-1]), initial=0))
    return Unit(folded, headings.marker(folded), pieces, offsets)


def _continues(lines: Sequence[Line], line: Line, form: Width, cut: bool) -> bool:
    """Whether a line goes on with the unit that the lines before it have begun.

    ``cut`` tells that page furniture stands between them.
    """
    last = lines[-1]
    complete = is_complete(last.folded)
    if complete and not form.columns:
        return False
    opens = line.mark is not None
    apart = not cut and (
        (form.gaps and line.gap > 0) or (form.indents and line.indent > min(last.indent, 1))
    )
    mark = lines[0].mark
    if mark and mark.end >= len(last.folded) and len(lines) == 1:
        return not opens
    dangles = bool(_DANGLING.search(last.folded)) or _opens_quote(lines)
    if _is_heading(lines):
        brims = bool(form.columns) and form.brims(last)
        # Outside wrapped text a heading may well end with a digit.
        dangles = dangles and (form.columns > 0 or not last.folded[-1].isdigit())
        return not opens and not apart and (brims or dangles)
    if form.columns:
        fill = form.fill(last)
        full = fill >= _FULL
        if complete:
            announced = line.mark is not None and line.mark.form in _ENUMERATED
            return full and not apart and (not opens or (announced and last.folded.endswith(":")))
        return (full or not (apart or opens)) and (full or fill >= _HALF_FULL or dangles)
    if opens or ("," not in last.folded and len(last.folded) < 15):
        return False
    unbalanced = any(last.folded.count(k) > last.folded.count(c) for k, c in ("()", "《》"))
    if dangles or unbalanced:
        return True
    return not apart and line.gap == 0 and line.indent == 0 and last.indent > 0


def _opens_quote(lines: Sequence[Line]) -> bool:
    """Whether the lines end with a quotation mark that opens: folded, both are one sign."""
    if not lines[-1].folded.endswith('"'):
        return False
    return sum(line.folded.count('"') for line in lines) % 2 == 1


def _is_heading(lines: Sequence[Line]) -> bool:
    """Whether the lines can only be the beginning of a heading so far."""
    mark = lines[0].mark
    if mark is None or mark.form in headings.LISTED:
        return False
    short = sum(len(k.folded) for k in lines) <= _LONGEST_HEADING
    return short and not any("。" in k.folded for k in lines)
