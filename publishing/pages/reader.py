"""The report reader: each report in full, with what was found shown on its text.

The page is complete as it stands; a script only adds the switches. Paragraph ``p12`` and
sentence ``p12.s3`` have the addresses ``#p12`` and ``#p12-s3``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from govreports.coding.coder import Coding
from govreports.coding.confidence import basis_shares
from govreports.report.model import Block, Paragraph, Section, Sentence
from publishing.contents import is_study
from publishing.metadata import Publication
from publishing.pages.cite import sentence_line
from publishing.pages.cite_in_chinese import chinese_sentence_line
from publishing.pages.html import block
from publishing.pages.marks import Mark, pieces
from publishing.pages.reasons import Reasons, reasons
from publishing.pages.statutory import statutory
from publishing.pages.study import Studied, Study
from publishing.pages.text import markdown, raw_html

_FACTS = (
    ("title", "Title"),
    ("issuer", "Issuer"),
    ("jurisdiction", "Jurisdiction"),
    ("province", "Province"),
    ("level", "Level"),
    ("genre", "Genre"),
    ("reporting_year", "Year reported on"),
    ("issued", "Issued"),
    ("document_number", "Document number"),
    ("source", "Source, as stated"),
)
_FILE_FACTS = (
    ("original_file", "Received as"),
    ("code_points", "Length in code points"),
    ("sha256", "SHA-256"),
)
_PLACE = "{place}"  # of a sentence in its citation, filled in by the script
_ASIDE = {
    "chrome": "Page furniture, not counted",
    "title": "Title",
    "metadata": "Metadata, not counted",
    "addressee": "Addressee",
    "annex": "Annex, not counted",
    "signature": "Signature",
    "date": "Date",
}


def report_page(one: Studied, study: Study, publication: Publication) -> str:
    """The page of one report, as MyST with blocks of HTML."""
    parts = [
        f"# {markdown(one.name)}\n",
        block("report_facts.html", facts=_facts(one), file_facts=_stated(one, _FILE_FACTS)),
        block("report_tools.html", **_tools(one, study, publication)),
    ]
    for kind, units in groupby(_units(one), key=type):
        if kind is Section:
            parts += [_heading(one, unit) for unit in units if isinstance(unit, Section)]
        elif kind is Paragraph:
            shown = [_paragraph(one, u, study) for u in units if isinstance(u, Paragraph)]
            parts.append(block("paragraphs.html", paragraphs=shown))
        else:
            aside = _aside(one, [unit for unit in units if isinstance(unit, Block)])
            parts.append(block("aside.html", parts=aside))
    parts.append(statutory(one.report.text))
    parts.append(raw_html('<script src="../../../_static/js/reader.js" defer></script>'))
    return "\n".join(part for part in parts if part)


def _units(one: Studied) -> list[Block | Section | Paragraph]:
    """Everything of the file in its order: headings of their own, paragraphs, the rest."""
    paragraphs = one.report.paragraphs
    inside = [(p.start, p.end) for p in paragraphs]
    units: list[Block | Section | Paragraph] = [*paragraphs]
    units += [b for b in one.report.blocks if b.kind in _ASIDE]
    for section in one.report.sections:
        heading = section.heading
        if heading and not any(start <= heading[0] < end for start, end in inside):
            units.append(section)
    return sorted(units, key=lambda unit: unit.start)


def _heading(one: Studied, section: Section) -> str:
    assert section.heading is not None
    start, end = section.heading
    depth = "#" * min(section.level + 1, 5)
    anchor = block("anchor.html", id=f"s{section.id.replace('.', '-')}")
    return f"{anchor}\n{depth} {markdown(one.report.text[start:end])}\n"


class _Sentence(NamedTuple):
    sentence: Sentence
    coding: Coding | None
    pieces: list[tuple[str, str]]  # the class of each, and its words


def _paragraph(
    one: Studied, paragraph: Paragraph, study: Study
) -> tuple[Paragraph, list[_Sentence], Reasons | None]:
    marks = [Mark(q.start, q.end, "quantity") for q in one.quantities]
    marks += [Mark(r.start, r.end, "repeat") for r in one.repeats]
    near = [m for m in marks if m.start < paragraph.end and paragraph.start < m.end]
    sentences = [_sentence(one, unit, near) for unit in paragraph.sentences]
    return paragraph, sentences, reasons(one, paragraph, study)


def _sentence(one: Studied, unit: Sentence, marks: list[Mark]) -> _Sentence:
    text = one.report.text
    cut = pieces(unit.parts or ((unit.start, unit.end),), marks)
    shown = [(piece.kind, text[piece.start : piece.end]) for piece in cut]
    return _Sentence(unit, one.codings.get(unit.id), shown)


def _aside(one: Studied, blocks: list[Block]) -> list[tuple[str, str, list[str]]]:
    """What stands around the report's own text: kind, label and texts."""
    return [
        (kind, _ASIDE[kind], [one.report.text[part.start : part.end] for part in same])
        for kind, same in groupby(blocks, key=lambda part: part.kind)
    ]


def _facts(one: Studied) -> list[tuple[str, str]]:
    return [*_stated(one, _FACTS), ("Themes rest on", _confidence(one))]


def _stated(one: Studied, facts: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(label, str(getattr(one.record, field) or "")) for field, label in facts]


def _confidence(one: Studied) -> str:
    """What the themes of the report's sentences rest on, as shares."""
    return ", ".join(
        f"{share.basis} {f'{share.share:.0%}' if share.share >= 0.005 else 'under 1%'}"
        for share in basis_shares(list(one.codings.values()))
        if share.sentences
    )


def _tools(one: Studied, study: Study, publication: Publication) -> dict[str, object]:
    """The themes of the report with how often each is primary, and how a sentence is cited."""
    given = {theme for coding in one.codings.values() for theme in coding.themes}
    primary = Counter(coding.primary for coding in one.codings.values())
    return {
        "themes": [(t, primary[t.id]) for t in study.codebook.of_kind("theme") if t.id in given],
        "citation": sentence_line(publication, one.record, _PLACE),
        "citation_zh": chinese_sentence_line(one.record, _PLACE) if is_study() else "",
    }
