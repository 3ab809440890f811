"""Every frame of the library: its columns, their types and units, and what they mean.

Commands, notebooks, the data package and tests read it from here. A frame is an ordinary pandas
table; ``frame("codings", rows)`` makes one with exactly the columns that are written down, in
their order and of their types. Columns that hold several identifiers join them by spaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, repeat
from typing import Any, Literal, get_args

import pandas as pd
import pyarrow as pa
import yaml

from govreports.errors import ArgumentError, DataError
from govreports.tables import Source, packaged, read_text

Type = Literal["string", "integer", "number", "boolean"]

_DTYPES: Mapping[Type, str] = {
    "string": "str",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a frame."""

    name: str
    type: Type
    description: str
    unit: str = ""
    optional: bool = False  # whether it may be empty: of whole numbers another pandas type

    @property
    def dtype(self) -> str:
        """The pandas type."""
        return "Int64" if self.optional and self.type == "integer" else _DTYPES[self.type]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of its columns, in order."""
        return [column.name for column in self.columns]

    @property
    def dtypes(self) -> dict[str, str]:
        """The pandas type of each column."""
        return {column.name: column.dtype for column in self.columns}


def frames() -> Mapping[str, Frame]:
    """All frames by name, from ``data/frames.yaml``.

    >>> frames()["codings"].names[:4]
    ['report', 'section', 'paragraph', 'sentence']
    """
    return _packaged()


@cache
def _packaged() -> Mapping[str, Frame]:
    return load_frames(packaged("frames.yaml"))


def load_frames(source: Source) -> dict[str, Frame]:
    """The frames that a YAML file describes; raises ``DataError`` naming the frame at fault.

    The file has ``columns``, described once for all frames, and ``frames``: each with ``row``
    (what a row is) and ``columns``, a list of names, or of names with a description of their own.
    """
    content = yaml.safe_load(read_text(source))
    common = content["columns"]
    found = {}
    for name, about in content["frames"].items():
        columns = []
        for entry in about["columns"]:
            own = entry if isinstance(entry, dict) else {entry: {}}
            ((column, details),) = own.items()
            described = {**common.get(column, {}), **details}
            if "description" not in described or described.get("type") not in get_args(Type):
                raise DataError(f"{source}: {name}: column {column!r} wants a type and a meaning")
            columns.append(Column(column, **described))
        found[name] = Frame(name, about["row"], tuple(columns))
    return found


def frame(name: str, rows: Iterable[Sequence[Any]] | pd.DataFrame) -> pd.DataFrame:
    """A frame with exactly its columns and types, from rows in their order or from a table.

    Raises ``ArgumentError`` where there is no such frame, or a table lacks a column of it.
    """
    known = one_of(name, frames(), "frame")
    described = frames()[known]
    if isinstance(rows, pd.DataFrame):
        for column in described.names:
            one_of(column, rows.columns, f"column of the {name} frame given")
        table = rows[described.names]
        return table.astype(described.dtypes)
    return arrow(known, list(zip(*rows, strict=True))).to_pandas()


def frame_of(name: str, columns: Iterable[Iterable[Any]]) -> pd.DataFrame:
    """A frame from its columns in their order, lists or arrays: faster where there are many rows.

    No columns at all are a frame without rows.
    """
    return arrow(name, list(columns)).to_pandas()


def stacked(parts: Iterable[Iterable[Iterable[Any]]]) -> list[list[Any]]:
    """The columns of a frame from those of its parts, one part under another."""
    return [list(chain.from_iterable(column)) for column in zip(*parts, strict=True)]


def arrow(name: str, columns: Iterable[Any]) -> pa.Table:
    """A frame's columns as those of Arrow, many times faster to make and to write."""
    schema = arrow_schema(name)
    return pa.Table.from_arrays(
        [
            values.cast(field.type)
            if isinstance(values, pa.Array)
            else pa.array(values, field.type, from_pandas=True)
            for field, values in zip(schema, columns or repeat(()), strict=False)
        ],
        schema=schema,
    )


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The columns of a frame as Arrow has them; they lead back to the types of pandas."""
    described = frames()[name].dtypes
    empty = pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in described.items()})
    return pa.Schema.from_pandas(empty, preserve_index=False)


def joined(identifiers: Iterable[str]) -> str:
    """Several identifiers in one cell."""
    return " ".join(identifiers)


def one_of(value: str, allowed: Iterable[str], what: str) -> str:
    """``value`` if it is one of these, else an ``ArgumentError`` that says what there is.

    >>> one_of("T99", ["T0", "T1"], "theme")
    Traceback (most recent call last):
    ...
    govreports.errors.ArgumentError: no theme 'T99': there are T0, T1
    """
    choices = list(allowed)
    if value not in choices:
        listed = ", ".join(map(str, choices)) or "none"
        raise ArgumentError(f"no {what} {value!r}: there are {listed}")
    return value


def all_of(values: Iterable[str], allowed: Iterable[str], what: str) -> list[str]:
    """``values`` as a list if each is one of ``allowed``, else as ``one_of``.

    A string is one value, not its characters.
    """
    choices = list(allowed)
    return [one_of(v, choices, what) for v in ([values] if isinstance(values, str) else values)]
