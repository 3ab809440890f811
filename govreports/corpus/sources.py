"""Reports that a command is given by path, or finds in a corpus folder."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from govreports.corpus.masks import MASK, load_masks, masked_names
from govreports.corpus.reading import MASKS, REGISTER, REPORTS, Corpus, load_corpus, masked_corpus
from govreports.errors import CorpusError, DataError
from govreports.readers.files import printable, report_files
from govreports.readers.source import read_report
from govreports.report.model import Report


class Masked(NamedTuple):
    """A corpus as it may be published, and the names that its mask list hides."""

    corpus: Corpus
    names: frozenset[str]


def named_files(files: Iterable[str]) -> dict[str, Path]:
    """The files by the names of the reports in them: their stems.

    Those that share one are told apart by the folders they stand in. Raises ``DataError`` where
    two are the same file.

    >>> list(named_files(["a/2021.txt", "b/2021.html", "b/plan.txt"]))
    ['a/2021', 'b/2021', 'plan']
    """
    paths = [Path(file) for file in files]
    alike = defaultdict(list)
    for path in paths:
        alike[path.stem].append(path.with_suffix("").parts)
    named: dict[str, Path] = {}
    for path in paths:
        name = _name_among(path.with_suffix("").parts, alike[path.stem])
        if name in named:
            raise DataError(f"{path}: another report is called {name!r} as well")
        named[name] = path
    return named


def _name_among(parts: Sequence[str], others: Sequence[Sequence[str]]) -> str:
    """As many of the last parts of a path as no other has."""
    for length in range(1, len(parts) + 1):
        ends = [other[-length:] for other in others]
        if ends.count(parts[-length:]) == 1:
            break
    return printable("/".join(parts[-length:]))


def masked_corpora(paths: Iterable[str | Path]) -> dict[Path, Masked]:
    """The corpora with a mask list that these paths are, or that these files or folders lie in.

    Each is read once; the keys are the folders with links and dots resolved.
    """
    candidates = (
        folder
        for path in paths
        for place in [resolved(path)]
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
    if masked and resolved(folder) in masked:
        return dict(masked[resolved(folder)].corpus.reports)
    if (folder / REGISTER).is_file():
        return dict(load_corpus(folder).reports)
    inner = folder / REPORTS if (folder / REPORTS).is_dir() else folder
    return published_reports(report_files([str(inner)]), masked or {})


def published_reports(files: Iterable[str], masked: Mapping[Path, Masked]) -> dict[str, Report]:
    """The reports by the names of their files, masked where they lie in one of these corpora.

    Raises ``DataError`` where two have one name.
    """
    known = masked_reports(masked)
    return {
        name: known.get(resolved(file)) or read_report(file)
        for name, file in named_files(files).items()
    }


def masked_reports(masked: Mapping[Path, Masked]) -> dict[Path, Report]:
    """The masked reports of these corpora by their files, links and dots resolved."""
    return {
        resolved(path): corpus.reports[name]
        for corpus, _ in masked.values()
        for name, path in corpus.paths.items()
    }


def resolved(path: str | Path) -> Path:
    """A path with links and dots resolved; links that lead nowhere stay as they are."""
    return Path(os.path.realpath(path))


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with each of these names replaced by as many ■."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, MASK * len(name))
    return text


def _masked(folder: Path) -> Masked:
    corpus = load_corpus(folder)
    masks = load_masks(folder / MASKS, corpus.reports)
    return Masked(masked_corpus(corpus, masks), masked_names(corpus.reports, masks))
