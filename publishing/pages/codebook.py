"""The codebook as an appendix: every code with its definition, limits, example and rules."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docutils import nodes

from govreports.codebook.loader import Code, Codebook, Rule
from publishing.contents import is_study
from publishing.downloads import FOLDER, codebook_name
from publishing.metadata import Publication
from publishing.pages.desk import PLACE
from publishing.pages.html import block
from publishing.pages.study import Studied, Study
from publishing.pages.text import markdown

_INTRODUCTION = """# The codebook

Version {version}. Every sentence has one primary *theme*, further themes where it deals with more
than one matter, and one *move*. *Flags* mark admissions and intentions outside their own part.
Below the themes stand the *measures* of the two Outlines, and below these the named *instruments*.
Examples are quoted word for word from the reports that it was written on, and
what it says of reports it says of those. [The rules
that propose a theme can be unfolded below it.]{{.screen-only}} The same codebook is data in the
package, one file for each kind of code.

{{.screen-only}}
Whoever wants to code can do so at <a href="../../{desk}">the desk</a>: one sentence at a time,
from this codebook alone, in English or Chinese, after a training round. It saves the two files
that `govreports agreement` reads.
"""
_AS_PDF = """
{{.screen-only}}
The codebook is a <a href="../../{folder}/{name}">PDF of its own</a> as well.
"""


def codebook_page(study: Study, publication: Publication, *, with_pdf: bool = True) -> str:
    """The page, as MyST with entries in HTML."""
    codebook = study.codebook
    parts = [_INTRODUCTION.format(version=codebook.version or "not numbered", desk=PLACE)]
    if with_pdf:
        parts.append(_AS_PDF.format(folder=FOLDER, name=codebook_name(publication)))
    for kind, title in (("theme", "Themes"), ("move", "Moves"), ("flag", "Flags")):
        codes = codebook.of_kind(kind)  # type: ignore[arg-type]
        if codes:
            parts.append(f"## {title}\n")
            parts += [_entry(code, study) for code in codes]
        if kind == "theme" and codebook.marks:
            parts.append(block("marks.html", marks=codebook.marks))
    parts += _measures(codebook)
    if codebook.of_kind("instrument"):
        parts += ["## Instruments\n", *_instruments(study)]
    if codebook.changelog:
        rows = [(change.version, change.change, change.why) for change in codebook.changelog]
        title, labels = "Decisions of coding", ("Version", "Change", "Why")
        parts += [f"## {title}\n", block("table.html", labels=labels, rows=rows, label=title)]
    return "\n".join(parts)


class _Example(NamedTuple):
    text: str
    cited: str
    report: Studied | None = None
    unit: str = ""  # the sentence of that report that holds it


def _entry(code: Code, study: Study) -> str:
    names = dict.fromkeys((code.id, code.en, code.zh))  # an identifier may be the English name
    title = f"### {' '.join(map(markdown, names))}\n"
    # The heading itself may already have this name.
    is_named = nodes.make_id(" ".join(names)) == code.id
    anchor = "" if is_named else block("anchor.html", id=code.id)
    rules = [(rule, _conditions(rule)) for rule in study.codebook.rules if rule.code == code.id]
    body = block("code.html", code=code, example=_example(code, study), rules=rules)
    return "\n".join([anchor, title, body])


def _conditions(rule: Rule) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (name, rules)
        for name, rules in (
            ("the clause also has", rule.clause_has),
            ("the clause lacks", rule.clause_lacks),
            ("the sentence also has", rule.sentence_has),
            ("the sentence lacks", rule.sentence_lacks),
        )
        if rules
    ]


def _example(code: Code, study: Study) -> _Example | None:
    """The example with the report it is from, and its place where that report is in the corpus."""
    example = code.example
    if example is None:
        return None
    text, cited = example.text, study.codebook.cited(example)
    one = next((one for one in study.reports if one.id == example.report), None)
    start = -1
    if one:
        start = one.report.text.find(text) if example.start is None else example.start
    if one and start >= 0 and (unit := _sentence(one, start)):
        # Quoted from the masked text, so that no name is published here that is hidden elsewhere.
        return _Example(one.report.text[start : start + len(text)], cited, one, unit)
    return _Example(text, cited)


def _sentence(one: Studied, offset: int) -> str:
    return next((s.id for s in one.report.sentences if s.start <= offset < s.end), "")


def _measures(codebook: Codebook) -> Iterator[str]:
    for origin, title in (
        ("outline-2015", "Measures of the Outline of 2015"),
        ("outline-2021", "Measures of the Outline of 2021"),
    ):
        codes = [code for code in codebook.of_kind("measure") if code.origin == origin]
        if codes:
            yield f"## {title}\n"
            yield block("measures.html", title=title, codes=codes)


_SOME = """Of the {all} instruments of the codebook, many of them of one place, the reports of this
corpus name {named}. The others are in the data package.
"""


def shown_codes(study: Study) -> tuple[Code, ...]:
    """The codes that the page shows: over another corpus only the instruments that it names."""
    named = {i for one in study.reports for c in one.codings.values() for i in c.instruments}
    is_full = is_study()
    codes = study.codebook.codes.values()
    return tuple(c for c in codes if is_full or c.kind != "instrument" or c.id in named)


def _instruments(study: Study) -> Iterator[str]:
    """All of them, or of another corpus than that of the chapters those that it names."""
    is_full, text = is_study(), "\n".join(one.report.text for one in study.reports)
    codes = [code for code in shown_codes(study) if code.kind == "instrument"]
    if not is_full:
        yield _SOME.format(all=len(study.codebook.of_kind("instrument")), named=len(codes))
    variants = ([form for form in c.variants[1:] if is_full or form in text] for c in codes)
    yield block("instruments.html", codes=list(zip(codes, variants, strict=True)))
