"""Code every sentence of reports: theme, move and named instruments, with the evidence.

One JSON object a sentence, with several files each with its ``file`` first. Offsets are code points
of the text that was read and ``text`` is what stands there, as in ``parse``; a sentence that page
furniture cuts has its ``parts``. ``evidence`` names
the code, the rule that gave it and the span it rests on; ``basis`` what the primary theme rests on.
With ``--summary`` one object a report instead: of how many sentences the theme rests on what.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from govreports.cli.inputs import Inputs, add_paths
from govreports.codebook.loader import load_codebook
from govreports.codebook.model import Codebook
from govreports.coding.coder import Coder, Coding
from govreports.coding.confidence import basis_shares
from govreports.readers.source import Source, report_of
from govreports.report.model import Report

HELP = "code every sentence of reports: theme, move, instruments, evidence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports code``."""
    add_paths(parser)
    parser.add_argument(
        "--codebook", metavar="DIR", help="a folder of codebook files instead of the packaged ones"
    )
    parser.add_argument(
        "--summary", action="store_true", help="print only what the themes rest on, as shares"
    )


def run(args: argparse.Namespace) -> int:
    """Print JSON lines, one for each sentence in order, or one for each report."""
    codebook = load_codebook(args.codebook)
    coder = Coder(codebook)

    def rows(source: Source) -> Iterator[dict[str, Any]]:
        report = report_of(source)
        codings = coder.code(report)
        if args.summary:
            yield _summary(codings, codebook)
        else:
            yield from (_row(report, coding, codebook) for coding in codings)

    return Inputs(args.paths, args.text_out).print_lines(rows)


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
