"""YAML that says where it is wrong: repeated keys are errors, and every mapping knows its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import yaml

from govreports.errors import DataError
from govreports.tables import Source, read_text

# The parser of libyaml is some eight times faster; without it the same files still load.
_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Located(dict[str, Any]):
    """A mapping read from YAML, with the line it begins on (1 is the first) and those of keys."""

    line: int = 0
    lines: Mapping[str, int] = {}


class _StrictLoader(_Base):
    """Safe YAML without merge keys, repeated keys or keys that are not text."""


def _mapping(loader: Any, node: yaml.MappingNode) -> Located:
    found = Located()
    found.line = node.start_mark.line + 1
    found.lines = lines = dict[str, int]()
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str):
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} is not text", key_node.start_mark
            )
        if key in found:
            raise yaml.constructor.ConstructorError(
                None, None, f"key {key!r} is given twice", key_node.start_mark
            )
        found[key] = loader.construct_object(value_node, deep=True)
        lines[key] = key_node.start_mark.line + 1
    return found


_StrictLoader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(source: Source, name: str) -> Located:
    """Read one YAML file whose top level is a mapping.

    Args:
        source: a path or packaged data
        name: how error messages call the file

    Raises:
        DataError: Unreadable file, malformed YAML, a repeated key, or a top level that is no
            mapping; the message names file and line.
    """
    text = read_text(source, name)
    try:
        loaded = yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{name}:{mark.line + 1}" if mark else name
        raise DataError(f"{place}: {error.problem or error.context}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise DataError(f"{name}: not readable as YAML: {error}".splitlines()[0]) from error
    if not isinstance(loaded, Located):
        raise DataError(f"{name}:1: expected a mapping at the top level")
    return loaded


def files_in(folder: Source) -> list[Path | Traversable]:
    """The ``*.yaml`` files of a folder, in the order of names; ``DataError`` where it has none."""
    place = Path(folder) if isinstance(folder, str) else folder
    try:
        found = [file for file in place.iterdir() if file.name.endswith(".yaml")]
    except OSError as error:
        raise DataError(f"{folder}: cannot be read ({error.strerror})") from error
    if not found:
        raise DataError(f"{folder}: the folder holds no .yaml file")
    return sorted(found, key=lambda file: file.name)


class Entry:
    """A mapping of a file, read field by field, with errors that say where it stands."""

    def __init__(self, name: str, content: Mapping[str, Any]) -> None:
        self.name, self.content = name, content

    def error(self, message: str, key: str = "") -> DataError:
        """The error to raise for this mapping, or for what stands under a key of it."""
        line = getattr(self.content, "lines", {}).get(key, getattr(self.content, "line", 1))
        return DataError(f"{self.name}:{line}: {message}")

    def only(self, *known: str) -> None:
        """Refuse fields that are not known."""
        for key in self.content:
            if key not in known:
                raise self.error(f"unknown field {key!r}; known are {', '.join(known)}", key)

    def text(self, key: str, default: str | None = None) -> str:
        """A field of text, stripped; required unless there is a default."""
        value = self.content.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.error(f"field {key!r} must be text", key)
        return value.strip()

    def items(self, key: str, of: type | tuple[type, ...]) -> list[Any]:
        """A list whose members are of one type; empty where it is left out."""
        values = self.content.get(key) or []
        if not isinstance(values, list) or not all(isinstance(v, of) for v in values):
            raise self.error(f"field {key!r} must be a list", key)
        return values

    def entries(self, key: str) -> Iterator[Entry]:
        """The mappings of a list."""
        return (Entry(self.name, entry) for entry in self.items(key, Located))

    def number(self, key: str) -> int | None:
        """A whole number, or None where it is left out."""
        value = self.content.get(key)
        if value is not None and not (type(value) is int and value >= 0):
            raise self.error(f"field {key!r} must be a whole number", key)
        return value
