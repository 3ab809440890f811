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
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from math import isnan

import numpy as np
import pandas as pd
from scipy import sparse

from govreports.errors import ReportError
from govreports.sources import report_files
from govreports.terms.counted import counted_lines
from govreports.terms.counts import Counts
from govreports.terms.dictionary import ENGINES
from govreports.terms.dispersion import dp_of_terms
from govreports.terms.segmentation import Layer
from govreports.terms.segmenter import LayerCounts, Segmenter, kind_of
from govreports.terms.stopwords import load_stopwords
from govreports.text.parse import read_report

HELP = "count base tokens and multiword terms of reports as CSV"
COLUMNS = ("term", "count", "per_10k", "reports", "dispersion", "layer", "kind", "stop", "gloss")
NUMERAL = "number or date"


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
    glosses = {term.term: term.gloss for term in segmenter.lexicon.terms}
    reasons = {entry.word: entry.reason for entry in load_stopwords()}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    written = False
    layers: dict[Layer, list[Counter[str]]] = {
        "token": [report.tokens for report in counted],
        "term": [report.terms for report in counted],
    }
    for layer, counters in layers.items():
        for row in rows(counters, sizes, layer, reasons, glosses):
            if not (args.without_stop_words and row[COLUMNS.index("stop")]):
                writer.writerow(row)
                written = True
    if not written:
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


def rows(
    counters: Sequence[Counter[str]],
    sizes: Sequence[int],
    layer: Layer,
    reasons: Mapping[str, str],
    glosses: Mapping[str, str],
) -> Iterator[tuple[object, ...]]:
    """The rows of one layer in the order of ``COLUMNS``, the most frequent first."""
    counts = tabulate(counters, sizes)
    totals = counts.table.sum(axis=0)
    reports = np.bincount(counts.table.indices, minlength=len(totals))
    spread = dp_of_terms(counts) if len(counters) > 1 else np.full(len(totals), np.nan)
    rates = totals * 10_000 / counts.sizes.sum()
    order = np.argsort(-totals, kind="stable")
    columns = (column[order].tolist() for column in (totals, rates, reports, spread))
    for term, total, rate, held, dp in zip(counts.terms[order], *columns, strict=True):
        kind = "term" if layer == "term" else kind_of(term)
        yield (
            term,
            total,
            f"{rate:.4f}",
            held,
            "" if isnan(dp) else f"{dp:.4f}",
            layer,
            kind,
            NUMERAL if kind == "number" else reasons.get(term, ""),
            glosses.get(term, "") if layer == "term" else "",
        )


def tabulate(counters: Sequence[Counter[str]], sizes: Sequence[int]) -> Counts:
    """The counters of some reports as one count table, terms in code-point order."""
    terms = sorted(set().union(*counters))
    column = {term: place for place, term in enumerate(terms)}
    starts = np.cumsum([0, *map(len, counters)])
    places = map(column.__getitem__, chain.from_iterable(counters))
    indices = np.fromiter(places, dtype=np.int64, count=starts[-1])
    held = chain.from_iterable(counter.values() for counter in counters)
    values = np.fromiter(held, dtype=np.int64, count=starts[-1])
    table = sparse.csr_array((values, indices, starts), shape=(len(counters), len(terms)))
    parts = pd.DataFrame({"report": range(len(counters))})
    return Counts(table, np.asarray(sizes, dtype=np.int64), parts, pd.Index(terms, dtype=object))
