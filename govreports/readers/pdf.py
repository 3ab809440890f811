"""The text of a PDF document, page by page, without what stands on every page."""

from __future__ import annotations

import re
from collections import Counter

import pypdfium2

from govreports.errors import ReportError
from govreports.readers.source import Source

_LEAST = 20  # characters: a page with fewer is a picture, or nearly empty
_NUMBERED = re.compile(r"\d+")
# Blanks are taken out before: — 1 —, 第1页, 1/9, 第1页共9页.
_PAGE_NUMBER = re.compile(r"[-–—·.]*第?\d{1,4}页?(?:/\d{1,4}|[,，]?共\d{1,4}页)?[-–—·.]*")
# What a browser prints at the head and foot of a page: its address, or the day and hour.
_BROWSER = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d{4}/\d{1,2}/\d{1,2}\s+\d{1,2}:\d\d.*"
)
_EDGE = 2  # lines at the head and foot of a page that can repeat
_HAN = "\u3007\u4e00-\u9fff"
_BORDER = re.compile(rf"(?<=[{_HAN}])( ?)(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])( ?)(?=[{_HAN}])")
_SPACED = 0.8  # share of borders of Han and digits with a blank above which the program set them


def read_pdf(data: bytes) -> Source:
    """The text of a PDF, a line of it for each line printed.

    Left out are page numbers and what stands at the head or foot of half the pages; blanks
    between Chinese characters and digits go where the program that made the file set them nearly
    everywhere. Raises ``ReportError`` where the file is damaged, encrypted, or holds no text
    (pages that are pictures).
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error).lower()
        if "password" in reason:
            raise ReportError("is an encrypted PDF: save it without a password first") from None
        raise ReportError("is a damaged PDF") from None
    try:
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ReportError(f"is a damaged PDF ({error})") from None
    finally:
        document.close()
    pictures = [number for number, (_, pictured) in enumerate(pages, 1) if pictured]
    if all(_is_thin(text) for text, _ in pages):
        raise ReportError("holds no text: its pages are pictures, or empty; it wants OCR first")
    notes = []
    if pictures:
        listed = ", ".join(map(str, pictures))
        notes.append(f"pages without text, pictures only: {listed}")
    lines = _without_edges([text.splitlines() for text, _ in pages])
    text, closed = _closed_up("\n".join(lines))
    if closed:
        notes.append(f"{closed} blanks between Chinese characters and digits were taken out")
    return Source(f"{text}\n", "", "pdf", tuple(notes))


def _page(document: pypdfium2.PdfDocument, number: int) -> tuple[str, bool]:
    page = document[number]
    try:
        page.set_rotation(0)
        text = page.get_textpage()
        try:
            words = text.get_text_bounded().replace("\r\n", "\n").replace("\r", "\n")
        finally:
            text.close()
        words = words.replace("\ufffe", "")
        return words, _is_thin(words) and _has_picture(page)
    finally:
        page.close()


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    image = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
    return any(item.type == image for item in page.get_objects(max_depth=2))


def _is_thin(text: str) -> bool:
    return len("".join(text.split())) < _LEAST


def _without_edges(pages: list[list[str]]) -> list[str]:
    """The lines of all pages but page numbers and what heads or ends half of them."""
    filled = [[line.rstrip() for line in page if line.strip()] for page in pages]
    edges = Counter(
        shape for page in filled for shape in {_shape(page[i]) for i in _edge(len(page))}
    )
    often = max(2, (len(filled) + 1) // 2)
    kept = []
    for page in filled:
        edge = set(_edge(len(page)))
        kept += [
            line
            for place, line in enumerate(page)
            if not (
                place in edge
                and (
                    _PAGE_NUMBER.fullmatch("".join(line.split()))
                    or _BROWSER.fullmatch(line.strip())
                    or (len(filled) > 2 and edges[_shape(line)] >= often)
                )
            )
        ]
    return kept


def _edge(lines: int) -> list[int]:
    return sorted({*range(min(_EDGE, lines)), *range(max(lines - _EDGE, 0), lines)})


def _shape(line: str) -> str:
    return _NUMBERED.sub("0", "".join(line.split()))


def _closed_up(text: str) -> tuple[str, int]:
    borders = list(_BORDER.finditer(text))
    spaced = sum(found[0] == " " for found in borders)
    if not borders or spaced < _SPACED * len(borders):
        return text, 0
    return _BORDER.sub("", text), spaced
