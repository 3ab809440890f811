"""Code every sentence of a report: theme, move and named instruments, with the evidence.

One JSON object a sentence. Offsets are code points of the decoded file and ``text`` is what stands
there, as in ``parse``; a sentence that page furniture cuts has its ``parts``. ``evidence`` names
the code, the rule that gave it and the span it rests on; ``basis`` what the primary theme rests on.
With ``--summary`` one object instead: of how many sentences the theme rests on what.
"""

from __future__ import annotations

import argparse
import json

from govreports.codebook.loader import load_codebook
from govreports.codebook.model import Codebook
from govreports.coding.coder import Coder, Coding
from govreports.coding.confidence import basis_shares
from govreports.report.model import Report
from govreports.report.parse import read_report

HELP = "code every sentence of a report: theme, move, instruments, evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports code``."""
    parser.add_argument("file", metavar="FILE", help="a report as plain text")
    parser.add_argument(
        "--codebook", metavar="DIR", help="a folder of codebook files instead of the packaged ones"
    )
    parser.add_argument(
        "--summary", action="store_true", help="print only what the themes rest on, as shares"
    )


def run(args: argparse.Namespace) -> int:
    """Print JSON lines, one for each sentence in order, or one for the report."""
    report = read_report(args.file)
    codebook = load_codebook(args.codebook)
    codings = Coder(codebook).code(report)
    if args.summary:
        print(json.dumps(_summary(codings, codebook), ensure_ascii=False))
        return 0
    for coding in codings:
        print(json.dumps(_row(report, coding, codebook), ensure_ascii=False))
    return 0


def _summary(codings: tuple[Coding, ...], codebook: Codebook) -> dict[str, object]:
    return {
        "codebook": codebook.version,
        "sentences": len(codings),
        "basis": {
            basis: {"sentences": sentences, "share": round(share, 4)}
            for basis, sentences, share in basis_shares(codings)
        },
    }


def _row(report: Report, coding: Coding, codebook: Codebook) -> dict[str, object]:
    sentence = coding.sentence
    return {
        "id": sentence.id,
        "start": sentence.start,
        "end": sentence.end,
        "text": report.text[sentence.start : sentence.end],
        "primary": coding.primary,
        "themes": coding.themes,
        "basis": coding.basis,
        "move": coding.move,
        "flags": coding.flags,
        "instruments": [codebook.codes[code].zh for code in coding.instruments],
        "parts": [list(part) for part in sentence.parts],
        "evidence": [evidence._asdict() for evidence in coding.evidence],
    }
