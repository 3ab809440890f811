"""An interval in a cell of the Chinese edition stands as its prose writes it, and whole."""

import pytest
from docutils import nodes
from docutils.utils import new_document

from publishing.sphinx_ext.tables import KeepIntervals


def cell(text):
    document = new_document("page")
    entry = nodes.entry("", nodes.paragraph("", text))
    document += entry
    KeepIntervals(document).run()
    return entry


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("48% (34%–62%)", "48%（34%至62%）"),
        ("0.96 (0.89–1.00)", "0.96（0.89至1.00）"),
        ("−4 (−34–35)", "−4（−34至35）"),
    ],
)
def test_an_interval_in_brackets(text, chinese, monkeypatch):
    monkeypatch.setenv("BOOK_LANGUAGE", "zh")
    entry = cell(text)
    assert entry.astext() == chinese
    (whole,) = entry.findall(nodes.inline)
    assert whole.astext() == chinese[chinese.index("（") :]
    monkeypatch.setenv("BOOK_LANGUAGE", "en")
    assert cell(text).astext() == text
