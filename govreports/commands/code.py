"""Code every sentence of a report: theme, move and named instruments, with the evidence.

One JSON object a sentence. Offsets are code points of the decoded file; ``evidence`` names the
code, the rule that gave it and the span it rests on.
"""

from __future__ import annotations

import argparse
import json

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder, Coding
from govreports.text.model import Report
from govreports.text.parse import read_report

HELP = "code every sentence of a report: theme, move, instruments, evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports code``."""
    parser.add_argument("file", metavar="FILE", help="a report as plain text")
    parser.add_argument(
        "--codebook", metavar="DIR", help="a folder of codebook files instead of the packaged ones"
    )


def run(args: argparse.Namespace) -> int:
    """Print JSON lines, one for each sentence in order."""
    report = read_report(args.file)
    coder = Coder(load_codebook(args.codebook))
    print("\n".join(json.dumps(_row(report, c), ensure_ascii=False) for c in coder.code(report)))
    return 0


def _row(report: Report, coding: Coding) -> dict[str, object]:
    sentence = coding.sentence
    return {
        "id": sentence.id,
        "start": sentence.start,
        "end": sentence.end,
        "text": report.wording(sentence),
        "primary": coding.primary,
        "themes": coding.themes,
        "move": coding.move,
        "flags": coding.flags,
        "instruments": coding.instruments,
        "evidence": [evidence._asdict() for evidence in coding.evidence],
    }
