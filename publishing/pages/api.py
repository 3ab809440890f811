"""The reference of the library: its public names and its frames, from docstrings and schema."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from functools import cached_property

from sphinx.ext.napoleon import Config, GoogleDocstring, NumpyDocstring

import govreports
from govreports.schema import Frame, frames
from publishing.pages.text import markdown

_INTRODUCTION = """# The library: reference

What `import govreports` offers. Every function takes keyword arguments as written; every mistake
in an argument is an `ArgumentError`, every unusable file a `ReportError`, `CorpusError` or
`DataError`; all are a `GovReportsError`, with a message of one line. The examples are run by the
tests. The [quickstart](../quickstart.md) shows the functions at work.
"""
_FRAMES = """## Frames

Tables have these columns, in this order and of these types. Columns that hold several identifiers
join them by spaces. Offsets count code points of the report's text.
"""
# Roles of cross-references between modules that have no page here.
_ROLE = re.compile(r":\w+:`~?([^`]+)`|(?<!`)`([^`\n]+)`(?!`)")
# The name of a parameter, as it is listed: code, which no edition puts into another language.
_PARAMETER = re.compile(r"\*\*([^*]+)\*\*(?= -- )")
_CONFIG = Config(napoleon_use_param=False, napoleon_use_rtype=False)


def api_page() -> str:
    """The page, as MyST; docstrings are reStructuredText and stay so."""
    names = sorted(govreports.__all__, key=str.casefold)
    parts = [_entry(name, getattr(govreports, name)) for name in names]
    tables = [_frame(frame) for frame in frames().values()]
    return "\n".join([_INTRODUCTION, *parts, _FRAMES, *tables])


def _entry(name: str, thing: object) -> str:
    lines = [f"``{name}{_signature(thing)}``", "", *_docstring(thing)]
    if inspect.isclass(thing):
        for member, function in _members(thing):
            lines += [f"``{member}``", *(f"    {line}" for line in _docstring(function))]
    return _rest(f"## `{name}`\n", lines)


def _rest(heading: str, lines: list[str]) -> str:
    fence = "`" * 8
    return "\n".join([heading, f"{fence}{{eval-rst}}", *lines, f"{fence}\n"])


def _signature(thing: object) -> str:
    if not callable(thing):
        return ""
    signature = inspect.signature(thing)
    told = [_plain(parameter) for parameter in signature.parameters.values()]
    return str(signature.replace(parameters=told, return_annotation=inspect.Signature.empty))


class _Named:
    """A default that is a type or function, shown by its name."""

    def __init__(self, thing: object) -> None:
        self.name = getattr(thing, "__name__", str(thing))

    def __repr__(self) -> str:
        return self.name


def _plain(parameter: inspect.Parameter) -> inspect.Parameter:
    """Without its type, which the docstring tells."""
    plain = parameter.replace(annotation=inspect.Parameter.empty)
    return plain.replace(default=_Named(plain.default)) if _is_named(plain.default) else plain


def _is_named(default: object) -> bool:
    is_given = default is not inspect.Parameter.empty
    return is_given and (inspect.isclass(default) or inspect.isfunction(default))


def _docstring(thing: object) -> list[str]:
    text = _ROLE.sub(lambda found: f"``{found[1] or found[2]}``", inspect.getdoc(thing) or "")
    # Its own configuration is documented for use without Sphinx, but typed for use within.
    google = str(GoogleDocstring(text, _CONFIG))  # type: ignore[arg-type]
    lines = str(NumpyDocstring(google, _CONFIG)).splitlines()  # type: ignore[arg-type]
    return [*(_PARAMETER.sub(r"``\1``", line) for line in lines), ""]


def _members(thing: type) -> Iterator[tuple[str, Callable[..., object] | property]]:
    for name, member in vars(thing).items():
        described = isinstance(member, (property, cached_property)) or inspect.isfunction(member)
        if described and not name.startswith("_"):
            yield name, member


def _frame(frame: Frame) -> str:
    rows = [
        f"* - `{column.name}`\n  - {column.type}\n  - {markdown(column.description)}"
        f"{f' ({markdown(column.unit)})' if column.unit else ''}"
        for column in frame.columns
    ]
    head = "* - Column\n  - Type\n  - Meaning (unit)"
    title = f"### `{frame.name}`\n\nOne row: {markdown(frame.row)}.\n"
    table = "\n".join(["```{list-table}", ":header-rows: 1", ":widths: 20 10 70", "", head, *rows])
    return "\n".join([title, f"{table}\n```\n"])
