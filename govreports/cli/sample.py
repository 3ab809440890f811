"""Draw a sample of sentences to code by hand, and keep what the rules gave them in a file apart.

Text files, saved web pages, PDF and Word documents are read, and folders of them. The sentences
are drawn at random within strata of genre and of the rules' primary theme, and of each stratum at
least three. The folder DIR then holds the texts (reports/), the sentences with what stands around
them (sentences.html), a coding to fill in (coding.csv with coding.yaml) and the rules' codes of
the same sentences (rules.csv); with --desk also a page at which to code, which saves such a
coding. Fill in the first, then run
``govreports agreement DIR/coding.csv DIR/rules.csv --corpus DIR``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from govreports.cli.arguments import whole_number
from govreports.codebook.loader import load_codebook
from govreports.coding.to_code import sample_files
from govreports.corpus.sources import masked_corpora
from govreports.errors import ArgumentError, DataError, ReportError
from govreports.folder.files import find, printable
from govreports.readers.source import read_source
from govreports.report.parse import parse
from govreports.stats.intervals import SEED

HELP = "draw a sample of sentences to check the rules on"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``govreports sample``."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a report, or a folder of them")
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
    failures: list[str] = []
    texts = _texts(args.paths, failures)
    for failure in failures:
        print(f"govreports: {printable(failure)}", file=sys.stderr)
    if not texts:
        return 2
    codebook = load_codebook(args.codebook)
    files = sample_files(texts, args.n, codebook, seed=args.seed, desk=args.desk)
    write_folder(args.out, files)
    print(
        f"{len(files['coding.csv'].splitlines()) - 1} sentences to code: read"
        f" {args.out / 'sentences.html'}, fill in {args.out / 'coding.csv'}",
        file=sys.stderr,
    )
    return 3 if failures else 0


def _texts(paths: Iterable[str], failures: list[str]) -> dict[str, str]:
    """The texts of reports by name, names of private persons masked where a corpus masks them."""
    files = [*dict.fromkeys(_files(paths))]
    masked = {
        os.path.realpath(path): corpus.reports[name].text
        for corpus, _ in masked_corpora(files).values()
        for name, path in corpus.paths.items()
    }
    texts: dict[str, str] = {}
    for path in files:
        try:
            text = masked.get(os.path.realpath(path)) or read_source(path).text
            texts[_free(printable(path.stem), texts)] = checked(text, path)
        except ReportError as error:
            failures.append(str(error))
    return texts


def checked(text: str, path: Path) -> str:
    """The text, if it holds a report; ``ReportError`` naming the file where not."""
    try:
        parse(text)
    except ReportError as error:
        raise ReportError(f"{path}: {error}") from None
    return text


def _files(paths: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, paths):
        if path.is_dir():
            yield from (found.path for found in find(path))
        else:
            yield path


def _free(name: str, taken: Iterable[str]) -> str:
    numbered = (f"{name}-{number}" for number in range(2, len([*taken]) + 3))
    return next(one for one in (name, *numbered) if one not in taken)


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
