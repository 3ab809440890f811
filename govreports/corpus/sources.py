"""Reports that a command is given by path, or finds in a corpus folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from govreports.corpus.masks import MASK, load_masks, masked_names
from govreports.corpus.reading import MASKS, REGISTER, REPORTS, Corpus, load_corpus, masked_corpus
from govreports.errors import CorpusError, DataError, ReportError
from govreports.report.model import Report
from govreports.report.parse import read_report


class Masked(NamedTuple):
    """A corpus as it may be published, and the names that its mask list hides."""

    corpus: Corpus
    names: frozenset[str]


def report_files(paths: Iterable[str]) -> Iterator[str]:
    """The files named, and for a folder its .txt files in the order of their names.

    Raises ``ReportError`` where a folder holds no .txt file.
    """
    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        files = sorted(Path(path).glob("*.txt"))
        if not files:
            raise ReportError(f"{path}: the folder holds no .txt file")
        yield from map(str, files)


def named_files(files: Iterable[str]) -> dict[str, Path]:
    """The files by their stems, the names of the reports in them.

    Raises ``DataError`` where two have one name.
    """
    named: dict[str, Path] = {}
    for file in map(Path, files):
        if file.stem in named:
            raise DataError(f"{file}: another report is called {file.stem!r} as well")
        named[file.stem] = file
    return named


def masked_corpora(paths: Iterable[str | Path]) -> dict[Path, Masked]:
    """The corpora with a mask list that these paths are, or that these files or folders lie in.

    Each is read once; the keys are the folders with links and dots resolved.
    """
    candidates = (
        folder
        for path in paths
        for place in [Path(path).resolve()]
        for folder in (place, place.parent, place.parent.parent)
    )
    return {
        folder: _masked(folder)
        for folder in dict.fromkeys(candidates)
        if (folder / REGISTER).is_file() and (folder / MASKS).is_file()
    }


def corpus_reports(folder: Path, masked: Mapping[Path, Masked] | None = None) -> dict[str, Report]:
    """The reports of a corpus folder by identifier, masked where it is one of ``masked``.

    A folder with a register must agree with it; without one, its ``reports`` (or the folder
    itself) are read file by file. Raises ``CorpusError`` or ``ReportError`` where there is no
    report to read.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; name the corpus with --corpus DIR")
    if masked and folder.resolve() in masked:
        return dict(masked[folder.resolve()].corpus.reports)
    if (folder / REGISTER).is_file():
        return dict(load_corpus(folder).reports)
    inner = folder / REPORTS if (folder / REPORTS).is_dir() else folder
    return published_reports(list(report_files([str(inner)])), masked or {})


def published_reports(files: Sequence[str], masked: Mapping[Path, Masked]) -> dict[str, Report]:
    """The reports by the stems of their files, masked where they lie in one of these corpora.

    Raises ``DataError`` where two have one name.
    """
    named = named_files(files)
    known = {
        path.resolve(): corpus.reports[name]
        for corpus, _ in masked.values()
        for name, path in corpus.paths.items()
    }
    return {name: known.get(file.resolve()) or read_report(file) for name, file in named.items()}


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with each of these names replaced by as many ■."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, MASK * len(name))
    return text


def _masked(folder: Path) -> Masked:
    corpus = load_corpus(folder)
    masks = load_masks(folder / MASKS, corpus.reports)
    return Masked(masked_corpus(corpus, masks), masked_names(corpus.reports, masks))
