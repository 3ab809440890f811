"""Write codings for other software: REFI-QDA, a table, or sentences with their tokens.

``qdpx`` and ``qdc`` are REFI-QDA; ``csv`` and ``xlsx`` a table, in the workbook with text kept as
text; ``conll`` a line a token, ``spacy`` a line of JSON a sentence, for those who train models.
The rule codings are one user's, hand codings those of further users. Without PATH the reports
and hand codings are those of the corpus folder. Reports that lie in a corpus with a mask list
are exported masked: each code point of a listed name is ■, so that places hold.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from govreports.atomic import write_bytes
from govreports.cli.inputs import PATHS, Inputs
from govreports.cli.telling import add_bom
from govreports.codebook.loader import load_codebook
from govreports.codebook.model import Codebook
from govreports.coding.handcodings import Codings, by_rules, read_all_codings, read_codings
from govreports.corpus.sources import (
    Masked,
    corpus_reports,
    masked_corpora,
    masked_reports,
    named_files,
    resolved,
    without_names,
)
from govreports.errors import ArgumentError
from govreports.readers.source import report_of
from govreports.refi import projects
from govreports.refi.archive import pack
from govreports.refi.codebook import codebook_document
from govreports.report.model import Report

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("qdpx", "qdc", "csv", "xlsx", "conll", "spacy")
HELP = f"write codings for other software ({', '.join(FORMATS)})"
EPOCH = "SOURCE_DATE_EPOCH"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports export``."""
    parser.add_argument("paths", nargs="*", metavar="PATH", help=PATHS)
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), metavar="DIR")
    parser.add_argument(
        "--codings", nargs="+", metavar="FILE", help="hand codings (default: DIR/codings/*.csv)"
    )
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    add_bom(parser)
    parser.add_argument(
        "--date", metavar="YYYY-MM-DD", help=f"date to write (default: {EPOCH}, else 1980-01-01)"
    )


def run(args: argparse.Namespace) -> int:
    """Write the file and say on standard error what it holds."""
    created = _moment(args.date)
    codebook = load_codebook(args.codebook)
    inputs = Inputs(args.paths, once=True)
    masked = masked_corpora([*inputs.files, args.corpus])
    names = frozenset[str]().union(*(corpus.names for corpus in masked.values()))
    options = {"mask": lambda text: without_names(text, names)}
    if args.format == "qdc":
        if args.paths or args.codings:
            raise ArgumentError("a codebook (qdc) holds no reports or codings: leave them out")
        content = projects.to_xml(codebook_document(codebook, **options))
        _write(args.out, content, f"{len(codebook.codes)} codes")
        return 0
    reports = _published(inputs, masked) if args.paths else corpus_reports(args.corpus, masked)
    if not reports:
        return inputs.status
    codings = [by_rules(reports, codebook), *_hand_codings(args, codebook, reports)]
    if args.format == "qdpx":
        parts = projects.project(reports, codings, codebook, created=created, **options)
        content = pack(*parts, created)
    elif args.format in ("conll", "spacy"):
        content = _lines(args.format, reports, codings)
    else:
        content = _table(projects.table(reports, codings, **options), args.format, bom=args.bom)
    units = sum(len(coding.units) for coding in codings)
    _write(
        args.out, content, f"{len(reports)} reports, {len(codings)} coders, {units} coded sentences"
    )
    return inputs.status if args.paths else 0


def _table(table: pd.DataFrame, form: str, *, bom: bool) -> bytes:
    if form == "xlsx":
        from govreports.workbook import workbook

        return workbook({"codings": table})
    return table.to_csv(index=False, lineterminator="\n").encode("utf-8-sig" if bom else "utf-8")


def _lines(form: str, reports: Mapping[str, Report], codings: list[Codings]) -> bytes:
    from govreports.coding.annotated import conll, spacy_lines
    from govreports.words.segmenter import Segmenter

    written = conll if form == "conll" else spacy_lines
    return "".join(f"{line}\n" for line in written(reports, codings, Segmenter())).encode("utf-8")


def _published(inputs: Inputs, masked: Mapping[Path, Masked]) -> dict[str, Report]:
    read = dict(inputs.each(report_of))
    known = masked_reports(masked)
    return {
        name: known.get(resolved(file)) or report
        for name, (file, report) in zip(named_files(read), read.items(), strict=True)
    }


def _hand_codings(
    args: argparse.Namespace, codebook: Codebook, reports: Mapping[str, Report]
) -> list[Codings]:
    if not args.codings and not args.paths:
        return [*read_all_codings(args.corpus / "codings", codebook, reports)]
    return [read_codings(path, codebook, reports) for path in args.codings or ()]


def _moment(given: str | None) -> datetime:
    epoch = os.environ.get(EPOCH)
    try:
        if given is not None:
            return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC)
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else projects.UNDATED
    except (ValueError, OverflowError, OSError) as error:
        raise ArgumentError(f"no date: {given if given is not None else epoch!r}") from error


def _write(path: Path, content: bytes, what: str) -> None:
    write_bytes(path, content)
    print(f"{path}: {what}", file=sys.stderr)
