"""The corpus in use, read before anything is built: whatever is wrong with it is told at once."""

from __future__ import annotations

from pathlib import Path

from govreports.codebook.loader import load_codebook
from govreports.coding.handcodings import read_all_codings
from govreports.corpus.errata import load_errata
from govreports.corpus.reading import MASKS, Corpus, load_corpus, published_corpus
from govreports.errors import CorpusError
from govreports.words.evaluation import read_sample
from publishing.contents import is_study

ERRATA = "errata.csv"
CODINGS = "codings"
SAMPLE = "segmentation/sample.csv"


def read_corpus(folder: Path) -> Corpus:
    """The corpus as it may be published.

    Raises ``GovReportsError``, naming file and row, where the register, a report, the masks, the
    errata, hand codings or the hand-segmented sample do not fit together.
    """
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder")
    if is_study() and not (folder / MASKS).is_file():
        raise CorpusError(f"{folder / MASKS}: is missing, and these reports name private persons")
    corpus, as_received = published_corpus(folder), load_corpus(folder).reports
    if (folder / ERRATA).exists():
        load_errata(folder / ERRATA, as_received)
    read_all_codings(folder / CODINGS, load_codebook(), as_received)
    if (folder / SAMPLE).exists():
        read_sample(folder / SAMPLE, {name: report.text for name, report in as_received.items()})
    return corpus
