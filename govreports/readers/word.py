"""The text of a Word document (.docx), with the numbers that Word keeps outside the text."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from govreports.errors import ReportError
from govreports.readers.files import printable
from govreports.readers.source import MOST_BYTES, Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DOCUMENT, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_FOOTNOTES = "word/footnotes.xml"
# What `zipfile` unpacks no further than it is told to.
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNREADABLE = (
    *(OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError),
    *(ValueError, IndexError, struct.error),  # of places that lie outside the file
)
_GONE = {f"{_W}del", f"{_W}moveFrom", _FALLBACK}
_HAN = "〇一二三四五六七八九"
_MOST_LEVELS = 9


def read_docx(data: bytes) -> Source:
    """The text of a .docx file, a line for each paragraph, footnotes at the end.

    Insertions are in, deletions out; cells are joined by tabs; automatic numbers (一、, （一）, 1.)
    stand where Word shows them. Raises ``ReportError`` where the file is no Word document,
    damaged, encrypted, or unpacks to more than ``MOST_BYTES``.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _parts(archive)
    except _UNREADABLE as error:
        raise ReportError(f"is a damaged archive ({printable(str(error))})") from None
    if _DOCUMENT not in parts:
        raise ReportError("is an archive, but no Word document (.docx)")
    numbering = Numbering(parts.get(_NUMBERING), parts.get(_STYLES))
    body = parts[_DOCUMENT].find(f"{_W}body")
    lines = list(_blocks(body, numbering)) if body is not None else []
    notes = list(_blocks(parts[_FOOTNOTES], numbering)) if _FOOTNOTES in parts else []
    text = "\n".join([*lines, *(note for note in notes if note.strip())])
    return Source(f"{text}\n", "", "docx")


def _parts(archive: zipfile.ZipFile) -> dict[str, Any]:
    wanted = {_DOCUMENT, _NUMBERING, _STYLES, _FOOTNOTES}
    entries = [entry for entry in archive.infolist() if entry.filename in wanted]
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise ReportError(f"unpacks to more than the {MOST_BYTES:,} bytes allowed")
    return {entry.filename: _xml(archive, entry) for entry in entries}


def _xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Any:
    if entry.compress_type not in _COMPRESSIONS:
        raise ReportError("is packed in a way that Word does not")
    with archive.open(entry) as stream:
        content = stream.read(entry.file_size + 1)
    # No entities, no network, no document type: a Word document has none of these.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise ReportError(f"is a damaged Word document ({printable(error.msg)})") from None
    if root.getroottree().docinfo.doctype:
        raise ReportError("is a Word document with a document type declaration: refused")
    return root


def _blocks(container: Any, numbering: Numbering) -> Iterator[str]:
    for node in container:
        if node.tag == f"{_W}p":
            yield from (numbering.of(node) + _text(node)).split("\n")
        elif node.tag == f"{_W}tbl":
            for row in node.iter(f"{_W}tr"):
                cells = [
                    " ".join(line for line in _blocks(cell, numbering) if line.strip())
                    for cell in row.findall(f"{_W}tc")
                ]
                yield "\t".join(cells)
        elif node.tag not in _GONE and isinstance(node.tag, str):
            yield from _blocks(node, numbering)  # w:sdt, w:ins and other wrappings


def _text(paragraph: Any) -> str:
    pieces: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif not isinstance(node.tag, str) or node.tag in _GONE:
            continue
        elif node.tag == f"{_W}t":
            pieces.append(node.text or "")
        elif node.tag == f"{_W}tab":
            pieces.append("\t")
        elif node.tag in (f"{_W}br", f"{_W}cr"):
            pieces.append("\n")
        elif node.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif node.tag != f"{_W}pPr":
            stack.append(iter(node))
    return "".join(pieces)


