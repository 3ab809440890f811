"""Count the terms of reports: a CSV table, most frequent first.

Two layers, never added up: ``token`` rows count base tokens (punctuation left out), ``term``
rows count multiword terms, longest match first, none inside another. ``per_10k`` is the count
per 10,000 base tokens without punctuation, in both layers. ``reports`` is the number of reports
that hold the term. ``dispersion`` is Gries' DP over reports, not normalised: 0 is perfectly even,
towards 1 is all in one small report; empty where there is only one report. ``stop`` says
why a ranking may leave the term out (empty: keep it); ``gloss`` is English, where known.

Counted are headings and paragraphs. A path may be a folder: then all its .txt files, sorted.
Each path given is a report of its own, even if given twice.
"""

from __future__ import annotations

import argparse
import sys

from govreports.corpus.sources import report_files
from govreports.errors import ReportError
from govreports.report.parse import read_report
from govreports.words.counted_text import counted_lines
from govreports.words.dictionary import ENGINES
from govreports.words.frequency import table_of_layers, tabulate
from govreports.words.segmenter import LayerCounts, Segmenter

HELP = "count base tokens and multiword terms of reports as CSV"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the reports, the engine, and whether to leave stop words out."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a report or a folder")
    parser.add_argument("--engine", choices=ENGINES, default="jieba", help="default: jieba")
    parser.add_argument(
        "--without-stop-words", action="store_true", help="leave out the rows that have a `stop`"
    )


def run(args: argparse.Namespace) -> int:
    """Write the table to standard output."""
    segmenter = Segmenter(args.engine)
    # All are read before any is counted: taking turns, each would push the other's tables out of
    # the processor's cache.
    texts = [
        (path, counted_lines(read_report(path, whole_paragraphs=True)))
        for path in report_files(args.paths)
    ]
    counted = [count_text(path, text, segmenter) for path, text in texts]
    sizes = [report.tokens.total() for report in counted]
    table = table_of_layers(
        {
            "token": tabulate([report.tokens for report in counted], sizes),
            "term": tabulate([report.terms for report in counted], sizes),
        },
        glosses={term.term: term.gloss for term in segmenter.lexicon.terms},
    )
    if args.without_stop_words:
        table = table[table["stop"] == ""]
    table.to_csv(sys.stdout, index=False, float_format="%.4f", lineterminator="\n")
    if not len(table):
        print("govreports: nothing is left to count: stop words only", file=sys.stderr)
    return 0


def count_text(path: str, text: str, segmenter: Segmenter) -> LayerCounts:
    """Both layers of the counted text of the report at ``path``.

    Raises:
        ReportError: there are no words to count.
    """
    counts = segmenter.counts(text)
    if not counts.tokens:
        raise ReportError(f"{path}: no words to count")
    return counts
