"""Compare codings of the same sentences: agreement coefficients and accuracy by code.

The first coding is the reference. Coefficients, precision and recall weigh each sentence by the
column ``weight`` of the first coding, the inverse of its chance of being drawn; confusion tables
count sentences. Intervals (95 %) come from resampling paragraphs. Two codings by rules or language
models have related errors: their agreement is not that of people.

Only sentences that both codings hold are compared; how many one of them holds alone is said. A
sentence that a coder left open has no row in the coding; a row without theme or move is an error.
The card that says who coded, a YAML file of the same name, lies beside each CSV file; fill in
``coder`` and ``date``. Where both gave all sentences
one and the same code, nothing could have gone apart by chance: kappa and alpha are then empty
(other packages print 1, nan or an error). Equal marginals and ties need no rule, since no code is
ordered.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from itertools import combinations, count
from pathlib import Path

import pandas as pd

from govreports.cli.arguments import whole_number
from govreports.cli.language import page_worded, phrase_worded, worded
from govreports.cli.telling import add_bom, print_csv, say, tell
from govreports.codebook.loader import load_codebook
from govreports.codebook.model import Codebook
from govreports.coding.agreement_page import agreement_page, agreement_text
from govreports.coding.comparison import Matched, compare, confusions, differences, match
from govreports.coding.handcodings import Codings, by_rules, read_codings
from govreports.coding.segments import is_table, read_segment_codings
from govreports.corpus.sources import corpus_reports
from govreports.errors import ArgumentError, DataError
from govreports.report.model import Report
from govreports.stats.intervals import SEED
from govreports.web_font import carrying
from govreports.wording import how_many

_PARTLY = (
    "only part of the sample is coded, and weights are those of the whole:"
    " read the figures as of these sentences alone"
)
_CODING = (
    "CSV file of a hand coding, or the table that codings --rename printed of a project of another"
    " program: a coding for each user; a selection codes the sentences of which it covers at least"
    " half, and the one in which at least half of it lies; the theme that covers most of a sentence"
    " is its primary one, and without moves themes alone are compared"
)
HELP = "compare codings of the same sentences: agreement, precision, recall"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports agreement``."""
    parser.add_argument("codings", nargs="+", metavar="CODING", help=_CODING)
    parser.add_argument(
        "--rules", action="store_true", help="compare with what the rules of the codebook give too"
    )
    parser.add_argument(
        "--corpus",
        default="corpus",
        metavar="DIR",
        help="folder of the reports that were coded (default: corpus): what sample wrote, or, for"
        " the desk of the book, the corpus of its data",
    )
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")
    parser.add_argument("--format", choices=("csv", "json", "text"), default="csv")
    parser.add_argument(
        "--out",
        metavar="DIR",
        help="write figures.csv, confusion.csv, differences.csv and a page, index.html, there too",
    )
    add_bom(parser)
    parser.add_argument("--replicates", type=whole_number(1), default=2000, metavar="N")
    parser.add_argument("--seed", type=whole_number(0), default=SEED, metavar="N")


def run(args: argparse.Namespace) -> int:
    """Print one table with a row for each figure of each pair of codings."""
    if not Path(args.corpus).is_dir():
        raise DataError(
            f"{args.corpus}: no such folder; --corpus names the folder of the reports that were"
            " coded: what sample wrote, or, for the desk of the book, the corpus of its data"
        )
    codebook = load_codebook(args.codebook)
    reports = corpus_reports(Path(args.corpus))
    codings = [one for path in args.codings for one in _read(path, codebook, reports)]
    if args.rules:
        codings.append(by_rules(reports, codebook))
    codings = _told_apart(codings)
    if len(codings) < 2:
        raise ArgumentError("one coding has nothing to agree with: give another, or --rules")
    pairs = list(combinations(codings, 2))
    said = []
    for a, b in pairs:
        pair = match(a, b, reports)
        common = how_many(len(pair.a), "sentence")
        said.append(
            f"{a.name} ({a.coder}) and {b.name} ({b.coder}): {common} in common,"
            f" {pair.only_a} and {pair.only_b} of one only"
        )
        say(said[-1])
        if _is_partial(pair, whole=args.rules and b is codings[-1]):
            say(_PARTLY)
            said[-1] += f"; {_PARTLY}"
    options = {"replicates": args.replicates, "seed": args.seed}
    figures = pd.concat(
        [compare(a, b, codebook, reports, **options) for a, b in pairs], ignore_index=True
    )
    confused = pd.concat([confusions(a, b, codebook, reports) for a, b in pairs])
    differing = pd.concat([differences(a, b, reports) for a, b in pairs])
    if args.out:
        _write(Path(args.out), figures, confused, differing, said)
    if args.format == "json":
        print(figures.to_json(orient="records", force_ascii=False, indent=1, double_precision=6))
    elif args.format == "text":
        told = list(map(worded, said))
        print(agreement_text(told, figures, confused, differing, phrase_worded))
    else:
        print_csv(_rounded(figures), bom=args.bom, float_format="%.4f")
    return 0


def _read(path: str, codebook: Codebook, reports: Mapping[str, Report]) -> Sequence[Codings]:
    """The codings of a file: its one, or one for each user of a table that ``codings`` printed."""
    if not is_table(path):
        return [read_codings(path, codebook, reports)]
    found = read_segment_codings(path, codebook, reports)
    for line in found.left:
        tell(line)
    return found.codings


def _told_apart(codings: Sequence[Codings]) -> list[Codings]:
    """The codings, with a number after a name that an earlier one has."""
    apart: dict[str, Codings] = {}
    for one in codings:
        names = (f"{one.name} {n}" if n > 1 else one.name for n in count(1))
        name = next(name for name in names if name not in apart)
        apart[name] = one._replace(name=name)
    return [*apart.values()]


def _is_partial(pair: Matched, *, whole: bool) -> bool:
    """Whether a sample is coded in part; ``whole`` where the second codes all there is.

    Weights of a sample sum to the sentences that it was drawn from.
    """
    weights = [unit.weight for unit in pair.a]
    if max(weights, default=1) == 1:
        return False  # no sample, or of all there is
    if not whole:
        return bool(pair.only_a or pair.only_b)
    return sum(weights) < 0.95 * (len(pair.b) + pair.only_b)


def _rounded(table: pd.DataFrame) -> pd.DataFrame:
    """To four places, and no zero with a minus before it."""
    return table.assign(**(table.select_dtypes("float").round(4) + 0.0))


def _write(
    folder: Path,
    figures: pd.DataFrame,
    confused: pd.DataFrame,
    differing: pd.DataFrame,
    said: list[str],
) -> None:
    tables = {"figures": figures, "confusion": confused, "differences": differing}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            _rounded(table).to_csv(
                folder / f"{name}.csv", index=False, float_format="%.4f", lineterminator="\n"
            )
        page = carrying(page_worded(agreement_page(said, figures, confused, differing)))
        (folder / "index.html").write_text(page, encoding="utf-8")
    except OSError as error:
        raise DataError(f"{folder}: cannot be written ({error.strerror})") from None
