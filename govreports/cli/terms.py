"""Count the terms of reports: a CSV table, most frequent first.

Two layers, never added up: ``token`` rows count base tokens (punctuation left out), ``term``
rows count multiword terms, longest match first, none inside another. ``per_10k`` is the count
per 10,000 base tokens without punctuation, in both layers. ``reports`` is the number of reports
that hold the term. ``dispersion`` is Gries' DP over reports, not normalised: 0 is perfectly even,
towards 1 is all in one small report; empty where there is only one report. ``stop`` says
why a ranking may leave the term out (empty: keep it); ``gloss`` is English, where known.

Counted are headings and paragraphs. Each path given is a report of its own, even if given twice.
"""

from __future__ import annotations

import argparse

from govreports.cli.inputs import Inputs, add_paths
from govreports.cli.telling import add_bom, print_csv, tell
from govreports.errors import ReportError
from govreports.readers.source import Source, report_of
from govreports.words.counted_text import counted_lines
from govreports.words.dictionary import ENGINES
from govreports.words.frequency import table_of_layers, tabulate
from govreports.words.segmenter import LayerCounts, Segmenter

HELP = "count base tokens and multiword terms of reports as CSV"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the reports, the engine, and whether to leave stop words out."""
    add_paths(parser, places=False)
    parser.add_argument("--engine", choices=ENGINES, default="jieba", help="default: jieba")
    parser.add_argument(
        "--without-stop-words", action="store_true", help="leave out the rows that have a `stop`"
    )
    add_bom(parser)


def run(args: argparse.Namespace) -> int:
    """Write the table to standard output."""
    inputs = Inputs(args.paths)
    # All are read before any is counted: taking turns, each would push the other's tables out of
    # the processor's cache.
    texts = list(inputs.each(_counted_lines))
    segmenter = Segmenter(args.engine)
    counted = [counts for _, counts in inputs.tried(texts, lambda t: _counts(t, segmenter))]
    if not counted:
        return inputs.status
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
    print_csv(table, bom=args.bom, float_format="%.4f")
    if not len(table):
        tell("nothing is left to count: stop words only")
    return inputs.status


def _counted_lines(source: Source) -> str:
    return counted_lines(report_of(source, whole_paragraphs=True))


def _counts(text: str, segmenter: Segmenter) -> LayerCounts:
    """Both layers of a counted text; raise ``ReportError`` where there are no words to count."""
    counts = segmenter.counts(text)
    if not counts.tokens:
        raise ReportError("no words to count")
    return counts
