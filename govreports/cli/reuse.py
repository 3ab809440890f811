"""Print every maximal passage that reports share or repeat, as JSON lines.

A passage is text of the same characters at two places of the reports' headings and paragraphs
that cannot be made longer at either end. Page chrome, titles, metadata and annexes are left out
unless --whole-file is given. With --near, sentences that were carried over and changed are
printed instead, with what changed.

A file that two paths lead to is one report, called by the first. Places count in the text that was
read.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable

from govreports.cli.arguments import whole_number
from govreports.cli.inputs import Inputs, add_paths
from govreports.readers.source import report_of
from govreports.repeats.near_duplicates import NearRepeat, near_repeats
from govreports.repeats.shared import MIN_LENGTH, all_stretches, shared_passages, whole_file

HELP = "list the passages that reports share or repeat"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports reuse``."""
    add_paths(parser)
    parser.add_argument(
        "--min-length",
        type=whole_number(1),
        default=MIN_LENGTH,
        metavar="N",
        help="shortest passage in characters (default: %(default)s)",
    )
    compared = parser.add_mutually_exclusive_group()
    compared.add_argument(
        "--whole-file",
        action="store_true",
        help="compare the files as they are, chrome and line breaks included",
    )
    compared.add_argument(
        "--near", action="store_true", help="print sentences that nearly repeat one another"
    )


def run(args: argparse.Namespace) -> int:
    """Compare the reports and print one JSON object a passage, or a pair of sentences."""
    inputs = Inputs(args.paths, args.text_out, once=True)
    reports = dict(inputs.each(report_of))
    results: Iterable[dict[str, object]]
    if args.near:
        results = (_as_json(pair) for pair in near_repeats(reports))
    else:
        stretches = (
            [whole_file(path, report) for path, report in reports.items()]
            if args.whole_file
            else all_stretches(reports)
        )
        results = (p._asdict() for p in shared_passages(stretches, args.min_length))
    for result in results:
        print(json.dumps(result, ensure_ascii=False))
    return inputs.status


def _as_json(pair: NearRepeat) -> dict[str, object]:
    return pair._asdict() | {"changes": [change._asdict() for change in pair.changes]}
