"""The report reader: each report in full, with what was found shown on its text.

The page is complete as it stands; a script only adds the switches. Paragraph ``p12`` and
sentence ``p12.s3`` have the addresses ``#p12`` and ``#p12-s3``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from govreports.coding.confidence import basis_shares
from govreports.report.model import Block, Paragraph, Section, Sentence
from publishing.contents import is_study
from publishing.metadata import Publication
from publishing.pages.cite import sentence_line
from publishing.pages.cite_in_chinese import chinese_sentence_line
from publishing.pages.marks import Mark, pieces
from publishing.pages.reasons import reasons
from publishing.pages.statutory import statutory
from publishing.pages.study import Studied, Study
from publishing.pages.text import escaped, markdown, raw_html

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
_LEGEND = """A line below a sentence has the colour of its primary theme, whose number of sentences
stands beside it; choosing a theme shows those that have it as a further theme as well. A box is a
quantity, a tint a passage that stands elsewhere too. Pointing at a sentence, or going to it with
Tab and the arrow keys, shows its codes and why it has them; Enter leads to what can be copied."""
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
        raw_html(_facts(one)),
        raw_html(_tools(one, study, publication)),
    ]
    html: list[str] = []
    for kind, units in groupby(_units(one), key=type):
        if kind is Section:
            parts.append(raw_html("\n".join(html)))
            parts += [_heading(one, unit) for unit in units if isinstance(unit, Section)]
            html = []
        elif kind is Paragraph:
            html += [_paragraph(one, unit, study) for unit in units if isinstance(unit, Paragraph)]
        else:
            html.append(_aside(one, [unit for unit in units if isinstance(unit, Block)]))
    parts.append(raw_html("\n".join(html)))
    parts.append(raw_html(statutory(one.report.text)))
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
    anchor = raw_html(f'<span id="s{section.id.replace(".", "-")}"></span>')
    return f"{anchor}\n{depth} {markdown(one.report.text[start:end])}\n"


def _paragraph(one: Studied, paragraph: Paragraph, study: Study) -> str:
    number = paragraph.id.removeprefix("p")
    marks = [Mark(q.start, q.end, "quantity") for q in one.quantities]
    marks += [Mark(r.start, r.end, "repeat") for r in one.repeats]
    near = [m for m in marks if m.start < paragraph.end and paragraph.start < m.end]
    sentences = "".join(_sentence(one, unit, near) for unit in paragraph.sentences)
    return (
        f'<div class="rp" id="{paragraph.id}">'
        f'<a class="pn" href="#{paragraph.id}" aria-label="Paragraph {number}">{number}</a>'
        f'<p class="literal" lang="zh-Hans">{sentences}</p>'
        f"{reasons(one, paragraph, study)}</div>"
    )


def _sentence(one: Studied, unit: Sentence, marks: list[Mark]) -> str:
    spans = unit.parts or ((unit.start, unit.end),)
    text = one.report.text
    inner = []
    for piece in pieces(spans, marks):
        words = escaped(text[piece.start : piece.end])
        inner.append(f'<span class="{piece.kind}">{words}</span>' if piece.kind else words)
    attributes = f'class="s" id="{unit.id.replace(".", "-")}"'
    coding = one.codings.get(unit.id)
    if coding:
        attributes += f' data-t="{" ".join(coding.themes)}" data-m="{coding.move}"'
    content = "".join(inner)
    if unit.is_heading:
        content = f"<strong>{content}</strong>"
    return f"<span {attributes}>{content}</span>"


def _aside(one: Studied, blocks: list[Block]) -> str:
    """What stands around the report's own text, block by block."""
    lines = []
    for kind, same in groupby(blocks, key=lambda block: block.kind):
        texts = (escaped(one.report.text[block.start : block.end]) for block in same)
        lines.append(
            f'<div class="{kind}"><span class="aside-label">{_ASIDE[kind]}</span>'
            f'<p class="literal" lang="zh-Hans">{"<br>".join(texts)}</p></div>'
        )
    return f'<div class="aside">{"".join(lines)}</div>'


def _facts(one: Studied) -> str:
    file = f"<summary>The file</summary>{_listed(one, _FILE_FACTS)}"
    facts = _listed(one, _FACTS, [("Themes rest on", _confidence(one))])
    return f'{facts}<details class="file-facts">{file}</details>'


def _confidence(one: Studied) -> str:
    """What the themes of the report's sentences rest on, as shares."""
    return ", ".join(
        f"{share.basis} {f'{share.share:.0%}' if share.share >= 0.005 else 'under 1%'}"
        for share in basis_shares(list(one.codings.values()))
        if share.sentences
    )


def _listed(
    one: Studied, facts: Iterable[tuple[str, str]], more: Iterable[tuple[str, str]] = ()
) -> str:
    rows = []
    stated = [(label, str(getattr(one.record, field) or "")) for field, label in facts]
    for label, value in [*stated, *more]:
        if value:
            rows.append(f"<div><dt>{label}</dt><dd>{escaped(value)}</dd></div>")
    return f'<dl class="facts">{"".join(rows)}</dl>'


def _tools(one: Studied, study: Study, publication: Publication) -> str:
    """The switches, where a script can serve them, and how a sentence is cited."""
    given = Counter(theme for coding in one.codings.values() for theme in coding.themes)
    primary = Counter(coding.primary for coding in one.codings.values())
    buttons = [
        f'<button type="button" data-theme-id="{theme.id}" data-t="{theme.id}"'
        f' aria-pressed="false">'
        f'<b>{theme.id}</b> {escaped(theme.en)} <span class="n">{primary[theme.id]}</span></button>'
        for theme in study.codebook.of_kind("theme")
        if given[theme.id]
    ]
    boxes = [
        f'<label><input type="checkbox" data-layer="{layer}" checked> {label}</label>'
        for layer, label in (
            ("quantity", "quantities"),
            ("repeat", "repeated passages"),
        )
    ]
    chinese = ""
    if is_study():
        line = chinese_sentence_line(one.record, _PLACE)
        chinese = f' data-citation-zh="{escaped(line)}"'
    return (
        f'<p class="reader-legend screen-only">{_LEGEND}</p>'
        "<noscript><style>.reader-tools { display: none; }</style></noscript>"
        '<div class="reader-tools screen-only" role="group" aria-label="Show on the text"'
        f' data-citation="{escaped(sentence_line(publication, one.record, _PLACE))}"{chinese}>'
        f'<p class="themes">{"".join(buttons)}</p><p class="layers">{"".join(boxes)}</p>'
        '<p class="found" role="status" aria-live="polite"></p></div>'
    )
