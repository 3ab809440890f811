"""What a parsed report is made of; every span is ``[start, end)`` in code points of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from govreports.report.folding import fold

BlockKind = Literal[
    "chrome",  # navigation, share buttons, source lines: not part of the report
    "title",
    "metadata",  # catalogue cards, document number, source and date lines
    "addressee",
    "heading",  # own-line or run-in
    "paragraph",
    "annex",  # attachments, glossaries, tables of contents, link lists
    "signature",
    "date",
]
SectionRole = Literal["preamble", "body", "problems", "outlook"]


class Block(NamedTuple):
    """A stretch of the file of one kind; blocks cover all non-blank text without overlap."""

    kind: BlockKind
    start: int
    end: int
    level: int | None = None  # headings: 1 is the outermost
    marker: str = ""  # headings: ``一、``, ``(二)``, ``一是``; empty when unnumbered
    reason: str = ""  # chrome and annex: why it is left out


class Section(NamedTuple):
    """A heading and what stands under it, or a part that has no heading (preamble, outlook)."""

    id: str  # ordinals of the sections around it, ``2.1.3``; the preamble is ``0``
    level: int
    title: str  # heading without marker and final stop; empty where there is no heading
    marker: str
    role: SectionRole
    start: int
    end: int
    heading: tuple[int, int] | None  # span of the heading itself, marker included
    parent: str | None


class Sentence(NamedTuple):
    """The unit of coding. Run-in headings are sentences; headings on their own line are not."""

    id: str  # ``p12.s3``: third sentence of the twelfth paragraph
    start: int
    end: int
    section: str
    paragraph: str
    is_heading: bool = False  # a run-in heading
    # More than one where page furniture or a printed line break cuts the sentence.
    parts: tuple[tuple[int, int], ...] = ()


class Paragraph(NamedTuple):
    """The unit of resampling and of citation: running text under one section, as one was written.

    A run-in heading opens a paragraph and belongs to it.
    """

    id: str  # ``p12``, counted through the report; the number printed in the margin
    start: int
    end: int
    section: str
    sentences: tuple[Sentence, ...]


class Stated(NamedTuple):
    """A value that the text itself states, with the span it was read from."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One report, parsed. ``report.text[x.start:x.end]`` is the text of any unit ``x``."""

    text: str  # the whole decoded file, without a byte-order mark, line ends as they are
    encoding: str
    genre: str  # ``rule-of-law``, ``disclosure`` or ``other``
    metadata: Mapping[str, Stated]  # title, issuer, document_number, issued, reporting_year
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    genre_reason: str = ""  # what the genre was decided by, in a few English words
    # The text folded for matching; left empty, it is made from the text.
    folded: str = field(default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        """Fold the text, once for all who match in it."""
        if len(self.folded) != len(self.text):
            object.__setattr__(self, "folded", fold(self.text))

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order."""
        return tuple([s for paragraph in self.paragraphs for s in paragraph.sentences])

    def stated(self, field: str) -> str:
        """The stated value of a metadata field, or an empty string where the text is silent."""
        found = self.metadata.get(field)
        return found.value if found else ""

    def wording(self, unit: Block | Section | Paragraph | Sentence) -> str:
        """The unit's text; a sentence cut by page furniture is joined from its parts."""
        parts = unit.parts if isinstance(unit, Sentence) else ()
        if parts:
            return "".join(self.text[start:end] for start, end in parts)
        return self.text[unit.start : unit.end]
