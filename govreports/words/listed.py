"""Words of a list in a token frame, whole where the segmenter cuts them.

A dictionary that lacks 表达权 cuts it into 表达 and 权, and a count of tokens misses it.
"""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd


def with_whole_words(tokens: pd.DataFrame, words: Collection[str]) -> pd.DataFrame:
    """The token frame in which tokens that together make one of ``words`` are one row.

    The tokens have to follow one another without a gap in one sentence; of two words that begin
    at one place the longer is taken, and no token belongs to two. Such a row has the word as its
    ``token``, the ``end`` of its last part, and all else from its first. Words that the
    segmenter leaves whole stay as they are.

    >>> cut = pd.DataFrame({"report": "a", "sentence": "p1.s1", "token": ["表达", "权", "和"],
    ...                     "start": [0, 2, 3], "end": [2, 3, 4]})
    >>> with_whole_words(cut, ["表达权"])[["token", "start", "end"]].values.tolist()
    [['表达权', 0, 3], ['和', 3, 4]]
    """
    wanted = set(words)
    opening = {word[:size] for word in wanted for size in range(1, len(word))}
    columns = ("token", "start", "end", "report", "sentence")
    rows = list(zip(*(tokens[column].tolist() for column in columns), strict=True))
    kept, texts, ends = [], [], []
    at = 0
    while at < len(rows):
        token, _, end, *home = rows[at]
        last, text = at, token
        run = token
        for after in range(at + 1, len(rows)):
            following, start, *_, report, sentence = rows[after]
            if run not in opening or start != rows[after - 1][2] or [report, sentence] != home:
                break
            run += following
            if run in wanted:
                last, text, end = after, run, rows[after][2]
        kept.append(at)
        texts.append(text)
        ends.append(end)
        at = last + 1
    return tokens.iloc[kept].assign(token=texts, end=ends)
