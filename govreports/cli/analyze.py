"""Analyse every report of a folder: tables, figures and a page.

Any folder with its subfolders is read: text files, saved web pages (.html), PDF and Word
documents (.docx). Tables come as CSV and Parquet, with the text that was read beside them, so that
every offset resolves; what was left out is in rejected.csv, each file with its reason. Files of
kinds that are not read (pictures, .xlsx …) are told by their number. A run that was interrupted or
killed goes on where it was. Genres are never pooled; a report that repeats another is left out of
pooled figures. Places where a report may name a private person are listed in names-to-check.csv;
--mask replaces those that it lists by ■, nothing is masked without it. Reports of one issuer are
followed from year to year. Exit status 3 says that files were rejected, 2 that nothing could be
used.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from govreports.cli.arguments import whole_number
from govreports.cli.language import page_worded, phrase_worded, worded
from govreports.cli.telling import INTERRUPTED, NOTHING_USED, SOME_REFUSED, add_bom, by_kind, tell
from govreports.wording import how_many
from govreports.words.dictionary import ENGINES

HELP = "analyse a folder of reports: tables, figures, a page"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports analyze``."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="a folder of reports")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where results go")
    parser.add_argument("--engine", choices=ENGINES, default="jieba", help="default: jieba")
    parser.add_argument(
        "--metadata", type=Path, metavar="FILE", help="CSV: file, and what the texts do not say"
    )
    add_bom(parser)
    parser.add_argument(
        "--mask",
        type=Path,
        metavar="FILE",
        help="CSV of places to replace by ■ in all that is written: report,start,end,reason, or"
        " rows of names-to-check.csv",
    )
    parser.add_argument(
        "--no-reuse",
        dest="reuse",
        action="store_false",
        help="leave out what compares texts: near duplicates and text carried over the years",
    )
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--workers", type=whole_number(1), default=1, metavar="N", help="processes (default: 1)"
    )
    where.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler")


def run(args: argparse.Namespace) -> int:
    """Write the results and say on standard error what came of it."""
    # A command draws to files, whatever screen there is; matplotlib reads this when it is imported.
    os.environ.setdefault("MPLBACKEND", "Agg")
    from govreports.folder.meter import Meter
    from govreports.folder.run import Options, analyse_folder

    options = Options(
        engine=args.engine,
        workers=args.workers,
        scheduler=args.scheduler,
        metadata=args.metadata,
        masks=args.mask,
        bom=args.bom,
        reuse=args.reuse,
        worded=page_worded,
        say=phrase_worded,
    )
    meter = Meter(worded)
    try:
        outcome = analyse_folder(args.folder, args.out, options, progress=meter)
    except KeyboardInterrupt:
        meter.end()
        tell("interrupted; the same command goes on from here")
        return INTERRUPTED
    finally:
        meter.end()
    if outcome.passed_over:
        tell(f"passed over, of kinds that are not read: {by_kind(outcome.passed_over)}")
    shown = "index.html" if outcome.reports else "rejected.csv"
    tell(
        f"{how_many(outcome.reports, 'report')} analysed,"
        f" {how_many(outcome.rejected, 'file')} left out: {args.out / shown}"
    )
    if not outcome.reports:
        return NOTHING_USED
    return SOME_REFUSED if outcome.rejected else 0
