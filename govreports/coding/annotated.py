"""Coded sentences with their tokens, in the forms that those who train models read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from govreports.codebook.model import THEMES
from govreports.coding.coded_reports import CodedReport
from govreports.coding.handcodings import CodedUnit, Codings
from govreports.report.model import Report
from govreports.words.segmenter import Segmenter, TermSpan, Token

_META = ("report", "sentence", "start", "end", "primary", "move", "flags")


def conll(coded: Iterable[CodedReport], segmenter: Segmenter) -> Iterator[str]:
    """The sentences in the manner of CoNLL: comment lines, a line a token, and a blank line.

    Comments give report, sentence, place (code points of the file), coder, primary theme, themes,
    move and flags. A token's line has its number, form, ``start:end`` in the file, and whether it
    begins (``B``), goes on with (``I``) or stands outside (``O``) a multiword term; tab-separated.
    """
    for coding, unit, report, tokens, terms in _units(coded, segmenter):
        yield f"# report = {unit.report}"
        yield f"# sent_id = {unit.sentence}"
        yield f"# place = {unit.start}:{unit.end}"
        yield f"# text = {' '.join(report.text[unit.start : unit.end].split())}"
        yield f"# coder = {coding.name}"
        yield f"# primary = {unit.primary}"
        yield f"# themes = {';'.join(unit.themes)}"
        yield f"# move = {unit.move}"
        yield f"# flags = {';'.join(unit.flags)}"
        for number, token in enumerate(tokens, start=1):
            place = f"{token.start}:{token.end}"
            yield f"{number}\t{token.text}\t{place}\t{_inside(token, terms)}"
        yield ""


def spacy_lines(coded: Iterable[CodedReport], segmenter: Segmenter) -> Iterator[str]:
    """The sentences as lines of JSON in the shape that spaCy's and Prodigy's readers know.

    ``text`` is the sentence, ``tokens`` and ``spans`` (multiword terms) have places within it,
    ``cats`` says 1 or 0 for each theme, and ``meta`` holds report, sentence, place in the file,
    coder, primary theme, move and flags.
    """
    for coding, unit, report, tokens, terms in _units(coded, segmenter):
        text = report.text[unit.start : unit.end]
        yield json.dumps(
            {
                "text": text,
                "tokens": [
                    {"text": token.text, **_within(token, unit), "id": number}
                    for number, token in enumerate(tokens)
                ],
                "spans": [{**_within(term, unit), "label": "TERM"} for term in terms],
                "cats": {theme: int(theme in unit.themes) for theme in THEMES},
                "meta": {
                    **{name: getattr(unit, name) for name in _META},
                    "coder": coding.name,
                },
            },
            ensure_ascii=False,
        )


def _units(
    coded: Iterable[CodedReport], segmenter: Segmenter
) -> Iterator[tuple[Codings, CodedUnit, Report, list[Token], list[TermSpan]]]:
    for _, report, units in coded:
        for coding, unit in units:
            text = report.text[unit.start : unit.end]
            tokens = segmenter.tokens(text, unit.start)
            yield coding, unit, report, tokens, segmenter.terms(text, unit.start)


def _within(span: Token | TermSpan, unit: CodedUnit) -> dict[str, int]:
    return {"start": span.start - unit.start, "end": span.end - unit.start}


def _inside(token: Token, terms: Sequence[TermSpan]) -> str:
    for term in terms:
        if term.start <= token.start < term.end:
            return "B" if token.start == term.start else "I"
    return "O"
