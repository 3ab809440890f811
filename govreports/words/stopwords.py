"""Words that a ranking may leave out, each with the reason why.

The list is the project's own. Leaving words out changes what is shown, never what is counted:
rates stay rates of all base tokens. Numbers and dates are not listed one by one; they are known
by their kind (``segmentation.kind_of``).
"""

from __future__ import annotations

from typing import NamedTuple

from govreports.errors import DataError
from govreports.tables import Source, packaged, read_rows

STOPWORDS = "stopwords.csv"

# The reasons of these stop words lie in what reports of the kind say, not in grammar.
OF_CONTENT = frozenset(
    {
        "formula that any report of the kind can carry",
        "level of administration that the report speaks from",
        "verb without content of its own",
    }
)


class StopWord(NamedTuple):
    """A word, what it means, and why a ranking can do without it."""

    word: str
    gloss: str
    reason: str


def load_stopwords(source: Source | None = None) -> list[StopWord]:
    """The stop words in the order of the file (the packaged list by default).

    Raises:
        DataError: a line is malformed, or gives a word a second time.
    """
    source = source or packaged(STOPWORDS)
    words: dict[str, StopWord] = {}
    for line, row in read_rows(source, StopWord._fields):
        entry = StopWord(**row)
        if not all(entry):
            raise DataError(f"{source}, line {line}: word, gloss and reason must all be given")
        if entry.word in words:
            raise DataError(f"{source}, line {line}: {entry.word} is listed twice")
        words[entry.word] = entry
    return list(words.values())


def stop_words() -> frozenset[str]:
    """The words of the packaged list."""
    return frozenset(entry.word for entry in load_stopwords())
