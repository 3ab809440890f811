"""The list of names to check of a folder: a name listed in one report is listed in all."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from govreports.corpus.names import Mentions
from govreports.folder.batch import NAMES
from govreports.folder.output import read_back
from govreports.folder.tables import Parts, write_table
from govreports.schema import frame

_WHOLE = 3  # characters: shorter names stand in too many words to be looked for in other reports


def write_names(parts: Parts, keys: list[str], out: Path, *, bom: bool = False) -> None:
    """Write the table ``NAMES``; the texts of one part are in memory at a time."""
    listed = {key: _listed(parts, key) for key in keys}
    names = {text for table in listed.values() for text in table["text"] if len(text) >= _WHOLE}
    sought = Mentions(names)
    pieces = (_completed(parts, key, out, listed[key], sought) for key in keys)
    write_table(out, NAMES, pieces, bom=bom)


def _listed(parts: Parts, key: str) -> pd.DataFrame:
    table = parts.frame(key, NAMES)
    return frame(NAMES, []) if table is None else frame(NAMES, table.to_pandas())


def _completed(
    parts: Parts, key: str, out: Path, listed: pd.DataFrame, names: Mentions
) -> pd.DataFrame:
    """The names listed of a part, and where its texts have names that other reports list."""
    rows = []
    for item in parts.about(key)[0]:
        text = read_back(out, item.name)
        own = listed[listed["file"] == item.name]
        places = list(own.drop(columns="file").itertuples(index=False, name=None))
        for start, end in sorted(names.within(text), key=lambda span: (span[0], -span[1])):
            if not any(start < last and first < end for first, last, *_ in places):
                places.append((start, end, text[start:end], "as in another report"))
        rows += [(item.name, *place) for place in sorted(places)]
    return frame(NAMES, rows)