@dataclass
class Numbering:
    """The automatic numbers of a document, counted on as paragraphs come."""

    numbering: Any = None
    styles: Any = None
    _levels: dict[str, dict[int, Any]] = field(default_factory=dict)
    _starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _of_style: dict[str, tuple[str, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        levels: dict[str, dict[int, Any]] = {}
        for abstract in self._all(self.numbering, "abstractNum"):
            found = {
                _number(_value(level, "ilvl", "0")): level for level in abstract.iter(f"{_W}lvl")
            }
            levels[_value(abstract, "abstractNumId", "")] = found
        for number in self._all(self.numbering, "num"):
            name, given = _value(number, "numId", ""), number.find(f"{_W}abstractNumId")
            abstract_id = _value(given, "val", "")
            self._abstract[name] = abstract_id
            own = dict(levels.get(abstract_id, {}))
            for override in number.findall(f"{_W}lvlOverride"):
                at = _number(_value(override, "ilvl", "0"))
                start = override.find(f"{_W}startOverride")
                if start is not None:
                    self._starts[name, at] = _number(_value(start, "val", "1"), 1)
                level = override.find(f"{_W}lvl")
                if level is not None:
                    own[at] = level
            self._levels[name] = own
        for style in self._all(self.styles, "style"):
            numbered = style.find(f"{_W}pPr/{_W}numPr")
            if numbered is not None:
                self._of_style[_value(style, "styleId", "")] = _numbered(numbered)

    def of(self, paragraph: Any) -> str:
        """The number that Word shows before the paragraph, empty where it shows none."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        own, style = properties.find(f"{_W}numPr"), properties.find(f"{_W}pStyle")
        if own is not None:
            name, at = _numbered(own)
        else:
            name, at = self._of_style.get(_value(style, "val", ""), ("", 0))
        level = self._levels.get(name, {}).get(at)
        if level is None or at >= _MOST_LEVELS:
            return ""
        self._count(name, at)
        return self._shown(name, at, level)

    def _count(self, name: str, at: int) -> None:
        # Lists of one abstract list count on together, unless one says where it starts.
        family = self._family(name)
        start = _number(_child(self._levels[name][at], "start", "1"), 1)
        if (name, at) in self._starts:
            self._counts[family, at] = self._starts.pop((name, at))
        else:
            self._counts[family, at] = self._counts.get((family, at), start - 1) + 1
        for deeper in range(at + 1, _MOST_LEVELS):
            self._counts.pop((family, deeper), None)

    def _family(self, name: str) -> str:
        return self._abstract.get(name, name)

    def _shown(self, name: str, at: int, level: Any) -> str:
        if _child(level, "numFmt", "decimal") in ("bullet", "none"):
            return ""
        wording = _child(level, "lvlText", "")
        for place in range(_MOST_LEVELS):
            mark = f"%{place + 1}"
            if mark in wording:
                inner = self._levels[name].get(place, level)
                count = self._counts.get(
                    (self._family(name), place), _number(_child(inner, "start", "1"), 1)
                )
                wording = wording.replace(mark, _written(count, _child(inner, "numFmt", "decimal")))
        return wording

    @staticmethod
    def _all(root: Any, tag: str) -> list[Any]:
        return [] if root is None else root.findall(f"{_W}{tag}")


def _numbered(properties: Any) -> tuple[str, int]:
    name, at = properties.find(f"{_W}numId"), properties.find(f"{_W}ilvl")
    return _value(name, "val", ""), _number(_value(at, "val", "0"))


def _child(node: Any, tag: str, otherwise: str) -> str:
    return _value(node.find(f"{_W}{tag}"), "val", otherwise)


def _value(node: Any, name: str, otherwise: str) -> str:
    return otherwise if node is None else str(node.get(f"{_W}{name}") or otherwise)


def _number(text: str, otherwise: int = 0) -> int:
    """A number of the document, at most of nine digits; ``otherwise`` where that is none."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else otherwise


def _written(number: int, style: str) -> str:
    """A number as a list shows it.

    >>> _written(3, "chineseCounting"), _written(12, "japaneseCounting"), _written(4, "decimal")
    ('三', '十二', '4')
    >>> _written(2, "decimalEnclosedCircle"), _written(3, "upperRoman"), _written(2, "lowerLetter")
    ('②', 'III', 'b')
    """
    if style.startswith(("chinese", "japanese", "ideograph", "taiwanese")):
        return _han(number)
    if style.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    if style in ("upperLetter", "lowerLetter") and 1 <= number <= 26:
        letter = chr(ord("A") + number - 1)
        return letter if style == "upperLetter" else letter.lower()
    if style in ("upperRoman", "lowerRoman") and 1 <= number < 40:
        roman = "X" * (number // 10)
        roman += ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]
        return roman if style == "upperRoman" else roman.lower()
    return str(number)


def _han(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[ones] if ones else "")
