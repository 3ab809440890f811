"""Print the base tokens of one report as JSON lines, in the order of the text.

Segmented are the headings and the body's paragraphs: what every count rests on. Left out are
page chrome, title, catalogue cards, addressee, signature, date and annexes. ``start`` and
``end`` are code points of the decoded file, ``text`` what stands there; a token that a line break
parts has its word without the break in ``joined``. ``kind`` is word, number or punctuation.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from govreports.errors import ReportError
from govreports.report.parse import read_report
from govreports.words.dictionary import ENGINES
from govreports.words.segmentation import (
    PlacedTerm,
    Segmenter,
    report_terms,
    segment_report,
)
from govreports.words.segmenter import has_han

HELP = "print the base tokens of one report as JSON lines"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, the engine, and whether to list multiword terms."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a report as published")
    parser.add_argument("--engine", choices=ENGINES, default="jieba", help="default: jieba")
    parser.add_argument(
        "--terms", action="store_true", help="list the multiword terms each token belongs to"
    )


def run(args: argparse.Namespace) -> int:
    """Write one JSON object a token."""
    report = read_report(args.file)
    segmenter = Segmenter(args.engine)
    tokens = segment_report(report, segmenter)
    if not has_han("".join(token.text for token in tokens)):
        raise ReportError(f"{args.file}: no Chinese text to segment")
    holding: dict[int, list[dict[str, object]]] = defaultdict(list)
    if args.terms:
        for term in report_terms(report, segmenter):
            for place in range(term.start, term.end):
                holding[place].append(_term(term))
    for token in tokens:
        row = token._asdict()
        row["text"] = report.text[token.start : token.end]
        if row["text"] != token.text:
            row["joined"] = token.text
        if args.terms:
            row["terms"] = holding.get(token.start, [])
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 0


def _term(term: PlacedTerm) -> dict[str, object]:
    return {"term": term.text, "start": term.start, "end": term.end}
