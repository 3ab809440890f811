"""A row for each figure and table: the notebook that made it, from what, and the files it saved."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

from publishing.contents import chapter_paths, is_study
from publishing.downloads import EXHIBITS
from publishing.errors import BuildError
from publishing.executed import code_cells
from publishing.notebooks import Execution
from publishing.pages.html import block
from publishing.pages.text import markdown
from publishing.paths import ROOT

_INTRODUCTION = """# Figures, tables and their notebooks

Every numbered figure and table of the chapters, with the notebook that made it and the files it
saved. The checksum of each file is in the data package.
"""
_GENERAL = """# Notebooks and their files

Every notebook with the tables and figures that it saved. The checksum of each file is in the data
package.
"""
_OTHERS = """[Tables and figures that notebooks saved and no chapter prints, among them the data
behind the pages of reference:]{.screen-only}
"""
_DIRECTIVE = re.compile(
    r"^(`{3,}|:{3,})\{(figure|csv-table)\}(.*)\n((?:[ \t]*:.*\n)*)", re.MULTILINE
)
_OPTION = re.compile(r"^[ \t]*:([\w-]+):[ \t]*(.*)$", re.MULTILINE)
_EXHIBIT = re.compile(r"_generated/exhibits/([\w.-]+?)(?:\.shown\.csv|\.\*|\.svg)$")
_TITLE = re.compile(r"[^.:;(\n]+")
_ROLE = re.compile(r"\{[\w:]+\}`[^`]*`|[*`]")
_DATA_FILE = re.compile(r"[\w/-]+\.(?:csv|parquet|yaml|json)$")


class Exhibit(NamedTuple):
    """A figure or table in a chapter."""

    label: str
    chapter: Path
    stem: str  # of its files
    line: int
    title: str  # the first words of its caption


def exhibits_page(execution: Execution) -> str:
    """The page, as MyST: by exhibit of a chapter, or by notebook where there are no chapters."""
    owners = execution.owners
    if not is_study():
        return _by_notebook(execution) if execution.paths else _GENERAL
    printed: dict[Path, tuple[list[str], list[str]]] = {}  # exhibits and files of a notebook
    rows = []
    shown = find_exhibits(chapter_paths())
    for exhibit in shown:
        files = sorted(name for name in owners if _stem(name) == exhibit.stem)
        if not files:
            place = f"{exhibit.chapter.relative_to(ROOT)}, line {exhibit.line}"
            raise BuildError(f"{place}: no notebook saved a file called {exhibit.stem}.*")
        notebook = owners[files[0]]
        kept = [name for name in files if not name.endswith(".shown.csv")]
        saved = [f"`{name}`" for name in kept]
        exhibits, all_saved = printed.setdefault(notebook, ([], []))
        exhibits.append(f"{{numref}}`{exhibit.label}`")
        all_saved += [name for name in saved if name not in all_saved]
        rows.append(
            f"* - {{numref}}`{exhibit.label}` {markdown(exhibit.title)}\n"
            f"  - {_link(notebook)}\n"
            f"  - {', '.join(map(_file, kept))}"
        )
    if not rows:
        return _INTRODUCTION
    head = "* - Exhibit\n  - Notebook\n  - Files"
    short_head = "* - Notebook\n  - Figures and tables\n  - Files"
    short = [
        f"* - `{notebook.name}`\n  - {', '.join(exhibits)}\n  - {', '.join(saved)}"
        for notebook, (exhibits, saved) in sorted(printed.items())
    ]
    return "\n".join(
        [
            _INTRODUCTION,
            _table("exhibits screen-only", [head, *rows]),
            _read(sorted(printed)),
            _table("print-only", [short_head, *short]),
            *_others(execution, {exhibit.stem for exhibit in shown}),
        ]
    )


def _others(execution: Execution, shown: Collection[str]) -> list[str]:
    """What notebooks saved beside the exhibits of the chapters; print has no links to follow."""
    rows = _rows_by_notebook(execution, shown)
    if not rows:
        return []
    head = "* - Notebook\n  - Tables and figures"
    return [_OTHERS, _table("exhibits screen-only", [head, *rows])]


def _by_notebook(execution: Execution) -> str:
    rows = ["* - Notebook\n  - Tables and figures", *_rows_by_notebook(execution, ())]
    return "\n".join([_GENERAL, _table("exhibits", rows), _read(execution.paths)])


def _rows_by_notebook(execution: Execution, left_out: Collection[str]) -> list[str]:
    """A row for each notebook that saved files whose stems are not left out."""
    rows = []
    for path in execution.paths:
        stems: dict[str, list[str]] = {}
        for name in sorted(execution.owners):
            own = execution.owners[name] == path and not name.endswith(".shown.csv")
            if own and _stem(name) not in left_out:
                stems.setdefault(_stem(name), []).append(name)
        told = "; ".join(
            f"{markdown(stem)} ({', '.join(map(_file, names))})" for stem, names in stems.items()
        )
        if stems or not left_out:
            rows.append(f"* - {_link(path)}\n  - {told}")
    return rows


def _link(notebook: Path) -> str:
    return f"[](../../{notebook.relative_to(ROOT).as_posix()})"


def _file(name: str) -> str:
    """A link to a file as it will stand beside the pages."""
    suffix = name.removeprefix(f"{_stem(name)}.")
    return f'<a href="../../{EXHIBITS}/{name}" title="{name}" download>{suffix}</a>'


def _read(notebooks: Iterable[Path]) -> str:
    used = [(path.stem, _inputs(path)) for path in notebooks]
    return block("inputs.html", notebooks=used)


def _table(classes: str, rows: Iterable[str]) -> str:
    listed = "\n".join(rows)
    return f"```{{list-table}}\n:header-rows: 1\n:class: {classes}\n\n{listed}\n```\n"


def find_exhibits(chapters: Iterable[Path]) -> list[Exhibit]:
    """The named figures and tables that show a file of a notebook, in the order of the pages."""
    found = []
    for chapter in chapters:
        text = chapter.read_text(encoding="utf-8")
        for match in _DIRECTIVE.finditer(text):
            options = dict(_OPTION.findall(match[4]))
            source = match[3].strip() if match[2] == "figure" else options.get("file", "")
            shown = _EXHIBIT.search(source)
            if shown and options.get("name"):
                line = text.count("\n", 0, match.start()) + 1
                caption = match[3] if match[2] == "csv-table" else text[match.end() :].lstrip()
                title = _TITLE.match(_ROLE.sub("", caption.partition("\n")[0]))
                words = title[0].strip() if title else ""
                found.append(Exhibit(options["name"], chapter, shown[1], line, words))
    return found


def _stem(name: str) -> str:
    return re.sub(r"(\.shown|\.zh_CN)?\.\w+$", "", name)


def _inputs(notebook: Path) -> list[str]:
    """What a notebook reads: the corpus, modules of the library, and data files it names."""
    used = {"corpus"}
    for source in code_cells(notebook):
        for node in ast.walk(ast.parse(_plain(source))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("govreports"):
                used.add(str(node.module))
            elif isinstance(node, ast.Constant) and _DATA_FILE.search(str(node.value)):
                used.add(str(node.value))
    return sorted(used)


def _plain(source: str) -> str:
    """The code without the magics that only a notebook understands."""
    return re.sub(r"^\s*[%!].*$", "", source, flags=re.MULTILINE)
