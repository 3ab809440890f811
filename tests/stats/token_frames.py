"""Small token frames for the tests of the measures."""

from __future__ import annotations

import pandas as pd


def frame(reports: dict[str, list[str]]) -> pd.DataFrame:
    """Tokens of reports given as paragraphs of space-separated tokens, one sentence each.

    Every second paragraph opens a new section; offsets count the tokens run together.
    """
    rows = []
    for report, paragraphs in reports.items():
        offset = 0
        for number, paragraph in enumerate(paragraphs):
            for token in paragraph.split():
                place = (f"s{number // 2}", f"p{number}", f"p{number}.s1")
                rows.append((report, *place, offset, offset + len(token), token))
                offset += len(token)
    columns = ["report", "section", "paragraph", "sentence", "start", "end", "token"]
    return pd.DataFrame(rows, columns=columns)


def texts(reports: dict[str, list[str]]) -> dict[str, str]:
    """The texts that the offsets of ``frame`` point into."""
    return {name: "".join(parts).replace(" ", "") for name, parts in reports.items()}
