"""The list of names to check of a folder: a name listed in one report is listed in all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from govreports.corpus.names import Candidate, Mentions
from govreports.folder.batch import NAMES
from govreports.folder.output import read_back
from govreports.folder.tables import Parts, write_table
from govreports.schema import frame

_WHOLE = 3  # characters: shorter names stand in too many words to be looked for in other reports

Listed = Mapping[str, Sequence[Candidate]]  # by file


def write_names(parts: Parts, keys: list[str], out: Path, *, bom: bool = False) -> None:
    """Write the table ``NAMES``; the texts of one part are in memory at a time."""
    listed = {key: _listed(parts, key) for key in keys}
    every = (place for files in listed.values() for places in files.values() for place in places)
    names = Mentions({place.text for place in every if len(place.text) >= _WHOLE})
    pieces = (_completed(parts, key, out, listed[key], names) for key in keys)
    write_table(out, NAMES, pieces, bom=bom)


def _listed(parts: Parts, key: str) -> Listed:
    table = parts.frame(key, NAMES)
    found: dict[str, list[Candidate]] = defaultdict(list)
    if table is not None:
        for file, *place in zip(*(column.to_pylist() for column in table.columns), strict=True):
            found[file].append(Candidate(*place))
    return found


def _completed(parts: Parts, key: str, out: Path, listed: Listed, names: Mentions) -> pd.DataFrame:
    """The names listed of a part, and where its texts have names that other reports list."""
    rows = []
    for item in parts.about(key)[0]:
        text = read_back(out, item.name)
        places = [*listed.get(item.name, ())]
        for start, end in sorted(names.within(text), key=lambda span: (span[0], -span[1])):
            if not any(start < place.end and place.start < end for place in places):
                places.append(Candidate(start, end, text[start:end], "as in another report"))
        rows += [(item.name, *place) for place in sorted(places)]
    return frame(NAMES, rows)
