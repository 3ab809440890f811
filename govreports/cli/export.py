"""Write codings for other software: REFI-QDA, a table, or sentences with their tokens.

``qdpx`` and ``qdc`` are REFI-QDA; ``csv`` and ``xlsx`` a table, in the workbook with text kept as
text; ``conll`` a line a token, ``spacy`` a line of JSON a sentence, for those who train models.
The rule codings are one user's, hand codings those of further users. Without PATH the reports
and hand codings are those of the corpus folder. Reports that lie in a corpus with a mask list
are exported masked: each code point of a listed name is ■, so that places hold. Reports are read,
coded and written one by one (but for ``xlsx``, and where there are hand codings).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from govreports.atomic import open_whole, write_bytes
from govreports.cli.inputs import PATHS, Inputs
from govreports.cli.telling import BOM, add_bom, say
from govreports.codebook.loader import load_codebook
from govreports.codebook.model import Codebook
from govreports.coding.coded_reports import CodedReport, coded_reports, rules_first
from govreports.coding.handcodings import Codings, of_rules, read_all_codings, read_codings
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
from govreports.refi.archive import write_project
from govreports.refi.codebook import Mask, codebook_document
from govreports.report.model import Report
from govreports.wording import how_many

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

    def mask(text: str) -> str:
        return without_names(text, names)

    if args.format == "qdc":
        if args.paths or args.codings:
            raise ArgumentError("a codebook (qdc) holds no reports or codings: leave them out")
        write_bytes(args.out, codebook_document(codebook, mask=mask))
        _tell(args.out, how_many(len(codebook.codes), "code"))
        return 0
    given = _each(inputs, masked) if args.paths else corpus_reports(args.corpus, masked).items()
    by_hand: list[Codings] = []
    if args.codings or not args.paths:
        # Codings by hand are checked against all reports that they may be about.
        held = dict(given)
        given, by_hand = held.items(), _hand_codings(args, codebook, held)
    reports = iter(given)
    first = next(reports, None)
    if first is None:
        return inputs.status
    coders = [of_rules({}, codebook), *by_hand]
    told = _Written(rules_first(coded_reports(chain([first], reports), by_hand), codebook))
    with open_whole(args.out) as file:
        if args.format == "qdpx":
            write_project(file, told, coders, codebook, created=created, mask=mask)
        else:
            file.writelines(_parts(told, args.format, mask, bom=args.bom))
    counts = (
        how_many(told.reports, "report"),
        how_many(len(coders), "coder"),
        how_many(told.units, "coded sentence"),
    )
    _tell(args.out, ", ".join(counts))
    return inputs.status if args.paths else 0


class _Written:
    """Coded reports as they are written, counted."""

    def __init__(self, coded: Iterable[CodedReport]) -> None:
        self._coded = coded
        self.reports = self.units = 0

    def __iter__(self) -> Iterator[CodedReport]:
        for one in self._coded:
            self.reports += 1
            self.units += len(one.units)
            yield one


def _parts(coded: Iterable[CodedReport], form: str, mask: Mask, *, bom: bool) -> Iterator[bytes]:
    """The bytes of a file in any form but a project, part by part."""
    if form == "xlsx":
        from govreports.workbook import workbook

        yield workbook({"codings": projects.table(coded, mask=mask)})
    elif form == "csv":
        yield (BOM * bom).encode()
        yield (",".join(projects.TABLE_COLUMNS) + "\n").encode()
        for one in coded:
            table = projects.table([one], mask=mask)
            yield table.to_csv(index=False, header=False, lineterminator="\n").encode("utf-8")
    else:
        from govreports.coding.annotated import conll, spacy_lines
        from govreports.words.segmenter import Segmenter

        written = conll if form == "conll" else spacy_lines
        for line in written(coded, Segmenter()):
            yield f"{line}\n".encode()


def _each(inputs: Inputs, masked: Mapping[Path, Masked]) -> Iterator[tuple[str, Report]]:
    """The reports of the files that can be used, named among all that were given."""
    known = masked_reports(masked)
    names = dict(zip(inputs.files, named_files(inputs.files), strict=True))
    for file, report in inputs.each(report_of):
        yield names[file], known.get(resolved(file)) or report


def _hand_codings(
    args: argparse.Namespace, codebook: Codebook, reports: Mapping[str, Report]
) -> list[Codings]:
    if not args.codings:
        return [*read_all_codings(args.corpus / "codings", codebook, reports)]
    return [read_codings(path, codebook, reports) for path in args.codings]


def _moment(given: str | None) -> datetime:
    epoch = os.environ.get(EPOCH)
    try:
        if given is not None:
            return datetime.strptime(given, "%Y-%m-%d").replace(tzinfo=UTC)
        return datetime.fromtimestamp(int(epoch), UTC) if epoch else projects.UNDATED
    except (ValueError, OverflowError, OSError) as error:
        raise ArgumentError(f"no date: {given if given is not None else epoch!r}") from error


def _tell(path: Path, what: str) -> None:
    say(f"{path}: {what}")
