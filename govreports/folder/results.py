"""The tables of an analysed folder: those of each report put together, and those of all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from govreports.folder.batch import FRAMES, Read
from govreports.folder.duplicates import Duplicate, duplicates
from govreports.folder.metadata import described
from govreports.folder.names import write_names
from govreports.folder.output import TABLES, text_file
from govreports.folder.pooled import BasisCounts, TermCounts, ThemeCounts
from govreports.folder.tables import Parts, as_arrow, write_table, write_tables
from govreports.schema import frame


def write_results(
    parts: Parts,
    keys: list[str],
    out: Path,
    read: list[Read],
    given: pd.DataFrame,
    *,
    bom: bool = False,
    reuse: bool = True,
) -> pd.DataFrame:
    """Write the tables of each report and of all; the frame of reports that count, once each.

    ``given`` goes over what the texts say of themselves. Without ``reuse`` only reports of the
    same text are found to be duplicates.
    """
    tables = out / TABLES
    twice = {
        found.report: found
        for found in duplicates(
            [item.name for item in read],
            [item.fingerprint for item in read],
            [np.array(item.sketch, dtype=np.uint64) for item in read] if reuse else None,
        )
    }
    terms, themes, confidence = TermCounts(without=twice), ThemeCounts(), BasisCounts()
    registers = []

    def seen(name: str, piece: pa.Table) -> pa.Table:
        if name == "reports":
            register = described(piece.to_pandas(), given)
            registers.append(register)
            return as_arrow(name, register)
        if name == "counts":
            terms.add(piece)
        elif name == "codings":
            themes.add(piece)
            confidence.add(piece)
        return piece

    write_tables(parts, keys, tables, FRAMES, changed=seen, bom=bom)
    write_names(parts, keys, out, bom=bom)
    register = pd.concat(registers, ignore_index=True)
    once = register[~register["report"].isin(list(twice))]
    made = {
        "files": _files(read, twice),
        "genre_terms": terms.table(once.set_index("report")["genre"]),
        "theme_shares": themes.by_year(once),
        "place_shares": themes.by_place(once),
        "confidence": confidence.table(),
    }
    for name, table in made.items():
        write_table(tables, name, [table], bom=bom)
    return once


def _files(read: list[Read], twice: dict[str, Duplicate]) -> pd.DataFrame:
    rows = []
    for item in read:
        same = twice.get(item.name)
        rows.append(
            (
                item.name,
                item.kind,
                text_file(Path(), item.name).as_posix(),
                "; ".join(item.notes),
                item.fingerprint,
                same.of if same else "",
                same.resemblance if same else float("nan"),
            )
        )
    return frame("files", rows)
