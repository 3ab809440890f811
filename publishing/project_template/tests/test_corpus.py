"""The corpus is what its register says, and every report of it can be read."""

from collections import Counter
from pathlib import Path

import pytest

from govreports.corpus.reading import load_corpus
from govreports.corpus.register import read_register

CORPUS = Path(__file__).resolve().parents[1] / "corpus"


@pytest.fixture(scope="session")
def corpus():
    """The corpus, read only if files and register agree."""
    return load_corpus(CORPUS)


def test_files_and_register_agree(corpus):
    assert [record.id for record in corpus.records] == [one.id for one in read_register(CORPUS)]


def test_every_report_has_sentences_that_stand_where_they_say(corpus):
    for name, report in corpus.reports.items():
        assert report.sentences, name
        for sentence in report.sentences:
            assert 0 <= sentence.start < sentence.end <= len(report.text), (name, sentence.id)


def test_reports_can_be_told_apart_in_figures(corpus):
    labels = Counter(record.label for record in corpus.records)
    assert not [label for label, times in labels.items() if times > 1]
