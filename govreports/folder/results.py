"""The tables of an analysed folder: those of each report put together, and those of all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from govreports.corpus.years import same_issuer
from govreports.folder.batch import FRAMES, Read
from govreports.folder.duplicates import About, Alike, repeating
from govreports.folder.metadata import described
from govreports.folder.names import write_names
from govreports.folder.output import TABLES, text_file
from govreports.folder.pooled import BasisCounts, TermCounts, ThemeCounts
from govreports.folder.tables import Parts, write_table, write_tables
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
    pieces = (piece for key in keys if (piece := parts.frame(key, "reports")) is not None)
    register = pd.concat(
        [described(piece.to_pandas(), given) for piece in pieces], ignore_index=True
    )
    alike = {
        found.report: found
        for found in repeating(
            [item.name for item in read],
            [item.fingerprint for item in read],
            _about(register, [item.name for item in read]),
            [np.array(item.sketch, dtype=np.uint64) for item in read] if reuse else None,
        )
    }
    twice = [name for name, found in alike.items() if not found.counts]
    terms, themes, confidence = TermCounts(without=set(twice)), ThemeCounts(), BasisCounts()

    def seen(name: str, piece: pa.Table) -> pa.Table:
        if name == "counts":
            terms.add(piece)
        elif name == "codings":
            themes.add(piece)
            confidence.add(piece)
        return piece

    write_table(tables, "reports", [register], bom=bom)
    of_each = [name for name in FRAMES if name != "reports"]
    write_tables(parts, keys, tables, of_each, changed=seen, bom=bom)
    write_names(parts, keys, out, bom=bom)
    once = register[~register["report"].isin(twice)]
    made = {
        "files": _files(read, alike),
        "genre_terms": terms.table(once.set_index("report")["genre"]),
        "theme_shares": themes.by_year(once),
        "place_shares": themes.by_place(once),
        "confidence": confidence.table(),
    }
    for name, table in made.items():
        write_table(tables, name, [table], bom=bom)
    return once


def _about(register: pd.DataFrame, names: list[str]) -> list[About]:
    years = register["reporting_year"].astype("string").fillna("")
    issuers = register["issuer"].map(same_issuer)
    told = zip(register["report"], years, issuers, strict=True)
    of_report = {str(name): About(str(year), str(issuer)) for name, year, issuer in told}
    return [of_report[name] for name in names]


def _files(read: list[Read], alike: dict[str, Alike]) -> pd.DataFrame:
    rows = []
    for item in read:
        same = alike.get(item.name)
        of = same.of if same else ""
        rows.append(
            (
                item.name,
                item.kind,
                text_file(Path(), item.name).as_posix(),
                "; ".join(item.notes),
                item.fingerprint,
                of if same and not same.counts else "",
                of if same and same.counts else "",
                same.resemblance if same else float("nan"),
            )
        )
    return frame("files", rows)
