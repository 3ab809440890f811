"""The parts of an analysis on disk: kept batch by batch, then put together as tables.

A part is written aside and renamed, and so is a table: whoever reads finds all of it or nothing,
and an interrupted run goes on where it was.
"""

from __future__ import annotations

import codecs
import json
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from govreports.atomic import PART, writing
from govreports.folder.batch import FRAMES, Batch, Read, Rejected, Task
from govreports.schema import arrow_schema
from govreports.store import digest

_ABOUT = "about.json"  # written last of a part


class Parts:
    """What was analysed so far, in ``folder``: one subfolder for each task that is done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def key(self, task: Task) -> str:
        """The name of a task's part: of its files' names, bytes and masks, engine and library."""
        inputs = [part for item in task.files for part in (item.name, item.data, str(item.masks))]
        return digest(task.engine, *inputs)[:32]

    def has(self, key: str) -> bool:
        """Whether the part is there, whole."""
        return (self.folder / key).is_dir()

    def write(self, key: str, batch: Batch) -> None:
        """Keep what a task gave."""
        aside = self.folder / f"{key}{PART}"
        shutil.rmtree(aside, ignore_errors=True)
        with writing(aside):
            aside.mkdir(parents=True)
            for name, table in batch.frames.items():
                piece = as_arrow(name, table)
                with (
                    pa.OSFile(str(aside / f"{name}.arrow"), "wb") as file,
                    _stream(file, piece) as to,
                ):
                    to.write_table(piece)
            about = {
                "read": [item._replace(text="")._asdict() for item in batch.read],
                "rejected": batch.rejected,
            }
            (aside / _ABOUT).write_text(json.dumps(about, ensure_ascii=True), "utf-8")
            os.replace(aside, self.folder / key)

    def frame(self, key: str, name: str) -> pa.Table | None:
        """A frame of a part; none where all its files were rejected."""
        path = self.folder / key / f"{name}.arrow"
        if not path.is_file():
            return None
        with pa.OSFile(str(path), "rb") as file:
            return pa.ipc.open_stream(file).read_all()

    def about(self, key: str) -> tuple[list[Read], list[Rejected]]:
        """The files that were read (without their texts), and those that were not."""
        told = json.loads((self.folder / key / _ABOUT).read_text("utf-8"))
        read = [
            Read(
                **item
                | {"notes": tuple(item["notes"]), "sketch": tuple(item["sketch"])}
                | {"masks": tuple((start, end) for start, end in item["masks"])}
            )
            for item in told["read"]
        ]
        return read, [Rejected(*item) for item in told["rejected"]]

    def made(self) -> list[str]:
        """The parts that are there, whole."""
        found = (path.parent.name for path in self.folder.glob(f"*/{_ABOUT}"))
        return sorted(name for name in found if not name.endswith(PART))


def write_tables(
    parts: Parts,
    keys: Iterable[str],
    folder: Path,
    names: Iterable[str] = FRAMES,
    *,
    changed: Callable[[str, pa.Table], pa.Table] = lambda _, table: table,
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
    folder: Path, name: str, pieces: Iterable[pd.DataFrame | pa.Table], *, bom: bool = False
) -> None:
    """A table from its pieces in order, as ``name.csv`` and ``name.parquet``.

    In the CSV text is quoted and what is missing is not, so that the two can be told apart. With
    ``bom`` it begins with the mark by which Excel knows UTF-8.
    """
    csv, parquet = folder / f"{name}.csv", folder / f"{name}.parquet"
    schema = arrow_schema(name)
    with writing(csv):
        folder.mkdir(parents=True, exist_ok=True)
        with (
            open(f"{csv}{PART}", "wb") as file,
            pq.ParquetWriter(f"{parquet}{PART}", schema) as columns,
        ):
            if bom:
                file.write(codecs.BOM_UTF8)
            with pa.csv.CSVWriter(file, schema) as text:
                for piece in pieces:
                    table = as_arrow(name, piece) if isinstance(piece, pd.DataFrame) else piece
                    text.write_table(table)
                    columns.write_table(table)
        os.replace(f"{csv}{PART}", csv)
        os.replace(f"{parquet}{PART}", parquet)


def as_arrow(name: str, table: pd.DataFrame) -> pa.Table:
    """A frame in the columns of Arrow."""
    return pa.Table.from_pandas(table, arrow_schema(name), preserve_index=False)


def _stream(file: pa.OSFile, table: pa.Table) -> pa.ipc.RecordBatchStreamWriter:
    return pa.ipc.new_stream(file, table.schema, options=pa.ipc.IpcWriteOptions(compression="lz4"))
