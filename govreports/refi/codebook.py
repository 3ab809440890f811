"""The codebook in REFI-QDA, by itself or inside a project, and the identifiers of things.

REFI-QDA codes have a name, a colour and one description: the manual of each code stands in it
as labelled paragraphs.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from govreports import __version__
from govreports.codebook.model import Code, Codebook
from govreports.colours import MUTED, THEME_COLOURS

Mask = Callable[[str], str]

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
ORIGIN = f"govreports {__version__}"

_NAMESPACE = uuid.UUID("4f6c3f0e-5d0b-5d0a-9d6e-0c3b1a8e7f21")
_GROUPS = (("theme", "主题 Themes"), ("move", "语步 Moves"), ("flag", "标记 Flags"))
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=4096)  # codes and coders come again with every sentence
def guid(*parts: str) -> str:
    """The identifier of a thing named by ``parts``: the same for the same name, always."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(parts)))


def clean(text: str) -> str:
    """The text with LF line ends, and � for what XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def codebook_document(codebook: Codebook, *, mask: Mask = str) -> bytes:
    """The codebook by itself as XML, with the same identifiers as in a project."""
    root = element("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=ORIGIN)
    root.append(code_tree(codebook, mask))
    etree.indent(root, " ")
    return DECLARATION + etree.tostring(root, encoding="utf-8")


def element(tag: str, *children: etree._Element, text: str = "", **attributes: str) -> Any:
    """An element as XML can hold it. Its name space is that of what it is written into."""
    made = etree.Element(tag, {name: clean(value) for name, value in attributes.items()})
    made.text = clean(text) or None
    made.extend(children)
    return made


def code_tree(codebook: Codebook, mask: Mask) -> etree._Element:
    """All codes as nested elements, under a group for each kind."""
    children: dict[str | None, list[Code]] = {}
    for code in codebook.codes.values():
        children.setdefault(code.parent, []).append(code)

    def branch(code: Code, colour: str) -> etree._Element:
        own = THEME_COLOURS.get(code.id, colour)
        return element(
            "Code",
            element("Description", text=mask("\n".join(_manual(code, codebook)))),
            *(branch(child, own) for child in children.get(code.id, ())),
            guid=guid("code", code.id),
            name=code.label,
            isCodable="true",
            color=own,
        )

    groups = (
        element(
            "Code",
            *(branch(code, MUTED) for code in children.get(None, ()) if code.kind == kind),
            guid=guid("group", kind),
            name=name,
            isCodable="false",
            color=MUTED,
        )
        for kind, name in _GROUPS
    )
    return element("Codes", *groups)


def _manual(code: Code, codebook: Codebook) -> Iterator[str]:
    """The manual of a code as labelled paragraphs: the format has but one description."""
    yield f"Identifier: {code.id} ({code.kind})"
    yield f"Definition: {code.definition}"
    if code.use_when:
        yield f"When to use: {code.use_when}"
    if code.not_when:
        yield f"When not to use: {code.not_when}"
    if code.example:
        place = "" if code.example.start is None else f", {code.example.start}–{code.example.end}"
        yield f"Example: {code.example.text} ({codebook.cited(code.example)}{place})"
    for miss in code.near_misses:
        yield f"Near miss: {miss.code}: {miss.how}"
    if len(code.variants) > 1:
        yield f"Also written: {'; '.join(code.variants[1:])}"
    for outline, items in code.crosswalk.items():
        yield f"Crosswalk {outline}: {', '.join(map(str, items))}"
