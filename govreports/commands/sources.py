"""Reports that a command is given by path, or finds in a corpus folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from govreports.corpus import MASKS, REGISTER, load_corpus, published_corpus
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
    inner = folder / "reports" if (folder / "reports").is_dir() else folder
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
