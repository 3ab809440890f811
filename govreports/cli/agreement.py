"""Compare codings of the same sentences: agreement coefficients and accuracy by code.

The first coding is the reference. Intervals (95 %) come from resampling paragraphs. Two codings
by rules or language models have related errors: their agreement is not that of people.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from pathlib import Path

import pandas as pd

from govreports.cli.arguments import whole_number
from govreports.cli.telling import add_bom, print_csv
from govreports.codebook.loader import load_codebook
from govreports.coding.comparison import compare, match
from govreports.coding.handcodings import by_rules, read_codings
from govreports.corpus.sources import corpus_reports
from govreports.errors import ArgumentError

HELP = "compare codings of the same sentences: agreement, precision, recall"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports agreement``."""
    parser.add_argument("codings", nargs="+", metavar="CODING", help="CSV file of a hand coding")
    parser.add_argument("--rules", action="store_true", help="compare with the rules' coding too")
    parser.add_argument("--corpus", default="corpus", metavar="DIR", help="folder of the reports")
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    add_bom(parser)
    parser.add_argument("--replicates", type=whole_number(1), default=2000, metavar="N")
    parser.add_argument("--seed", type=whole_number(0), default=20, metavar="N")


def run(args: argparse.Namespace) -> int:
    """Print one table with a row for each figure of each pair of codings."""
    codebook = load_codebook(args.codebook)
    reports = corpus_reports(Path(args.corpus))
    codings = [read_codings(path, codebook, reports) for path in args.codings]
    if args.rules:
        codings.append(by_rules(reports, codebook))
    if len(codings) < 2:
        raise ArgumentError("one coding has nothing to agree with: give another, or --rules")
    tables = []
    for a, b in combinations(codings, 2):
        pair = match(a, b, reports)
        print(
            f"{a.name} ({a.coder}) and {b.name} ({b.coder}): {len(pair.a)} sentences in common,"
            f" {pair.only_a} and {pair.only_b} of one only",
            file=sys.stderr,
        )
        options = {"replicates": args.replicates, "seed": args.seed}
        tables.append(compare(a, b, codebook, reports, **options))
    table = pd.concat(tables, ignore_index=True)
    if args.format == "json":
        print(table.to_json(orient="records", force_ascii=False, indent=1, double_precision=6))
    else:
        print_csv(table, bom=args.bom, float_format="%.4f")
    return 0
