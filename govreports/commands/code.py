"""Code every sentence of a report: theme, move and named instruments, with the evidence.

One JSON object a sentence. Offsets are code points of the decoded file and ``text`` is what stands
there, as in ``parse``; a sentence that page furniture cuts has its ``parts``. ``evidence`` names
the code, the rule that gave it and the span it rests on.
"""

from __future__ import annotations

import argparse
import json

from govreports.coding.codebook import load_codebook
from govreports.coding.coder import Coder, Coding
from govreports.coding.codes import Codebook
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
    codebook = load_codebook(args.codebook)
    for coding in Coder(codebook).code(report):
        print(json.dumps(_row(report, coding, codebook), ensure_ascii=False))
    return 0


def _row(report: Report, coding: Coding, codebook: Codebook) -> dict[str, object]:
    sentence = coding.sentence
    return {
        "id": sentence.id,
        "start": sentence.start,
        "end": sentence.end,
        "text": report.text[sentence.start : sentence.end],
        "primary": coding.primary,
        "themes": coding.themes,
        "move": coding.move,
        "flags": coding.flags,
        "instruments": [codebook.codes[code].zh for code in coding.instruments],
        "parts": [list(part) for part in sentence.parts],
        "evidence": [evidence._asdict() for evidence in coding.evidence],
    }
