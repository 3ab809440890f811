"""The parts of an analysis on disk: kept batch by batch, then put together as tables.

A part is written aside and renamed, and so is a table: whoever reads finds all of it or nothing,
and an interrupted run goes on where it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from govreports.atomic import writing
from govreports.folder.batch import FRAMES, Batch, Read, Rejected, Task
from govreports.schema import frames
from govreports.store import digest


class Parts:
    """What was analysed so far, in ``folder``: one subfolder for each task that is done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def key(self, task: Task) -> str:
        """The name of a task's part: of its files' names and bytes, engine, library and data."""
        inputs = [part for item in task.files for part in (item.name, item.data)]
        return digest(task.engine, *inputs)[:32]

    def has(self, key: str) -> bool:
        """Whether the part is there, whole."""
        return (self.folder / key).is_dir()

    def write(self, key: str, batch: Batch) -> None:
        """Keep what a task gave."""
        aside = self.folder / f"{key}.part"
        shutil.rmtree(aside, ignore_errors=True)
        with writing(aside):
            aside.mkdir(parents=True)
            for name, table in batch.frames.items():
                table.to_parquet(aside / f"{name}.parquet", index=False)
            about = {
                "read": [item._replace(text="")._asdict() for item in batch.read],
                "rejected": batch.rejected,
            }
            (aside / "about.json").write_text(json.dumps(about, ensure_ascii=True), "utf-8")
            os.replace(aside, self.folder / key)

    def frame(self, key: str, name: str) -> pd.DataFrame | None:
        """A frame of a part; none where all its files were rejected."""
        path = self.folder / key / f"{name}.parquet"
        return pd.read_parquet(path) if path.is_file() else None

    def about(self, key: str) -> tuple[list[Read], list[Rejected]]:
        """The files that were read (without their texts), and those that were not."""
        told = json.loads((self.folder / key / "about.json").read_text("utf-8"))
        read = [
            Read(**(item | {"notes": tuple(item["notes"]), "sketch": tuple(item["sketch"])}))
            for item in told["read"]
        ]
        return read, [Rejected(*item) for item in told["rejected"]]


def write_tables(
    parts: Parts,
    keys: Iterable[str],
    folder: Path,
    names: Iterable[str] = FRAMES,
    *,
    changed: Callable[[str, pd.DataFrame], pd.DataFrame] = lambda _, table: table,
    bom: bool = False,
) -> None:
    """Each frame of all parts as one table, CSV and Parquet; ``changed`` sees every piece.

    One part is in memory at a time.
    """
    listed = list(keys)
    for name in names:
        pieces = (piece for key in listed if (piece := parts.frame(key, name)) is not None)
        write_table(folder, name, (changed(name, piece) for piece in pieces), bom=bom)


def write_table(
    folder: Path, name: str, pieces: Iterable[pd.DataFrame], *, bom: bool = False
) -> None:
    """A table from its pieces in order, as ``name.csv`` and ``name.parquet``.

    With ``bom`` the CSV begins with the mark by which Excel knows UTF-8.
    """
    csv, parquet = folder / f"{name}.csv", folder / f"{name}.parquet"
    schema = pa.Schema.from_pandas(_empty(name), preserve_index=False)
    with writing(csv):
        folder.mkdir(parents=True, exist_ok=True)
        with (
            open(f"{csv}.part", "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as text,
            pq.ParquetWriter(f"{parquet}.part", schema) as columns,
        ):
            _empty(name).to_csv(text, index=False, lineterminator="\n")
            for piece in pieces:
                piece.to_csv(text, index=False, header=False, lineterminator="\n")
                columns.write_table(pa.Table.from_pandas(piece, schema, preserve_index=False))
        os.replace(f"{csv}.part", csv)
        os.replace(f"{parquet}.part", parquet)


def _empty(name: str) -> pd.DataFrame:
    described: Mapping[str, str] = frames()[name].dtypes
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in described.items()})
