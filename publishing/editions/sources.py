"""What Sphinx reads for the Chinese edition in place of the English: chapters, cells, pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from nbformat import NotebookNode

from publishing.editions.languages import CHINESE_EDITION, language
from publishing.editions.passages import accept, drift, with_notes
from publishing.editions.strings import strings
from publishing.errors import BuildError
from publishing.executed import as_executed
from publishing.paths import BOOK, CHINESE, EXHIBITS, GENERATED, ROOT

UNTRANSLATED = "edition-note untranslated"  # the classes of the note, by which a page is known
_NOTE = (
    f'\n```{{raw}} html\n<p class="{UNTRANSLATED}" lang="zh-CN">'
    "本页尚无中文，以下为英文原文。</p>\n```\n"
)
_PARTLY = (
    '\n```{raw} html\n<p class="edition-note" lang="zh-CN">'
    "本笔记本的说明尚未全部写成中文，其余为英文。</p>\n```\n"
)
_WORD = re.compile("[A-Za-z]{3}")
_CHINESE = re.compile("[，。；：？、（《]|#+ .*[\u4e00-\u9fff]")
_TITLE = re.compile(r"^# .+$", re.MULTILINE)
_FIGURE = re.compile(r'\bkeep_figure\(\s*\w+,\s*"([\w-]+)"')


def overlay(docname: str) -> Path | None:
    """The Chinese text of a chapter, where there is one."""
    path = ROOT / f"{docname}.md"
    if path.parent != BOOK:
        return None
    chinese = CHINESE / path.name
    return chinese if chinese.is_file() else None


def chapters() -> dict[Path, Path]:
    """The Chinese chapters, each with its English one."""
    return {
        path: BOOK / path.name for path in sorted(CHINESE.glob("*.md")) if path.stem != "README"
    }


def all_drift() -> list[str]:
    """One line for each passage of all Chinese chapters that is not up to date."""
    return [line for chinese, english in chapters().items() for line in drift(chinese, english)]


def accept_chapters(paths: Iterable[Path]) -> None:
    """Write into Chinese chapters that they say the English as it is now.

    Raises:
        BuildError: where there is no such chapter, or its passages cannot be told.
    """
    known = chapters()
    for path in paths:
        english = known.get(CHINESE / path.name)
        if english is None or not english.is_file():
            raise BuildError(f"{path}: no chapter in {CHINESE.relative_to(ROOT)}")
        accept(CHINESE / path.name, english)


def chinese_source(docname: str, english: str) -> str:
    """The text of a page: the Chinese chapter, else what the table of strings has for it."""
    if path := overlay(docname):
        return with_notes(path, english)
    if (ROOT / docname).is_relative_to(GENERATED):
        return strings().source(english)
    return with_note(english)


def as_read(text: str) -> NotebookNode:
    """A notebook as executed, in the language of the edition that is made."""
    notebook = as_executed(text)
    if language() == CHINESE_EDITION:
        say = strings().source
        cells = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
        for cell in cells:
            cell.source = say(cell.source)
        if cells and any(_is_english(cell.source) for cell in cells):
            cells[0].source = with_note(cells[0].source, _PARTLY)
        for cell in notebook.cells:
            if cell.cell_type == "code" and (named := _FIGURE.search(cell.source)):
                _show_chinese_figure(cell, EXHIBITS / f"{named[1]}.zh_CN.svg")
    return notebook


def _show_chinese_figure(cell: NotebookNode, path: Path) -> None:
    """Put the figure that a cell kept for this edition in the place of the one that it shows."""
    for output in cell.outputs if path.is_file() else ():
        if "image/png" in output.get("data", {}):
            output.data = {"image/svg+xml": path.read_text(encoding="utf-8")}
            output.metadata = {}


def with_note(text: str, note: str = _NOTE) -> str:
    """A text with a line below its title that there is no Chinese yet, or not of all of it."""
    return _TITLE.sub(lambda title: f"{title[0]}\n{note}", text, count=1)


def _is_english(text: str) -> bool:
    """Whether a paragraph has words and no Chinese of its own."""
    blocks = (block for block in text.split("\n\n") if not block.startswith("```"))
    return any(_WORD.search(block) and not _CHINESE.search(block) for block in blocks)


def overlay_hash(docname: str) -> str:
    """Equal while the Chinese text of a page is the same."""
    path = overlay(docname)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""
