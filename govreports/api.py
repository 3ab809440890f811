"""The functions a researcher types: from reports to frames in one call each.

Each takes one report, several by name, a corpus, or the path of a file or folder, and gives a
frame of ``govreports.schema`` with the column ``report`` first. Who wants several frames of the
same reports makes an ``Analysis``: it computes each of them once.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from govreports.analysis import Analysis
from govreports.corpus.reading import REGISTER, Corpus, corpus_of, load_corpus
from govreports.corpus.sources import named_files
from govreports.errors import ArgumentError, CorpusError
from govreports.readers.files import report_files
from govreports.readers.source import read_report
from govreports.report.model import Report

if TYPE_CHECKING:
    from govreports.words.dictionary import Engine

Reports = Report | Corpus | Mapping[str, Report] | Analysis | str | Path
"""One report, several by name, a corpus, an analysis, or the path of a file or folder."""


def read(path: str | Path) -> Report:
    """Read and parse the report in one file: plain text, a web page, PDF or Word (.docx).

    Raises ``ReportError``, naming the file, where it cannot be read or holds no report.
    """
    return read_report(path)


def read_folder(folder: str | Path) -> Corpus:
    """Read a folder of reports.

    A folder with a register (``reports.csv``) must agree with it. Without one, each document in
    it and its subfolders is a report, named by its stem (by its path where two have one), in the
    order of the names, and what a register would say is read from the texts. Raises
    ``CorpusError``, ``DataError`` or ``ReportError``, naming the file, where one cannot be used.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder")
    if (folder / REGISTER).is_file():
        return load_corpus(folder)
    paths = named_files(report_files([str(folder)]))
    return corpus_of({name: read_report(path) for name, path in paths.items()}, paths)


def segment(reports: Reports, *, engine: Engine = "jieba") -> pd.DataFrame:
    """The base tokens of the counted text with their places (frame ``tokens``)."""
    return analysis_of(reports, engine).tokens


def terms(reports: Reports, *, engine: Engine = "jieba") -> pd.DataFrame:
    """How often each token and multiword term occurs, and how evenly (frame ``terms``)."""
    return analysis_of(reports, engine).terms


def code(reports: Reports) -> pd.DataFrame:
    """Theme, move and named instruments of every sentence (frame ``codings``)."""
    return analysis_of(reports).codings


def quantities(reports: Reports) -> pd.DataFrame:
    """Every number and what it claims (frame ``quantities``)."""
    return analysis_of(reports).quantities


def reuse(reports: Reports) -> pd.DataFrame:
    """Every passage that stands at two places (frame ``passages``)."""
    return analysis_of(reports).passages


def statements(reports: Reports) -> pd.DataFrame:
    """Shortcomings and plans that the reports state (frame ``statements``)."""
    return analysis_of(reports).statements


def analysis_of(reports: Reports, engine: Engine = "jieba") -> Analysis:
    """The analysis of whatever stands for reports; one report alone is called ``report``."""
    match reports:
        case Analysis():
            return reports
        case Report():
            return Analysis({"report": reports}, engine=engine)
        case Corpus() | Mapping():
            return Analysis(reports, engine=engine)
        case str() | Path():
            path = Path(reports)
            if path.is_dir():
                return Analysis(read_folder(path), engine=engine)
            return Analysis(corpus_of({path.stem: read(path)}, {path.stem: path}), engine=engine)
    raise ArgumentError(
        f"{type(reports).__name__} is no report, corpus, mapping of reports by name, or path"
    )
