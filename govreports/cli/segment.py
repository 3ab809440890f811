"""Print the base tokens of reports as JSON lines, in the order of the text.

Segmented are the headings and the body's paragraphs: what every count rests on. Left out are
page chrome, title, catalogue cards, addressee, signature, date and annexes. ``start`` and
``end`` are code points of the text that was read, ``text`` what stands there; a token that a line
break parts has its word without the break in ``joined``. ``kind`` is word, number or punctuation.
With several files each line has ``file`` first.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from govreports.cli.inputs import Inputs, add_paths
from govreports.errors import ReportError
from govreports.readers.source import report_of
from govreports.report.model import Report
from govreports.words.dictionary import ENGINES
from govreports.words.segmentation import (
    PlacedTerm,
    Segmenter,
    report_terms,
    segment_report,
)
from govreports.words.segmenter import has_han

HELP = "print the base tokens of reports as JSON lines"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the files, the engine, and whether to list multiword terms."""
    add_paths(parser)
    parser.add_argument("--engine", choices=ENGINES, default="jieba", help="default: jieba")
    parser.add_argument(
        "--terms", action="store_true", help="list the multiword terms each token belongs to"
    )


def run(args: argparse.Namespace) -> int:
    """Write one JSON object a token."""
    segmenter = Segmenter(args.engine)
    return Inputs(args.paths, args.text_out).print_lines(
        lambda source: _rows(report_of(source), segmenter, with_terms=args.terms)
    )


def _rows(report: Report, segmenter: Segmenter, *, with_terms: bool) -> Iterator[dict[str, Any]]:
    tokens = segment_report(report, segmenter)
    if not has_han("".join(token.text for token in tokens)):
        raise ReportError("no Chinese text to segment")
    holding: dict[int, list[dict[str, object]]] = defaultdict(list)
    if with_terms:
        for term in report_terms(report, segmenter):
            for place in range(term.start, term.end):
                holding[place].append(_term(term))
    for token in tokens:
        row: dict[str, Any] = token._asdict()
        row["text"] = report.text[token.start : token.end]
        if row["text"] != token.text:
            row["joined"] = token.text
        if with_terms:
            row["terms"] = holding.get(token.start, [])
        yield row


def _term(term: PlacedTerm) -> dict[str, object]:
    return {"term": term.text, "start": term.start, "end": term.end}
