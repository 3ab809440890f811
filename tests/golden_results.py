"""What the library finds in the reports of ``corpus/``, as tables kept beside the tests.

``python tests/golden_results.py`` (``make golden``) writes the tables in ``tests/golden`` anew
and prints what changed, so that a change of results is seen in review and named in the
changelog. Names of private persons are masked; offsets are those of the files.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from govreports.codebook.loader import load_codebook
from govreports.coding.coder import Coder
from govreports.corpus.reading import published_corpus
from govreports.numbers.quantities import Quantity, Rejected, not_quantities, quantities
from govreports.repeats.shared import passages_of
from govreports.report.model import Report
from govreports.stats.counts import count
from govreports.words.segmentation import Segmenter, token_frame

CORPUS = Path(__file__).parent.parent / "corpus"
GOLDEN = Path(__file__).parent / "golden"
EXTRACT = 40  # lines of a file's differences that are shown
_GLIMPSE = 40  # characters of a text that tell a reader which one it is

Reports = Mapping[str, Report]
Row = Iterable[object]


class Change(NamedTuple):
    """How a table differs from the one that is kept."""

    name: str
    added: int  # rows
    removed: int
    changed: int
    lines: tuple[str, ...]  # unified differences, without the head


def tables(reports: Reports) -> dict[str, str]:
    """Every table as CSV text, by file name; rows in order of report and place.

    Where a value is several, they are joined by blanks (identifiers) or ``;`` (words).
    """
    ordered = {name: reports[name] for name in sorted(reports)}
    made = {
        "metadata": (("report", "field", "value", "start", "end"), _metadata(ordered)),
        "blocks": (
            ("report", "kind", "level", "marker", "start", "end", "reason", "text"),
            _blocks(ordered),
        ),
        "sections": (
            ("report", "id", "parent", "level", "marker", "role", "start", "end", "title"),
            _sections(ordered),
        ),
        "sentences": (
            ("report", "id", "section", "start", "end", "is_heading", "parts"),
            _sentences(ordered),
        ),
        "quantities": (("report", *Quantity._fields), _quantities(ordered)),
        "rejected-numbers": (("report", *Rejected._fields), _rejected(ordered)),
        "tokens": (("layer", "term", *ordered), _tokens(ordered)),
        "shared-passages": (
            ("a", "a_start", "a_end", "b", "b_start", "b_end", "length", "text"),
            _passages(ordered),
        ),
        **_coded(ordered),
    }
    return {f"{name}.csv": _csv(head, rows) for name, (head, rows) in made.items()}


def corpus_tables() -> dict[str, str]:
    """The tables of the reports of ``corpus/``, with names of private persons masked."""
    return tables(published_corpus(CORPUS).reports)


def kept_tables() -> dict[str, str]:
    """The tables as they are kept."""
    return {path.name: path.read_bytes().decode() for path in sorted(GOLDEN.glob("*.csv"))}


def changes(kept: Mapping[str, str], found: Mapping[str, str]) -> list[Change]:
    """What differs, table by table; a table on one side only has its rows added or removed.

    >>> changes({"x.csv": "id\\na\\nb\\n"}, {"x.csv": "id\\na\\nc\\nd\\n"})[0][:4]
    ('x.csv', 1, 0, 1)
    """
    listed = []
    for name in sorted({*kept, *found}):
        if kept.get(name) == found.get(name):
            continue
        # A table on one side only is compared with its head alone: heads are no rows.
        head = (kept.get(name) or found[name]).partition("\n")[0]
        old, new = (side.get(name, head).splitlines() for side in (kept, found))
        added = removed = changed = 0
        for _, a, b, c, d in _edits(old, new):
            both = min(b - a, d - c)
            added, removed, changed = added + d - c - both, removed + b - a - both, changed + both
        lines = difflib.unified_diff(old, new, n=0, lineterm="")
        listed.append(Change(name, added, removed, changed, tuple(islice(lines, 2, None))))
    return listed


def told(change: Change) -> str:
    """A change in words, with the first of the differing rows."""
    words = (
        f"{change.name}: rows added {change.added}, removed {change.removed},"
        f" changed {change.changed}"
    )
    left = len(change.lines) - EXTRACT
    more = [f"… and {left} more lines of differences"] if left > 0 else []
    return "\n  ".join([words, *change.lines[:EXTRACT], *more])


def write() -> None:
    """Write the tables anew and print what changed."""
    found = corpus_tables()
    differing = changes(kept_tables(), found)
    for change in differing:
        print(told(change))
        path = GOLDEN / change.name
        if change.name in found:
            path.write_bytes(found[change.name].encode())
        else:
            path.unlink()
    if differing:
        print("If these changes are meant, name them in CHANGELOG.md.")
    else:
        print(f"Nothing changed in the {len(found)} tables of golden results.")


def _edits(old: list[str], new: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return (edit for edit in matcher.get_opcodes() if edit[0] != "equal")


def _metadata(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        yield name, "genre", report.genre, "", ""
        for field, stated in sorted(report.metadata.items()):
            yield name, field, *stated


def _blocks(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        for b in report.blocks:
            text = _glimpse(report.wording(b))
            yield name, b.kind, b.level, b.marker, b.start, b.end, b.reason, text


def _sections(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        for s in report.sections:
            yield name, s.id, s.parent, s.level, s.marker, s.role, s.start, s.end, _glimpse(s.title)


def _sentences(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        for s in report.sentences:
            parts = " ".join(f"{start}-{end}" for start, end in s.parts)
            yield name, s.id, s.section, s.start, s.end, s.is_heading, parts


def _coded(reports: Reports) -> dict[str, tuple[Row, list[Row]]]:
    coder = Coder(load_codebook())
    codings: list[Row] = []
    evidence: list[Row] = []
    for name, report in reports.items():
        for c in coder.code(report):
            lists = (" ".join(c.themes), c.move, " ".join(c.flags), " ".join(c.instruments))
            codings.append((name, c.sentence.id, c.primary, *lists))
            evidence += [(name, c.sentence.id, *item) for item in c.evidence]
    codes = ("primary", "themes", "move", "flags", "instruments")
    return {
        "codings": (("report", "sentence", *codes), codings),
        "evidence": (("report", "sentence", "code", "rule", "start", "end"), evidence),
    }


def _quantities(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        for q in quantities(report):
            quote = _glimpse(q.quote)
            yield name, *(q._asdict() | {"quote": quote, "measures": ";".join(q.measures)}).values()


def _rejected(reports: Reports) -> Iterator[Row]:
    for name, report in reports.items():
        for rejected in not_quantities(report):
            yield name, *rejected


def _tokens(reports: Reports) -> Iterator[Row]:
    segmenter = Segmenter("rjieba")
    base = token_frame(reports, segmenter)
    for layer, frame in (("token", base), ("term", token_frame(reports, segmenter, "term"))):
        counts = count(frame, base=base)
        for term, row in zip(counts.terms, counts.dense().T.tolist(), strict=True):
            yield layer, term, *row


def _passages(reports: Reports) -> Iterator[Row]:
    for *places, text in passages_of(reports):
        yield *places, len(text), _glimpse(text)


def _glimpse(text: str) -> str:
    return "".join(text.split())[:_GLIMPSE]


def _csv(head: Row, rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


if __name__ == "__main__":
    write()
