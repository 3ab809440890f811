"""The codings of a REFI-QDA project, as any program writes it.

Places are printed in one way whatever program wrote them: code points of the source's text with
each line end as one character and without byte-order mark. Programs count the line end of Windows
(CR LF) as one place or as two; which is known for some and told by the selections for others.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pandas as pd
from lxml import etree

from govreports.errors import DataError
from govreports.refi.unpacking import Unpacked, unpack
from govreports.wording import how_many

COLUMNS = ("user", "source", "start", "end", "code", "text")
# Programs that count CR LF as one place or as two, by the beginning of the project's origin; the
# reader of QualCoder takes every origin but the first of these for two.
_ONE = ("atlas.ti", "govreports")
_TWO = ("nvivo", "maxqda", "qualcoder")
_OTHER_SOURCES = ("PictureSource", "AudioSource", "VideoSource")


class Segments(NamedTuple):
    """The codings of a project, and a line for each thing in it that is not in the table."""

    table: pd.DataFrame  # columns ``COLUMNS``, a row for each code of a selection
    left: tuple[str, ...]


def read_segments(path: str | Path) -> Segments:
    """Every coding of plain text in a project file (.qdpx), in the order of the file.

    Users, sources and codes are named as the project names them; a source whose name another has
    too is followed by its identifier in brackets. Pictures, recordings and documents without a
    plain text, selections outside their text and codings with a code that is not there are left,
    each told in ``left``. Raises ``DataError`` for what is no readable project.
    """
    unpacked = unpack(path)
    root = _root(unpacked.project, str(path))
    left: list[str] = []
    names = {
        item.get("guid", "").lower(): item.get("name", "")
        for item in root.iter()
        if _tag(item) in ("Code", "User")
    }
    sources = [*_sources(root, left)]
    shared = Counter(source.name for source in sources)
    rows = []
    for source in sources:
        text = _text(source.element, unpacked)
        told = source.name if shared[source.name] == 1 else f"{source.name} ({source.guid})"
        if text is None:
            lost = how_many(len(source.selections), "selection")
            left.append(f"source {told}: no plain text; {lost} left")
            continue
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        place = _places(text, source.selections, root.get("origin") or "")
        for selection in source.selections:
            start, end = (place(selection.get(side)) for side in ("startPosition", "endPosition"))
            if start is None or end is None or not 0 <= start < end <= len(plain):
                stated = f"{selection.get('startPosition')}–{selection.get('endPosition')}"
                left.append(f"source {told}: selection {stated} lies outside the text")
                continue
            for user, code in _codings(selection):
                if code not in names:
                    left.append(f"source {told}, {start}–{end}: code {code} is not in the project")
                    continue
                by = names.get(user, "")
                rows.append((by, told, start, end, names[code], plain[start:end]))
    return Segments(pd.DataFrame(rows, columns=list(COLUMNS)), tuple(left))


class _Source(NamedTuple):
    name: str
    guid: str
    element: etree._Element
    selections: Sequence[etree._Element]


def _root(xml: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DataError(f"{name}: no REFI-QDA project ({error})") from error
    if root.getroottree().docinfo.doctype:
        raise DataError(f"{name}: has a document type declaration, which REFI-QDA does not")
    if _tag(root) != "Project":
        raise DataError(f"{name}: no REFI-QDA project (its first element is {_tag(root)})")
    return root


def _tag(element: etree._Element) -> str:
    # Comments and processing instructions have no name.
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    return (child for child in element if _tag(child) == tag)


def _sources(root: etree._Element, left: list[str]) -> Iterator[_Source]:
    """Text sources, and of PDF sources the text that stands for them; the others are told."""
    for folder in _children(root, "Sources"):
        for element in folder:
            name = element.get("name") or element.get("guid") or ""
            if _tag(element) == "TextSource":
                yield _source(element, name)
            elif _tag(element) == "PDFSource":
                for text in _children(element, "Representation"):
                    yield _source(text, name)
                drawn = sum(1 for _ in _children(element, "PDFSelection"))
                if drawn:
                    left.append(
                        f"source {name}: {how_many(drawn, 'selection')} on pages of a PDF left"
                    )
            elif _tag(element) in _OTHER_SOURCES:
                left.append(f"source {name}: {_tag(element)} is not text")


def _source(element: etree._Element, name: str) -> _Source:
    selections = [*_children(element, "PlainTextSelection")]
    return _Source(name, element.get("guid") or "", element, selections)


def _text(element: etree._Element, unpacked: Unpacked) -> str | None:
    for content in _children(element, "PlainTextContent"):
        return content.text or ""
    path = (element.get("plainTextPath") or "").replace("\\", "/")
    file = path.rpartition("/")[2]
    if file not in unpacked.texts:
        file = unquote(file)  # as an address writes a name with blanks
    if file in unpacked.texts:
        return unpacked.texts[file]
    # Guids in file names and in the project are not always in the same case.
    return {name.lower(): text for name, text in unpacked.texts.items()}.get(file.lower())


def _codings(selection: etree._Element) -> Iterator[tuple[str, str]]:
    for coding in _children(selection, "Coding"):
        user = coding.get("creatingUser") or selection.get("creatingUser") or ""
        for reference in _children(coding, "CodeRef"):
            yield user.lower(), (reference.get("targetGUID") or "").lower()


def _places(
    text: str, selections: Sequence[etree._Element], origin: str
) -> Callable[[str | None], int | None]:
    """The function that turns a stated position into a place in the text with one line end."""
    within = [end.start() + 1 for end in re.finditer("\r\n", text)]
    two = bool(within) and _counts_two(text, set(within), selections, origin.strip().lower())

    def place(stated: str | None) -> int | None:
        position = _number(stated)
        if position is None or not two:
            return position
        # Every line end of two characters before it shortens the place by one.
        return position - bisect_left(within, position)

    return place


def _counts_two(
    text: str, within: Set[int], selections: Sequence[etree._Element], origin: str
) -> bool:
    """Whether the program counted CR LF as two places, by its name or by what fits.

    A selection cannot end between the two characters of a line end, nor outside its text, and
    where it bears the words it selects, they are the text there.
    """
    if origin.startswith((*_ONE, *_TWO)):
        return origin.startswith(_TWO)
    plain = text.replace("\r\n", "\n")
    as_one = as_two = 0
    for selection in selections:
        start, end = (_number(selection.get(side)) for side in ("startPosition", "endPosition"))
        if start is None or end is None:
            continue
        as_one -= end > len(plain)
        as_two -= end > len(text) or start in within or end in within
        words = "".join((selection.get("name") or "").split())
        if words:
            as_one += "".join(plain[start:end].split()).startswith(words)
            as_two += "".join(text[start:end].split()).startswith(words)
    return as_two >= as_one


def _number(stated: str | None) -> int | None:
    return int(stated) if stated and stated.strip().isascii() and stated.strip().isdigit() else None


def renamed(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The table with codes renamed by this list; those that it lacks keep their names."""
    return table.assign(code=table["code"].map(lambda code: names.get(code, code)))
