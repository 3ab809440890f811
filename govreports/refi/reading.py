"""The codings of a REFI-QDA project, as any program writes it.

Places are printed in one way whatever program wrote them: code points of the source's text with
each line end as one character and without byte-order mark (`govreports.refi.line_ends`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from sys import intern
from typing import IO, NamedTuple

import pandas as pd
from lxml import etree

from govreports.errors import DataError
from govreports.refi.line_ends import places
from govreports.refi.unpacking import Unpacked, unpacked
from govreports.wording import how_many

COLUMNS = ("user", "source", "start", "end", "code", "text")
_LONG = 20  # characters of a stated place; longer ones are shown cut
_OTHER_SOURCES = ("PictureSource", "AudioSource", "VideoSource")
_READ = ("User", "Code", "Case", "Note", "TextSource", "PDFSource", *_OTHER_SOURCES)


class Segments(NamedTuple):
    """The codings of a project, and a line for each thing in it that is not in the table."""

    table: pd.DataFrame  # columns ``COLUMNS``, a row for each code of a selection
    left: tuple[str, ...]


def read_segments(path: str | Path) -> Segments:
    """Every coding of plain text in a project file (.qdpx), in the order of the file.

    Users, sources and codes are named as the project names them; a source whose name another has
    too is followed by its identifier in brackets, a user whom the project does not name is called
    by the identifier. Pictures, recordings and documents without a plain text, selections outside
    their text and codings with a code that is not there are left, each told in ``left``. Raises
    ``DataError`` for what is no readable project.
    """
    found = _Found()
    with unpacked(path) as archive, archive.project() as stream:
        for element in _elements(stream, str(path)):
            found.read(element, archive)
    return found.segments()


class _Row(NamedTuple):
    """A coding by the identifiers of user and code and the number of the source."""

    user: str
    source: int
    start: int
    end: int
    code: str
    text: str


class _Found:
    """What was read of a project so far; who is called what is known when all of it is."""

    def __init__(self) -> None:
        # Names by identifier: one, where the project is sound.
        self.users: dict[str, list[str]] = {}
        self.codes: dict[str, list[str]] = {}
        self.cases: set[str] = set()
        self.sources: list[tuple[str, str]] = []  # name and identifier
        self.rows: list[_Row] = []
        self.left: list[tuple[int, str]] = []  # number of the source, and what of it
        self.uncoded = self.noted = 0

    def read(self, element: etree._Element, archive: Unpacked) -> None:
        """Take up a user, a code, a case, a note or a source."""
        tag = _tag(element)
        if tag in ("User", "Code"):
            called = self.users if tag == "User" else self.codes
            guid = _identifier(element.get("guid"))
            names = called.setdefault(guid, [])
            name = element.get("name") or element.get("id") or guid
            names += [name] if name not in names else []
        elif tag == "Case":
            self.cases.add(_identifier(element.get("guid")))
        elif tag == "Note":
            self.noted += _codings_in(element)
        else:
            guid = element.get("guid") or ""
            self.sources.append((element.get("name") or guid, guid))
            self._source(element, tag, archive)

    def _source(self, element: etree._Element, tag: str, archive: Unpacked) -> None:
        if tag in _OTHER_SOURCES:
            coded = _codings_in(element)
            self._leave(f"{tag} is not text" + f"; {how_many(coded, 'coding')} left" * bool(coded))
            return
        for text in (element, *_children(element, "Representation")):
            if tag == "TextSource" or text is not element:
                self._text(text, archive)
        if whole := sum(1 for _ in _children(element, "Coding")):
            self._leave(f"{how_many(whole, 'coding')} of the whole source left")
        if drawn := sum(1 for _ in _children(element, "PDFSelection")):
            self._leave(f"{how_many(drawn, 'selection')} on pages of a PDF left")

    def _text(self, element: etree._Element, archive: Unpacked) -> None:
        selections = [*_children(element, "PlainTextSelection")]
        text, lacking = _content(element, archive)
        if text is None:
            self._leave(f"{lacking}; {how_many(len(selections), 'selection')} left")
            return
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        origin = element.getroottree().getroot().get("origin") or ""
        place = places(text, selections, origin)
        for selection in selections:
            codings = [*_codings(selection)]
            self.uncoded += not codings
            start, end = (place(selection.get(side)) for side in ("startPosition", "endPosition"))
            if start is None or end is None:
                why = "is no place, which is two whole numbers"
            elif end <= start:
                why = "is empty"
            elif end > len(plain):
                why = f"lies outside the text, which ends at {len(plain)}"
            else:
                at, words = len(self.sources) - 1, plain[start:end]
                self.rows += (_Row(user, at, start, end, code, words) for user, code in codings)
                continue
            if codings:
                self._leave(f"selection {_stated(selection)} {why}")

    def _leave(self, what: str) -> None:
        self.left.append((len(self.sources) - 1, what))

    def segments(self) -> Segments:
        """The table of what was read, and what was left."""
        shared = Counter(name for name, _ in self.sources)
        sources = [name if shared[name] == 1 else f"{name} ({guid})" for name, guid in self.sources]
        users = {guid: names[0] for guid, names in self.users.items()}
        codes = {guid: names[0] for guid, names in self.codes.items() if len(names) == 1}
        kept = (row for row in self.rows if row.code in codes)
        rows = [
            (users.get(r.user, r.user), sources[r.source], r.start, r.end, codes[r.code], r.text)
            for r in kept
        ]
        left = [f"source {sources[at]}: {what}" for at, what in self.left]
        left += self._uncalled(sources)
        if self.noted:
            left.append(f"{how_many(self.noted, 'coding')} in notes left")
        if self.uncoded:
            left.append(f"{how_many(self.uncoded, 'selection')} without a code left")
        return Segments(pd.DataFrame(rows, columns=list(COLUMNS)), tuple(left))

    def _uncalled(self, sources: Sequence[str]) -> Iterator[str]:
        """Codings whose code has no name of its own, and names that several codes have."""
        cases = self.cases - self.codes.keys()
        for at, number in Counter(r.source for r in self.rows if r.code in cases).items():
            yield f"source {sources[at]}: {how_many(number, 'coding')} with a case as code left"
        several = Counter(r.code for r in self.rows if len(self.codes.get(r.code, ())) > 1)
        for guid, number in several.items():
            called = ", ".join(self.codes[guid])
            yield f"code {guid} has several names ({called}); {how_many(number, 'coding')} left"
        for row in self.rows:
            if row.code not in self.codes and row.code not in cases:
                place = f"source {sources[row.source]}, {row.start}–{row.end}"
                yield f"{place}: code {row.code or '(none)'} is not in the project"
        used = {row.code for row in self.rows}
        names = Counter(names[0] for guid, names in self.codes.items() if guid in used)
        for name, number in names.items():
            if number > 1:
                yield f"{number} codes are called {name}; the table does not tell them apart"


def _elements(stream: IO[bytes], name: str) -> Iterator[etree._Element]:
    """What a project holds, one after another; each is gone when the next is asked for."""
    parsed = etree.iterparse(
        stream,
        tag=[f"{{*}}{tag}" for tag in _READ],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    try:
        for number, (_, element) in enumerate(parsed):
            if number == 0:
                _check(element.getroottree(), name)
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                element.getparent().remove(before)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DataError(f"{name}: no REFI-QDA project ({error})") from error
    _check(parsed.root.getroottree(), name)


def _check(document: etree._ElementTree, name: str) -> None:
    if document.docinfo.doctype:
        raise DataError(f"{name}: has a document type declaration, which REFI-QDA does not")
    root = document.getroot()
    if _tag(root) != "Project":
        raise DataError(f"{name}: no REFI-QDA project (its first element is {_tag(root)})")


def _tag(element: etree._Element) -> str:
    # Comments and processing instructions have no name.
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    return element.iterchildren(f"{{*}}{tag}")


def _codings_in(element: etree._Element) -> int:
    return sum(1 for _ in element.iter("{*}Coding"))


def _identifier(stated: str | None) -> str:
    """An identifier however it is written: in either case, with braces or without."""
    return intern((stated or "").strip().strip("{}").lower())


def _content(element: etree._Element, archive: Unpacked) -> tuple[str | None, str]:
    """The text of a source, or why there is none."""
    for content in _children(element, "PlainTextContent"):
        return content.text or "", ""
    path = element.get("plainTextPath")
    if not path:
        return None, "rich text only" if element.get("richTextPath") else "no plain text"
    return archive.text(path), f"its text {path} is not in the archive"


def _codings(selection: etree._Element) -> Iterator[tuple[str, str]]:
    for coding in _children(selection, "Coding"):
        coders = (coding.get("creatingUser"), selection.get("creatingUser"))
        user = next(filter(None, coders), selection.get("modifyingUser"))
        codes = [_identifier(code.get("targetGUID")) for code in _children(coding, "CodeRef")]
        yield from ((_identifier(user), code) for code in codes or [""])


def _stated(selection: etree._Element) -> str:
    sides = ((selection.get(side) or "") for side in ("startPosition", "endPosition"))
    return "–".join(side if len(side) <= _LONG else f"{side[:_LONG]}…" for side in sides)


def renamed(table: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """The table with codes renamed by this list; those that it lacks keep their names."""
    return table.assign(code=table["code"].map(lambda code: names.get(code, code)))
