"""A saved web page as plain text: the lines of its body, one for each block."""

from __future__ import annotations

import codecs
import email
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from govreports.errors import ReportError
from govreports.readers.source import Source
from govreports.report.decode import Decoded, decode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_WITHIN = 4096  # bytes in which a page says its encoding
# Pages that call themselves GB2312 or GBK use characters of GB18030, which holds both.
_CODECS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb18030"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
}

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section table tbody
    tfoot thead tr ul""".split()  # noqa: SIM905
)
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(
    """audio button canvas embed head iframe input map noscript object script select style svg
    template textarea video""".split()  # noqa: SIM905
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Where the content systems of government sites put an article.
_KNOWN = etree.XPath(
    "//*[@id='zoom' or @id='UCAP-CONTENT' or @id='article' or @id='content_body'"
    " or contains(concat(' ', normalize-space(@class), ' '), ' TRS_Editor ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' view-content ')"
    " or contains(concat(' ', normalize-space(@class), ' '), ' bt_content ')]"
)
_TITLES = etree.XPath(
    "//meta[@name='ArticleTitle']/@content | //h1 | "
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' title ')]"
)
_LONG = 25  # characters
_STOP = re.compile("[。，；,;]")
_MOST_OF = 0.85  # share of the long lines that the element with the article holds
_KEPT = 0.95  # share of the long lines that an extract must hold to be sure

_BLANKS = re.compile(r"[ \n\r\f\v\u2028\u2029]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")


def decode_page(data: bytes) -> Decoded:
    """Decode a page as it says it is encoded, else as any text of this kind.

    Raises ``ReportError`` where no encoding fits.
    """
    said = _CHARSET.search(data[:_WITHIN])
    if said and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = said[1].decode("ascii").lower()
        try:
            # Others than these no Chinese page is in: what says so was converted, or never true.
            codec = _CODECS[name]
            return Decoded(data.decode(codec), codec)
        except (KeyError, UnicodeDecodeError):
            pass  # pages are often converted without changing what they say
    return decode(data)


def read_archived_page(data: bytes) -> Source:
    """The page in a web archive (.mht), which browsers save as a mail with attachments.

    Raises ``ReportError`` where there is none.
    """
    for part in email.message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            held = part.get_payload(decode=True)
            if isinstance(held, bytes):
                return read_page(decode_page(held))
    raise ReportError("is a mail or web archive without a page")


def read_page(page: Decoded) -> Source:
    """The article of a page, its title first.

    ``<br>`` and block elements break lines, cells are joined by tabs, scripts, styles, forms and
    what is hidden are left out; line ends in the source are blanks, and blanks between Chinese
    characters go. ``notes`` says where a twentieth or more of the page's running text lies
    outside what was taken for the article.
    """
    text = _DECLARATION.sub("", page.text)
    try:
        root = html.document_fromstring(text, parser=html.HTMLParser(huge_tree=False))
    except (etree.ParserError, ValueError) as error:
        raise ReportError(f"is a web page that cannot be read ({error})") from None
    body = root if root.tag == "body" else next(root.iter("body"), root)
    article = _article(root, body)
    lines = list(_lines(article))
    title = _title(root, lines)
    whole = [line for line in _lines(body) if _runs(line)]
    held = set(lines)
    missed = [line for line in whole if line not in held]
    notes = []
    if sum(map(len, missed)) > (1 - _KEPT) * max(sum(map(len, whole)), 1):
        notes.append(f"body uncertain: {len(missed)} of {len(whole)} long lines stand outside it")
    read = "\n".join([title, *lines] if title else lines)
    return Source(f"{read}\n", page.encoding, "html", tuple(notes))


def _article(root: Any, body: Any) -> Any:
    known = [element for element in _KNOWN(root) if _size(element)]
    if known:
        best = max(known, key=_size)
        if _size(best) >= 0.5 * _size(body):
            return best
    element, total = body, _size(body)
    while total:
        inner = next(
            (
                child
                for child in element
                if isinstance(child.tag, str)
                and child.tag not in _SILENT
                and _size(child) >= _MOST_OF * total
            ),
            None,
        )
        if inner is None or inner.tag in ("p", "span", *_CELLS, "tr", "tbody"):
            break
        element = inner
    return element


def _size(element: Any) -> int:
    return sum(len(line) for line in _lines(element) if _runs(line))


def _runs(line: str) -> bool:
    """Whether a line is running text rather than navigation or a footer."""
    return len(line) >= _LONG and _STOP.search(line) is not None


def _title(root: Any, lines: list[str]) -> str:
    """The page's title where the article does not hold it."""
    held = {_squeezed(line) for line in lines[:10]}
    for found in _TITLES(root):
        title = found if isinstance(found, str) else " ".join(_lines(found))
        title = _tidied(title)
        if len(title) >= 6:
            return "" if _squeezed(title) in held else title
    return ""


def _lines(element: Any) -> Iterator[str]:
    """The lines of an element, tidied, blank ones left out."""
    pieces: list[str] = []
    for piece in _pieces(element):
        if piece == "\n":
            line = _tidied("".join(pieces))
            if line:
                yield line
            pieces = []
        else:
            pieces.append(piece)
    line = _tidied("".join(pieces))
    if line:
        yield line


def _pieces(element: Any) -> Iterator[str]:
    """Text in the order of the page; a line break alone where one is due."""
    skipped = None
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipped is None and node is not element and node.tail:
                yield _BLANKS.sub(" ", node.tail)
            continue
        if event == "start":
            if skipped is not None:
                continue
            if node.tag in _SILENT or _is_hidden(node):
                skipped = node
                continue
            if node.tag in _BLOCKS or node.tag == "br":
                yield "\n"
            if node.text:
                yield _BLANKS.sub(" ", node.text)
            continue
        if skipped is not None and skipped is not node:
            continue
        if skipped is node:
            skipped = None
        elif node.tag in _BLOCKS:
            yield "\n"
        elif node.tag in _CELLS:
            yield "\t"
        if node is not element and node.tail:
            yield _BLANKS.sub(" ", node.tail)


def _is_hidden(node: Any) -> bool:
    return node.get("hidden") is not None or _HIDDEN.search(node.get("style") or "") is not None


def _tidied(line: str) -> str:
    cells = [
        _BETWEEN_HAN.sub("", _BLANKS.sub(" ", cell)).strip("\u3000\xa0\u2002\u2003\ufeff\u200b ")
        for cell in line.split("\t")
    ]
    return "\t".join(cells).strip("\t")


def _squeezed(text: str) -> str:
    return "".join(text.split())
