"""The working translations: of wordings that the reports hold, and no others."""

import re

import yaml

from govreports.corpus.reading import published_corpus
from publishing.paths import CORPUS, NOTEBOOKS


def bare(text):
    """Letters and digits only: tables join words across punctuation and line breaks."""
    return re.sub(r"[\W_]+", "", text)


def test_what_is_translated_stands_in_a_report():
    texts = [bare(report.text) for report in published_corpus(CORPUS).reports.values()]
    entries = yaml.safe_load((NOTEBOOKS / "english.yaml").read_text("utf-8"))
    assert entries
    for chinese, english in entries.items():
        assert any(bare(chinese) in text for text in texts), chinese
        assert english.isascii() or set(re.findall(r"[^\x00-\x7f]", english)) <= set("…“”’–")
