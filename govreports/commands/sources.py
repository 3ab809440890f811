"""Reports that a command is given by path, or finds in a corpus folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from govreports.claims.privacy import MASK, load_masks, masked_names
from govreports.corpus import MASKS, REGISTER, REPORTS, load_corpus, published_corpus
from govreports.errors import CorpusError, DataError
from govreports.text.model import Report
from govreports.text.parse import read_report


def corpus_reports(folder: Path, *, masked: bool = False) -> Mapping[str, Report]:
    """The reports of a corpus folder by identifier, as published where ``masked``.

    A folder with a register must agree with it; without one, its ``reports`` (or the folder
    itself) are read file by file. Raises ``CorpusError`` where there is no report to read.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; name the corpus with --corpus DIR")
    if (folder / REGISTER).is_file():
        with_masks = masked and (folder / MASKS).is_file()
        return (published_corpus if with_masks else load_corpus)(folder).reports
    inner = folder / REPORTS if (folder / REPORTS).is_dir() else folder
    return named_reports(sorted(inner.glob("*.txt")), f"{folder}: holds no report (*.txt)")


def named_reports(paths: Sequence[str | Path], none: str = "no report given") -> dict[str, Report]:
    """Parse reports, named by the stems of their files; two of one name are refused."""
    if not paths:
        raise CorpusError(none)
    reports: dict[str, Report] = {}
    for path in paths:
        name = Path(path).stem
        if name in reports:
            raise DataError(f"{path}: another report is called {name!r} as well")
        reports[name] = read_report(path)
    return reports


def published_reports(paths: Sequence[str | Path]) -> dict[str, Report]:
    """``named_reports(paths)``, masked where a report lies in a corpus with a mask list."""
    reports = named_reports(paths)
    for folder in _masked_corpora(paths):
        published = published_corpus(folder)
        own = {path.resolve(): published.reports[name] for name, path in published.paths.items()}
        for path in paths:
            reports[Path(path).stem] = own.get(Path(path).resolve(), reports[Path(path).stem])
    return reports


def hidden_names(paths: Iterable[str | Path]) -> frozenset[str]:
    """The names that the mask lists of these reports' corpora (or of these corpora) hide."""
    return frozenset(
        name
        for folder in _masked_corpora(paths)
        for reports in [load_corpus(folder).reports]
        for name in masked_names(reports, load_masks(folder / MASKS, reports))
    )


def without_names(text: str, names: Iterable[str]) -> str:
    """The text with each of these names replaced by as many ■."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, MASK * len(name))
    return text


def _masked_corpora(paths: Iterable[str | Path]) -> list[Path]:
    folders = dict.fromkeys(
        folder
        for path in map(Path, paths)
        for folder in (path, path.resolve().parent.parent)
        if (folder / REGISTER).is_file() and (folder / MASKS).is_file()
    )
    return list(folders)
