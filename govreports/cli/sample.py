"""Draw a sample of sentences to code by hand, and keep what the rules gave them in a file apart.

Text files, saved web pages, PDF and Word documents are read, and folders of them. The sentences
are drawn at random within strata of genre and of the rules' primary theme, of each stratum three
where --n suffices for that, and one at least. Of files with one and the same text only the first
is used. The folder DIR then holds the texts (reports/), the sentences with what stands around
them (sentences.html), a coding to fill in (coding.csv with coding.yaml) and the rules' codes of
the same sentences (rules.csv); with --desk also a page at which to code, which saves such a
coding. Fill in the first, then run
``govreports agreement DIR/coding.csv DIR/rules.csv --corpus DIR``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from govreports.cli.arguments import whole_number
from govreports.cli.inputs import PATHS, Inputs
from govreports.cli.telling import say, tell
from govreports.codebook.loader import load_codebook
from govreports.corpus.sources import masked_corpora, masked_reports, named_files, resolved
from govreports.desk.to_code import sample_files
from govreports.errors import ArgumentError, DataError
from govreports.readers.source import file_bytes, report_of, shown, source_of
from govreports.stats.intervals import SEED
from govreports.wording import how_many

HELP = "draw a sample of sentences to check the rules on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports sample``."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=PATHS)
    parser.add_argument("--n", type=whole_number(1), required=True, metavar="N", help="sentences")
    parser.add_argument("--out", type=Path, default=Path("sample"), metavar="DIR")
    parser.add_argument("--seed", type=whole_number(0), default=SEED, metavar="N")
    parser.add_argument("--desk", default="", metavar="FILE.html", help="a desk to code at, in DIR")
    parser.add_argument("--codebook", metavar="DIR", help="codebook instead of the packaged one")


def run(args: argparse.Namespace) -> int:
    """Write the folder and say on standard error what to do with it."""
    if args.desk and (Path(args.desk).name != args.desk or not args.desk.endswith(".html")):
        raise ArgumentError(f"--desk names a file of {args.out} that ends in .html")
    if args.out.exists():
        raise DataError(f"{args.out}: is there already; name another folder with --out")
    inputs = Inputs(args.paths, once=True)
    texts = _texts(inputs)
    if not texts:
        return inputs.status
    codebook = load_codebook(args.codebook)
    files = sample_files(texts, args.n, codebook, seed=args.seed, desk=args.desk)
    write_folder(args.out, files)
    drawn = len(files["coding.csv"].splitlines()) - 1
    asked = "" if drawn == args.n else f" ({args.n} asked for; one of each genre and theme is due)"
    told = f"{how_many(drawn, 'sentence')} to code{asked}"
    if args.desk:
        coding = "CODER.csv"
        told += f": open {args.out / args.desk} and save there"
    else:
        coding = str(args.out / "coding.csv")
        told += f": read {args.out / 'sentences.html'}, fill in {coding}"
    say(told)
    command = f"govreports agreement {coding} {args.out / 'rules.csv'} --corpus {args.out}"
    say(f"then: {command}")
    return inputs.status


def _texts(inputs: Inputs) -> dict[str, str]:
    """The texts of reports by name, names of private persons masked where a corpus masks them."""
    masked = masked_reports(masked_corpora(inputs.files))

    def text_of(file: str) -> str:
        if report := masked.get(resolved(file)):
            return report.text
        source = source_of(file_bytes(file))
        report = report_of(source)  # a file without a report is refused
        if report.genre == "other":
            others[file] = report.genre_reason
        return source.text

    others: dict[str, str] = {}  # why a text is of neither genre
    texts: dict[str, str] = {}
    first: dict[str, str] = {}  # file by text
    for file, text in inputs.tried(((file, file) for file in inputs.files), text_of):
        if (other := first.setdefault("".join(text.split()), file)) != file:
            tell(f"{shown(file)}: left out, its text is that of {shown(other)}")
        else:
            texts[file] = text
            if file in others:
                tell(
                    f"{shown(file)}: is of genre other ({others[file]}) and may be no report;"
                    " its sentences are drawn from all the same"
                )
    # Named when it is known which can be used: the folder that results gives the same names.
    return dict(zip(named_files(texts), texts.values(), strict=True))


def write_folder(folder: Path, files: dict[str, str]) -> None:
    """Write files into a new folder, all of them or none."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        try:
            for name, content in files.items():
                path = aside / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode("utf-8"))
            os.chmod(aside, 0o755)
            os.rename(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise DataError(f"{error.filename or folder}: {error.strerror}") from None
